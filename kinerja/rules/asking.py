"""One question to one rule, from outside: the command line, the interface and the pages all ask here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from kinerja.rules import catalogue, inputs, plain
from kinerja.rules.citation import Citation
from kinerja.rules.coded import Coded
from kinerja.rules.inputs import BadInput, Mistake
from kinerja.rules.refusal import Refused
from kinerja.rules.rule import Function, Rule
from kinerja.rules.verdict import Change, Step, Verdict
from kinerja.rules.wording import as_is, fill
from kinerja.rules.wording import gettext_noop as _

Translate = Callable[[str], str]


class NoRule(LookupError):
    """No rule, or no question of a rule, has this name."""

    def __init__(self, name: str, near: str) -> None:
        self.name, self.near = name[:80], near
        super().__init__(self.sentence())

    def sentence(self, translate: Translate = as_is) -> str:
        unknown = _("Aturan “{name}” tidak dikenal. Daftarnya: 'kinerja rule list' atau GET /api/v1/rules.")
        template = _("Aturan “{name}” tidak dikenal. Mungkin yang dimaksud {near}.") if self.near else unknown
        return fill(template, {"name": self.name, "near": self.near}, translate)


@dataclass(frozen=True, slots=True)
class Question:
    """A rule and the one of its functions that is asked."""

    rule: Rule
    function: Function

    @property
    def name(self) -> str:
        """`assessment.objection`, with the function where it is not the main one."""
        is_main = self.function is self.rule.function()
        return self.rule.name if is_main else f"{self.rule.name}.{self.function.__name__}"


@dataclass(frozen=True, slots=True)
class Answer:
    """`given` is what was asked, as JSON holds it; `changes` are the nearest ones that give a better value."""

    question: Question
    given: Mapping[str, Any]
    verdict: Verdict[Any]
    changes: tuple[Change, ...] = field(default=())

    def to_json(self, translate: Translate = as_is) -> dict[str, Any]:
        """Value and steps for a program; with `result` in the exact form that `replay` compares."""
        rule, verdict = self.question.rule, self.verdict
        return {
            "rule": rule.name,
            "function": self.question.function.__name__,
            "version": rule.version,
            "inputs": self.given,
            "value": simple(verdict.value),
            "text": plain.told(verdict.value, translate),
            "steps": [step_json(step, verdict.cites_of(step), translate) for step in verdict.steps],
            "cites": [cite.to_json() for cite in verdict.all_cites],
            "nearest": [
                {
                    "inputs": simple(each.inputs),
                    "value": simple(each.value),
                    "message": each.step.sentence(translate),
                }
                for each in self.changes
            ],
            "result": _exact(verdict),
        }


def named(name: str) -> Question:
    """The main question of `room.rule`, or `room.rule.function`; raises `NoRule`."""
    for rule in catalogue.RULES:
        if name == rule.name:
            return Question(rule, rule.function())
        if name.startswith(f"{rule.name}."):
            for function in rule.functions:
                if name == f"{rule.name}.{function.__name__}":
                    return Question(rule, function)
    every = [each.name for rule in catalogue.RULES for each in questions(rule)]
    raise NoRule(name, next(iter(get_close_matches(name[:80], every, 1)), ""))


def questions(rule: Rule) -> tuple[Question, ...]:
    """Everything that the rule can be asked, its main question first."""
    return tuple(Question(rule, function) for function in rule.functions)


def ask(question: Question, given: Mapping[str, Any]) -> Answer:
    """The answer; raises `BadInput` with every mistake, also where the rule itself refuses."""
    arguments = inputs.of(question.function, given)
    rule = question.rule
    try:
        verdict = question.function(**arguments)
        is_main = question.function is rule.function()
        changes = rule.nearest(**arguments).value if rule.nearest and is_main else ()
    except Refused as refused:
        name = _field(refused, arguments)
        found = Mistake(name, at(given, name), refused.template, refused.params)
        raise BadInput([found]) from None
    if verdict.value is None and verdict.errors:
        raise BadInput(_unreadable(arguments, given, verdict))
    return Answer(question, given, verdict, tuple(changes))


def _unreadable(
    arguments: Mapping[str, Any], given: Mapping[str, Any], verdict: Verdict[Any]
) -> list[Mistake]:
    """A number or a golongan that cannot be read is a wrong input to whoever asks, each reason at the text itself."""
    name = next(iter(arguments))
    return [Mistake(name, at(given, name), step.template, step.params) for step in verdict.errors]


def _field(refused: Refused, arguments: Mapping[str, Any]) -> str:
    """The refused field; a day without a figure is the argument that holds that day."""
    if refused.field.partition(".")[0] in arguments:
        return refused.field
    days = (name for name, value in arguments.items() if value == refused.params.get("day", arguments))
    return next(days, refused.field)


def at(given: Any, path: str) -> Any:
    """What stands in the field `events.3.minutes`; None when nothing does."""
    for part in path.split("."):
        if isinstance(given, Mapping) and part in given:
            given = given[part]
        elif isinstance(given, list | tuple) and part.isdigit() and int(part) < len(given):
            given = given[int(part)]
        else:
            return None
    return given


def mistakes_json(mistakes: Iterable[Mistake], translate: Translate = as_is) -> list[dict[str, Any]]:
    """What a program is told of a wrong input."""
    return [{**each.to_json(), "message": each.sentence(translate)} for each in mistakes]


def step_json(step: Step, cites: tuple[Citation, ...], translate: Translate = as_is) -> dict[str, Any]:
    """One step as a program reads it."""
    return {
        "message": step.sentence(translate),
        "level": step.level.value,
        "amount": simple(step.amount),
        "cites": [cite.to_json() for cite in cites],
    }


def simple(value: Any) -> Any:
    """A value in plain JSON: codes and exact numbers as text, days as TTTT-BB-HH, records as objects."""
    if isinstance(value, Coded):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | Fraction):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(simple(key)): simple(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return [simple(item) for item in sorted(value)]
    if isinstance(value, tuple | list):
        return [simple(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: simple(getattr(value, each.name)) for each in fields(value)}
    return str(value)


def _exact(verdict: Verdict[Any]) -> dict[str, Any] | None:
    """The verdict as it can be stored; None for a value that must never be stored (a NIK)."""
    try:
        return verdict.to_json()
    except TypeError:
        return None
