"""Arrows the import contracts cannot see: foreign keys given as texts, signals, imports by name, imports in functions."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

PACKAGE = Path(__file__).resolve().parents[2] / "kinerja"
FLOORS = ["tools", "rules", "base", "areas", "adapters", "windows", "config"]
HEIGHT = {"tools": 0, "rules": 0, "base": 1, "areas": 2, "adapters": 3, "windows": 3, "config": 4}
RIVER = ["service_quality", "planning", "reporting", "monitoring", "assessment"]
GROUND = ["tenancy", "accounts", "ledger", "organization", "calendar", "inbox", "access"]


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if "migrations" not in path.parts and "tests" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _place(module: str) -> tuple[int, int]:
    _package, floor, room = module.split(".")[:3]
    order = RIVER if floor == "areas" else GROUND if floor == "base" else []
    return HEIGHT[floor], order.index(room) if room in order else 0


def test_no_foreign_key_points_up() -> None:
    up = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model.__module__.startswith("kinerja.")
        for field in model._meta.local_fields
        if field.is_relation and field.related_model.__module__.startswith("kinerja.")
        if _place(field.related_model.__module__) > _place(model.__module__)
    ]

    assert up == [], "A table may only point to earlier rooms: keep the id in the later room instead."


def test_no_signals() -> None:
    users = [
        str(path.relative_to(PACKAGE))
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith("signals")
    ]

    assert users == [], "Signals hide arrows: write a ledger entry and let the later area listen."


def test_no_imports_inside_functions() -> None:
    inside = [
        f"{path.relative_to(PACKAGE)}:{inner.lineno}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert inside == [], "An import inside a function is a circle in disguise."


def test_modules_are_imported_by_name_only_where_wiring_is_done() -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path, tree in modules()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(name.name == "importlib" for name in node.names))
        or (isinstance(node, ast.Name) and node.id == "import_string")
    }

    assert {user for user in users if not user.startswith(("config/", "tools/"))} == set()


def test_there_is_no_back_office_of_the_framework() -> None:
    assert list(PACKAGE.rglob("admin.py")) == []


def test_there_are_no_rooms_without_a_name() -> None:
    nameless = {"utils", "common", "core", "helpers", "services", "managers", "misc"}

    assert [
        path for path in PACKAGE.rglob("*.py") if path.stem in nameless or path.parent.name in nameless
    ] == []
