"""A rule for programs: what it is called, what it may be asked, where it comes from, and since when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kinerja.rules import asking, inputs, labels, pages
from kinerja.rules.citation import Standing
from kinerja.rules.parameters import Figure, Table
from kinerja.rules.rule import Rule
from kinerja.rules.wording import as_is

Translate = Callable[[str], str]
#: from the surest to our own
_ORDER = tuple(Standing)


def listed(rule: Rule, translate: Translate = as_is) -> dict[str, Any]:
    """One line of the list: name, title, questions, citations, tags and versions."""
    return {
        "name": rule.name,
        "room": rule.room,
        "title": translate(rule.title),
        "summary": pages.page(rule).summary,
        "version": rule.version,
        "functions": [each.name for each in asking.questions(rule)],
        "cites": [str(cite) for cite in rule.cites],
        "standing": [each.value for each in standings(rule)],
        "versions": [day.isoformat() for day in rule.versions()],
    }


def described(rule: Rule, translate: Translate = as_is) -> dict[str, Any]:
    """All of it: the JSON Schema of the inputs of each question, citations, figures and tables."""
    return {
        **listed(rule, translate),
        "cites": [cite.to_json() for cite in rule.cites],
        "functions": [
            {
                "name": each.name,
                "question": labels.question(rule.name, each.function.__name__, translate),
                "inputs": inputs.schema(each.function),
            }
            for each in asking.questions(rule)
        ],
        "figures": [_figure(each, translate) for each in rule.used_figures() if isinstance(each, Figure)],
        "tables": [_table(each, translate) for each in rule.used_figures() if isinstance(each, Table)],
    }


def standings(rule: Rule) -> list[Standing]:
    """How sure we are of the rule: every tag that its citations and figures carry, the surest first."""
    found = {cite.standing for cite in (*rule.cites, *(each.cite for each in rule.used_figures()))}
    return [each for each in _ORDER if each in found]


def _figure(figure: Figure, translate: Translate) -> dict[str, Any]:
    return {
        "name": figure.name,
        "meaning": translate(figure.meaning),
        "value": str(figure.value),
        "unit": translate(figure.unit),
        "cite": figure.cite.to_json(),
    }


def _table(table: Table, translate: Translate) -> dict[str, Any]:
    return {
        "name": table.name,
        "meaning": translate(table.meaning),
        "rows": [asking.simple(row) for row in table.rows],
        "cite": table.cite.to_json(),
    }
