"""What a person may type on his own pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.inbox.kinds import CHOSEN
from kinerja.base.inbox.models import When
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


class AddressForm(KinerjaForm):
    """Where a person wants to hear."""

    address = forms.CharField(label=_("Alamat"), max_length=254)


class CodeForm(KinerjaForm):
    """The digits that came there."""

    code = forms.CharField(
        label=_("Kode konfirmasi"), max_length=6, min_length=6,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )  # fmt: skip


class ChoicesForm(KinerjaForm):
    """How soon each group of kinds is told on one channel."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for group in CHOSEN:
            self.fields[group.value] = forms.ChoiceField(
                label=group.label, choices=When.choices, initial=When.DAILY
            )
