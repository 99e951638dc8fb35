"""Writes the generated pages of the documentation; with --check only says whether they are current."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
os.environ["COLUMNS"] = "100"  # the width of help texts is read when they are made

from generating import loading  # noqa: E402 - needs the two paths above

loading.load()

from generating import command_line, pages, permissions, rules, states, verbs  # noqa: E402 - need the settings

REFERENCE = HERE / "reference"
PAGES = {
    REFERENCE / "command-line.md": command_line.page,
    REFERENCE / "permissions.md": permissions.page,
    REFERENCE / "states.md": states.page,
    REFERENCE / "verbs.md": verbs.page,
    REFERENCE / "pages.md": pages.page,
}


def main() -> int:
    """Exit status 1 when a page is not current and only a check was asked for."""
    only_check = "--check" in sys.argv
    stale = {page: text for page, text in made().items() if not page.exists() or page.read_text() != text}
    for page, text in stale.items():
        if only_check:
            sys.stderr.write(f"{page.relative_to(HERE.parent)} is not current: run 'make docs'.\n")
        else:
            page.write_text(text)
    return int(bool(stale) and only_check)


def made() -> dict[Path, str]:
    """Every generated page with its text."""
    return {page: make() for page, make in PAGES.items()} | rules.made()


if __name__ == "__main__":
    raise SystemExit(main())
