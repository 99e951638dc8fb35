"""The pages that explain the rules are true: their examples run, their links lead somewhere."""

import doctest
import re
from pathlib import Path

import pytest

from kinerja.rules import catalogue

REPOSITORY = Path(catalogue.__file__).parents[2]
PAGES = sorted((REPOSITORY / "docs" / "explanation" / "rules").glob("*.md"))
REFERENCE = sorted((REPOSITORY / "docs" / "reference" / "regulations").glob("*.md"))
GLOSSARY = REPOSITORY / "docs" / "reference" / "glossary.md"


def named(path):
    return path.stem


@pytest.mark.parametrize("path", [page for page in PAGES if page.name != "README.md"], ids=named)
def test_the_worked_example_of_a_page_runs(path):
    examples = doctest.DocTestParser().get_doctest(path.read_text("utf-8"), {}, path.name, str(path), 0)
    told: list[str] = []

    outcome = doctest.DocTestRunner(verbose=False).run(examples, out=told.append)

    assert outcome.attempted > 0
    assert not outcome.failed, "".join(told)


@pytest.mark.parametrize("path", [page for page in PAGES if page.name != "README.md"], ids=named)
def test_a_page_has_a_story_a_table_an_example_and_its_source(path):
    text = path.read_text("utf-8")

    assert text.startswith("# ")
    assert "\n|---" in text
    assert "## Worked example" in text
    assert "## Where it comes from" in text


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
