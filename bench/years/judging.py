"""What the rules say through a simulated year, looked at once a week, and how that compares with the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from bench.years.shapes import BEGINS, ENDS, FREE, Year
from kinerja.rules.codes import Consolidation
from kinerja.rules.monitoring.codes import DeviationState
from kinerja.rules.monitoring.deviation import deviation
from kinerja.rules.monitoring.forecast import Forecast, forecast
from kinerja.rules.monitoring.series import Away, Observed
from kinerja.rules.planning.achievement import Target

LOOKS = tuple(
    BEGINS + timedelta(25 + 7 * week) for week in range(49) if BEGINS + timedelta(25 + 7 * week) < ENDS
)
#: a warning must stand sixty days before the year ends, for causes before the first of October
IN_TIME, LAST_CAUSE = date(2026, 11, 1), date(2026, 10, 1)
NOMINAL = 80


@dataclass
class Judged:
    """A year with the spans in which a warning stood, and for each look whether the interval held the end."""

    year: Year
    warnings: list[tuple[date, date]]
    held: list[bool]

    @property
    def must_warn(self) -> bool:
        begun = self.year.begins_on
        return self.year.missed and begun is not None and begun < LAST_CAUSE

    @property
    def warned_in_time(self) -> bool:
        """A warning stood some time between the cause and sixty days before the end."""
        begun = self.year.begins_on or BEGINS
        return any(opened <= IN_TIME and closed > begun for opened, closed in self.warnings)


def judge(year: Year) -> Judged:
    """Ask the rules each week, as the nightly job does: only what had come in, outages once they are over."""
    since, opened, warnings, held = None, None, [], []
    for on in LOOKS:
        found = _ask(year, on)
        if found.low is not None and found.high is not None:
            held.append(found.low <= Decimal(str(round(year.final, 2))) <= found.high)
        verdict = deviation(
            forecast=found, polarity=year.kind.polarity, consolidation=year.kind.consolidation,
            target=_target(year), on=on, since=since, opened=opened is not None,
        ).value  # fmt: skip
        since = verdict.since
        if verdict.state is DeviationState.MENYIMPANG:
            opened = opened or on
        elif opened:
            warnings.append((opened, on))
            opened = None
    if opened:
        warnings.append((opened, ENDS + timedelta(1)))
    return Judged(year, warnings, held)


def _ask(year: Year, on: date) -> Forecast:
    kind = year.kind
    return forecast(
        polarity=kind.polarity, consolidation=kind.consolidation, target=_target(year), start=BEGINS, end=ENDS, on=on,
        observations=weekly(year, on), baseline=None if year.baseline is None else Decimal(str(year.baseline)),
        last_year=tuple(Decimal(str(each)) for each in year.last_year or ()), free_days=FREE,
        away=tuple(Away(begin, end) for begin, end in year.outages if end < on),
    ).value  # fmt: skip


def _target(year: Year) -> Target:
    return Target.between(Decimal(str(year.target_low)), Decimal(str(year.target_high)))


def weekly(year: Year, on: date) -> tuple[Observed, ...]:
    """What had come in by a day, a figure a week, as the product's own query adds it up."""
    last = year.kind.consolidation is Consolidation.TAKE_LAST_KNOWN
    weeks: dict[tuple[int, int], Observed] = {}
    for each in year.reports:
        if each.sent > on or each.day > on:
            continue
        week, value = each.day.isocalendar()[:2], Decimal(str(each.value))
        before = weeks.get(week)
        total = value if before is None or last else before.value + value
        weeks[week] = Observed(each.day, total, 1 if before is None else before.count + 1)
    return tuple(weeks.values())


@dataclass
class Line:
    """One line of the table."""

    name: str
    missed: int = 0
    warned: int = 0
    fine: int = 0
    false: int = 0
    looks: int = 0
    held: int = 0

    def add(self, judged: Judged) -> None:
        if judged.must_warn:
            self.missed += 1
            self.warned += judged.warned_in_time
        if not judged.year.missed:
            self.fine += 1
            self.false += bool(judged.warnings)
        self.looks += len(judged.held)
        self.held += sum(judged.held)

    def row(self) -> str:
        def of(part: int, whole: int) -> str:
            return f"{part} / {whole} | {100 * part / whole:.0f}%" if whole else "– | –"

        held = f"{100 * self.held / self.looks:.0f}%" if self.looks else "–"
        return f"| {self.name} | {of(self.warned, self.missed)} | {of(self.false, self.fine)} | {held} |"


def lines(every: Iterable[Judged]) -> Iterator[Line]:
    """Each family, each kind of indicator, and all of them."""
    found: dict[str, Line] = {}
    for judged in every:
        for name in (judged.year.family, judged.year.kind.name, "all"):
            found.setdefault(name, Line(name)).add(judged)
    together = found.pop("all")
    yield from found.values()
    yield together
