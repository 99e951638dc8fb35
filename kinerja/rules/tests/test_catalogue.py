"""Every rule is listed, cited, tried by cases and explained."""

import re
import tomllib
from pathlib import Path

import pytest

from kinerja.rules import catalogue, codes, examples, inputs, pages
from kinerja.rules.allowance.codes import PerkadaPart
from kinerja.rules.coded import Coded
from kinerja.rules.tests import cases, told

RULES = Path(catalogue.__file__).parent
REPOSITORY = RULES.parents[1]
ROOMS = tuple(sorted(path.parent.name for path in RULES.glob("*/catalogue.py")))
#: modules that only hold words or values for another rule of the same room
NOT_RULES = {
    "monitoring.course",
    "monitoring.estimate",
    "monitoring.fading",
    "monitoring.pace_words",
    "monitoring.sampling",
    "monitoring.series",
    "allowance.nearest_payment",
    "allowance.perkada",
    "discipline.case_steps",
    "discipline.working_time",
}
REGULATIONS = REPOSITORY / "docs" / "reference" / "regulations"


def modules():
    for room in ROOMS:
        for path in sorted((RULES / room).glob("*.py")):
            if path.stem not in {"__init__", "catalogue", "codes", "labels"}:
                yield f"{room}.{path.stem}"


def every_case_file():
    return [pytest.param(path, id=path.stem) for path in sorted(RULES.glob("*/cases/*.toml"))]


def test_every_rule_is_in_the_catalogue():
    assert {rule.name for rule in catalogue.RULES} == set(modules()) - NOT_RULES


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_rule_cites_has_cases_and_a_page(rule):
    assert rule.cites
    assert rule.functions
    assert examples.cases(rule).is_file()
    assert pages.source(rule).is_file(), pages.source(rule)
    assert (REPOSITORY / rule.page).is_file(), f"{rule.page}: run docs/generate.py"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_a_rule_shows_the_sources_figures_and_questions_that_are_written_down(rule):
    written = told.path(rule).read_text("utf-8").partition("\n## ")[0]

    assert told.head(rule) == written, "if it is meant: python -m kinerja.rules.tests.told"


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_exactly_one_case_of_a_rule_is_its_example(rule):
    assert sum(case.example for case in cases.load(examples.cases(rule))) == 1


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_citation_names_a_page_of_the_regulations_and_known_sources(rule):
    index = (REGULATIONS / "00-how-to-read.md").read_text("utf-8")

    for cite in rule.cites:
        assert list(REGULATIONS.glob(f"{int(cite.page):02d}-*.md")), cite
        assert all(f"| {source} |" in index for source in cite.sources), cite


def test_a_rule_is_found_by_its_name():
    assert catalogue.rule("assessment.quadrant").title == "Kuadran kinerja"
    with pytest.raises(KeyError):
        catalogue.rule("assessment.horoscope")


@pytest.mark.parametrize("path", every_case_file())
def test_every_file_of_cases_cites_a_page_that_exists(path):
    content = tomllib.loads(path.read_text("utf-8"))

    assert content["rule"] == f"{path.parents[1].name}.{path.stem}"
    assert (REPOSITORY / content["page"]).is_file()
    assert content["regulation"]


@pytest.mark.parametrize("path", every_case_file())
def test_every_case_has_a_name_of_its_own_and_a_vector_that_exists(path):
    every = cases.load(path)
    written = "".join(page.read_text("utf-8") for page in REGULATIONS.glob("*.md"))

    assert len({case.name for case in every}) == len(every)
    for case in every:
        assert not case.vector or re.search(rf"^\| {re.escape(case.vector)} \|", written, re.M), case.vector


def test_the_vectors_of_the_main_job_are_all_tried():
    tried = {case.vector for path in RULES.glob("*/cases/*.toml") for case in cases.load(path)}
    wanted = {f"1.{n}" for n in range(1, 18)} | {f"9.{n}" for n in range(1, 10)}
    wanted |= {f"2.{n}" for n in range(1, 17)} | {f"3.{n}" for n in range(1, 12)}
    wanted |= {f"5.{n}" for n in range(1, 11)}
    wanted |= {f"4.{n}" for n in range(1, 16)}
    wanted |= {f"6.{n}" for n in range(1, 9)} | {f"7.{n}" for n in range(1, 10)}
    wanted |= {f"8.{n}" for n in range(1, 10)} | {f"11.{n}" for n in range(1, 7)}
    # 10.3 is an act of the product
    wanted |= {f"10.{n}" for n in (1, 2, 4, 5, 6)}

    assert wanted <= tried


def test_a_rule_knows_no_django_no_clock_and_no_float():
    for path in RULES.rglob("*.py"):
        if "tests" in path.parts:
            continue
        text = path.read_text("utf-8")
        assert not re.search(r"\bdjango\.|import django|\.today\(|\.now\(|\bfloat\(", text), path


def test_every_code_has_a_label_and_is_known_to_storage():
    kinds = [kind for kind in vars(codes).values() if isinstance(kind, type) and issubclass(kind, Coded)]

    for kind in kinds:
        assert kind is Coded or all(member.label for member in kind)


def test_a_code_is_stored_under_its_own_name():
    named = [member for kind in Coded.__subclasses__() if kind is not PerkadaPart for member in kind]

    assert [member.name for member in named] == [member.value for member in named]
    assert [part.value for part in PerkadaPart] == [
        "umum", "codes", "ladder", "events", "punishments", "productivity", "staff", "basic", "criteria",
    ]  # fmt: skip


def test_the_readme_fits_on_a_page():
    assert len((RULES / "README.md").read_text("utf-8").splitlines()) <= 40


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_function_of_a_rule_says_in_json_schema_what_it_takes(rule):
    for function in rule.functions:
        assert inputs.schema(function)["properties"], function
        assert function.__doc__


def test_a_name_of_codes_or_records_is_used_once():
    names = [kind.__name__ for kind in Coded.__subclasses__()]

    assert len(names) == len(set(names))
