"""Find the mutants of the rules: mutmut's operators on every decision of the source, tables of a module included.

A program of its own (`find.py ROOT FILE...`), run by the environment that holds mutmut; prints one JSON object a mutant.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal, operator_string

#: words for people, and names of types: no decision hangs on them
WORDS = {"_", "gettext_noop", "TypeVar"}
#: calls that fail at once on any other argument: what they are given is mutated, the calls are not
SURE = {"len", "isinstance", "issubclass", "date", "timedelta", "Decimal"}
#: what a command line tells a person, and how much is remembered
TOLD = {"help", "metavar", "description", "prog", "maxsize"}
#: what decides in a citation; regulation, article, sources and page are free text
DECIDING = {"in_force_from", "in_force_until", "standing"}
CITING = {"Citation", "design", "replace"}


#: modules whose tables are words only: what people call a field, a question, a column
WORDING = {"labels.py", "columns.py"}
#: a statement or function: its node, its name, and whether what is mutated runs when it is called (else when it is loaded)
Scope = tuple[cst.CSTNode, str, bool]


class Finder(cst.CSTVisitor):
    """Walks one module; `found` are its mutants: scope, node and what takes the node's place."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, codes: dict[str, list[str]], words_only: bool = False) -> None:
        super().__init__()
        self.words_only = words_only
        self.codes = codes
        self.found: list[tuple[Scope, cst.CSTNode, cst.CSTNode]] = []
        self.classes: list[str] = []
        self.scope: Scope | None = None

    def on_visit(self, node: cst.CSTNode) -> bool:
        match node:
            case cst.Annotation() | cst.Import() | cst.ImportFrom():
                return False
            case cst.Arg(keyword=cst.Name(value=name)) if name in TOLD:
                return False
            case cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString()):
                return False
            case cst.ClassDef():
                self._class(node)
                return False
            case cst.FunctionDef() if self.scope is None or not self.scope[2]:
                self._function(node)
                return False
            case cst.SimpleStatementLine() if self.scope is None and (self.words_only or _is_type(node)):
                return False
            case cst.SimpleStatementLine() if self.scope is None:
                self._inside((node, ".".join(self.classes), False), node.body)
                return False
            case cst.Call(func=cst.Name(value=name)) if name in WORDS:
                return False
            case cst.Call(func=cst.Name(value=name)) if name in CITING:
                self._citation(node)
                return False
        self._mutate(node)
        return True

    def _inside(self, scope: Scope, nodes: Any) -> None:
        before, self.scope = self.scope, scope
        for each in nodes:
            each.visit(self)
        self.scope = before

    def _class(self, node: cst.ClassDef) -> None:
        """Decorators and bases belong to the class statement; each statement of the body is a scope."""
        name = ".".join((*self.classes, node.name.value))
        self._inside((node, name, False), (*node.decorators, *node.bases, *node.keywords))
        self.classes.append(node.name.value)
        node.body.visit(self)
        self.classes.pop()

    def _function(self, node: cst.FunctionDef) -> None:
        """Decorators and defaults are reckoned when the module is loaded, the body when it is called."""
        name = ".".join((*self.classes, node.name.value))
        self._inside((node, name, False), (*node.decorators, node.params))
        self._inside((node, name, True), (node.body,))

    def _citation(self, node: cst.Call) -> None:
        for place, each in enumerate(node.args):
            if each.keyword and each.keyword.value in DECIDING:
                said = not (isinstance(each.value, cst.Attribute) and each.value.attr.value == "KNOWN")
                if said:  # KNOWN is what is meant when nothing is said
                    self._add(node, node.with_changes(args=[*node.args[:place], *node.args[place + 1 :]]))
                each.value.visit(self)

    def _mutate(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Attribute):
            self._other_code(node)
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for mutated in self._arguments(node) if operator is operator_arg_removal else operator(node):
                    self._add(node, mutated)
                    if operator is operator_string:
                        break  # the first says it: small and large letters are no other decision

    def _arguments(self, node: cst.Call) -> Iterator[cst.Call]:
        """mutmut's operator but for what shifts the arguments behind it, since that falls over at once."""
        if isinstance(node.func, cst.Name) and node.func.value in SURE:
            return
        for mutated in operator_arg_removal(node):
            gone = len(node.args) - len(mutated.args)
            same = [one is other for one, other in zip(node.args, mutated.args, strict=False)]
            place = same.index(False) if False in same else len(mutated.args)
            name = node.args[place].keyword.value if node.args[place].keyword else ""
            if name not in TOLD and (not gone or name or place == len(mutated.args)):
                yield mutated

    def _other_code(self, node: cst.Attribute) -> None:
        """Our own operator: a code of a table gives way to the next code of its list that this module names."""
        match node:
            case cst.Attribute(value=cst.Name(value=kind), attr=cst.Name(value=code)) if code.isupper():
                known = self.codes.get(kind, [])
                if len(known) > 1 and code in known:
                    other = known[(known.index(code) + 1) % len(known)]
                    self._add(node, node.with_changes(attr=cst.Name(other)))

    def _add(self, node: cst.CSTNode, mutated: cst.CSTNode) -> None:
        if self.scope is not None:
            self.found.append((self.scope, node, mutated))


def _is_type(statement: cst.SimpleStatementLine) -> bool:
    """`Place = tuple[str, int]`, `About = Code | None`: a name of a type, which only mypy reads."""
    match statement.body[0]:
        case cst.Assign(value=cst.Subscript() | cst.BinaryOperation(operator=cst.BitOr())):
            return True
    return False


def mutants(root: Path, path: Path) -> Iterator[dict[str, Any]]:
    """The mutants of one file, each with a key that stays while its function or statement stays as it is."""
    source = path.read_text("utf-8")
    wrapper = MetadataWrapper(cst.parse_module(source))
    finder = Finder(_codes(source), path.name in WORDING)
    wrapper.visit(finder)
    places = wrapper.resolve(PositionProvider)
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    name, counted = path.relative_to(root).as_posix(), set()
    for (scope, scope_name, called), node, mutated in finder.found:
        place, whole = places[node], places[scope]
        start, end = (lines[at.line - 1] + at.column for at in (place.start, place.end))
        begins, ends = (lines[at.line - 1] + at.column for at in (whole.start, whole.end))
        text = wrapper.module.code_for_node(mutated)
        identity = (name, scope_name, called, source[begins:ends], start - begins, end - begins, text)
        key = hashlib.sha256(repr(identity).encode()).hexdigest()[:20]
        if text != source[start:end] and key not in counted:
            counted.add(key)
            yield {
                "key": key, "path": name, "scope": scope_name, "called": called, "scope_line": whole.start.line,
                "line": place.start.line, "start": start, "end": end, "was": source[start:end], "text": text,
            }  # fmt: skip


def _codes(source: str) -> dict[str, list[str]]:
    """`Rating` and the like with those of its codes that the module names, in order of appearance."""
    found: dict[str, list[str]] = {}
    for kind, code in re.findall(r"\b([A-Z]\w*[a-z]\w*)\.([A-Z][A-Z0-9_]*)\b", source):
        if code not in found.setdefault(kind, []):
            found[kind].append(code)
    return found


def main() -> None:
    root = Path(sys.argv[1])
    for name in sys.argv[2:]:
        for mutant in mutants(root, root / name):
            print(json.dumps(mutant))


if __name__ == "__main__":
    main()
