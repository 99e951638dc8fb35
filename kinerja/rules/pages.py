"""The story of a rule for a citizen: `<room>/pages/<module>.md`, the one source of the product's page and of the docs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kinerja.rules.rule import Rule

ROOMS = Path(__file__).parent
TABLE = "Tabel atau rumus"
TO_KNOW = "Yang perlu diketahui"


class BadPage(ValueError):
    """The source of a page is not written as a page; the sentence says what is wrong."""


@dataclass(frozen=True, slots=True)
class Page:
    """Title as plain text; the parts are Markdown in Indonesian. `to_know` may be empty."""

    title: str
    story: str
    table: str
    to_know: str = ""

    @property
    def summary(self) -> str:
        """The first sentence of the story, for lists."""
        first, dot, _rest = " ".join(self.story.split()).partition(". ")
        return f"{first}." if dot else first


def source(rule: Rule) -> Path:
    """Where the page of the rule is written."""
    return ROOMS / rule.room / "pages" / f"{rule.module}.md"


def page(rule: Rule) -> Page:
    """The page of the rule; raises `BadPage` when it is missing or is not written as a page."""
    path = source(rule)
    if not path.is_file():
        raise BadPage(f"{rule.name} has no page: write {path.relative_to(ROOMS.parents[1])}")
    return read(path.read_text("utf-8"))


def read(text: str) -> Page:
    """One heading with the story below it, a table or formula, and perhaps what else is to be known."""
    head, *parts = f"\n{text.strip()}".split("\n## ")
    if not head.startswith("\n# "):
        raise BadPage("a page begins with '# ' and the title of its rule")
    title, _line, story = head[3:].partition("\n")
    found = {}
    for part in parts:
        name, _line, body = part.partition("\n")
        if name not in (TABLE, TO_KNOW) or name in found:
            raise BadPage(f"'## {name}' is not a part of a page, or stands there twice")
        found[name] = body.strip()
    if not story.strip() or not found.get(TABLE):
        raise BadPage(f"a page tells a story and has '## {TABLE}'")
    return Page(title.strip(), story.strip(), found[TABLE], found.get(TO_KNOW, ""))
