"""What a simulated year is made of: the kinds of indicator, the report, the year with its truth."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from kinerja.rules.codes import Consolidation, Polarity

BEGINS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
DAYS = tuple(BEGINS + timedelta(n) for n in range((ENDS - BEGINS).days + 1))
#: days without work of an ordinary Indonesian year, the long ones of Idulfitri among them; a figure of the simulation, no decree
FREE = frozenset(
    date(2026, month, day)
    for month, day in (
        (1, 1), (1, 16), (2, 16), (2, 17), (3, 18), (3, 19), (3, 20), (3, 23), (3, 24), (4, 3), (5, 1), (5, 14), (5, 15),
        (5, 27), (5, 28), (6, 1), (6, 16), (8, 17), (8, 25), (12, 24), (12, 25),
    )
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """How an indicator is measured: consolidation and polarity, and whether it starts from a known figure."""

    name: str
    consolidation: Consolidation
    polarity: Polarity
    from_baseline: bool = False


KINDS = (
    Kind("SUM MAXIMIZE", Consolidation.SUM, Polarity.MAXIMIZE),
    Kind("SUM MINIMIZE", Consolidation.SUM, Polarity.MINIMIZE),
    Kind("AVERAGE MAXIMIZE", Consolidation.AVERAGE, Polarity.MAXIMIZE),
    Kind("AVERAGE MINIMIZE", Consolidation.AVERAGE, Polarity.MINIMIZE),
    Kind("AVERAGE STABILIZE", Consolidation.AVERAGE, Polarity.STABILIZE),
    Kind("LAST MAXIMIZE", Consolidation.TAKE_LAST_KNOWN, Polarity.MAXIMIZE, from_baseline=True),
    Kind("LAST MINIMIZE", Consolidation.TAKE_LAST_KNOWN, Polarity.MINIMIZE, from_baseline=True),
)


@dataclass(frozen=True)
class Reported:
    """A report: the day it is about, its figure, and the day on which it came in."""

    day: date
    value: float
    sent: date


@dataclass
class Year:
    """One indicator's whole year. `begins_on` is when the cause of a weak result began; None: there is none."""

    family: str
    kind: Kind
    seed: int
    target_low: float
    target_high: float
    baseline: float | None
    reports: list[Reported]
    outages: list[tuple[date, date]]
    last_year: list[float] | None
    begins_on: date | None
    final: float = field(init=False)

    def __post_init__(self) -> None:
        self.reports.sort(key=lambda each: (each.day, each.sent))
        values = [each.value for each in self.reports]
        if self.kind.consolidation is Consolidation.SUM:
            self.final = sum(values)
        elif self.kind.consolidation is Consolidation.AVERAGE:
            self.final = sum(values) / len(values) if values else 0.0
        else:
            self.final = values[-1] if values else self.baseline or 0.0

    @property
    def missed(self) -> bool:
        """Whether the year ends beyond the target on the bad side."""
        low = self.kind.polarity is not Polarity.MINIMIZE and self.final < self.target_low
        high = self.kind.polarity is not Polarity.MAXIMIZE and self.final > self.target_high
        return low or high
