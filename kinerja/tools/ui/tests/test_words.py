"""The English catalogue: complete for this room, whole, and what the page shows."""

import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

from kinerja.tools.ui import markup
from kinerja.tools.ui.tests.conftest import Draw

ROOM = Path(markup.__file__).parent
CATALOGUE = ROOM.parent.parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
WORDS = polib.pofile(str(CATALOGUE))
HOLE = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def test_every_word_of_the_templates_of_this_room_is_in_the_catalogue() -> None:
    known = {entry.msgid for entry in WORDS}
    said = set()
    for path in (ROOM / "templates").rglob("*.html"):
        said |= set(re.findall(r"""{% translate (?:"([^"]+)"|'([^']+)')""", path.read_text()))
    assert {double or single for double, single in said} <= known


@pytest.mark.parametrize("entry", WORDS, ids=lambda entry: entry.msgid[:30])
def test_a_translation_keeps_the_holes_for_values(entry: polib.POEntry) -> None:
    for words in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
        if words:
            assert sorted(HOLE.findall(words)) == sorted(HOLE.findall(entry.msgid))


def test_the_compiled_catalogue_is_the_written_one() -> None:
    compiled = {(entry.msgid, entry.msgstr) for entry in polib.mofile(str(CATALOGUE.with_suffix(".mo")))}
    written = {(entry.msgid, entry.msgstr) for entry in WORDS.translated_entries()}
    assert compiled == written


def test_the_page_speaks_english_to_whom_asks_for_it(draw: Draw) -> None:
    with translation.override("en"):
        assert "Skip to content" in draw('{% include "ui/base.html" %}')
        assert markup.pace_words(markup.Pace(60, 42, 45)) == "42 of 60, 45 expected today"
