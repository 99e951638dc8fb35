"""Every kind of message has a group a person can choose for; a kind nobody sends any more leaves the table."""

import ast

from kinerja.config.kinds import KINDS
from tests.architecture.test_arrows import modules

#: written by the generator of the demonstration, past `tell`
OF_THE_DEMONSTRATION = {"receipt", "unit_predicate"}


def sent() -> set[str]:
    """The kinds given to `tell`: texts, or constants of the same module."""
    found: set[str] = set()
    for path, tree in modules():
        constants = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tell" and len(node.args) > 1:
                kind = node.args[1]
                if isinstance(kind, ast.JoinedStr):  # `escalating` adds to the kind of a task
                    continue
                name = getattr(kind, "id", None)
                value = getattr(kind, "value", None) if name is None else constants.get(name)
                assert isinstance(value, str), (
                    f"{path}: write the kind as a text, so that its group can be looked up."
                )
                found.add(value)
    return found


def test_every_kind_has_a_group() -> None:
    assert sent() - KINDS.keys() == set(), (
        "Add the kind to kinerja/config/kinds.py: how may people hear of it?"
    )


def test_no_group_is_kept_for_a_kind_that_is_gone() -> None:
    assert KINDS.keys() - sent() - OF_THE_DEMONSTRATION == set()
