"""The form "Catat progres": one day, rows for each indicator, of which the filled ones are sent together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import Entry
from kinerja.areas.reporting.actions.checking import refuse_day
from kinerja.areas.reporting.errors import WrongDay
from kinerja.areas.reporting.forms.rows import LATE_REASON, DatedEntryForm, DayForm, EntryForm
from kinerja.areas.reporting.forms.typed import Typed, indicator_of
from kinerja.areas.reporting.queries import Line
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

_FIELDS = ("value", "note", "evidence")
#: a month of days for two indicators; more is one sheet after the other
MOST_ROWS = 62
#: empty rows behind "Tambah baris", which need no program in the browser
SPARE = 3


@dataclass(frozen=True, slots=True)
class Block:
    """An indicator on the sheet: the rows shown, and the names and keys of the empty ones behind "Tambah baris"."""

    indicator: Indicator
    forms: list[EntryForm]
    spare: list[tuple[str, UUID]]

    @property
    def has_errors(self) -> bool:
        return any(form.errors for form in self.forms)

    @property
    def is_filled(self) -> bool:
        return any(form.is_bound or form.initial.get("value") for form in self.forms)


class Sheet:
    """Sent (`data`), it looks only at the filled rows and asks no table; `blocks()` puts the others around them again.

    Not yet sent, it shows what is `typed`: a draft, or what a template put there.
    """

    def __init__(
        self, data: Any = None, files: Any = None, day: Any = None, typed: Typed | None = None
    ) -> None:
        self.data = data
        self.day = DayForm(data, initial={"day": day or clock.today()})
        self.typed = typed or {}
        self.rows: dict[str, EntryForm] = {}
        self.mistake = ""
        self.asks_why_late = data is not None and bool(data.get(LATE_REASON))
        if data is not None:
            for row in _filled(data, files):
                kind: type[EntryForm] = DatedEntryForm if f"{row}-day" in data else EntryForm
                self.rows[row] = kind(data, files, prefix=row)

    def is_valid(self) -> bool:
        """Whether there is something to save and all of it can be read."""
        if not self.rows:
            self.mistake = gettext(
                "Belum ada angka yang diisi, jadi tidak ada yang disimpan. Pilih indikator dan isi angkanya."
            )
        elif len(self.rows) > MOST_ROWS:
            self.mistake = gettext(
                "Satu lembar memuat paling banyak %(most)d baris, sedangkan ini %(rows)d. "
                "Kosongkan sebagian, simpan, lalu isi sisanya."
            ) % {"most": MOST_ROWS, "rows": len(self.rows)}
            return False
        valid = [form.is_valid() for form in (self.day, *self.rows.values())]
        return bool(self.rows) and all(valid)

    def indicator_ids(self) -> set[UUID]:
        """The indicators that are reported on."""
        return {_indicator(row) for row in self.rows}

    def fits(self, lines: dict[UUID, Line]) -> bool:
        """Whether the day is possible for every row; the mistake is shown at the day it stands in."""
        today, right = clock.today(), True
        for row, form in self.rows.items():
            try:
                refuse_day(lines[_indicator(row)], self._day_of(form), today)
            except WrongDay as refused:
                own = isinstance(form, DatedEntryForm)
                (form if own else self.day).add_error("value" if own else "day", refused.sentence)
                if not own:
                    return False
                right = False
        return right

    def entries(self) -> list[Entry]:
        """What was typed, as the act takes it."""
        return [form.entry(_indicator(row), self._day_of(form)) for row, form in self.rows.items()]

    def _day_of(self, form: EntryForm) -> date:
        day: date = form.cleaned_data.get("day") or self.day.cleaned_data["day"]
        return day

    def blocks(self, indicators: Iterable[Indicator]) -> list[Block]:
        """Each indicator with its rows: as they were typed, or one that is empty."""
        return [self._block(each) for each in indicators]

    def _block(self, indicator: Indicator) -> Block:
        name = str(indicator.pk)
        rows = [row for row in (*self.rows, *self.typed) if row.partition(".")[0] == name]
        rows = sorted(dict.fromkeys([name, *rows]), key=_number)
        forms = [self._form(row, indicator) for row in rows]
        last = _number(rows[-1])
        return Block(indicator, forms, [(f"{name}.{last + n}", uuid7()) for n in range(1, SPARE + 1)])

    def _form(self, row: str, indicator: Indicator) -> EntryForm:
        form = self.rows.get(row)
        if form is None:
            form = EntryForm(prefix=row, initial=self.typed.get(row), indicator=indicator)
        form.indicator = indicator
        form.fields["value"].label = gettext("Angka (%(unit)s)") % {"unit": indicator.unit_of_measure}
        return form

    def orphans(self, indicators: Iterable[Indicator]) -> list[EntryForm]:
        """Filled rows of indicators that can no longer be reported on: shown, so that nothing typed is lost."""
        known = {each.pk for each in indicators}
        return [form for row, form in self.rows.items() if _indicator(row) not in known]


def _indicator(row: str) -> UUID:
    found = indicator_of(row)
    assert found is not None  # _filled let only rows through
    return found


def _number(row: str) -> int:
    return int(row.partition(".")[2] or 1)


def _filled(data: Any, files: Any) -> list[str]:
    """The rows that hold a number, a note or a file, each once."""
    found: dict[str, None] = {}
    for name in (*data, *files):
        row, _dash, field = name.rpartition("-")
        if field in _FIELDS and (name in files or data[name].strip()) and _is_row(row):
            found[row] = None
    return list(found)


def _is_row(row: str) -> bool:
    number = row.partition(".")[2]
    return indicator_of(row) is not None and (not number or (number.isdecimal() and len(number) < 4))
