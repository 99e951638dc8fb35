"""`docs/reference/verbs.md`: what the ledger may hold, which function writes it, and which job it wakes."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generating.writing import head, joined, table
from kinerja.base.ledger.verbs import all_verbs, listeners

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kinerja"
Functions = dict[str, set[str]]


def page() -> str:
    """The page's text."""
    lead = (
        "`keys` are the texts whose salted hash is kept; the texts themselves lie in the tables of the room. "
        "Actions write the ledger, the ledger wakes jobs, jobs call actions: nobody upstream knows who listens."
    )
    where, heard = writers(), listeners()
    parts = [head("Verbs of the ledger", "the rooms' `verbs.py` and the code that uses them", lead)]
    rooms = dict.fromkeys(name.partition(".")[0] for name in all_verbs())
    for room in rooms:
        rows = (
            [
                f"`{name}`",
                verb.text,
                _codes(verb.keys),
                _codes(sorted(where[name])),
                _codes(heard.get(name, ())),
            ]
            for name, verb in all_verbs().items()
            if name.startswith(f"{room}.")
        )
        parts += [f"## {room}", table(["verb", "said to people", "keys", "written by", "wakes"], rows)]
    return joined(*parts)


def _codes(words: object) -> str:
    return ", ".join(f"`{word}`" for word in words) if words else ""  # type: ignore[attr-defined]


def writers() -> Functions:
    """For each verb the functions that mention its constant, as room.module.function."""
    found: Functions = defaultdict(set)
    for listing in sorted(PACKAGE.glob("**/verbs.py")):
        constants = dict(_constants(listing))
        for path in listing.parent.rglob("*.py"):
            if path != listing and not {"tests", "migrations"} & set(path.parts):
                for constant, function in _uses(path, set(constants)):
                    found[constants[constant]].add(function)
    return found


def _constants(listing: Path) -> Iterator[tuple[str, str]]:
    for node in ast.parse(listing.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            target, name = node.targets[0], node.value.args[0] if node.value.args else None
            if isinstance(target, ast.Name) and isinstance(name, ast.Constant):
                yield target.id, str(name.value)


def _uses(path: Path, constants: set[str]) -> Iterator[tuple[str, str]]:
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts[1:])
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for constant in {node.attr for node in ast.walk(function) if _names_a_verb(node)} & constants:
            yield constant, f"{module}.{function.name}"


def _names_a_verb(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "verbs"
