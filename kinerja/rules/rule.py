"""One rule as the catalogue lists it: its functions, its sources, its versions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja.rules import parameters
from kinerja.rules.citation import Citation
from kinerja.rules.verdict import Change, Verdict

Function = Callable[..., Verdict[Any]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is the module below `kinerja.rules`; `title` is what a screen calls the rule.

    `functions`: the questions it answers, the main one first; each takes only what `kinerja.rules.inputs` can read
    from JSON and returns a `Verdict`. `nearest` takes the arguments of the main function and answers with the
    nearest changes that give the next better value. `figures`: names of the figures and tables it reads; a name that ends
    with a dot stands for all that begin with it. `version` rises when the code of the rule answers otherwise.
    """

    name: str
    title: str
    cites: tuple[Citation, ...]
    functions: tuple[Function, ...] = ()
    nearest: Callable[..., Verdict[tuple[Change, ...]]] | None = None
    figures: tuple[str, ...] = ()
    version: int = 1

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]

    @property
    def module(self) -> str:
        return self.name.partition(".")[2]

    @property
    def page(self) -> str:
        """The page that tells the story of the rule, from the root of the repository."""
        return f"docs/explanation/rules/{self.module.replace('_', '-')}.md"

    def function(self, name: str = "") -> Function:
        """The main function, or the one of this name; raises KeyError when there is none."""
        for each in self.functions:
            if not name or each.__name__ == name:
                return each
        raise KeyError(name)

    def used_figures(self) -> tuple[parameters.Figure | parameters.Table, ...]:
        """Every version of every figure and table that the rule reads, in the order of `figures`, oldest first."""
        found: list[parameters.Figure | parameters.Table] = []
        for wanted in self.figures:
            for known in (parameters.figures(), parameters.tables()):
                for name in sorted(known):
                    if name == wanted or (wanted.endswith(".") and name.startswith(wanted)):
                        found.extend(known[name])
        return tuple(found)

    def versions(self) -> tuple[date, ...]:
        """The days on which the rule's citations or figures begin to hold, oldest first."""
        cites = [*self.cites, *(each.cite for each in self.used_figures())]
        return tuple(sorted({cite.in_force_from for cite in cites if cite.in_force_from}))
