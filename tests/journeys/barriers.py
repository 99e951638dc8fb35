"""What axe finds on a page, every rule of it. Its half megabyte is read once, and only findings come back."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

#: for a page without it; as an expression without a value, since the library itself cannot be sent back
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8") + "\n;0"
#: the same rules and the same findings as without options: what passed is only not described element by element
RUN = """async () => window.axe && (await axe.run(document, {resultTypes: ['violations']}))
    .violations.map(each => [each.id, each.nodes.map(node => node.html)])"""


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """(rule, elements) for everything that keeps somebody out; empty when nothing does."""
    found: Any = page.evaluate(RUN)
    if found is None:
        page.evaluate(AXE)
        found = page.evaluate(RUN)
    return [(rule, elements) for rule, elements in found]
