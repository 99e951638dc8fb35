"""Which pages there are, and for whom each opens: asked of the product itself, address by address and row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kinerja.base.tenancy.context import inside
from tests.addresses import arguments

#: rows of a kind that are tried before an address counts as closed
ENOUGH = 12


@dataclass
class Asked:
    """One address: what it answered to anybody, and the pages it opened: (person, path) → HTML."""

    name: str
    statuses: set[int] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    pages: dict[tuple[str, str], str] = field(default_factory=dict)


def patterns(below: list[Any] | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address of the product."""
    for each in get_resolver().url_patterns if below is None else below:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        else:
            if not space.startswith("api-"):  # data for programs: nobody opens it
                yield f"{space}{each.name}", each


def paths_of(name: str, pattern: URLPattern, keys: dict[str, Any]) -> Iterator[str]:
    """The address with each row that could stand in it, the rows of the example first."""
    converters = pattern.pattern.converters
    if not set(converters) - set(keys["words"]):
        yield reverse(name, kwargs={each: keys["words"][each] for each in converters})
        return
    _action, model, param = pattern.callback.door  # type: ignore[attr-defined]
    first = arguments(pattern, keys)
    rows = {param: model._default_manager.values_list("pk", flat=True)[:ENOUGH]} if model else {}
    rows |= {"person": keys["people"]} if "person" in converters else {}
    choices = [
        [first[word], *(each for each in rows.get(word, ()) if each != first[word])] for word in converters
    ]
    for chosen in product(*choices):
        yield reverse(name, kwargs=dict(zip(converters, chosen, strict=True)))


def ask(name: str, paths: list[str], people: dict[str, Client]) -> Asked:
    """Open the address as everybody, with the first row that opens for each; one that opened for another goes first."""
    asked = Asked(name)
    for who, client in people.items():
        opened = list(dict.fromkeys(path for _other, path in asked.pages))
        for path in [*opened, *(each for each in paths if each not in opened)][: 2 if opened else None]:
            answer = client.get(path)
            asked.statuses.add(answer.status_code)
            if answer.status_code == 200:
                asked.kinds.add(_kind(answer))
                if _kind(answer) == "page":
                    asked.pages[who, path] = answer.content.decode()
            if answer.status_code in (200, 405):
                break
    return asked


def ask_everything(
    instansi: Any, names: list[str], keys: dict[str, Any], people: dict[str, Client]
) -> list[Asked]:
    with inside(instansi):
        paths = {
            name: [path + keys["asked"].get(name, "") for path in paths_of(name, each, keys)]
            for name, each in patterns()
            if name in names
        }
    return [ask(name, found, people) for name, found in paths.items()]


def _kind(answer: HttpResponse) -> str:
    if getattr(answer, "streaming", False) or "html" not in answer["Content-Type"]:
        return "file"
    return "page" if b"<html" in answer.content else "part"


def bones(page: str) -> str:
    """A page without its words: elements and classes in order, repeated ones once. Same bones, same barriers."""
    main = page.partition("<main")[2].partition("</main>")[0]
    kept = re.findall(r"<([a-z0-9]+)(?:[^>]*?class=\"([^\"]*)\")?", main)
    once: list[tuple[str, str]] = []
    for each in kept:
        if each not in once[-12:]:
            once.append(each)
    return repr(once)
