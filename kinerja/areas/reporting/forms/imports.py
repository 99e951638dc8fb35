"""A file of reports; what it holds is judged when it is read."""

from django.utils.translation import gettext_lazy as _

from kinerja.tools.ui.forms import KinerjaForm, TableFileField


class ImportForm(KinerjaForm):
    """Which file."""

    file = TableFileField(
        label=_("Berkas Excel atau CSV"),
        help_text=_("Kolom TANGGAL, INDIKATOR, ANGKA, boleh juga SATUAN dan CATATAN. Paling besar 5 MB."),
    )
