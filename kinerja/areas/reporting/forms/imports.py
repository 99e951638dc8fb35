"""A file of reports; what it holds is judged when it is read."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinerja.areas.reporting.actions.importing import MOST_BYTES
from kinerja.tools.ui.forms import KinerjaForm


class ImportForm(KinerjaForm):
    """Which file."""

    file = forms.FileField(
        label=_("Berkas Excel atau CSV"),
        help_text=_("Kolom TANGGAL, INDIKATOR, ANGKA, boleh juga SATUAN dan CATATAN. Paling besar 5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )

    def clean_file(self) -> UploadedFile:
        """Of a sane size."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                gettext(
                    "Berkas lebih besar dari 5 MB. Hapus gambar di dalamnya atau bagi per bulan, lalu unggah lagi."
                )
            )
        return file
