"""The pages that explain the rules are true: made from their sources, with examples that the rules answer."""

import re
from pathlib import Path

import pytest

from kinerja.rules import catalogue, examples, pages
from kinerja.rules.rule import Rule

REPOSITORY = Path(catalogue.__file__).parents[2]
PAGES = sorted((REPOSITORY / "docs" / "explanation" / "rules").glob("*.md"))
REFERENCE = sorted((REPOSITORY / "docs" / "reference" / "regulations").glob("*.md"))
GLOSSARY = REPOSITORY / "docs" / "reference" / "glossary.md"


def named(path):
    return path.stem


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_rule_has_a_page_under_its_own_title_with_a_table_or_a_formula(rule):
    page = pages.page(rule)

    assert page.title == rule.title
    assert page.story
    assert "\n|---" in page.table or "=" in page.table, "a table, or a formula"
    assert not re.search(r"^\|\s*\|", page.table, re.M), "a row begins with what it is about"
    assert not re.search(r"\]\(|<[a-z]", page.story + page.table + page.to_know), "no links, no HTML"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_the_generated_page_says_what_the_source_says_and_where_it_comes_from(rule):
    text = (REPOSITORY / rule.page).read_text("utf-8")

    assert pages.page(rule).table in text, "run docs/generate.py"
    assert all(str(cite) in text and cite.standing.label in text for cite in rule.cites)
    assert all(each.meaning in text for each in rule.used_figures())


def test_every_source_of_a_page_belongs_to_a_rule_and_its_name_is_used_once():
    sources = sorted(pages.ROOMS.glob("*/pages/*.md"))

    assert sources == sorted(pages.source(rule) for rule in catalogue.RULES)
    assert len({path.name for path in sources}) == len(sources), "rename one of the modules"


@pytest.mark.parametrize("text", ["", "Judul", "# Judul", "# Judul\n\nCerita", "# J\n\nC\n\n## Lain\n\nx",
    "# J\n\nC\n\n## Tabel atau rumus\n\nx\n\n## Tabel atau rumus\n\ny"])  # fmt: skip
def test_what_is_no_page_is_refused(text):
    with pytest.raises(pages.BadPage):
        pages.read(text)


def test_a_rule_without_a_page_is_refused_with_the_place_where_it_belongs():
    with pytest.raises(pages.BadPage, match=r"rules/assessment/pages/horoscope\.md"):
        pages.page(Rule("assessment.horoscope", "Ramalan", ()))


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_answered_by_the_rule_and_stands_on_its_page(rule):
    found = examples.example(rule)
    assert found is not None, "mark one case with `example = true`"
    text = (REPOSITORY / rule.page).read_text("utf-8")

    assert found.function in rule.functions
    assert all(sentence in text for sentence in found.verdict.sentences())


@pytest.mark.parametrize("path", [*PAGES, *REFERENCE, GLOSSARY], ids=named)
def test_every_link_of_a_page_leads_to_a_file(path):
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text("utf-8")):
        assert target.startswith("http") or (path.parent / target).is_file(), target


def test_every_rule_is_on_the_list_of_pages_and_every_page_has_a_rule():
    listed = (REPOSITORY / "docs" / "explanation" / "rules" / "README.md").read_text("utf-8")

    assert all(f"[{rule.name}]({Path(rule.page).name})" in listed for rule in catalogue.RULES)
    assert {page.name for page in PAGES} == {Path(rule.page).name for rule in catalogue.RULES} | {"README.md"}


def test_the_index_of_the_regulations_lists_every_page_and_every_tag():
    index = next(page for page in REFERENCE if page.name == "README.md").read_text("utf-8")

    assert all(f"]({page.name})" in index for page in REFERENCE if page.name != "README.md")
    assert all(tag in index for tag in ("`[source: Sn]`", "`[known]`", "`[unsure]`", "`[design]`"))


def test_every_source_that_is_cited_is_in_the_list_of_sources():
    text = "".join(page.read_text("utf-8") for page in REFERENCE)
    cited = {key for tag in re.findall(r"\[source: ([^\]]+)\]", text) for key in re.findall(r"S\d+", tag)}
    listed = set(re.findall(r"^\| (S\d+) \|", text, re.M))

    assert cited <= listed
    assert len(listed) == 58


def test_the_glossary_says_every_term_both_ways():
    text = GLOSSARY.read_text("utf-8")
    there, _heading, back = text.partition("## From English")
    terms = set(re.findall(r"^\| \*\*(.+?)\*\* \|", there, re.M))
    answered = {
        term
        for row in re.findall(r"^\| .+? \| (.+?) \|$", back, re.M)
        for term in re.findall(r"\*\*(.+?)\*\*", row)
    }

    assert terms
    assert terms == answered
