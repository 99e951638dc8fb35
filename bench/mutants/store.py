"""What became of each mutant: a file that only grows, one JSON object a line, so that a killed run goes on where it stopped."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Mutant = Mapping[str, Any]

KILLED, SURVIVED, TIMEOUT, INVALID = "killed", "survived", "timeout", "invalid"


@dataclass
class Store:
    """Outcomes by the key of the mutant; the last line about a mutant counts, a torn last line does not."""

    path: Path
    outcomes: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.path.exists():
            return
        whole, end, torn = self.path.read_text("utf-8").rpartition("\n")
        if torn:
            os.truncate(self.path, len((whole + end).encode()))
        for line in whole.splitlines():
            outcome = json.loads(line)
            self.outcomes[outcome["key"]] = outcome

    def add(self, mutant: Mutant, status: str, cpu: float, tests: str, by: str = "") -> None:
        """Write one outcome at once; `tests` is the state of the tests it was seen with."""
        outcome = {"key": mutant["key"], "status": status, "cpu": round(cpu, 3), "tests": tests, "by": by}
        self.outcomes[mutant["key"]] = outcome
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(outcome) + "\n")

    def left(self, mutants: Iterable[Mutant], tests: Mapping[str, str]) -> list[Mutant]:
        """Those never tried, and the survivors whose room has had its tests changed since."""

        def is_left(mutant: Mutant) -> bool:
            known = self.outcomes.get(mutant["key"])
            return known is None or (known["status"] == SURVIVED and known["tests"] != tests[room(mutant)])

        return [mutant for mutant in mutants if is_left(mutant)]

    def status(self, mutant: Mutant) -> str:
        return str(self.outcomes.get(mutant["key"], {"status": "waiting"})["status"])

    def counts(self, mutants: Iterable[Mutant]) -> dict[str, Counter[str]]:
        """Room → how many of each status."""
        found: dict[str, Counter[str]] = {}
        for mutant in mutants:
            found.setdefault(room(mutant), Counter())[self.status(mutant)] += 1
        return found

    def seconds(self, mutants: Iterable[Mutant]) -> float:
        return sum(self.outcomes[each["key"]]["cpu"] for each in mutants if each["key"] in self.outcomes)


def room(mutant: Mutant) -> str:
    """`assessment` for a module of that room, `frame` for what stands beside the rooms."""
    parts = mutant["path"].split("/")
    return parts[2] if len(parts) > 3 else "frame"
