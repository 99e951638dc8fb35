"""What the pages of the rules show: the story as HTML, the list by room, the example."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from markdown_it import MarkdownIt

from kinerja.rules import asking, catalogue, columns, described, examples, labels, pages, plain
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.parameters import Figure, Table
from kinerja.rules.rule import Function, Rule

TONES = {
    Standing.SOURCE: "baik",
    Standing.KNOWN: "keterangan",
    Standing.UNSURE: "perhatian",
    Standing.DESIGN: "netral",
}
#: for the list, where many stand together
SHORT = {
    Standing.SOURCE: gettext_noop("sumber publik"),
    Standing.KNOWN: gettext_noop("diketahui umum"),
    Standing.UNSURE: gettext_noop("belum diverifikasi"),
    Standing.DESIGN: gettext_noop("ketentuan aplikasi"),
}
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_TABLE = '<div class="table-wrap" tabindex="0" role="region" aria-label="{name}"><table class="table-plain">'


@dataclass(frozen=True, slots=True)
class Badge:
    """How sure we are, as a word and a tone."""

    word: str
    tone: str


@dataclass(frozen=True, slots=True)
class Line:
    """A rule in the list."""

    rule: Rule
    title: str
    summary: str
    badges: tuple[Badge, ...]


def badge(standing: Standing) -> Badge:
    return Badge(_(standing.label), TONES[standing])


def rooms(wanted: str) -> list[tuple[str, list[Line]]]:
    """The rules by room; with `wanted` those whose name, title, story or citation hold every word of it."""
    words = wanted.lower().split()
    found: dict[str, list[Line]] = {}
    for rule in catalogue.RULES:
        text = _searched(rule) + _(rule.title).lower()
        if all(word in text for word in words):
            badges = tuple(Badge(_(SHORT[each]), TONES[each]) for each in described.standings(rule))
            line = Line(rule, _(rule.title), pages.page(rule).summary.replace("*", ""), badges)
            found.setdefault(labels.room(rule.room, _), []).append(line)
    return list(found.items())


@cache
def _searched(rule: Rule) -> str:
    page = pages.page(rule)
    parts = (rule.name, rule.title, page.story, page.table, page.to_know, *map(str, rule.cites))
    return " ".join(parts).lower()


@cache
def html(text: str, name: str = "Tabel") -> SafeString:
    """Markdown of our own pages as HTML; its tables, called `name` and a number, scroll by themselves on a phone."""
    first, *rest = _MARKDOWN.render(text).replace("</table>", "</table></div>").split("<table>")
    made = first + "".join(_TABLE.format(name=f"{name} {n}") + each for n, each in enumerate(rest, 1))
    return mark_safe(made)  # noqa: S308 - the source is a file of this repository, HTML in it is shown as text


def named(name: str) -> Rule | None:
    """The rule of this name."""
    return next((each for each in catalogue.RULES if each.name == name), None)


def tabs(rule: Rule, chosen: Function) -> list[dict[str, Any]]:
    """The questions of a rule that has several."""
    if len(rule.functions) < 2:
        return []
    return [
        {
            "url": f"?tanya={each.__name__}#coba",
            "label": labels.question(rule.name, each.__name__, _),
            "current": each is chosen,
        }
        for each in rule.functions
    ]


def prefill(rule: Rule, function: Function) -> Mapping[str, Any]:
    """What the form begins with: the rule's example, else the first case of this question that is answered."""
    found = examples.example(rule)
    if found and found.function is function:
        return found.given
    rows = tomllib.loads(examples.cases(rule).read_text("utf-8"), parse_float=Decimal)["case"]
    for row in rows:
        asked = rule.function(row.get("function", ""))
        if asked is function and "refuses" not in row:
            return examples.without_none(row.get("given", {}))
    return {}


@dataclass(frozen=True, slots=True)
class Said:
    """One step of an answer with the articles behind it."""

    sentence: str
    level: str
    cites: tuple[tuple[Citation, Badge], ...]


def steps(answer: asking.Answer) -> list[Said]:
    verdict = answer.verdict
    return [Said(step.sentence(_), step.level.value, cited(verdict.cites_of(step))) for step in verdict.steps]


def values(answer: asking.Answer) -> list[tuple[str, list[str]]]:
    return plain.lines(answer.verdict.value, _)


def cited(cites: tuple[Citation, ...]) -> tuple[tuple[Citation, Badge], ...]:
    """Each citation with how sure we are of it."""
    return tuple((cite, badge(cite.standing)) for cite in cites)


def figures(rule: Rule) -> list[tuple[Figure, Badge, str, str]]:
    """Every version of every figure, oldest first, with its meaning and its unit in the reader's language."""
    return [
        (each, badge(each.cite.standing), _(each.meaning), _(each.unit) if each.unit else "")
        for each in rule.used_figures()
        if isinstance(each, Figure)
    ]


def tables(rule: Rule) -> list[tuple[Table, Badge, str, list[str], list[list[str]]]]:
    """Every version of every table: its meaning, its columns and its cells in words."""
    found = []
    for each in rule.used_figures():
        if isinstance(each, Table):
            headings = [columns.heading(each, key, _) for key in columns.of(each)]
            found.append((each, badge(each.cite.standing), _(each.meaning), headings, columns.cells(each, _)))
    return found


def example(rule: Rule) -> dict[str, Any] | None:
    """The worked example in words."""
    found = examples.example(rule)
    if found is None:
        return None
    name = found.function.__name__
    given = [
        (labels.label(key, name, _), plain.part_lines(key, item, _)) for key, item in found.arguments.items()
    ]
    answer = asking.Answer(asking.Question(rule, found.function), found.given, found.verdict)
    return {
        "question": labels.question(rule.name, name, _),
        "given": given,
        "steps": steps(answer),
        "values": values(answer),
    }
