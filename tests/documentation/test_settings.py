"""The page of settings and the code name the same variables of the environment."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "settings.md"
READ = re.compile(
    r"""(?:environ(?:\.get|\.setdefault|\.pop)?[\[(]|\b(?:text|flag|number|_number|_address)\()\s*["']([A-Z][A-Z_]+)["']"""
)
NAMED = re.compile(r'^SUPERVISED = "([A-Z_]+)"', re.MULTILINE)
#: of the language of the web, and of Python itself: no settings of ours
NOT_ENVIRONMENT = {"CONTENT_LENGTH", "PYTHONDONTWRITEBYTECODE"}


def variables_in_code() -> set[str]:
    files = [path for path in (ROOT / "kinerja").rglob("*.py") if "tests" not in path.parts]
    text = "\n".join(path.read_text(encoding="utf-8") for path in [*files, ROOT / "conftest.py"])
    return (set(READ.findall(text)) | set(NAMED.findall(text))) - NOT_ENVIRONMENT


def rows() -> dict[str, str]:
    found = re.findall(r"^\| `([A-Z_]+)`( \*file\*)? \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def test_every_variable_of_the_code_is_explained() -> None:
    assert variables_in_code() - set(rows()) == set()


def test_no_variable_is_explained_that_nobody_reads() -> None:
    assert set(rows()) - variables_in_code() == set()


def test_the_page_says_which_may_be_given_as_a_file() -> None:
    settings = (ROOT / "kinerja" / "config" / "settings.py").read_text(encoding="utf-8")
    secret = {name for name, mark in rows().items() if mark}
    by_file = set(re.findall(r'(?:environment\.text|_address)\(\s*"([A-Z_]+)"', settings))

    assert secret <= by_file
    assert {name for name in by_file if "KEY" in name or "URL" in name} == secret
