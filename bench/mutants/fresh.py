"""Mutants of what runs while a module is loaded (tables, records, codes, defaults): the modules are loaded anew for each.

All that does not depend on the mutated module is loaded before; the fork then loads the rest with the mutant in it, asks
every case of the room, and if none finds out, runs the tests of the room and of the frame.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from bench.mutants import child
from bench.mutants.store import INVALID, Mutant, Store, room

RULES = "kinerja.rules"
#: every case was asked before them, or they measure time
ASKED = ("test_cases.py", "test_told.py", "test_chain.py")
#: they try the frame on the rules; of a room they find what its cases have found
AFTER_CASES = (
    "test_robust.py",
    "test_replay.py",
    "test_recompute.py",
    "test_verdict.py",
    "test_command.py",
    "test_schema.py",
)
#: what of these takes just one rule, or nothing, is asked as a plain function
LOOKING = {"test_plain": ["rule"], "test_pages": ["rule"], "test_columns": [], "test_catalogue": ["rule"]}


class Modules:
    """The modules of the rules and what each of them imports."""

    def __init__(self, root: Path) -> None:
        paths = [
            path
            for path in sorted((root / "kinerja" / "rules").rglob("*.py"))
            if "tests" not in path.parts and path.stem not in ("conftest", "__init__")
        ]
        paths.append(root / "kinerja" / "rules" / "tests" / "cases.py")
        self.paths = {_name(root, path): path for path in paths}
        self.imports = {name: set(self._imports(path)) for name, path in self.paths.items()}

    def _imports(self, path: Path) -> Iterator[str]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(RULES):
                yield node.module
                yield from (f"{node.module}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Import):
                yield from (each.name for each in node.names)

    def without(self, name: str) -> list[str]:
        """The modules that can be loaded without this one."""
        tied = {name}
        size = 0
        while size != len(tied):
            size = len(tied)
            tied |= {each for each, wanted in self.imports.items() if wanted & tied}
        return [each for each in self.paths if each not in tied]


def try_all(root: Path, mutants: list[Mutant], store: Store, tests: dict[str, str]) -> None:
    """Module by module; each in a process of its own, which holds what the module does not touch."""
    modules = Modules(root)
    for path in dict.fromkeys(mutant["path"] for mutant in mutants):
        here = [mutant for mutant in mutants if mutant["path"] == path]
        child.run_apart(lambda here=here, path=path: _module(root, path, here, store, tests, modules))


def _module(
    root: Path, path: str, mutants: list[Mutant], store: Store, tests: dict[str, str], modules: Modules
) -> None:
    name = _name(root, root / path)
    for each in modules.without(name):
        importlib.import_module(each)
    if (known := sys.modules.get(f"{RULES}.parameters")) is not None:
        known.figures()
        known.tables()
    free = f"{RULES}.tests.cases" in sys.modules
    read = _read_cases(root, room(mutants[0])) if free else None
    for mutant in mutants:
        try:
            code = child.mutated(root, mutant)
        except SyntaxError:
            store.add(mutant, INVALID, 0, tests[room(mutant)])
            continue
        status, cpu, by = child.run(lambda code=code, mutant=mutant: _in_child(root, mutant, code, read))
        store.add(mutant, status, cpu, tests[room(mutant)], by)


def _read_cases(root: Path, where: str) -> dict[str, list[Any]]:
    """The cases of the room by the name of their rule, read before the forks where the reader is not tied to the mutant."""
    cases = importlib.import_module(f"{RULES}.tests.cases")
    rooms = (
        [root / "kinerja" / "rules" / where] if where != "frame" else (root / "kinerja" / "rules").glob("*")
    )
    paths = [path for each in rooms for path in sorted((each / "cases").glob("*.toml"))]
    return {f"{path.parents[1].name}.{path.stem}": cases.load(path) for path in paths}


def _in_child(root: Path, mutant: Mutant, code: CodeType, read: dict[str, list[Any]] | None) -> None:
    path, usual = str(root / mutant["path"]), SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda self, name: code if self.path == path else usual(self, name)  # type: ignore[method-assign]
    child.limit(1)
    importlib.import_module(_name(root, Path(path)))
    _ask_every_case(read or _read_cases(root, room(mutant)), Path(path).stem)
    child.limit(10)
    _run_tests(root, room(mutant))


def _ask_every_case(read: dict[str, list[Any]], module: str) -> None:
    """Any exception ends the mutant; the cases of its own rule come first."""
    catalogue = importlib.import_module(f"{RULES}.catalogue")
    importlib.import_module(
        f"{RULES}.tests.test_records"
    ).test_every_record_is_frozen_and_takes_no_other_field()
    told = importlib.import_module(f"{RULES}.tests.told")
    rules = sorted(
        (rule for rule in catalogue.RULES if rule.name in read), key=lambda rule: rule.module != module
    )
    for rule in rules:
        written = told.read(rule)
        for case in read[rule.name]:
            child.limit(1)
            if told.tell(rule, case) != written[case.name]:
                child.die(f"{rule.name}: {case.name}")
    cases = importlib.import_module(f"{RULES}.tests.cases")
    for rule in rules:
        for case in read[rule.name]:
            cases.check_rule(rule, case)
    if len(rules) != len(read):
        child.die("a rule is not listed")
    _look_at_every_rule(rules)


def _look_at_every_rule(rules: list[Any]) -> None:
    """What a rule shows of itself, asked without a session of pytest, which costs seconds for each mutant."""
    for name, taken in LOOKING.items():
        module = importlib.import_module(f"{RULES}.tests.{name}")
        for test in [each for at, each in vars(module).items() if at.startswith("test_")]:
            if [*inspect.signature(test).parameters] == taken:
                for given in [[rule] for rule in rules] if taken else [[]]:
                    child.limit(1)
                    test(*given)


class _FirstFailure:
    """Only what concerns the room (all of it for the frame); the first failure is enough."""

    def __init__(self, where: str, rooms: set[str]) -> None:
        self.others = set() if where == "frame" else rooms - {where}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        def concerned(item: pytest.Item) -> bool:
            named = item.nodeid.partition("[")[2].partition(".")[0]
            return named not in self.others and not child.is_out(item.nodeid)

        items[:] = [item for item in items if concerned(item)]
        if not self.others:
            robust = [item for item in items if "test_robust.py" in item.nodeid]
            shown = set(robust[:: len(robust) // child.PARAMETERS + 1])
            items[:] = [item for item in items if item not in robust or item in shown]

    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        child.limit(5)
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            child.die(item.nodeid)


def _run_tests(root: Path, where: str) -> None:
    rules = root / "kinerja" / "rules"
    rooms = {path.parent.name for path in rules.glob("*/catalogue.py")}
    folders = [rules / "tests"] if where == "frame" else [rules / where, rules / "tests"]
    names = ASKED if where == "frame" else ASKED + AFTER_CASES
    out = [f"--ignore={rules / 'tests' / name}" for name in names]
    found = pytest.main(
        child.pytest_arguments(root, *map(str, folders), *out), plugins=[_FirstFailure(where, rooms)]
    )
    if found is not pytest.ExitCode.OK:
        raise RuntimeError(f"the tests ended with {found}")


def _name(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)
