"""Rows that many tests begin with: made once a worker by their factories, then written again as they were.

The factories ask a hundred questions to make the cast. What they wrote is kept as statements, and what they returned as
it was; the next test gets the same rows in one statement, in its own transaction, and objects of its own.
"""

import io
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from django.db import connection

from kinerja.tools import clock

T = TypeVar("T")

_INSERT = re.compile(r"(INSERT INTO .*? VALUES )(\(.*?\))( RETURNING .*)?", re.DOTALL)
_READS = re.compile(r"SELECT (?!set_config)|SAVEPOINT |RELEASE ")


@dataclass
class _Kept:
    statements: str
    returned: bytes


_kept: dict[tuple[str, date], _Kept] = {}


def again(make: Callable[..., T], *given: Any) -> T:
    """What `make(*given)` makes on this day. It may depend on `given` and on the day, on no other row."""
    key = (make.__qualname__, clock.today())
    if key not in _kept:
        with connection.execute_wrapper(tape := _Tape()):
            made = make(*given)
        _kept[key] = _Kept(tape.text(), _frozen(made, given))
        return made
    with connection.cursor() as cursor:
        cursor.execute(_kept[key].statements)
    return _thawed(_kept[key].returned, given)


class _Tape:
    """Notes what is written; rows for the same columns between two other statements become one INSERT."""

    def __init__(self) -> None:
        self._parts: list[dict[str, list[str]]] = [{}]

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if not _READS.match(sql):
            assert not many
            assert not sql.startswith("ROLLBACK"), "what is taken back cannot be repeated"
            self._note(sql, params)
        return answer

    def _note(self, sql: str, params: Any) -> None:
        found = _INSERT.fullmatch(sql)
        if found and "ON CONFLICT" not in sql:
            self._parts[-1].setdefault(found[1], []).append(connection.ops.compose_sql(found[2], params))
        else:
            self._parts += [{connection.ops.compose_sql(sql, params): []}, {}]

    def text(self) -> str:
        return ";".join(start + ",".join(rows) for part in self._parts for start, rows in part.items())


def _names(given: tuple[Any, ...]) -> dict[str, Any]:
    """What was given, and what a dataclass among it holds: the new objects point at the test's own."""
    named = {str(number): each for number, each in enumerate(given)}
    for number, each in enumerate(given):
        named |= {f"{number}.{field.name}": getattr(each, field.name) for field in fields(each)}
    return named


def _frozen(made: Any, given: tuple[Any, ...]) -> bytes:
    names = {id(each): name for name, each in _names(given).items()}
    kept = io.BytesIO()
    pickler = pickle.Pickler(kept)
    pickler.persistent_id = lambda each: names.get(id(each))  # type: ignore[method-assign]
    pickler.dump(made)
    return kept.getvalue()


def _thawed(returned: bytes, given: tuple[Any, ...]) -> Any:
    unpickler = pickle.Unpickler(io.BytesIO(returned))
    unpickler.persistent_load = _names(given).__getitem__  # type: ignore[method-assign, assignment]
    return unpickler.load()
