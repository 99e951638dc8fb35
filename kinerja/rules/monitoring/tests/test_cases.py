"""Every case of `monitoring/cases/*.toml`, run against its rule."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules.codes import Consolidation, Polarity
from kinerja.rules.monitoring import share
from kinerja.rules.monitoring.pace import pace
from kinerja.rules.periods import quarter
from kinerja.rules.planning.achievement import Target
from kinerja.rules.tests import cases
from kinerja.rules.verdict import Verdict

ROOM = Path(__file__).parents[1]
ON = date(2026, 9, 1)


def _decimal(given: Mapping[str, Any], key: str) -> Decimal | None:
    return Decimal(given[key]) if key in given else None


def _pace(given: Mapping[str, Any]) -> Verdict[Any]:
    return pace(
        polarity=Polarity(given["polarity"]),
        consolidation=Consolidation(given["consolidation"]),
        target=Target.between(*given["range"]) if "range" in given else Target.of(given["target"]),
        achieved=_decimal(given, "achieved"),
        share=Fraction(given["share"]),
        on=ON,
        baseline=_decimal(given, "baseline"),
        unit=given.get("unit", ""),
    )


def _share(given: Mapping[str, Any]) -> Fraction:
    if "quarters" in given:
        parts = {quarter(given["year"], n): part for n, part in enumerate(given["quarters"], start=1)}
        return share.seasonal(parts, given["today"])
    return share.linear(
        given["start"],
        given["end"],
        given["today"],
        frozenset(given.get("free_days", ())),
        weekend=given.get("weekend", (5, 6)),
    )


@pytest.mark.parametrize("case", cases.named(ROOM, "pace"))
def test_every_case_of_pace(case):
    cases.check(case, {"pace": _pace})


@pytest.mark.parametrize("case", cases.named(ROOM, "share"))
def test_every_case_of_share(case):
    assert _share(case.given) == Fraction(case.wanted["expect"])
