"""The file of budgets names only pages that exist, in order."""

from django.urls import URLPattern, URLResolver, get_resolver

from tests.budgets.checking import budgets


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> set[str]:
    found: set[str] = set()
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found |= names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif pattern.name:
            found.add(f"{space}{pattern.name}")
    return found


def test_every_entry_is_a_page() -> None:
    assert set(budgets()) - names(get_resolver().url_patterns) == set(), "Delete the entry: the page is gone."


def test_the_entries_are_in_order() -> None:
    assert list(budgets()) == sorted(budgets())


def test_no_page_takes_more_than_twenty_queries() -> None:
    assert {name: number for name, number in budgets().items() if number > 20} == {}
