"""The worked example of a rule: the case marked `example = true`, run by the rule itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from kinerja.rules import inputs
from kinerja.rules.rule import Function, Rule
from kinerja.rules.verdict import Verdict

ROOMS = Path(__file__).parent


@dataclass(frozen=True)
class Example:
    """`given` as JSON would hold it, for the function that the case asks."""

    function: Function
    given: Mapping[str, Any]

    @cached_property
    def arguments(self) -> dict[str, Any]:
        """What is given, as the function takes it."""
        return inputs.of(self.function, self.given)

    @cached_property
    def verdict(self) -> Verdict[Any]:
        return self.function(**self.arguments)


def cases(rule: Rule) -> Path:
    """The file with the cases of the rule, whether it is there or not."""
    return ROOMS / rule.room / "cases" / f"{rule.module}.toml"


def example(rule: Rule) -> Example | None:
    """The example of the rule; None while no case is marked as one."""
    path = cases(rule)
    if not path.is_file():
        return None
    for row in tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)["case"]:
        if row.get("example"):
            return Example(rule.function(row.get("function", "")), without_none(row.get("given", {})))
    return None


def without_none(value: Any) -> Any:
    """TOML has no null: "none" in a list stands for it."""
    if isinstance(value, dict):
        return {key: without_none(item) for key, item in value.items()}
    if isinstance(value, list):
        return [None if item == "none" else without_none(item) for item in value]
    return value
