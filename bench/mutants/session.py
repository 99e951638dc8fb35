"""One session of pytest that tries mutants of functions: tests are collected once, each mutant is a fork of that process.

First every test runs once while the functions of the rules that it enters are written down. A mutant then runs only the
tests that enter its function: the cases of its rule first, then those of its room, then the others, the quickest first, until
one fails.
"""

from __future__ import annotations

import gc
import importlib
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from bench.mutants import child
from bench.mutants.store import INVALID, Mutant, Store, room

Scope = tuple[str, str]
Place = tuple[str, str, int]


class Watch:
    """Which functions of the rules run: `seen` collects the scopes `(file, qualified name)` entered since it was emptied."""

    def __init__(self, root: Path) -> None:
        self.root = f"{root}/"
        self.known: dict[CodeType, Scope | None] = {}
        self.seen: set[Scope] = set()
        self.callers: dict[Scope, set[Scope]] = defaultdict(set)

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event != "call":
            return
        if (scope := self.scope(frame.f_code)) is None:
            return
        if scope not in self.seen:
            self.seen.add(scope)
            if frame.f_back is not None and (caller := self.scope(frame.f_back.f_code)) is not None:
                self.callers[scope].add(caller)

    def scope(self, code: CodeType) -> Scope | None:
        try:
            return self.known[code]
        except KeyError:
            found = None
            name = code.co_filename
            if name.startswith(self.root) and "/tests/" not in name:
                found = (name.removeprefix(self.root), code.co_qualname.split(".<locals>")[0])
            self.known[code] = found
            return found


class Session:
    """A plugin that takes pytest's loop over: reads which test enters what, then tries each mutant."""

    def __init__(self, root: Path, mutants: list[Mutant], store: Store, tests: dict[str, str]) -> None:
        self.root, self.mutants, self.store, self.tests = root, mutants, store, tests
        self.watch, self.memory = Watch(root), store.path.with_name("tests.json")
        self.entering: dict[Scope, set[int]] = defaultdict(set)
        self.spent: list[float] = []
        self.items: list[pytest.Item] = []
        self.trying = False
        sys.setprofile(self.watch)
        for path in sorted((root / "kinerja" / "rules").rglob("*.py")):
            if "tests" not in path.parts and path.stem not in ("conftest", "__init__"):
                importlib.import_module(".".join(path.relative_to(root).with_suffix("").parts))
        sys.setprofile(None)
        #: these shape the modules while they are loaded: another code afterwards would come too late
        self.loading = set(self.watch.seen)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = [item for item in session.items if not child.is_out(item.nodeid)]
        self.caches = child.Caches()
        self._learn_or_remember()
        self.remembered = self._behind_caches()
        live = self._live()
        gc.collect()
        gc.freeze()
        self.trying = True
        for mutant in self.mutants:
            self._try(mutant, live)
        return True

    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """A mutant is dead at the first failure: no report is needed."""
        failed = call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception)
        if failed and self.trying:
            child.die(item.nodeid)

    def _learn_or_remember(self) -> None:
        """What each test enters is kept for the next session, as long as no line of rules and tests has changed."""
        state = child.state_of(self.root / "kinerja" / "rules")
        if self.memory.exists():
            kept = json.loads(self.memory.read_text("utf-8"))
            if kept["state"] == state and kept["tests"] == [item.nodeid for item in self.items]:
                self.spent = kept["spent"]
                self.entering.update({tuple(scope): set(numbers) for scope, numbers in kept["entering"]})
                self.watch.callers.update({tuple(of): set(map(tuple, by)) for of, by in kept["callers"]})
                return
        self._learn()
        kept = {
            "state": state,
            "tests": [item.nodeid for item in self.items],
            "spent": self.spent,
            "entering": [[scope, sorted(numbers)] for scope, numbers in self.entering.items()],
            "callers": [[of, sorted(by)] for of, by in self.watch.callers.items()],
        }
        self.memory.write_text(json.dumps(kept), "utf-8")

    def _learn(self) -> None:
        for number, item in enumerate(self.items):
            self.watch.seen.clear()
            begun = time.process_time()
            sys.setprofile(self.watch)
            reports = runtestprotocol(item, nextitem=None, log=False)
            sys.setprofile(None)
            self.spent.append(time.process_time() - begun)
            for report in reports:
                if report.failed:
                    raise pytest.UsageError(f"without any mutant {item.nodeid} fails: {report.longreprtext}")
            for scope in self.watch.seen:
                self.entering[scope].add(number)

    def _behind_caches(self) -> set[Scope]:
        """What runs behind a remembered answer ran for one test only: every test of its callers may enter it."""
        behind = {scope for code in self.caches.codes() if (scope := self.watch.scope(code)) is not None}
        size = -1
        while size != len(behind):
            size = len(behind)
            behind |= {scope for scope, callers in self.watch.callers.items() if callers & behind}
        size = -1
        while size != sum(len(self.entering[scope]) for scope in behind):
            size = sum(len(self.entering[scope]) for scope in behind)
            for scope in behind:
                for caller in self.watch.callers.get(scope, ()):
                    self.entering[scope] |= self.entering[caller]
        return behind

    def _live(self) -> dict[Place, list[FunctionType]]:
        found = defaultdict(list)
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and (scope := self.watch.scope(each.__code__)) is not None:
                found[(*scope, each.__code__.co_firstlineno)].append(each)
        return found

    def _try(self, mutant: Mutant, live: dict[Place, list[FunctionType]]) -> None:
        """Into the functions as they are; what cannot be tried so is left for modules loaded anew."""
        scope = (mutant["path"], mutant["scope"])
        functions = live.get((*scope, mutant["scope_line"]))
        if not functions or scope in self.loading:
            return
        try:
            code = child.find_code(child.mutated(self.root, mutant), mutant["scope"], mutant["scope_line"])
        except SyntaxError:
            self.store.add(mutant, INVALID, 0, self.tests[room(mutant)])
            return
        if code is None or any(code.co_freevars != each.__code__.co_freevars for each in functions):
            return
        chosen = self._chosen(mutant)
        status, cpu, by = child.run(
            lambda: self._live_and_die(functions, code, chosen, scope in self.remembered)
        )
        self.store.add(mutant, status, cpu, self.tests[room(mutant)], by if chosen else "no test enters it")

    def _chosen(self, mutant: Mutant) -> list[int]:
        module, here = f"[{room(mutant)}.{Path(mutant['path']).stem}: ", f"[{room(mutant)}."
        folder = f"{Path(mutant['path']).parent}/"

        def rank(number: int) -> tuple[int, float]:
            name = self.items[number].nodeid
            near = 0 if module in name else 1 if here in name else 2 if name.startswith(folder) else 3
            return near, self.spent[number]

        every = sorted(self.entering.get((mutant["path"], mutant["scope"]), ()), key=rank)
        return every if room(mutant) != "frame" else self._spread(every)

    def _spread(self, numbers: list[int]) -> list[int]:
        """Of one test with very many parameters that enters the frame, so many of them: it can only let a mutant live."""
        groups: dict[str, list[int]] = defaultdict(list)
        for number in numbers:
            groups[self.items[number].nodeid.partition("[")[0]].append(number)
        kept = {number for each in groups.values() for number in each[:: len(each) // child.PARAMETERS + 1]}
        return [number for number in numbers if number in kept]

    def _live_and_die(
        self, functions: Iterable[FunctionType], code: CodeType, chosen: list[int], remembered: bool
    ) -> None:
        for each in functions:
            each.__code__ = code
        if remembered:
            self.caches.forget()
        for number in chosen:
            child.limit(self.spent[number])
            runtestprotocol(self.items[number], nextitem=None, log=False)
