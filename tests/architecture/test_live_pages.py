"""A page that says it changes by itself loads the script that makes it so."""

import re
from pathlib import Path

KINERJA = Path(__file__).resolve().parents[2] / "kinerja"


def test_every_live_page_loads_the_stream() -> None:
    pages = {
        path: text
        for path in KINERJA.glob("*/*/templates/**/*.html")
        if (text := path.read_text(encoding="utf-8")).startswith("{% extends")
        and re.search(r"\{% live(_stream)? ", text)
    }

    assert len(pages) >= 5
    assert [str(path) for path, text in pages.items() if "live/live.js" not in text] == []
