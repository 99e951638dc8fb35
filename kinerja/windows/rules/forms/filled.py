"""A form that is filled in: from an example or from what was typed, with its mistakes, read as JSON for the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kinerja.rules import asking
from kinerja.rules.inputs import Mistake
from kinerja.rules.wording import bilangan
from kinerja.tools.ui.forms import parse_decimal
from kinerja.windows.rules.forms.shape import ABSENT, KEY, VALUE, Shape, asked
from kinerja.windows.rules.forms.typed import READ_ONE, WIB

MOST_ROWS = 200
FEWEST = 2
MOST_SHOWN = 5
_PLACES = 12
_ALWAYS = ("record", "rows", "map", "codes", "pair", "flag")


@dataclass
class Part:
    """One thing asked, at its place (`plan.0.statement`), with what stands in it and what is wrong with it."""

    shape: Shape
    path: str
    text: str = ""
    parts: list[Part] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    #: a row was just added here or taken away
    is_touched: bool = False

    @property
    def id(self) -> str:
        return f"id-{self.path.replace('.', '-')}"

    @property
    def label(self) -> str:
        number = self.path.rpartition(".")[2]
        return f"{self.shape.label} {int(number) + 1}" if not self.shape.name else self.shape.label

    @property
    def is_empty(self) -> bool:
        """Nothing was said: an optional record of empty parts is no record."""
        if self.shape.kind == "flag":
            return self.text == _flag_of(self.shape.default)
        return not self.text.strip() and all(each.is_empty for each in self.parts)

    @property
    def is_closed(self) -> bool:
        """A record that may be left out, and is: a button opens it."""
        return _may_close(self.shape) and not self.parts

    @property
    def is_long(self) -> bool:
        """Many rows, none of them wrong or at work: folded behind their number."""
        return len(self.parts) > MOST_SHOWN and not any(each.mistakes for each in self.everything())

    @property
    def is_left(self) -> bool:
        """It may stay as the rule itself has it, and does, without a mistake: a long form folds it away."""
        if self.shape.required or any(each.mistakes for each in self.everything()):
            return False
        return self.value() == _from_value(self.shape, self.path, self.shape.default).value()

    @property
    def folds(self) -> Folds:
        return folds(self.parts)

    def value(self) -> Any:
        """What the command line would be given; ABSENT for what was left open."""
        kind, shape = self.shape.kind, self.shape
        nothing = None if shape.nullable and shape.default is ABSENT else ABSENT
        if _may_close(shape):
            return _members(self) if self.parts else nothing
        if kind in _ALWAYS and not (shape.nullable and self.is_empty):
            return _READ_MANY[kind](self)
        if self.is_empty:
            return nothing
        return READ_ONE.get(kind, str.strip)(self.text)

    def everything(self) -> Iterable[Part]:
        yield self
        for each in self.parts:
            yield from each.everything()


@dataclass(frozen=True, slots=True)
class Folds:
    """What a form shows, and what it folds away until somebody wants it."""

    shown: list[Part]
    left: list[Part]

    @property
    def names(self) -> str:
        return ", ".join(each.label for each in self.left)


def folds(parts: list[Part]) -> Folds:
    """Two or more parts that may be left are folded; never all of them."""
    shown: list[Part] = []
    left: list[Part] = []
    for each in parts:
        (left if each.is_left else shown).append(each)
    return Folds(shown, left) if shown and len(left) >= FEWEST else Folds(parts, [])


def _members(part: Part) -> dict[str, Any]:
    found = ((each.shape.name, each.value()) for each in part.parts)
    return {name: value for name, value in found if value is not ABSENT}


def _listed(part: Part) -> list[Any]:
    return [None if (value := each.value()) is ABSENT else value for each in part.parts]


def _mapped(part: Part) -> dict[str, Any]:
    pairs = ({each.shape.name: each.value() for each in row.parts} for row in part.parts)
    return {str(pair[KEY]): pair[VALUE] for pair in pairs if ABSENT not in pair.values()}


_READ_MANY: dict[str, Callable[[Part], Any]] = {
    "record": _members,
    "codes": _members,
    "rows": _listed,
    "pair": _listed,
    "map": _mapped,
    "flag": lambda part: part.text == "on",
}


class Form:
    """The arguments of one function. `given()` is the question; `refuse()` puts each mistake where it was made."""

    def __init__(self, function: Callable[..., Any], parts: list[Part]) -> None:
        self.function, self.parts = function, parts
        self.elsewhere: list[str] = []

    @classmethod
    def of_example(cls, function: Callable[..., Any], given: Mapping[str, Any]) -> Form:
        """Filled with an example; what it leaves open has its default."""
        return cls(function, [_from_value(s, s.name, given.get(s.name, s.default)) for s in asked(function)])

    @classmethod
    def of_post(cls, function: Callable[..., Any], data: Mapping[str, str]) -> Form:
        """Filled with what was sent."""
        return cls(function, [_from_post(each, each.name, data) for each in asked(function)])

    def given(self) -> dict[str, Any]:
        """The question as JSON; raises nothing: what cannot be read is refused by the rule's reader."""
        found = ((part.shape.name, part.value()) for part in self.parts)
        return {name: value for name, value in found if value is not ABSENT}

    @property
    def folds(self) -> Folds:
        return folds(self.parts)

    def everything(self) -> Iterable[Part]:
        for each in self.parts:
            yield from each.everything()

    def change(self, act: str, path: str) -> None:
        """Add a row to the rows at `path` or open the record there (`add`); take the row or the record away (`remove`)."""
        for part in list(self.everything()):
            has_rows = part.shape.kind in ("rows", "map")
            part.is_touched = path.startswith(part.path)
            if part.path == path and _may_close(part.shape):
                part.parts = _empty(part.shape, path) if act == "add" else []
            elif part.path == path and act == "add" and has_rows and len(part.parts) < MOST_ROWS:
                part.parts.append(_row(part.shape, f"{path}.{len(part.parts)}"))
            elif act == "remove" and has_rows and any(each.path == path for each in part.parts):
                kept = [each for each in part.parts if each.path != path]
                part.parts = [_moved(each, f"{part.path}.{place}") for place, each in enumerate(kept)]

    def refuse(self, mistakes: Iterable[Mistake]) -> None:
        """Every mistake at the field it names, or at the nearest one around it."""
        places = {part.path: part for part in self.everything()}
        for each in mistakes:
            path, sentence = each.field, told(each, places.get(each.field))
            while path and path not in places:
                path = path.rpartition(".")[0]
            (places[path].mistakes if path else self.elsewhere).append(sentence)

    def summary(self) -> list[tuple[str, str, str]]:
        """Target, label and sentence of every mistake, for the list above the form."""
        found = [(part.id, part.label, said) for part in self.everything() for said in part.mistakes]
        return [("", "", said) for said in self.elsewhere] + found


def told(mistake: Mistake, part: Part | None) -> str:
    """The sentence for somebody at a form, who writes numbers and days as Indonesians do."""
    kind = part.shape.kind if part else ""
    if part and kind in ("number", "share") and "/" not in part.text and part.text.strip():
        try:
            parse_decimal(part.text)
        except ValidationError as unread:
            return unread.messages[0]
    if kind == "share" and isinstance(mistake.value, str) and "/" in mistake.value:
        return _("Tulis pecahan seperti 3/4, atau angka seperti 0,75.")
    return mistake.sentence(_)


def _may_close(shape: Shape) -> bool:
    return shape.kind == "record" and shape.nullable


def _flag_of(default: Any) -> str:
    return "on" if default is True else ""


def _from_value(shape: Shape, path: str, value: Any) -> Part:
    if value is ABSENT or value is None:
        part = Part(shape, path)
        if shape.kind in ("record", "pair", "codes") and not _may_close(shape):
            part.parts = _empty(shape, path)
        elif shape.kind in ("rows", "map") and shape.required:
            part.parts = [_row(shape, f"{path}.0")]
        return part
    value = asking.simple(value) if shape.kind not in ("number", "whole") else value
    if shape.kind in ("record", "codes"):
        inside = [(each, value.get(each.name, each.default)) for each in shape.parts]
        return Part(
            shape, path, parts=[_from_value(each, f"{path}.{each.name}", one) for each, one in inside]
        )
    if shape.kind == "pair":
        pairs = zip(shape.parts, value, strict=True)
        return Part(shape, path, parts=[_from_value(each, f"{path}.{each.name}", one) for each, one in pairs])
    if shape.kind == "rows":
        rows = [_from_value(shape.parts[0], f"{path}.{n}", one) for n, one in enumerate(value)]
        return Part(shape, path, parts=rows)
    if shape.kind == "map":
        return Part(
            shape, path, parts=[_pair(shape, f"{path}.{n}", one) for n, one in enumerate(value.items())]
        )
    return Part(shape, path, _written(shape.kind, value))


def _empty(shape: Shape, path: str) -> list[Part]:
    return [_from_value(each, f"{path}.{each.name}", each.default) for each in shape.parts]


def _written(kind: str, value: Any) -> str:
    if kind == "flag":
        return "on" if value else ""
    if kind == "moment":
        return str(value).removesuffix(WIB)
    if kind == "number":
        return bilangan(Decimal(value), _PLACES).replace(".", "")  # 1.240 could be read as two numbers
    return str(value)


def _pair(shape: Shape, path: str, pair: tuple[Any, Any]) -> Part:
    row = Shape("", "record", title=shape.title, parts=shape.parts)
    parts = [_from_value(s, f"{path}.{s.name}", one) for s, one in zip(shape.parts, pair, strict=True)]
    return Part(row, path, parts=parts)


def _row(shape: Shape, path: str) -> Part:
    if shape.kind == "map":
        return _pair(shape, path, (None, None))
    return _from_value(shape.parts[0], path, ABSENT)


def _moved(part: Part, path: str) -> Part:
    rest = [(each, f"{path}{each.path[len(part.path) :]}") for each in part.parts]
    return Part(part.shape, path, part.text, [_moved(each, place) for each, place in rest], part.mistakes)


def _from_post(shape: Shape, path: str, data: Mapping[str, str]) -> Part:
    if _may_close(shape) and not data.get(f"{path}.open"):
        return Part(shape, path)
    if shape.kind in ("record", "pair", "codes"):
        return Part(
            shape, path, parts=[_from_post(each, f"{path}.{each.name}", data) for each in shape.parts]
        )
    if shape.kind in ("rows", "map"):
        count = data.get(f"{path}.rows", "")
        places = range(min(int(count), MOST_ROWS) if re.fullmatch(r"\d{1,6}", count) else 0)
        row = (
            Shape("", "record", title=shape.title, parts=shape.parts)
            if shape.kind == "map"
            else shape.parts[0]
        )
        return Part(shape, path, parts=[_from_post(row, f"{path}.{place}", data) for place in places])
    return Part(shape, path, data.get(path, ""))
