"""`make mutants`: try every mutant of `kinerja/rules` that was not tried yet, then print what is known of all of them.

`python -m bench.mutants [--only TEXT] [--all] [--fresh] [--report]`: `--only` the files whose path holds TEXT; `--all` every
mutant, where otherwise one in four is drawn; `--fresh` forgets what is known; `--report` tries nothing. A run that was
stopped goes on where it was; what changed since is tried again. Exit status 1 while fewer than 90 in 100 are killed or a
survivor of quadrant, allowance or discipline has no explanation.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import tomllib
from collections import Counter
from functools import cache, partial
from pathlib import Path

import pytest

from bench.mutants import child, fresh
from bench.mutants.session import Session
from bench.mutants.store import KILLED, SURVIVED, TIMEOUT, Mutant, Store, room

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".var" / "mutants"
TOOL = STATE / "tool" / "bin" / "python"
EXPLAINED = Path(__file__).with_name("explained.toml")
#: what decides about money and careers first
ORDER = (
    *("assessment/quadrant", "allowance", "discipline", "assessment", "planning", "development", "rewards"),
    *("service_quality", "coaching", "privacy", "calendar", "identity", "monitoring", "regions"),
)
HEAD = """
| room | tried | killed | of these out of time | survived | of these explained | killed % | not tried |
|---|---|---|---|---|---|---|---|"""
#: every survivor of these is explained
STRICT = ("assessment/quadrant", "allowance/", "discipline/")
GOAL = 0.9
#: of the frame, and of the tables outside STRICT, one mutant in so many is drawn
DRAWN = 4


def files(only: str) -> list[str]:
    """The sources of the rules in the order in which they are tried."""

    def place(name: str) -> tuple[int, str]:
        inside = name.removeprefix("kinerja/rules/")
        return next((n for n, each in enumerate(ORDER) if inside.startswith(each)), len(ORDER)), name

    found = (path.relative_to(ROOT) for path in (ROOT / "kinerja" / "rules").rglob("*.py"))
    every = [
        str(path) for path in found if "tests" not in path.parts and path.stem not in ("__init__", "conftest")
    ]
    return sorted((name for name in every if only in name), key=place)


def find(names: list[str]) -> list[Mutant]:
    """All mutants, found by mutmut's own environment."""
    if not TOOL.exists():
        raise SystemExit("mutmut is not installed: make mutants")
    finder = Path(__file__).with_name("find.py")
    done = subprocess.run([TOOL, finder, ROOT, *names], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def is_drawn(mutant: Mutant) -> bool:
    """All functions of the rooms and all of STRICT; of the rest those whose key, a hash, says so: the same ones each time."""
    inside = mutant["path"].removeprefix("kinerja/rules/")
    if inside.startswith(STRICT) or (mutant["called"] and room(mutant) != "frame"):
        return True
    return int(mutant["key"], 16) % DRAWN == 0


def states_of_tests() -> dict[str, str]:
    """For each room a hash of its tests and cases and of the tests of the frame: when it changes, survivors are tried again."""

    rules = ROOT / "kinerja" / "rules"
    rooms = {path.parent.name: path.parent for path in rules.glob("*/catalogue.py")}
    each = {
        name: child.state_of(path / "tests", path / "cases", rules / "tests") for name, path in rooms.items()
    }
    return {**each, "frame": child.state_of(rules / "tests", *(path / "cases" for path in rooms.values()))}


def try_left(mutants: list[Mutant], store: Store) -> None:
    """The rooms before the frame; of each the functions in one session of pytest, then what only loading anew can try."""
    tests = states_of_tests()
    left = store.left(mutants, tests)
    print(f"{len(mutants):,} mutants, {len(left):,} to try", flush=True)
    child.quiet_profile()
    for here in (
        [each for each in mutants if room(each) != "frame"],
        [each for each in mutants if room(each) == "frame"],
    ):
        called = [mutant for mutant in Store(store.path).left(here, tests) if mutant["called"]]
        if called:
            child.run_apart(partial(in_one_session, called, store, tests))
        fresh.try_all(ROOT, Store(store.path).left(here, tests), store, tests)


def in_one_session(called: list[Mutant], store: Store, tests: dict[str, str]) -> None:
    arguments = child.pytest_arguments(ROOT, str(ROOT / "kinerja" / "rules"))
    if pytest.main(arguments, plugins=[Session(ROOT, called, store, tests)]) is not pytest.ExitCode.OK:
        raise SystemExit("the tests do not pass without a mutant")


Name = tuple[str, str, str, str, str]


def explanations() -> dict[Name, str]:
    """Why a survivor may live, by file, function, line, what stood there and what stands there now."""
    rows = tomllib.loads(EXPLAINED.read_text("utf-8"))["survivor"]
    return {(row["path"], row["scope"], row["line"], row["was"], row["now"]): row["why"] for row in rows}


@cache
def lines_of(path: str) -> list[str]:
    return (ROOT / path).read_text("utf-8").splitlines()


def named(mutant: Mutant) -> Name:
    """How a person finds it, wherever its line has moved."""
    line = lines_of(mutant["path"])[mutant["line"] - 1].strip()
    return (
        mutant["path"].removeprefix("kinerja/rules/"),
        mutant["scope"],
        line,
        *difference(mutant["was"], mutant["text"]),
    )


def difference(was: str, now: str) -> tuple[str, str]:
    """The part that differs, in whole words and on one line."""
    one, other = " ".join(was.split()), " ".join(now.split())
    word = re.compile(r"[\w.\"']+|[<>=!]+|\s+|.")
    before, after = word.findall(one), word.findall(other)
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return "".join(before).strip(), "".join(after).strip()


def report(mutants: list[Mutant], store: Store) -> bool:
    """The table, the survivors and whether the goal is met."""
    known = explanations()
    lived = [mutant for mutant in mutants if store.status(mutant) == SURVIVED]
    for mutant in lived:
        path, scope, _place, was, now = named(mutant)
        why = known.get(named(mutant), "")
        print(f"{path}:{mutant['line']} {scope or 'module'}: {was} → {now}" + (f"  # {why}" if why else ""))
    print(HEAD)
    total: Counter[str] = Counter()
    for name, counts in sorted(store.counts(mutants).items()):
        counts["explained"] = sum(room(each) == name and named(each) in known for each in lived)
        total.update(counts)
        print(_line(name, counts))
    print(_line("**all**", total))
    waiting = total["waiting"]
    print(f"\n{store.seconds(mutants):,.0f} s of processor in the mutants; {waiting:,} not tried")
    bare = [each for each in lived if named(each)[0].startswith(STRICT) and named(each) not in known]
    if bare:
        print(f"{len(bare)} survivors of quadrant, allowance and discipline have no explanation")
    return not bare and not waiting and _share(total) >= GOAL


def _line(name: str, counts: Counter[str]) -> str:
    whole = sum(counts[each] for each in (KILLED, SURVIVED, TIMEOUT))
    killed = counts[KILLED] + counts[TIMEOUT]
    return (
        f"| {name} | {whole:,} | {killed:,} | {counts[TIMEOUT]:,} | {counts[SURVIVED]:,} "
        f"| {counts['explained']:,} | {100 * _share(counts):.1f} | {counts['waiting']:,} |"
    )


def _share(counts: Counter[str]) -> float:
    whole = sum(counts[each] for each in (KILLED, SURVIVED, TIMEOUT))
    return (counts[KILLED] + counts[TIMEOUT]) / whole if whole else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--only", default="", metavar="TEXT")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--report", action="store_true")
    wanted = parser.parse_args()
    STATE.mkdir(parents=True, exist_ok=True)
    results = STATE / "results.jsonl"
    if wanted.fresh:
        results.unlink(missing_ok=True)
    found = find(files(wanted.only))
    mutants = [each for each in found if wanted.all or is_drawn(each)]
    print(f"{len(found):,} mutants, {len(mutants):,} of them drawn", flush=True)
    begun = time.monotonic()
    if not wanted.report:
        try_left(mutants, Store(results))
        print(f"{time.monotonic() - begun:,.0f} s by the clock")
    return 0 if report(mutants, Store(results)) else 1


if __name__ == "__main__":
    sys.exit(main())
