"""One row of figures, its day and its evidence: what a person may type, and how we answer a mistake."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry
from kinerja.areas.reporting.actions.checking import refuse_value
from kinerja.areas.reporting.errors import WrongValue
from kinerja.tools.evidence.errors import FileRefused
from kinerja.tools.evidence.intake import Accepted, accept
from kinerja.tools.keys import uuid7
from kinerja.tools.ui.forms import IndonesianDateField, IndonesianDecimalField, KinerjaForm, PhotoInput

LATE_REASON = "late_reason"
#: the note for all days of the sheet of a month
SHARED_NOTE = "catatan_bersama"


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
        """What was typed, as the act takes it; the reason for being late is typed once for the whole sheet."""
        data = self.cleaned_data
        files = (data["evidence"],) if data["evidence"] else ()
        reason = self.data.get(LATE_REASON, "")
        return Entry(data["key"], indicator_id, day, data["value"], data["note"], files, late_reason=reason)


class DatedEntryForm(EntryForm):
    """A row that names its own day: on the sheet of a month."""

    day = IndonesianDateField(label=_("Tanggal"), widget=forms.HiddenInput)

    def clean_note(self) -> str:
        """Its own, else the one that is typed for all days."""
        return str(self.cleaned_data["note"] or self.data.get(SHARED_NOTE, "").strip()[:2000])


def _checked_value(value: Any) -> Any:
    try:
        refuse_value(value)
    except WrongValue as refused:
        raise ValidationError(refused.sentence) from refused
    return value
