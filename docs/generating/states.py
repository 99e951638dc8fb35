"""`docs/reference/states.md`: every table of moves, found by its name."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from generating.writing import head, joined, table

ROOT = Path(__file__).resolve().parents[2]


def page() -> str:
    """The page's text."""
    lead = "From which state which act leads where. Whatever is not in a table is refused with a sentence."
    parts = [head("States", "the rooms' `states.py`", lead)]
    for path in sorted(ROOT.glob("kinerja/**/states.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        parts.append(f"## {path.parent.name}")
        for name, moves in _tables(module):
            parts += [f"### {name.removesuffix('_MOVES').capitalize()}", _moves(moves)]
    return joined(*parts)


def _tables(module: Any) -> Iterator[tuple[str, dict[tuple[Any, str], Any]]]:
    for name, value in vars(module).items():
        if name.endswith("_MOVES"):
            yield name, value


def _moves(moves: dict[tuple[Any, str], Any]) -> str:
    return table(
        ["from", "act", "to"],
        ((_word(before), f"`{act}`", _word(after)) for (before, act), after in moves.items()),
    )


def _word(state: Any) -> str:
    return f"`{state}` {state.label}"
