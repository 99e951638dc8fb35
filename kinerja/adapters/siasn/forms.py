"""What the agency sends: a file and what kind it is."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kinerja.tools.ui.forms import KinerjaForm

from .models import ImportRun
from .storage import MOST_BYTES


class UploadForm(KinerjaForm):
    """The content is judged when it is read; here only that there is a file of a sane size."""

    kind = forms.ChoiceField(
        label=_("Isi berkas"),
        choices=ImportRun.Kind.choices,
        initial=ImportRun.Kind.PEOPLE,
        widget=forms.RadioSelect,
        help_text=_("Unit organisasi diimpor lebih dahulu, sesudah itu pegawai."),
    )
    file = forms.FileField(
        label=_("Berkas"),
        help_text=_("CSV atau XLSX dari SIASN, paling besar 300 MB. Berkas dihapus setelah impor selesai."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Berkas lebih besar dari 300 MB. Periksa apakah berkasnya benar, lalu unggah lagi.")
            )
        return file
