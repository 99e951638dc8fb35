"""What every case tells: the value, each sentence with its amount and its citations, and the nearest change, as text.

A case says what the law wants; `<room>/cases/told/<rule>.txt` holds everything else that a receipt would store, so that
nothing of a reasoning changes unseen, and at its head what the rule shows of itself. After a change that is meant:
`python -m kinerja.rules.tests.told`, and read the difference before it is committed.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from kinerja.rules import catalogue, examples, inputs, labels
from kinerja.rules.citation import Citation
from kinerja.rules.coded import Coded
from kinerja.rules.refusal import Refused
from kinerja.rules.rule import Rule
from kinerja.rules.tests import cases, transcript
from kinerja.rules.verdict import Level, Step, Verdict

_MARK = {Level.NOTE: "-", Level.WARNING: "!", Level.ERROR: "x"}


def path(rule: Rule) -> Path:
    return examples.cases(rule).parent / "told" / f"{rule.module}.txt"


def read(rule: Rule) -> dict[str, str]:
    """The name of each case and what it tells."""
    parts = path(rule).read_text("utf-8").split("\n## ")[1:]
    return {name: text.strip("\n") for name, _line, text in (part.partition("\n") for part in parts)}


def write(rule: Rule) -> None:
    every = cases.load(examples.cases(rule))
    path(rule).parent.mkdir(exist_ok=True)
    path(rule).write_text(
        head(rule) + "".join(f"\n## {case.name}\n{tell(rule, case)}\n" for case in every), "utf-8"
    )


def head(rule: Rule) -> str:
    """What the rule shows of itself: its sources, the figures that it lists, and what people call its questions."""
    lines = [f"# {rule.name}: written by python -m kinerja.rules.tests.told", "", rule.title]
    lines += [f"§ {_dated(cite)}" for cite in rule.cites]
    lines += [f"{each.name}: {_dated(each.cite)}" for each in rule.used_figures()]
    for function in rule.functions:
        asked = [
            f"{name} “{labels.label(name, function.__name__)}”"
            for name in inspect.signature(function).parameters
        ]
        lines.append(f"? {labels.question(rule.name, function.__name__)}: {', '.join(asked)}")
    return "\n".join([*lines, ""])


def tell(rule: Rule, case: cases.Case) -> str:
    """All that comes out of one case, a line for each part of it."""
    try:
        given = cases.arguments(rule, case)
        verdict = rule.function(case.function)(**given)
    except inputs.BadInput as bad:
        return "\n".join(f"refuses {each.field}: {each.sentence()}" for each in bad.mistakes)
    except Refused as refused:
        return f"refuses {refused.field}: {refused.sentence()}"
    lines = [f"= {shown(verdict.value)}", *_reasons(verdict)]
    if rule.nearest is not None and not case.function:
        lines += _nearest(rule.nearest(**given))
    return "\n".join(lines)


def _reasons(verdict: Verdict[Any]) -> list[str]:
    cites = [f"{'§' if cite in verdict.cites else ' '} {_dated(cite)}" for cite in verdict.all_cites]
    return [*cites, *(_step(step) for step in verdict.steps)]


def _nearest(found: Verdict[Any]) -> list[str]:
    changes = [f"> {shown(each.inputs)} -> {shown(each.value)}\n  {_step(each.step)}" for each in found.value]
    return ["nearest", *changes, *_reasons(found)]


def _dated(cite: Citation) -> str:
    days = f"{cite.in_force_from or ''}/{cite.in_force_until or ''}"
    return f"{cite}, {days}, {cite.standing.value}"


def _step(step: Step) -> str:
    amount = "" if step.amount is None else f" [{step.amount}]"
    cites = "".join(f" ({cite})" for cite in step.cites)
    return f"{_MARK[step.level]} {step.sentence()}{amount}{cites}"


def shown(value: Any) -> str:
    """A value in one line: codes by their code, records and mappings in braces."""
    if isinstance(value, Coded):
        return value.value
    if isinstance(value, bool) or value is None:
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if is_dataclass(value) and not isinstance(value, type):
        return (
            "{" + ", ".join(f"{each.name} {shown(getattr(value, each.name))}" for each in fields(value)) + "}"
        )
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{shown(key)}: {shown(inside)}" for key, inside in value.items()) + "}"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(shown, value))) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(shown, value)) + "]"
    return str(value)


if __name__ == "__main__":
    for each in catalogue.RULES:
        write(each)
    transcript.PATH.write_text(transcript.now(), "utf-8")
    sys.stdout.write(f"{len(catalogue.RULES)} rules\n")
