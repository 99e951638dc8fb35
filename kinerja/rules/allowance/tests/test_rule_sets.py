"""A rule set by name is read as its rows say, not as the national one happens to say today."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja.rules import parameters
from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import DeductionBase, TppExample
from kinerja.rules.codes import PeriodKind
from kinerja.rules.refusal import Refused

DAY = date(2026, 3, 1)
OTHERWISE = {
    "instansi": "Kabupaten Contoh",
    "performance": 40,
    "discipline": 60,
    "deduction_base": "TOTAL",
    "event_base": "DISIPLIN",
    "evaluation": "TRIWULANAN",
    "without_evaluation": 25,
    "missing_clock": 2,
}


@pytest.fixture
def otherwise(monkeypatch):
    """The rule set of Tebo with settings that all differ from the national ones, until the end of 2026."""
    table = parameters.table("allowance.example.tebo_2022", on=DAY)
    other = replace(table, rows=(OTHERWISE,), cite=replace(table.cite, in_force_until=date(2026, 12, 31)))
    monkeypatch.setattr(parameters, "table", lambda _name, *, on: other)
    rule_sets._example.cache_clear()
    yield
    rule_sets._example.cache_clear()


@pytest.mark.usefixtures("otherwise")
def test_every_setting_of_a_rule_set_is_its_own():
    decree = rule_sets.chosen(TppExample.TEBO_2022, None, DAY)

    assert (decree.performance, decree.discipline) == (Decimal(40), Decimal(60))
    assert (decree.deduction_base, decree.event_base) == (DeductionBase.TOTAL, DeductionBase.DISIPLIN)
    assert decree.evaluation is PeriodKind.TRIWULANAN
    assert (decree.without_evaluation, decree.missing_clock) == (Decimal(25), Decimal(2))
    assert decree.effective_until == date(2026, 12, 31)


@pytest.mark.usefixtures("otherwise")
def test_a_rule_set_that_has_ended_is_refused():
    with pytest.raises(Refused) as caught:
        rule_sets.chosen(TppExample.TEBO_2022, None, date(2027, 1, 1))

    assert caught.value.field == "on"
