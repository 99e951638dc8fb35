"""What is typed about a report that exists: a correction, a reason, a comment, one more file."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinerja.areas.reporting.forms.rows import EntryForm, EvidenceField
from kinerja.areas.reporting.models import Report
from kinerja.tools import clock
from kinerja.tools.ui.forms import IndonesianDateField, KinerjaForm


class CorrectionForm(EntryForm):
    """A report anew, with the reason."""

    day = IndonesianDateField(label=_("Tanggal"))
    reason = forms.CharField(
        label=_("Alasan perbaikan"), max_length=500, help_text=_("Tersimpan dalam riwayat laporan.")
    )
    field_order = ["day", "value", "note", "evidence", "reason", "key"]

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        initial = {"day": report.day, "value": report.value, "note": report.note}
        super().__init__(*args, indicator=report.indicator, initial=initial, **kwargs)
        self.report = report
        if report.indicator.is_service:
            self.fields["evidence"].help_text = gettext(
                "Lembar rekap dengan nama tertutup, jangan foto pasien atau murid. JPEG, PNG, atau PDF, paling besar 8 MB."
            )

    def clean_day(self) -> date:
        """A day of the SKP, not after today."""
        skp = self.report.indicator.rhk.skp
        day: date = self.cleaned_data["day"]
        if day > clock.today():
            raise ValidationError(gettext("Tanggal itu belum tiba. Pilih hari ini atau sebelumnya."))
        if not skp.begins <= day <= skp.ends:
            raise ValidationError(gettext("Tanggal itu di luar masa SKP Anda. Pilih tanggal di dalamnya."))
        return day


class ReasonForm(KinerjaForm):
    """Why a report is withdrawn."""

    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea({"rows": 3}))


class RemovalForm(KinerjaForm):
    """Why a file is removed."""

    reason = forms.CharField(
        label=_("Data pribadi apa yang terlihat?"),
        max_length=300,
        help_text=_("Sebut jenisnya saja, misalnya “nama pasien”. Jangan menyalin datanya."),
    )


class ExplanationForm(KinerjaForm):
    """Why evidence resembles earlier evidence."""

    text = forms.CharField(
        label=_("Mengapa mirip?"),
        max_length=300,
        help_text=_("Misalnya “unit serupa, difoto hari lain”. Atasan membacanya di samping bukti."),
    )


class CommentForm(KinerjaForm):
    """What has to be mended."""

    comment = forms.CharField(
        label=_("Apa yang perlu diperbaiki?"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )


class EvidenceForm(KinerjaForm):
    """One more file."""

    evidence = EvidenceField(label=_("Foto atau PDF"))
