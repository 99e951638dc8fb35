"""What a person may type about progress, and how we answer a mistake."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry
from kinerja.areas.reporting.actions.checking import refuse_day, refuse_value
from kinerja.areas.reporting.errors import WrongDay, WrongValue
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import Line
from kinerja.tools import clock
from kinerja.tools.evidence.errors import FileRefused
from kinerja.tools.evidence.intake import Accepted, accept
from kinerja.tools.keys import uuid7
from kinerja.tools.ui.forms import IndonesianDateField, IndonesianDecimalField, KinerjaForm, PhotoInput

_FIELDS = ("value", "note", "evidence")


class EvidenceField(forms.FileField):
    """A photo or PDF; its cleaned value is the file made anew."""

    widget = PhotoInput

    def clean(self, data: Any, initial: Any = None) -> Accepted | None:
        """The accepted file, None for nothing; a refusal becomes the field's mistake."""
        upload = super().clean(data, initial)
        if not upload:
            return None
        try:
            return accept(upload)
        except FileRefused as refused:
            raise ValidationError(refused.sentence, "refused") from refused


def _note() -> forms.CharField:
    return forms.CharField(
        label=_("Catatan"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2})
    )


class DayForm(KinerjaForm):
    """The day all rows of a sheet speak of."""

    day = IndonesianDateField(label=_("Tanggal"))


class EntryForm(KinerjaForm):
    """One row: the figure for one indicator, with a note and a file when there is something to say or show."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    #: asked for by clean_value: on the sheet a row may stay empty, so "wajib" would be wrong beside it
    value = IndonesianDecimalField(label=_("Angka"), max_digits=18, decimal_places=4, required=False)
    note = _note()
    evidence = EvidenceField(label=_("Bukti (foto atau PDF)"), required=False)

    def __init__(self, *args: Any, indicator: Indicator | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.indicator = indicator
        if indicator is not None:
            self.fields["value"].label = gettext("Angka (%(unit)s)") % {"unit": indicator.unit_of_measure}
            self.fields["key"].initial = uuid7

    def clean_value(self) -> Any:
        """There, not below zero, and small enough for the table."""
        if self.cleaned_data["value"] is None:
            raise ValidationError(self.fields["value"].error_messages["required"], "required")
        return _checked_value(self.cleaned_data["value"])

    def entry(self, indicator_id: UUID, day: date) -> Entry:
        """What was typed, as the act takes it."""
        data = self.cleaned_data
        files = (data["evidence"],) if data["evidence"] else ()
        return Entry(data["key"], indicator_id, day, data["value"], data["note"], files)


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


class CommentForm(KinerjaForm):
    """What has to be mended."""

    comment = forms.CharField(
        label=_("Apa yang perlu diperbaiki?"), max_length=1000, widget=forms.Textarea({"rows": 3})
    )


class EvidenceForm(KinerjaForm):
    """One more file."""

    evidence = EvidenceField(label=_("Foto atau PDF"))


def _checked_value(value: Any) -> Any:
    try:
        refuse_value(value)
    except WrongValue as refused:
        raise ValidationError(refused.sentence) from refused
    return value


class Sheet:
    """The form "Catat progres": one day and a row for each indicator, of which the filled ones are sent.

    Sent, it looks only at the filled rows and asks no table; `show()` puts the other rows around them again.
    """

    def __init__(self, data: Any = None, files: Any = None, day: date | None = None) -> None:
        self.data, self.files = data, files
        self.day = DayForm(data, initial={"day": day or clock.today()})
        self.rows: dict[UUID, EntryForm] = {}
        self.mistake = ""
        if data is not None:
            ids = _filled(data, files)
            self.rows = {each: EntryForm(data, files, prefix=str(each)) for each in ids}

    def is_valid(self) -> bool:
        """Whether there is something to save and all of it can be read."""
        if not self.rows:
            self.mistake = gettext(
                "Belum ada angka yang diisi, jadi tidak ada yang disimpan. Pilih indikator dan isi angkanya."
            )
        valid = [form.is_valid() for form in (self.day, *self.rows.values())]
        return bool(self.rows) and all(valid)

    def fits(self, lines: dict[UUID, Line]) -> bool:
        """Whether the day is possible for every row; the mistake is shown at the day."""
        for each in self.rows:
            try:
                refuse_day(lines[each], self.day.cleaned_data["day"], clock.today())
            except WrongDay as refused:
                self.day.add_error("day", refused.sentence)
                return False
        return True

    def entries(self) -> list[Entry]:
        """What was typed, as the act takes it."""
        day = self.day.cleaned_data["day"]
        return [form.entry(each, day) for each, form in self.rows.items()]

    def show(self, indicators: Iterable[Indicator]) -> list[EntryForm]:
        """A row for each indicator: as it was typed, or empty."""
        shown = []
        for each in indicators:
            form = self.rows.get(each.pk)
            if form is None:
                form = EntryForm(prefix=str(each.pk), indicator=each)
            form.indicator = each
            form.fields["value"].label = gettext("Angka (%(unit)s)") % {"unit": each.unit_of_measure}
            shown.append(form)
        return shown


def _filled(data: Any, files: Any) -> list[UUID]:
    """The indicators whose row holds a number, a note or a file, each once."""
    found: dict[UUID, None] = {}
    for name in (*data, *files):
        prefix, _dash, field = name.rpartition("-")
        if field in _FIELDS and (name in files or data[name].strip()):
            try:
                found[UUID(prefix)] = None
            except ValueError:
                continue
    return list(found)
