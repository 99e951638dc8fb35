"""Arguments of a rule's function as JSON, made from the types it declares: hostile numbers, days and texts among them."""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8)
    | st.sampled_from(["", "0", "Sari", "198609262015051001", "III/d", "{x}", "1e30"]),
    bool: st.booleans(),
    int: st.integers(-3, 40) | st.sampled_from([-(10**29), 10**29, 1_000, 2_026]),
    Decimal: st.decimals(-5, 300, places=2).map(str)
    | st.sampled_from(["0", "-0", "1e-30", "-1e30", "1e30", "9" * 30, "100.005"]),
    Fraction: st.sampled_from(["0", "1", "1/2", "3/4", "-1", "7/5", "1e-30", "1/3"]),
    date: st.dates(date(2015, 1, 1), date(2032, 12, 31)).map(date.isoformat)
    | st.sampled_from(["0001-01-01", "9999-12-31", "2024-02-29"]),
    datetime: st.sampled_from(
        [
            "2026-03-03T10:00:00+07:00",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-12:00",
            "2026-03-03T10:00:00",
        ]
    ),
}


def arguments(function: Callable[..., Any]) -> st.SearchStrategy[dict[str, Any]]:
    """JSON objects that the reader of inputs takes apart for this function; optional ones come and go."""
    hints = get_type_hints(function)
    given = inspect.signature(function).parameters
    return _object(
        {name: hints[name] for name in given},
        {name for name, each in given.items() if each.default is inspect.Parameter.empty},
    )


def _object(hints: Mapping[str, Any], required: set[str]) -> st.SearchStrategy[dict[str, Any]]:
    every = {name: of_type(hint) for name, hint in hints.items()}
    return st.fixed_dictionaries(
        {name: each for name, each in every.items() if name in required},
        optional={name: each for name, each in every.items() if name not in required},
    )


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """JSON values of one declared type."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind is type(None):
        return st.none()
    origin, inside = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of([of_type(each) for each in inside])
    if origin is tuple and inside[-1] is not Ellipsis:
        return st.tuples(*(of_type(each) for each in inside)).map(list)
    if origin in (tuple, list, Sequence, frozenset):
        return st.lists(of_type(inside[0]), max_size=6)
    if origin in (dict, Mapping):
        return st.dictionaries(of_type(inside[0]), of_type(inside[1]), max_size=6)
    if is_dataclass(kind):
        needed = {
            each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING
        }
        return _object(get_type_hints(kind), needed)
    if issubclass(kind, Enum):
        return st.sampled_from([each.value for each in kind])
    raise TypeError(f"no values are made of {kind}")
