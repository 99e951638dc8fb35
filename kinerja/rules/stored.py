"""Values of a verdict as JSON and back, without loss: codes, exact numbers, dates, records, mappings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from kinerja.rules.coded import Coded, of_name

R = TypeVar("R")

_RECORDS: dict[str, type] = {}


class UnknownRecord(LookupError):
    """A stored value names a kind of record that no loaded module defines."""


def record(cls: type[R]) -> type[R]:
    """Class decorator: this dataclass may be a value or parameter of a verdict, stored under its name."""
    if _RECORDS.setdefault(cls.__name__, cls).__module__ != cls.__module__:
        raise TypeError(f"two records are called {cls.__name__}")
    _RECORDS[cls.__name__] = cls
    return cls


def pack(value: Any) -> Any:
    """JSON form; raises TypeError for what would not come back as it was (float above all)."""
    if isinstance(value, Coded):
        return {"code": value.value, "of": type(value).__name__}
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, Fraction):
        return {"fraction": str(value)}
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, tuple | list):
        return {"list": [pack(item) for item in value]}
    if isinstance(value, frozenset):
        return {"set": [pack(item) for item in sorted(value)]}
    if isinstance(value, Mapping):
        return {"map": [[pack(key), pack(item)] for key, item in value.items()]}
    if is_dataclass(value) and type(value).__name__ in _RECORDS:
        if hasattr(value, "to_json"):
            return {"record": type(value).__name__, "json": value.to_json()}
        inside = {each.name: pack(getattr(value, each.name)) for each in fields(value)}
        return {"record": type(value).__name__, "fields": inside}
    raise TypeError(f"{type(value).__name__} cannot be stored in a verdict")


def unpack(packed: Any) -> Any:
    """The value that `pack` was given; lists come back as tuples."""
    if not isinstance(packed, dict):
        return packed
    match packed:
        case {"code": code, "of": kind}:
            return of_name(kind)(code)
        case {"decimal": text}:
            return Decimal(text)
        case {"fraction": text}:
            return Fraction(text)
        case {"date": text}:
            return date.fromisoformat(text)
        case {"datetime": text}:
            return datetime.fromisoformat(text)
        case {"set": items}:
            return frozenset(unpack(item) for item in items)
        case {"map": pairs}:
            return {unpack(key): unpack(item) for key, item in pairs}
        case {"list": items}:
            return tuple(unpack(item) for item in items)
        case {"record": name, "json": inside} if name in _RECORDS:
            return _RECORDS[name].from_json(inside)  # type: ignore[attr-defined]
        case {"record": name, "fields": inside}:
            if name not in _RECORDS:
                raise UnknownRecord(name)
            return _RECORDS[name](**{key: unpack(value) for key, value in inside.items()})
    raise UnknownRecord(str(sorted(packed)))
