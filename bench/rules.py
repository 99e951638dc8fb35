"""The rules alone, on one core: answers a second of each question, and a whole month for 100,000 people.

Without a database. A month of one person: his attendance (clock times of 21 working days, or their codes), the cuts, the TPP,
the predikat of the quadrant and the angka kredit; every verdict is made with all its steps, as a receipt keeps them.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kinerja.rules import asking, catalogue, examples
from kinerja.rules.allowance import monthly_payment
from kinerja.rules.allowance.attendance_codes import AttendanceTally, WorkDay, month_codes
from kinerja.rules.assessment import credit_points, quadrant
from kinerja.rules.codes import Jenjang, Rating
from kinerja.rules.verdict import Verdict

PEOPLE = 100_000
SECONDS = 0.3
MONTH = date(2026, 3, 1)
SHIFT = (450, 960)
TPP = (2_000_000, 3_250_000, 5_000_000, 7_800_000)


@dataclass(frozen=True)
class Chain:
    """One way through the month: people a second, microseconds of one, and the memory at its highest before and after."""

    name: str
    people: int
    seconds: float
    before_mib: float
    after_mib: float

    @property
    def microseconds(self) -> float:
        return self.seconds / self.people * 1_000_000


def each_rule() -> Iterator[tuple[str, float]]:
    """The example of each rule: name and answers a second."""
    for rule in catalogue.RULES:
        found = examples.example(rule)
        assert found is not None
        arguments, function = found.arguments, found.function
        count, begun = 0, time.perf_counter()
        while (spent := time.perf_counter() - begun) < SECONDS:
            for _each in range(10):
                function(**arguments)
            count += 10
        yield asking.Question(rule, function).name, count / spent


def chains(people: int = PEOPLE) -> Iterator[Chain]:
    """The month from codes and from clock times."""
    for name, attend in (("from codes", _from_codes), ("from clock times", _from_days)):
        _run(attend, 200)  # figures are read once
        before, begun = _memory(), time.perf_counter()
        _run(attend, people)
        yield Chain(name, people, time.perf_counter() - begun, before, _memory())


def _run(attend: Callable[[int, Any], Verdict[Any]], people: int) -> None:
    ratings, levels = tuple(Rating), tuple(Jenjang)
    months = _months()
    for number in range(people):
        predicate = quadrant.predicate(ratings[number % 3], ratings[number // 3 % 3])
        attend(TPP[number % 4], months[number % len(months)], predicate.value)
        credit_points.conversion(levels[number % len(levels)], predicate.value, 1, on=MONTH)


def _from_codes(tpp: int, month: tuple[tuple[WorkDay, ...], AttendanceTally], predicate: Any) -> Verdict[Any]:
    return monthly_payment.payment(tpp, month[1], MONTH, predicate)


def _from_days(tpp: int, month: tuple[tuple[WorkDay, ...], AttendanceTally], predicate: Any) -> Verdict[Any]:
    return monthly_payment.from_days(tpp, month[0], MONTH, predicate)


def _months() -> list[tuple[tuple[WorkDay, ...], AttendanceTally]]:
    """Fifty months of 21 working days: nine days in ten are punctual, the others late, early or away."""
    chance = random.Random(20260301)  # noqa: S311 - figures that anybody can make again
    days = [day for n in range(31) if (day := MONTH + timedelta(n)).weekday() < 5][:21]
    made = [tuple(_day(day, chance) for day in days) for _each in range(50)]
    return [(month, month_codes(month, month=MONTH).value) for month in made]


def _day(day: date, chance: random.Random) -> WorkDay:
    begins, ends = SHIFT
    kind = chance.random()
    if kind < 0.02:
        return WorkDay(day, begins, ends)
    late = chance.choice((5, 40, 70, 120)) if kind < 0.07 else -3
    early = chance.choice((5, 40, 70, 120)) if kind > 0.95 else -3
    return WorkDay(day, begins, ends, begins + late, ends - early)


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show() -> None:
    print("| question (its example) | answers/s |\n|---|---|")
    for name, per_second in each_rule():
        print(f"| {name} | {per_second:,.0f} |")
    print(
        "\n| one month of each person | people | s | µs each | MiB before | MiB after |\n|---|---|---|---|---|---|"
    )
    for each in chains():
        print(f"| {each.name} | {each.people:,} | {each.seconds:.1f} | {each.microseconds:.0f} "
              f"| {each.before_mib:.1f} | {each.after_mib:.1f} |")  # fmt: skip


if __name__ == "__main__":
    show()
