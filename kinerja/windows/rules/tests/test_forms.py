"""The form of a rule: made from its types, filled with an example, read as the command line's JSON."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.rules import asking, catalogue, inputs
from kinerja.rules.codes import Predicate, Rating
from kinerja.rules.inputs import BadInput
from kinerja.rules.tests import generate
from kinerja.windows.rules import queries
from kinerja.windows.rules.forms.filled import MOST_ROWS, Form
from kinerja.windows.rules.forms.shape import asked

QUESTIONS = [question for rule in catalogue.RULES for question in asking.questions(rule)]


def sent(form: Form) -> dict[str, str]:
    """What a browser sends of a form."""
    data = {}
    for part in form.everything():
        kind = part.shape.kind
        if kind in ("rows", "map"):
            data[f"{part.path}.rows"] = str(len(part.parts))
        elif kind == "record" and part.parts:
            data[f"{part.path}.open"] = "1"
        elif kind == "flag":
            data |= {part.path: "on"} if part.text else {}
        elif not part.parts:
            data[part.path] = part.text
    return data


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: f"{each.name}")
def test_the_answer_of_a_form_is_the_answer_of_the_command_line(question: asking.Question) -> None:
    function = question.function
    example = queries.prefill(question.rule, function)
    wanted = asking.ask(question, example)

    filled = Form.of_example(function, example)
    again = Form.of_post(function, sent(filled))

    assert asking.ask(question, filled.given()).verdict == wanted.verdict
    assert asking.ask(question, again.given()).verdict == wanted.verdict


def answered(question: asking.Question, asked_for: Mapping[str, Any]) -> Any:
    """The value; nothing where the question is refused."""
    try:
        return asking.ask(question, asked_for).verdict.value
    except BadInput:
        return "refused"


def typable(value: Any) -> Any:
    """What a person can type in a field: no powers of ten, no numbers of thirty digits, and some text."""
    if isinstance(value, Mapping):
        return {typable(key): typable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typable(each) for each in value]
    if isinstance(value, str):
        if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{5,8}", value):
            return f"{value}+07:00"  # a clock on the wall is the clock of Jambi
        text = " ".join("".join(each for each in value if each.isprintable()).split()) or "x"
        return (
            "7" if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text) and ("e" in text or len(text) > 12) else text
        )
    return 7 if isinstance(value, int) and abs(value) > 10**9 else value


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: f"{each.name}")
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_whatever_is_typed_a_form_answers_as_the_command_line(
    question: asking.Question, data: st.DataObject
) -> None:
    asked_for = typable(data.draw(generate.arguments(question.function)))

    filled = Form.of_post(question.function, sent(Form.of_example(question.function, asked_for)))

    assert answered(question, filled.given()) == answered(question, asked_for)


def test_what_must_be_said_and_may_be_nothing_is_sent_as_nothing() -> None:
    question = asking.named("planning.achievement.band")
    form = Form.of_post(question.function, {"percent": "", "on": "2026-01-01"})

    assert form.given() == {"percent": None, "on": "2026-01-01"}
    assert answered(question, form.given()) is None


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: f"{each.name}")
def test_an_empty_form_is_refused_or_answered_and_every_mistake_is_shown(question: asking.Question) -> None:
    form = Form.of_post(question.function, {})
    wrong: BadInput | None = None
    try:
        asking.ask(question, form.given())
    except BadInput as refused:
        wrong = refused
        form.refuse(refused.mistakes)

    assert len(form.summary()) == len(wrong.mistakes if wrong else ())


@dataclass(frozen=True)
class Line:
    name: str
    amount: Decimal = Decimal(1)
    known: bool = True


def every_kind(
    text: str, whole: int, number: Decimal, share: Fraction, flag: bool, day: date, at: datetime, code: Rating,
    lines: tuple[Line, ...], counts: Mapping[Predicate, int], words: Mapping[str, int], pairs: tuple[tuple[Rating, Decimal], ...],
    choice: Literal["a", "b"], days: frozenset[date] = frozenset(), line: Line | None = None, maybe: int | None = None,
) -> None:  # fmt: skip
    """A function that takes everything a rule may take."""


TYPED = {
    "text": " apa ", "whole": "1.234", "number": "1.234,5", "share": "3/4", "flag": "on", "day": "3-3-2026",
    "at": "2026-03-03T10:00", "code": "DIATAS", "choice": "b",
    "lines.rows": "2", "lines.0.name": "satu", "lines.0.amount": "2,5", "lines.1.name": "dua", "lines.1.known": "on",
    "counts.BAIK": "3", "words.rows": "2", "words.0.key": "x", "words.0.value": "7", "words.1.key": "",
    "pairs.rows": "1", "pairs.0.0": "DIATAS", "pairs.0.1": "85", "days.rows": "1", "days.0": "2026-01-01",
}  # fmt: skip


def test_what_is_typed_becomes_the_json_that_the_rule_reads() -> None:
    given = Form.of_post(every_kind, TYPED).given()

    assert given == {
        "text": "apa", "whole": 1234, "number": "1234.5", "share": "3/4", "flag": True, "day": "2026-03-03",
        "at": "2026-03-03T10:00+07:00", "code": "DIATAS", "choice": "b",
        "lines": [{"name": "satu", "amount": "2.5", "known": False}, {"name": "dua", "known": True}],
        "counts": {"BAIK": 3}, "words": {"x": 7}, "pairs": [["DIATAS", "85"]], "days": ["2026-01-01"],
    }  # fmt: skip
    assert inputs.of(every_kind, given)["lines"][1] == Line("dua")


def test_each_argument_is_asked_in_the_way_of_its_type() -> None:
    kinds = {shape.name: (shape.kind, shape.required) for shape in asked(every_kind)}

    assert kinds["code"] == ("code", True)
    assert kinds["lines"] == ("rows", True)
    assert kinds["counts"] == ("codes", True)
    assert kinds["line"] == ("record", False)
    assert kinds["maybe"] == ("whole", False)


@pytest.mark.parametrize("text", ["1.234", "dua", "1,2,3", "NaN", "1e400"])
def test_a_number_that_could_be_two_or_none_is_refused_at_its_field(text: str) -> None:
    form = Form.of_post(every_kind, TYPED | {"number": text})

    with pytest.raises(BadInput) as wrong:
        inputs.of(every_kind, form.given())
    form.refuse(wrong.value.mistakes)

    [(target, _label, sentence)] = form.summary()
    assert target == "id-number"
    assert text in sentence or "panjang" in sentence


@pytest.mark.parametrize(("field", "text"), [("share", "3/0"), ("share", "x/y"), ("whole", "1,5"), ("day", "30-02-2026"),
    ("at", "besok"), ("code", "HEBAT"), ("lines.1.amount", "banyak"), ("counts.BAIK", "tiga")])  # fmt: skip
def test_a_mistake_goes_to_the_field_where_it_was_made(field: str, text: str) -> None:
    form = Form.of_post(every_kind, TYPED | {field: text})

    with pytest.raises(BadInput) as wrong:
        inputs.of(every_kind, form.given())
    form.refuse(wrong.value.mistakes)

    assert [part.path for part in form.everything() if part.mistakes] == [field]


def test_a_mistake_inside_what_is_not_shown_goes_to_the_nearest_around_it() -> None:
    form = Form.of_post(every_kind, TYPED)
    form.refuse(
        [inputs.Mistake("lines.7.name", "", "Salah.", {}), inputs.Mistake("nowhere", "", "Salah.", {})]
    )

    assert [part.path for part in form.everything() if part.mistakes] == ["lines"]
    assert form.elsewhere == ["Salah."]


def test_a_row_is_added_and_the_right_one_taken_away() -> None:
    form = Form.of_post(every_kind, TYPED)

    form.change("add", "lines")
    form.change("remove", "lines.0")

    rows = next(part for part in form.parts if part.path == "lines").parts
    assert [row.path for row in rows] == ["lines.0", "lines.1"]
    assert [part.text for part in rows[0].parts] == ["dua", "", "on"]
    assert [part.path for part in rows[1].parts] == ["lines.1.name", "lines.1.amount", "lines.1.known"]
    assert rows[1].parts[1].text == "1"


def test_a_record_that_may_be_left_out_is_opened_and_emptied() -> None:
    form = Form.of_post(every_kind, TYPED)
    form.change("add", "line")
    assert "line" in Form.of_post(every_kind, sent(form)).given()

    form.change("remove", "line")

    assert "line" not in form.given()


def an_allowance(must: int, staff: Rating = Rating.SESUAI, capped: bool = True, lines: tuple[Line, ...] = (),
                 words: Mapping[str, int] | None = None) -> None:  # fmt: skip
    """One thing that must be said, four that may."""


def test_what_may_stay_as_it_is_is_folded_away_and_named() -> None:
    form = Form.of_example(an_allowance, {"must": 1})

    assert [part.path for part in form.folds.shown] == ["must"]
    assert [part.path for part in form.folds.left] == ["staff", "capped", "lines", "words"]
    assert form.folds.names == ", ".join(part.label for part in form.folds.left)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [({"staff": "DIATAS"}, "staff"), ({"capped": ""}, "capped"), ({"lines.rows": "1"}, "lines")],
)
def test_what_was_said_comes_out_of_the_fold(typed: dict[str, str], shown: str) -> None:
    as_it_was = {"must": "1", "staff": "SESUAI", "capped": "on"}
    form = Form.of_post(an_allowance, as_it_was | typed)

    assert [part.path for part in form.folds.shown] == ["must", shown]


def test_a_mistake_is_never_folded_away() -> None:
    form = Form.of_example(an_allowance, {"must": 1})
    form.refuse([inputs.Mistake("words", "", "Salah.", {})])

    assert [part.path for part in form.folds.shown] == ["must", "words"]


def test_many_rows_are_folded_unless_one_is_wrong_or_just_came() -> None:
    typed = {"must": "1", "staff": "SESUAI", "capped": "on", "lines.rows": "6"}
    form = Form.of_post(an_allowance, typed)
    [lines] = [part for part in form.parts if part.path == "lines"]
    assert (lines.is_long, lines.is_touched) == (True, False)

    form.change("add", "lines")
    assert lines.is_touched
    form.refuse([inputs.Mistake("lines.2.name", "", "Salah.", {})])
    assert not lines.is_long


def test_one_part_alone_and_a_form_of_nothing_else_are_not_folded() -> None:
    single = Form.of_post(an_allowance, {"must": "1", "staff": "DIATAS", "capped": "", "lines.rows": "1"})
    nothing = Form.of_example(optional_only, {})

    assert single.folds.left == []
    assert [part.path for part in nothing.folds.shown] == ["first", "second"]


def optional_only(first: int = 1, second: int = 2) -> None:
    """Nothing that must be said."""


@pytest.mark.parametrize("count", ["-1", "x", "", "99999999"])
def test_a_count_of_rows_that_no_form_has_means_none(count: str) -> None:
    assert Form.of_post(every_kind, TYPED | {"lines.rows": count}).given()["lines"] == []


def test_rows_end_somewhere() -> None:
    form = Form.of_post(every_kind, TYPED | {"lines.rows": "999999"})
    form.change("add", "lines")

    assert len(form.given()["lines"]) == MOST_ROWS


@pytest.mark.parametrize("path", ["", "x", "lines.99", "text", "lines.0.name"])
def test_a_button_that_no_form_has_changes_nothing(path: str) -> None:
    form: Any = Form.of_post(every_kind, TYPED)
    before = form.given()

    form.change("add", path)
    form.change("remove", path)

    assert form.given() == before
