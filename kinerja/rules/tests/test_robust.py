"""Whatever is asked, a rule answers with a verdict or a typed refusal, never with an exception of Python."""

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.rules import catalogue, inputs
from kinerja.rules.refusal import Refused
from kinerja.rules.tests import generate
from kinerja.rules.verdict import Verdict

QUESTIONS = [(rule, function) for rule in catalogue.RULES for function in rule.functions]
#: a value that no receipt may hold, by design
NEVER_STORED = {"identity.nik"}

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=6,
)


def answered(function, text):
    """The verdict, or None where the question is refused."""
    try:
        return function(**inputs.read(function, text))
    except (inputs.BadInput, Refused) as refusal:
        mistakes = refusal.mistakes if isinstance(refusal, inputs.BadInput) else [refusal]
        assert all(each.sentence() for each in mistakes)
        return None


@pytest.mark.parametrize(
    ("rule", "function"), [pytest.param(*each, id=f"{each[0].name}.{each[1].__name__}") for each in QUESTIONS]
)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_question_of_the_declared_types_gets_a_verdict_or_a_refusal(rule, function, data):
    verdict = answered(function, json.dumps(data.draw(generate.arguments(function))))

    if verdict is not None:
        assert all(verdict.sentences())
        assert verdict.all_cites
        if rule.name not in NEVER_STORED:
            assert Verdict.from_json(json.loads(json.dumps(verdict.to_json()))) == verdict


@pytest.mark.parametrize(
    "rule", [each for each in catalogue.RULES if each.nearest], ids=lambda rule: rule.name
)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_is_asked_the_nearest_change_gives_what_it_promises(rule, data):
    function = rule.function()
    try:
        asked = inputs.read(function, json.dumps(data.draw(generate.arguments(function))))
        found = rule.nearest(**asked)
    except (inputs.BadInput, Refused):
        return

    assert all(found.sentences())
    for change in found.value:
        assert function(**{**asked, **change.inputs}).value == change.value


@given(anything, st.sampled_from([function for _rule, function in QUESTIONS]))
def test_arbitrary_json_never_breaks_a_rule(value, function):
    answered(function, json.dumps(value))


@given(st.dictionaries(st.text(max_size=5), anything), st.data())
def test_a_field_of_another_kind_never_breaks_a_rule(odd, data):
    _rule, function = data.draw(st.sampled_from(QUESTIONS))
    fields = inputs.schema(function)["properties"]

    answered(function, json.dumps({**{name: data.draw(anything) for name in fields}, **odd}))


@pytest.mark.parametrize(
    "number", [" 1e999999999", "1e999999999 ", "\uff11e\uff19\uff19\uff19\uff19\uff19\uff19"]
)
def test_a_blank_or_another_script_does_not_carry_a_giant_number_in(number):
    pace = catalogue.rule("monitoring.pace").function()

    with pytest.raises(inputs.BadInput) as caught:
        inputs.of(pace, {"share": number})

    assert [each.field for each in caught.value.mistakes] == ["share"]


def test_the_widest_number_can_still_be_told():
    told = catalogue.rule("planning.cascade").function("covers_parent")(Decimal("1e30"), [Decimal("9" * 30)])

    assert "1.000.000.000.000.000.000.000.000.000.000" in told.sentences()[0]
