"""Sizes: crossing a budget needs a reason in the commit. Run with -s to see the figures."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "kinerja"


def python_files() -> list[Path]:
    return [
        path
        for path in sorted(PACKAGE.rglob("*.py"))
        if "migrations" not in path.parts and "tests" not in path.parts and path.stat().st_size > 0
    ]


def test_files() -> list[Path]:
    found = [path for path in PACKAGE.rglob("*.py") if "tests" in path.parts]
    return [path for path in found + list((ROOT / "tests").rglob("*.py")) if path.stat().st_size > 0]


test_files.__test__ = False  # type: ignore[attr-defined]


def length(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1


def p90(numbers: list[int]) -> int:
    return sorted(numbers)[int(len(numbers) * 0.9)]


def report(what: str, numbers: list[int]) -> None:
    print(
        f"{what}: median {median(numbers)}, p90 {p90(numbers)}, largest {max(numbers)}, count {len(numbers)}"
    )  # noqa: T201


def test_python_files_are_small() -> None:
    sizes = {path: length(path) for path in python_files()}
    report("Python file", list(sizes.values()))

    assert {str(path): size for path, size in sizes.items() if size > 400} == {}
    assert median(sizes.values()) <= 80
    assert p90(list(sizes.values())) <= 250


def test_functions_are_small() -> None:
    sizes = dict(pair for path in python_files() for pair in functions(path))
    report("function", list(sizes.values()))

    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert median(sizes.values()) <= 8
    assert p90(list(sizes.values())) <= 30


def test_views_are_thin() -> None:
    views = [path for path in python_files() if path.stem == "views" or path.parent.name == "views"]
    sizes = dict(pair for path in views for pair in functions(path))
    report("view function", list(sizes.values()))

    assert {name: size for name, size in sizes.items() if size > 40} == {}
    assert median(sizes.values()) <= 12
    assert p90(list(sizes.values())) <= 25


def test_tests_are_short_and_many() -> None:
    sizes = [size for path in test_files() for name, size in functions(path) if ":test_" in name]
    report("test function", sizes)
    ratio = sum(map(length, test_files())) / sum(map(length, python_files()))
    print(f"test : code {ratio:.2f}")  # noqa: T201

    assert median(sizes) <= 10


def test_templates_are_small() -> None:
    sizes = {path: length(path) for path in PACKAGE.rglob("*.html")}
    report("template", list(sizes.values()))

    assert {str(path): size for path, size in sizes.items() if size > 200} == {}
    assert median(sizes.values()) <= 30


def test_own_scripts_and_styles_are_small() -> None:
    scripts = [path for path in PACKAGE.rglob("*.js") if "vendor" not in path.parts]
    styles = [path for path in PACKAGE.rglob("*.css") if "vendor" not in path.parts]
    report("own JS", [length(path) for path in scripts])
    report("own CSS", [length(path) for path in styles])

    assert sum(map(length, scripts)) <= 2_500
    assert sum(map(length, styles)) <= 1_500
    assert max(map(length, styles)) <= 250


def test_templates_have_no_inline_style_or_script() -> None:
    inline = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*\ssrc=)", re.IGNORECASE)
    found = [str(path) for path in PACKAGE.rglob("*.html") if inline.search(path.read_text(encoding="utf-8"))]

    assert found == [], (
        "The content security policy refuses it: use a class or a module found by a data attribute."
    )


def test_nothing_names_a_folder_outside() -> None:
    words = [word[::-1] for word in ("derahs/..", "/krow/", "yrarbil./")]
    found = [
        str(path.relative_to(ROOT))
        for pattern in (
            "kinerja/**/*.py",
            "docs/**/*.md",
            "*.md",
            "tests/**/*.py",
            "bench/**/*.py",
            "Makefile",
        )
        for path in ROOT.glob(pattern)
        if any(word in path.read_text(encoding="utf-8") for word in words) and "network" not in path.name
    ]

    assert found == []
