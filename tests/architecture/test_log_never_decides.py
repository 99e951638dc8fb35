"""The activity log never decides a rating or pay: a log can be written at no cost, what was reached cannot."""

import dataclasses
import inspect
import re
import typing
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from kinerja.areas.assessment import queries
from kinerja.areas.assessment.tests.factories import AFTER, make_review
from kinerja.areas.planning.tests.factories import make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.rules.catalogue import RULES
from kinerja.rules.rule import Rule
from kinerja.tools import clock

#: whatever speaks of how often, how long or how much somebody wrote
LOG = re.compile(
    r"(^|_)(reports?|reported|reporting|log|logs|activit(y|ies)|entries|notes?|evidence|files?|minutes|seconds|typed|drafts?)(_|$)"
)
#: names of the rules that speak of something else
ELSE = {
    "reports": "assessment.areas_to_improve: whether there is any; a list of advice, no rating",
    "minutes": "minutes of lateness, of the presence system",
    "short_minutes": "minutes short of the hours, of the presence system",
    "from_minutes": "minutes of lateness, in the tables of cuts",
}
DECIDING = [each for each in RULES if each.room in {"assessment", "allowance", "rewards", "discipline"}]


def names_of(kind: Any, seen: set[Any]) -> Iterator[str]:
    """The names of all that a rule may be told: its parameters, and the fields of what they hold."""
    for inner in typing.get_args(kind):
        yield from names_of(inner, seen)
    if dataclasses.is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            yield field.name
            yield from names_of(hints[field.name], seen)


def inputs_of(rule: Rule) -> set[str]:
    found: set[str] = set()
    for function in rule.functions:
        hints = typing.get_type_hints(function)
        for name in inspect.signature(function).parameters:
            found |= {name, *names_of(hints[name], set())}
    return found


def test_rules_of_rating_and_pay_were_found() -> None:
    assert len(DECIDING) > 25
    assert "achievement" in inputs_of(next(each for each in RULES if each.name == "allowance.productivity"))


@pytest.mark.parametrize("rule", DECIDING, ids=lambda rule: rule.name)
def test_no_rule_of_rating_or_pay_can_be_told_of_the_log(rule: Rule) -> None:
    assert {name for name in inputs_of(rule) if LOG.search(name)} - ELSE.keys() == set()


def test_sixty_reports_of_one_suggest_what_one_report_of_sixty_does(cast: Cast) -> None:
    with inside(cast.kota.pk), clock.at(AFTER):
        diligent, brief = cast.budi, make_member(cast.puskesmas, "Tono", password=None)
        wrote: dict[Any, Any] = {}
        for person in (diligent, brief):
            skp = make_skp(person)
            wrote[person.pk] = make_indicator(make_rhk(skp), target=240)
        for number in range(60):
            day = date(2026, 1, 5) + timedelta(days=number)
            make_evidence(make_report(wrote[diligent.pk], day, 1, note="Poli umum, pasien dilayani " * 20))
        make_report(wrote[brief.pk], date(2026, 3, 30), 60)

        facts = queries.facts_of(make_review(wrote[brief.pk].rhk.skp.period), [diligent.pk, brief.pk])

    told, short = facts[diligent.pk], facts[brief.pk]
    assert (told.rhks[0].reports, short.rhks[0].reports) == (60, 1)
    assert told.achievements == short.achievements
    assert told.achievements[0] is not None
    assert told.suggested.value == short.suggested.value
    assert told.rhks[0].suggested == short.rhks[0].suggested
