"""`docs/reference/pages.md`: every address, its name, and the door in front of it."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from generating.writing import head, joined, table


def page() -> str:
    """The page's text."""
    lead = (
        "The action is a row of the [permissions](permissions.md); *of* names the thing that is loaded within the person's "
        "scope (out of scope is 404). A page without an action needs no sign-in, for the reason given."
    )
    rooms: dict[str, list[list[str]]] = {}
    for address, name, view in addresses():
        room = name.partition(":")[0] if ":" in name else "sign-in library"
        rooms.setdefault(room, []).append([f"`/{address}`", f"`{name}`", *_door(view)])
    parts = [head("Pages", "the rooms' `urls.py` and the doors of their views", lead)]
    for room, rows in rooms.items():
        parts += [f"## {room}", table(["address", "name", "action", "of"], rows)]
    return joined(*parts)


def addresses(
    patterns: list[Any] | None = None, prefix: str = "", space: str = ""
) -> Iterator[tuple[str, str, Any]]:
    """Every address with its name and its view."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        here = prefix + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            yield here, f"{space}{pattern.name}", pattern.callback


def _door(view: Any) -> list[str]:
    action, model, third = getattr(view, "door", ("public", None, "sign-in itself"))
    if action == "public":
        return [f"none: {third}", ""]
    return [f"`{action}`", f"{model._meta.verbose_name} (`{model.__name__}`)" if model else ""]
