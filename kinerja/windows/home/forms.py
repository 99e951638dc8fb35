"""What a person may type on his own pages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.organization.lookups import PersonField
from kinerja.tools.ui.forms import KinerjaForm


class DisputeForm(KinerjaForm):
    """ "Atasan saya salah": what is wrong in the person's own words, and who would be right."""

    proposed = PersonField(
        label=_("Menurut Anda, siapa yang benar?"), required=False, names_others=False,
        help_text=_("Boleh dikosongkan. Ketik nama lengkap atau NIP-nya."),
    )  # fmt: skip
    explanation = forms.CharField(
        label=_("Apa yang keliru"), min_length=10, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text=_("Misalnya: sejak 3 Maret saya bertugas di Poli Umum, surat tugas nomor …"),
    )  # fmt: skip
