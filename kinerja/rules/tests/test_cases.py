"""Every case of every rule, read as the command line reads it. A failure names the rule and the case."""

from pathlib import Path

import pytest

from kinerja.rules import catalogue
from kinerja.rules.tests import cases

ROOMS = Path(catalogue.__file__).parent


def every_case():
    for rule in catalogue.RULES:
        path = ROOMS / rule.room / "cases" / f"{rule.module}.toml"
        for case in cases.load(path):
            yield pytest.param(rule, case, id=f"{rule.name}: {case.name}")


@pytest.mark.parametrize(("rule", "case"), list(every_case()))
def test_every_case_of_every_rule(rule, case):
    cases.check_rule(rule, case)


@pytest.mark.parametrize(
    "rule", [each for each in catalogue.RULES if each.nearest], ids=lambda rule: rule.name
)
def test_the_nearest_change_does_give_what_it_promises(rule):
    tried = 0
    for case in cases.load(ROOMS / rule.room / "cases" / f"{rule.module}.toml"):
        if case.function or "refuses" in case.wanted:
            continue
        given = cases.arguments(rule, case)
        for change in rule.nearest(**given).value:
            tried += 1
            assert rule.function()(**{**given, **change.inputs}).value == change.value, case.name

    assert tried
