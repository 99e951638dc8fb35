"""Every case of `planning/cases/*.toml`, run against its rule."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules.codes import (
    AchievementBand,
    Aspect,
    AssignmentSource,
    Consolidation,
    PeriodKind,
    Polarity,
    RhkKind,
    TreeLevel,
)
from kinerja.rules.planning import achievement, cascade, consolidation, indicator_quality
from kinerja.rules.planning.achievement import Target
from kinerja.rules.tests import cases
from kinerja.rules.verdict import Verdict

ON = date(2026, 12, 31)


def _numbers(row: list[Any]) -> list[Decimal | None]:
    return [None if each == "none" else Decimal(each) for each in row]


def _achievement(given: Mapping[str, Any]) -> Verdict[Any]:
    if "band_of" in given:
        own = given.get("bands")
        bands = own and tuple((AchievementBand(code), Decimal(low)) for code, low in own.items())
        return achievement.band(Decimal(given["band_of"]), on=ON, bands=bands)
    if "average_of" in given:
        cap = Decimal(given["cap"]) if "cap" in given else None
        return achievement.average(_numbers(given["average_of"]), on=ON, cap=cap)
    target = Target.between(*given["range"]) if "range" in given else Target.of(given["target"])
    realisation = Decimal(given["realisation"]) if "realisation" in given else None
    return achievement.achievement(Polarity(given["polarity"]), target, realisation)


def _cascade(given: Mapping[str, Any]) -> Verdict[Any]:
    if "parent" in given:
        return cascade.covers_parent(Decimal(given["parent"]), _numbers(given["children"]))
    plan = [
        cascade.RhkDraft(
            row["statement"],
            RhkKind(row.get("kind", "UTAMA")),
            row.get("superior_rhk"),
            AssignmentSource(row["assignment"]) if "assignment" in row else None,
            row.get("indicators", 1),
        )
        for row in given["plan"]
    ]
    return cascade.may_be_approved(
        plan,
        is_head=given.get("is_head", False),
        is_quantitative=given.get("is_quantitative", True),
    )


CODES = {"polarity": Polarity, "period": PeriodKind, "level": TreeLevel}


def _quality(given: Mapping[str, Any]) -> Verdict[Any]:
    if "rhk" in given:
        return indicator_quality.check_rhk(given["rhk"], [Aspect(code) for code in given["aspects"]])
    read = {key: CODES[key](value) if key in CODES else value for key, value in given.items()}
    if "target" in read:
        read["target"] = Target.of(read["target"])
    return indicator_quality.check(indicator_quality.IndicatorDraft(**read))


RULES = {
    "achievement": _achievement,
    "consolidation": lambda given: consolidation.consolidate(
        Consolidation(given["kind"]), _numbers(given["figures"])
    ),
    "cascade": _cascade,
    "indicator_quality": _quality,
}


@pytest.mark.parametrize("case", cases.in_folder(Path(__file__).parents[1]))
def test_every_case_of_planning(case):
    cases.check(case, RULES)
