"""A system to be connected."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kinerja.base.organization.lookups import UnitField
from kinerja.tools import clock
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm

RIGHTS = (
    ("volume.write", lazy("Mengirim volume layanan")),
    ("service.read", lazy("Membaca katalog dan volume layanan")),
)


def _half_a_year() -> object:
    return clock.today() + timedelta(days=182)


class SystemForm(KinerjaForm):
    """Its name, how far it reaches, what it may do, until when."""

    name = forms.CharField(
        label=lazy("Nama sistem"), max_length=120, help_text=lazy("Contoh: SIMPUS puskesmas.")
    )
    unit = UnitField(
        label=lazy("Unit"),
        required=False,
        help_text=lazy("Nama unit atau UNOR ID; unit di bawahnya ikut. Kosong berarti seluruh instansi."),
    )
    rights = forms.MultipleChoiceField(
        label=lazy("Hak"), choices=RIGHTS, widget=forms.CheckboxSelectMultiple, initial=["volume.write"]
    )
    expires_on = IndonesianDateField(
        label=lazy("Hari terakhir token berlaku"),
        initial=_half_a_year,
        help_text=lazy("Paling lama satu tahun."),
    )
