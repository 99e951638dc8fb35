"""The JSON Schema that a rule shows is one, and it lets in whatever the rule answers."""

import json
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kinerja.rules import catalogue, described, examples, inputs
from kinerja.rules.tests import cases, generate

QUESTIONS = [
    pytest.param(function, id=f"{rule.name}.{function.__name__}")
    for rule in catalogue.RULES
    for function in rule.functions
]
#: of another shape than the rule asks for: a field missing, unknown, of another type, a code or a day that there is not
MISSHAPEN = [
    ("assessment.quadrant", {"work": "DIATAS"}),
    ("assessment.quadrant", {"work": "DIATAS", "behaviour": "BAGUS"}),
    ("assessment.quadrant", {"work": "DIATAS", "behaviour": "SESUAI", "weight": 60}),
    ("assessment.quadrant", ["DIATAS", "SESUAI"]),
    ("allowance.event_cuts", {"tpp": "banyak", "events": [], "on": "2026-11-24"}),
    ("allowance.event_cuts", {"tpp": 5000000.5, "events": [], "on": "2026-11-24"}),
    ("allowance.event_cuts", {"tpp": 5000000, "events": {}, "on": "2026-11-24"}),
    ("allowance.event_cuts", {"tpp": 5000000, "events": [], "on": "2026-02-30"}),
    ("allowance.event_cuts", {"tpp": 5000000, "events": [{"event": "APEL"}], "on": "2026-11-24"}),
]


@cache
def validator(function):
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(inputs.schema(function), format_checker=checker)


def mistakes(function, value):
    return [f"{each.json_path}: {each.message}" for each in validator(function).iter_errors(value)]


def as_json(value, number):
    """What a case gives, as JSON holds it; a number with a point as text or as a number."""

    def plain(each):
        return number(each) if isinstance(each, Decimal) else inputs.plain_value(each)

    return json.loads(json.dumps(examples.without_none(value), default=plain))


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_what_a_rule_shows_of_its_inputs_is_json_schema_of_2020_12(rule):
    for shown in json.loads(json.dumps(described.described(rule)))["functions"]:
        Draft202012Validator.check_schema(shown["inputs"])
        assert shown["inputs"]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("number", [str, float])
@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_case_that_is_answered_fits_the_schema(rule, number):
    for case in cases.load(examples.cases(rule)):
        if "refuses" not in case.wanted:
            assert mistakes(rule.function(case.function), as_json(case.given, number)) == [], case.name


@pytest.mark.parametrize("function", QUESTIONS)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_question_of_the_declared_types_fits_the_schema(function, data):
    assert mistakes(function, data.draw(generate.arguments(function))) == []


@pytest.mark.parametrize(("name", "value"), MISSHAPEN)
def test_what_has_not_the_shape_is_refused_by_the_schema_and_by_the_reader(name, value):
    function = catalogue.rule(name).function()

    assert mistakes(function, value)
    with pytest.raises(inputs.BadInput):
        inputs.read(function, json.dumps(value))


@pytest.mark.parametrize("share", [1, 0.5, "0.5", "1/2", "1e-3"])
def test_a_fraction_is_read_as_the_schema_says(share):
    pace = catalogue.rule("monitoring.pace").function()
    asked = as_json(cases.load(examples.cases(catalogue.rule("monitoring.pace")))[0].given, str)

    assert mistakes(pace, {**asked, "share": share}) == []
    assert inputs.read(pace, json.dumps({**asked, "share": share}))


@pytest.mark.parametrize("share", ["setengah", "1/2/3", "", True, None])
def test_what_is_no_fraction_is_refused_by_both(share):
    pace = catalogue.rule("monitoring.pace").function()
    asked = as_json(cases.load(examples.cases(catalogue.rule("monitoring.pace")))[0].given, str)

    assert mistakes(pace, {**asked, "share": share})
    with pytest.raises(inputs.BadInput):
        inputs.read(pace, json.dumps({**asked, "share": share}))
