"""What a form asks, made from the types of a rule's function."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from kinerja.rules.coded import Coded
from kinerja.rules.labels import label

_SCALARS: tuple[tuple[type, str], ...] = (
    (bool, "flag"),
    (datetime, "moment"),
    (date, "day"),
    (int, "whole"),
    (Decimal, "number"),
    (Fraction, "share"),
)
ABSENT = object()
KEY, VALUE = "key", "value"


@dataclass(frozen=True)
class Shape:
    """One thing asked. `kind`: text, whole, number, share, flag, day, moment, code, record, pair, rows, map or codes.

    `parts` are those of a record or pair, one row of `rows`, key and value of a `map`, or one for each code of `codes`.
    """

    name: str
    kind: str
    owner: str = ""
    title: str = ""
    required: bool = True
    nullable: bool = False
    default: Any = ABSENT
    choices: tuple[tuple[str, str], ...] = ()
    parts: tuple[Shape, ...] = ()

    @property
    def label(self) -> str:
        return gettext(self.title) if self.title else label(self.name, self.owner, gettext)


@cache
def asked(function: Callable[..., Any]) -> tuple[Shape, ...]:
    """The arguments of the function, in its order."""
    hints = get_type_hints(function)
    return tuple(
        _shape(name, hints[name], function.__name__, ABSENT if each.default is each.empty else each.default)
        for name, each in inspect.signature(function).parameters.items()
    )


def _shape(name: str, hint: Any, owner: str, default: Any = ABSENT, title: str = "") -> Shape:
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    nullable = False
    if get_origin(hint) in (Union, UnionType):
        inner = [each for each in get_args(hint) if each is not type(None)]
        nullable, hint = len(inner) < len(get_args(hint)), inner[0]
    kind, choices, parts = _kind(hint)
    return Shape(
        name, kind, owner, title, default is ABSENT and not nullable, nullable, default, choices, parts
    )


def _kind(hint: Any) -> tuple[str, tuple[tuple[str, str], ...], tuple[Shape, ...]]:
    if get_origin(hint) is not None:
        return _of_many(get_origin(hint), get_args(hint))
    if isinstance(hint, type):
        if is_dataclass(hint):
            return "record", (), _parts(hint)
        if issubclass(hint, Coded):
            return "code", tuple(hint.choices()), ()
        for known, kind in _SCALARS:
            if issubclass(hint, known):
                return kind, (), ()
    return "text", (), ()


def _of_many(
    origin: Any, inside: tuple[Any, ...]
) -> tuple[str, tuple[tuple[str, str], ...], tuple[Shape, ...]]:
    if origin is Literal:
        return "code", tuple((str(each), str(each)) for each in inside), ()
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*inside)
    if origin is tuple and Ellipsis not in inside:
        words = (_("Untuk"), _("Nilai"), *([""] * len(inside)))
        return "pair", (), tuple(_shape(str(n), hint, "", title=words[n]) for n, hint in enumerate(inside))
    assert issubclass(origin, tuple | Sequence | frozenset), origin
    return "rows", (), (_shape("", inside[0], "", title=_("Baris")),)


def _mapping(key: Any, value: Any) -> tuple[str, tuple[tuple[str, str], ...], tuple[Shape, ...]]:
    if isinstance(key, type) and issubclass(key, Coded):
        parts = (_shape(code, value, "", None, title=name) for code, name in key.choices())
        return "codes", (), tuple(parts)
    return "map", (), (_shape(KEY, key, "", title=_("Nama")), _shape(VALUE, value, "", title=_("Nilai")))


@cache
def _parts(record: type) -> tuple[Shape, ...]:
    hints = get_type_hints(record)
    return tuple(
        _shape(each.name, hints[each.name], record.__name__, _default(each)) for each in fields(record)
    )


def _default(field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else ABSENT
