"""Every address has a door with a row in the matrix, or is public with its reason."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from kinerja.base.access.matrix import MATRIX
from kinerja.base.access.roles import Role

#: views of libraries, each with its reason
LIBRARY_VIEWS = {
    "allauth": "sign-in itself",
    "django.views": "the framework's own",
    "django.contrib": "the framework's own",
}


def addresses(patterns: list[Any] | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern):
            yield prefix + str(pattern.pattern), pattern


def test_every_address_has_a_door() -> None:
    without = [
        address
        for address, pattern in addresses()
        if not hasattr(pattern.callback, "door")
        and not pattern.callback.__module__.startswith(tuple(LIBRARY_VIEWS))
    ]

    assert without == [], "Put @door(action, Model) or @public(reason) on the view."


def test_every_door_is_in_the_matrix() -> None:
    unknown = (
        {pattern.callback.door[0] for _address, pattern in addresses() if hasattr(pattern.callback, "door")}
        - set(MATRIX)
        - {"public"}
    )

    assert unknown == set()


def test_every_row_of_the_matrix_opens_something() -> None:
    used = {
        pattern.callback.door[0] for _address, pattern in addresses() if hasattr(pattern.callback, "door")
    }
    asked = _asked_in_code()

    assert set(MATRIX) - used - asked == set(), "Delete the row: nothing asks for it."


def _asked_in_code() -> set[str]:
    package = Path(__file__).resolve().parents[2] / "kinerja"
    text = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("**/*.py", "**/*.html")
        for path in package.glob(pattern)
        if path.name != "matrix.py" and "tests" not in path.parts
    )
    return {action for action in MATRIX if f'"{action}"' in text}


def test_addresses_are_nouns_in_kebab_case() -> None:
    crooked = [
        address
        for address, pattern in addresses()
        if hasattr(pattern.callback, "door") and any(c.isupper() or c == "_" for c in _fixed_part(address))
    ]

    assert crooked == []


def _fixed_part(address: str) -> str:
    return re.sub(r"<[^>]+>", "", address)


@pytest.mark.parametrize("action", sorted(MATRIX))
def test_every_row_names_somebody(action: str) -> None:
    assert MATRIX[action]
    assert all(isinstance(role, Role) for role in MATRIX[action])
