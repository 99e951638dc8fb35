"""Money, credit points and percentages are whole numbers, decimals or fractions: nowhere is a binary float."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules import catalogue, examples, inputs
from kinerja.rules.rule import Rule
from kinerja.rules.tests.cases import arguments, load

RULES = Path(inputs.__file__).parent
SOURCES = [path for path in sorted(RULES.rglob("*.py")) if "tests" not in path.parts]
#: modules of the standard library that compute in floats
BINARY = {"math", "cmath", "statistics", "random"}
#: functions of these modules that stay in whole numbers
WHOLE = {"ceil", "floor", "gcd", "isqrt", "lcm", "comb", "prod"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(RULES)))
def test_no_literal_no_type_and_no_function_of_a_rule_is_a_float(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        f"{node.lineno}: {ast.unparse(node)[:60]}"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id in {"float", "complex"})
        or (isinstance(node, ast.Import) and BINARY & {each.name for each in node.names})
        or (
            isinstance(node, ast.ImportFrom)
            and node.module in BINARY
            and {each.name for each in node.names} - WHOLE
        )
    ]

    assert found == []


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_nothing_a_rule_answers_is_a_float(rule: Rule) -> None:
    """Catches what source cannot show: a division of two whole numbers."""
    for case in load(examples.cases(rule)):
        if "refuses" not in case.wanted:
            verdict = rule.function(case.function)(**arguments(rule, case))
            assert [each for each in _parts(verdict) if isinstance(each, float)] == [], case.name


def _parts(value: Any) -> Iterator[Any]:
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _parts(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (*_parts(key), *_parts(item))
    elif isinstance(value, tuple | list | frozenset):
        for item in value:
            yield from _parts(item)
