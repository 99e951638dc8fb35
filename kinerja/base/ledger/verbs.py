"""Every verb the ledger may hold, listed once with its keys and its sentence.

Each room has a `verbs.py` that calls `verb(...)`; an unlisted verb or a wrong key is refused when it is recorded.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Verb:
    """`name` is room.act in the past tense; `keys` are the texts whose hash is kept; `text` is said to people."""

    name: str
    text: Any
    keys: tuple[str, ...] = ()


_verbs: dict[str, Verb] = {}
_listeners: dict[str, list[Callable[..., None] | str]] = {}


class UnknownVerb(LookupError):
    """A verb that no `verbs.py` lists."""


def verb(name: str, text: Any, *keys: str) -> Verb:
    """List a verb."""
    entry = Verb(name, text, keys)
    _verbs[name] = entry
    return entry


def all_verbs() -> dict[str, Verb]:
    """Every listed verb by its name."""
    return dict(sorted(_verbs.items()))


def text_of(name: str) -> str:
    """The sentence of a verb; the bare name for one that an older version wrote."""
    known = _verbs.get(name)
    return str(known.text) if known else name


def subscribe(verb_name: str, job: str) -> None:
    """`job` (its registered name) is enqueued, debounced, after `verb_name` was recorded."""
    _listeners.setdefault(verb_name, []).append(job)


def listeners() -> dict[str, list[Any]]:
    """Which jobs each verb wakes."""
    return {name: list(jobs) for name, jobs in sorted(_listeners.items())}
