"""Reads `cases/*.toml`, runs a rule on each case, and compares: what the one test of every folder shares.

A case has a `name`, the `vector` of the specification it repeats (or none, when it is our own), the arguments of
the rule under `given` as JSON would hold them ("none" in a list is no value), the `function` when it is not the
main one, and what must come out: `expect` (the value, or the named fields of a record), `warnings` and `errors`
(how many), `says` (words that some sentence holds), or `refuses` (the field that the rule or the reader of its
input refuses). `example = true` marks the case that the rule's page shows.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules import examples, inputs
from kinerja.rules.coded import Coded
from kinerja.rules.refusal import Refused
from kinerja.rules.rule import Rule
from kinerja.rules.verdict import Verdict
from kinerja.rules.wording import half_up

_KEYS = {"name", "vector", "function", "given", "example", "expect", "warnings", "errors", "says", "refuses"}
_HEAD = {"rule", "page", "regulation", "case"}


@dataclass(frozen=True)
class Case:
    """One case of a file, with the file's name as the name of its rule."""

    rule: str
    name: str
    vector: str
    given: Mapping[str, Any]
    wanted: Mapping[str, Any]
    function: str = ""
    example: bool = False


def load(path: Path) -> list[Case]:
    """All cases of one file; a key that nobody reads is a mistake of the file and raises."""
    content = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    assert set(content) == _HEAD, f"{path.name}: {set(content) ^ _HEAD}"
    found = []
    for row in content["case"]:
        assert set(row) <= _KEYS, f"{path.name}: {row['name']}: {set(row) - _KEYS}"
        wanted = {key: row[key] for key in ("expect", "warnings", "errors", "says", "refuses") if key in row}
        assert wanted, f"{path.name}: {row['name']} expects nothing"
        given, function = row.get("given", {}), row.get("function", "")
        example = row.get("example", False)
        found.append(Case(path.stem, row["name"], row.get("vector", ""), given, wanted, function, example))
    return found


def in_folder(folder: Path) -> list[Any]:
    """Every case of `folder/cases`, as pytest parameters with readable ids."""
    every = [case for path in sorted((folder / "cases").glob("*.toml")) for case in load(path)]
    return [pytest.param(case, id=f"{case.rule}: {case.name}") for case in every]


def named(folder: Path, rule: str) -> list[Any]:
    """The cases of one rule only."""
    return [param for param in in_folder(folder) if param.values[0].rule == rule]


def check(case: Case, rules: Mapping[str, Callable[[Mapping[str, Any]], Verdict[Any]]]) -> None:
    """Run the case and compare. Every verdict must also survive storage and carry a citation."""
    check_verdict(rules[case.rule](case.given), case.wanted)


def check_rule(rule: Rule, case: Case) -> None:
    """Run the case through the reader of inputs, as the command line does, and compare."""
    function = rule.function(case.function)
    if "refuses" in case.wanted:
        with pytest.raises((inputs.BadInput, Refused)) as caught:
            function(**arguments(rule, case))
        assert case.wanted["refuses"] in fields_of(caught.value)
        return
    check_verdict(function(**arguments(rule, case)), case.wanted)


def arguments(rule: Rule, case: Case) -> dict[str, Any]:
    """What the case gives, as the arguments of the function it asks."""
    return inputs.of(rule.function(case.function), examples.without_none(case.given))


def fields_of(error: BaseException) -> list[str]:
    """The fields that a refusal names."""
    if isinstance(error, inputs.BadInput):
        return [each.field for each in error.mistakes]
    return [error.field] if isinstance(error, Refused) else []


def check_verdict(verdict: Verdict[Any], wanted: Mapping[str, Any]) -> None:
    if "expect" in wanted:
        compare(verdict.value, wanted["expect"])
    if "warnings" in wanted:
        assert len(verdict.warnings) == wanted["warnings"], verdict.sentences()
    if "errors" in wanted:
        assert len(verdict.errors) == wanted["errors"], verdict.sentences()
    if "says" in wanted:
        assert any(wanted["says"] in sentence for sentence in verdict.sentences()), verdict.sentences()
    assert verdict.all_cites
    if not is_dataclass(verdict.value) or type(verdict.value).__name__ != "Nik":
        again = Verdict.from_json(json.loads(json.dumps(verdict.to_json())))
        assert again == verdict
        assert again.sentences() == verdict.sentences()


def compare(value: Any, expected: Any) -> None:
    """A table names fields of a record, or all of a mapping; `"none"` is no value; decimals are compared as they are displayed,
    a fraction that is written as text exactly."""
    if isinstance(expected, dict):
        assert value is not None, "nothing was read"
        if isinstance(value, Mapping):
            assert set(value) == set(expected)
        for field, inside in expected.items():
            compare(value[field] if isinstance(value, Mapping) else getattr(value, field), inside)
    elif isinstance(expected, list):
        assert len(value) == len(expected), value
        for one, inside in zip(value, expected, strict=True):
            compare(one, inside)
    elif expected == "none":
        assert value is None
    elif isinstance(value, Coded):
        assert value.value == expected
    elif isinstance(value, Fraction) and isinstance(expected, str):
        assert value == Fraction(expected)
    elif isinstance(value, Decimal | Fraction):
        assert half_up(value) == Decimal(expected)
    else:
        assert value == expected
