"""What a rule answers: the value, and the steps that led to it, so that every result can be opened.

A verdict can be stored as JSON in a receipt and shown again years later, also in another language, because
a step holds a sentence template and its parameters, not the finished text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeVar

from kinerja.rules import stored
from kinerja.rules.citation import Citation
from kinerja.rules.wording import as_is, fill

T = TypeVar("T")


class Level(StrEnum):
    """A step explains (`note`), asks for attention (`warning`) or blocks (`error`)."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@stored.record
@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the reasoning, in Indonesian, with the figures that went into it."""

    template: str
    params: Mapping[str, Any] = field(default_factory=dict)
    cites: tuple[Citation, ...] = ()
    amount: Decimal | None = None
    level: Level = Level.NOTE

    def sentence(self, translate: Callable[[str], str] = as_is) -> str:
        """The finished sentence; pass `gettext` to get the reader's language."""
        return fill(self.template, self.params, translate)

    def to_json(self) -> dict[str, Any]:
        return {
            "template": self.template,
            "params": {name: stored.pack(value) for name, value in self.params.items()},
            "cites": [cite.to_json() for cite in self.cites],
            "amount": stored.pack(self.amount),
            "level": self.level.value,
        }

    @classmethod
    def from_json(cls, packed: Mapping[str, Any]) -> Step:
        return cls(
            template=packed["template"],
            params={name: stored.unpack(value) for name, value in packed["params"].items()},
            cites=tuple(Citation.from_json(cite) for cite in packed["cites"]),
            amount=stored.unpack(packed["amount"]),
            level=Level(packed["level"]),
        )


@stored.record
@dataclass(frozen=True, slots=True)
class Change:
    """One change that gives a better value: `inputs` are the arguments to replace, `value` is what then comes out.

    Calling the rule again with `{**arguments, **change.inputs}` does give `value`.
    """

    inputs: Mapping[str, Any]
    value: Any
    step: Step


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """The answer of a rule. `cites` are the rule's own citations; steps may add theirs."""

    value: T
    steps: tuple[Step, ...] = ()
    cites: tuple[Citation, ...] = ()

    @property
    def warnings(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.level is Level.WARNING)

    @property
    def errors(self) -> tuple[Step, ...]:
        return tuple(step for step in self.steps if step.level is Level.ERROR)

    def cites_of(self, step: Step) -> tuple[Citation, ...]:
        """What a step rests on: its own citations, else those of the whole verdict."""
        return step.cites or self.cites

    @property
    def all_cites(self) -> tuple[Citation, ...]:
        """The rule's citations and those of its steps, each once, in the order of the reasoning."""
        every = [*self.cites, *(cite for step in self.steps for cite in step.cites)]
        return tuple(dict.fromkeys(every))

    def sentences(self, translate: Callable[[str], str] = as_is) -> list[str]:
        return [step.sentence(translate) for step in self.steps]

    def to_json(self) -> dict[str, Any]:
        """Only lists, dicts, strings, numbers and null: fits a JSON column."""
        return {
            "value": stored.pack(self.value),
            "steps": [step.to_json() for step in self.steps],
            "cites": [cite.to_json() for cite in self.cites],
        }

    @classmethod
    def from_json(cls, packed: Mapping[str, Any]) -> Verdict[Any]:
        """Raises `stored.UnknownRecord` when the value is of a kind that no loaded rule knows."""
        return cls(
            value=stored.unpack(packed["value"]),
            steps=tuple(Step.from_json(step) for step in packed["steps"]),
            cites=tuple(Citation.from_json(cite) for cite in packed["cites"]),
        )
