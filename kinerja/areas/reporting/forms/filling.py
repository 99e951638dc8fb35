"""What is typed about late days: the agency's rule, and an opening with its reason and end."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.organization.lookups import PersonField, UnitField
from kinerja.tools import clock
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm


def _days(label: Any, most: int, help_text: Any) -> forms.IntegerField:
    """A number of days, or empty: then nothing is limited."""
    return forms.IntegerField(label=label, required=False, min_value=1, max_value=most, help_text=help_text)


class FillingRuleForm(KinerjaForm):
    """From when a report is late, and when a month is locked; empty means never."""

    late_after = _days(
        _("Terlambat setelah berapa hari?"),
        60,
        _("Laporan yang lebih lama dari ini harus disertai alasan. Kosongkan bila tidak dibatasi."),
    )
    locks_on = _days(
        _("Bulan dikunci setelah tanggal berapa bulan berikutnya?"),
        28,
        _("Misalnya 5: laporan Juni diterima sampai 5 Juli. Kosongkan bila tidak dikunci."),
    )
    soft_days = _days(
        _("Sebarkan batas lunak per unit dalam berapa hari kerja terakhir?"),
        10,
        _(
            "Setiap unit mendapat jam anjuran sendiri sebelum kuncian, bergilir setiap bulan, agar tidak semua orang mengirim "
            "pada menit terakhir. Kuncian tetap sama bagi semua dan tidak ada yang terlambat karenanya. "
            "Kosongkan bila tidak dipakai."
        ),
    )

    def clean(self) -> dict[str, Any] | None:
        """Soft deadlines come before a lock; without one there is nothing to come before."""
        if self.cleaned_data.get("soft_days") and not self.cleaned_data.get("locks_on"):
            self.add_error(
                "soft_days",
                _("Batas lunak hanya ada sebelum kuncian. Isi tanggal kuncian, atau kosongkan isian ini."),
            )
        return super().clean()


class OpeningForm(KinerjaForm):
    """Which days, for whom, until when, and why."""

    person = PersonField(label=_("Pegawai"), required=False, names_others=False)
    unit = UnitField(label=_("Atau unit, dengan semua di bawahnya"), required=False)
    begins = IndonesianDateField(label=_("Hari pertama yang dibuka"))
    ends = IndonesianDateField(label=_("Hari terakhir yang dibuka"))
    until = IndonesianDateField(label=_("Dibuka sampai"))
    reason = forms.CharField(
        label=_("Alasan"), max_length=300, help_text=_("Tercatat dan terlihat oleh yang bersangkutan.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"until": clock.today() + timedelta(days=3)})
        super().__init__(*args, **kwargs)
