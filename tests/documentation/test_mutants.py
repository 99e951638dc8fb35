"""The mutation test goes on where it was stopped, and what it excuses still stands in the code."""

import tomllib
from pathlib import Path

import pytest

from bench.mutants.store import KILLED, SURVIVED, Store

ROOT = Path(__file__).resolve().parents[2]
EXPLAINED = tomllib.loads((ROOT / "bench" / "mutants" / "explained.toml").read_text("utf-8"))["survivor"]
MUTANTS = [
    {"key": name, "path": f"kinerja/rules/{place}"}
    for name, place in (("a", "allowance/ippd.py"), ("b", "allowance/ippd.py"), ("c", "money.py"))
]
TESTS = {"allowance": "now", "frame": "now"}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "results.jsonl"


def test_what_was_tried_is_not_tried_again(path):
    Store(path).add(MUTANTS[0], KILLED, 0.02, "before")
    Store(path).add(MUTANTS[1], SURVIVED, 0.5, "now")

    assert [each["key"] for each in Store(path).left(MUTANTS, TESTS)] == ["c"]


def test_a_survivor_meets_the_tests_that_are_new(path):
    Store(path).add(MUTANTS[1], SURVIVED, 0.5, "before")
    assert MUTANTS[1] in Store(path).left(MUTANTS, TESTS)

    Store(path).add(MUTANTS[1], KILLED, 0.02, "now")
    assert Store(path).status(MUTANTS[1]) == KILLED


def test_a_line_that_broke_off_is_cut_away_and_its_mutant_tried_again(path):
    Store(path).add(MUTANTS[0], KILLED, 0.02, "now")
    whole = path.read_text("utf-8")
    path.write_text(whole + '{"key": "b", "stat', "utf-8")

    assert [each["key"] for each in Store(path).left(MUTANTS, TESTS)] == ["b", "c"]
    Store(path).add(MUTANTS[1], KILLED, 0.02, "now")
    assert [each["key"] for each in Store(path).left(MUTANTS, TESTS)] == ["c"]


@pytest.mark.parametrize("row", EXPLAINED, ids=lambda row: f"{row['path']}: {row['was']} → {row['now']}")
def test_a_survivor_that_is_excused_stands_in_the_code(row):
    lines = (ROOT / "kinerja" / "rules" / row["path"]).read_text("utf-8").splitlines()

    assert row["line"] in {line.strip() for line in lines}
    assert row["was"] in row["line"]
    assert row["why"]
