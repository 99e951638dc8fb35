"""What is typed about late days: the agency's rule, and an opening with its reason and end."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kinerja.base.organization.lookups import PersonField, UnitField
from kinerja.tools import clock
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm


class FillingRuleForm(KinerjaForm):
    """From when a report is late, and when a month is locked; empty means never."""

    late_after = forms.IntegerField(
        label=_("Terlambat setelah berapa hari?"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("Laporan yang lebih lama dari ini harus disertai alasan. Kosongkan bila tidak dibatasi."),
    )
    locks_on = forms.IntegerField(
        label=_("Bulan dikunci setelah tanggal berapa bulan berikutnya?"),
        required=False,
        min_value=1,
        max_value=28,
        help_text=_("Misalnya 5: laporan Juni diterima sampai 5 Juli. Kosongkan bila tidak dikunci."),
    )


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
