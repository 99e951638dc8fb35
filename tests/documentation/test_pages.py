"""The documentation holds together: links lead somewhere, decisions are complete, rooms say what happens in them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("kinerja/**/*.md")])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
#: a list of pieces, read while writing templates: it is a reference, and as long as the pieces are many
LONGER = {"tools/ui"}
PARTS = ["## Why", "## Refused", "## How we would notice that it was wrong"]


def text_of(page: Path) -> str:
    return re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)


def links(page: Path) -> list[str]:
    return [first or second for first, second in LINK.findall(text_of(page))]


def anchors(page: Path) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_repository_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        if re.match(r"[a-z]+:", link):
            continue
        if not target.exists() or (anchor and target.suffix == ".md" and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_has_its_four_parts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    choice = text.split("## ", 1)[0].removeprefix("# ").partition("\n")[2]

    assert text.startswith("# ")
    assert choice.strip(), "the choice stands first, before its reasons"
    assert [part for part in PARTS if not re.search(rf"^{part}\n\n\S", text, re.MULTILINE)] == []


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")

    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    assert [page.name for page in DECISIONS if f"({page.name})" not in index] == []


def rooms() -> list[Path]:
    found = [
        path.parent for path in ROOT.glob("kinerja/*/*/__init__.py") if path.parent.name not in ("tests",)
    ]
    inside = [room for room in found if room.parts[-2] in ("areas", "base", "tools", "windows", "adapters")]
    return sorted(inside)


@pytest.mark.parametrize("room", rooms(), ids=lambda room: f"{room.parts[-2]}/{room.name}")
def test_each_room_says_in_forty_lines_what_happens_in_it(room: Path) -> None:
    readme = room / "README.md"

    assert readme.exists(), "Write what happens here, who, states, rules used (≤ 40 lines)."
    lines = readme.read_text(encoding="utf-8").count("\n")
    assert lines <= 40 or f"{room.parts[-2]}/{room.name}" in LONGER


def test_each_page_is_reached_from_the_index() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.exists():
            continue
        seen.add(page)
        waiting += [
            (page.parent / link.partition("#")[0]).resolve() for link in links(page) if ":" not in link
        ]

    assert [str(page.relative_to(ROOT)) for page in ROOT.glob("docs/**/*.md") if page not in seen] == []


def test_the_first_page_is_short_and_names_both_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert text.count("\n") <= 80
    assert "make demo" in text
    assert "make test" in text
