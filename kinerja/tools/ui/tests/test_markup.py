"""Chips, icons, pace bars and initials."""

import re
from pathlib import Path

import pytest

from kinerja.tools.ui import markup
from kinerja.tools.ui.markup import Pace


@pytest.mark.parametrize("tone", list(markup.TONES))
def test_a_chip_has_word_picture_and_colour(tone: str) -> None:
    chip = markup.chip("Disetujui", tone)
    assert f"chip-{tone}" in chip
    assert ">Disetujui<" in chip
    assert 'aria-hidden="true"' in chip
    assert f"#{markup.TONES[tone]}" in chip


def test_a_chip_escapes_what_comes_from_outside() -> None:
    assert "<script>" not in markup.chip("<script>alert(1)</script>")


def test_an_unknown_tone_fails_loudly() -> None:
    with pytest.raises(markup.UnknownPiece, match="hijau"):
        markup.chip("x", "hijau")
    with pytest.raises(markup.UnknownPiece):
        markup.pace(Pace(1, 1), tone='"><script>')


def test_an_unknown_picture_fails_loudly() -> None:
    with pytest.raises(markup.UnknownPiece, match="kucing"):
        markup.icon("kucing")


def test_every_alias_leads_to_a_picture() -> None:
    assert set(markup.ALIASES.values()) <= markup.icon_names()
    assert markup.icon("bullseye") == markup.icon("target")


def test_every_picture_named_in_our_templates_exists() -> None:
    templates = (Path(markup.__file__).parent / "templates").rglob("*.html")
    named = {name for path in templates for name in re.findall(r'{% icon "([^"]+)" %}', path.read_text())}
    assert named <= markup.icon_names() | set(markup.ALIASES)


def test_the_pace_bar_draws_only_what_is_known() -> None:
    bare = markup.pace_svg(Pace(target=60, achieved=42), "baik")
    assert "pace-target" in bare
    assert "pace-expected" not in bare
    assert "pace-band" not in bare
    full = markup.pace_svg(Pace(target=60, achieved=42, expected=45, low=53, high=61), "baik")
    assert "pace-expected" in full
    assert "pace-band" in full


def test_values_lie_in_order_along_the_bar() -> None:
    way = Pace(target=60, achieved=42, expected=45, low=53, high=61)
    places = [float(way.at(value).rstrip("%")) for value in (0, 42, 45, 53, 60, 61)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] < 100


@pytest.mark.parametrize(
    "way",
    [Pace(0, 0), Pace(0, 5), Pace(60, 600), Pace(60, -3), Pace(-5, -2), Pace(1e-9, 0), Pace(60, 0, 0, 0, 0)],
)
def test_strange_numbers_stay_inside_the_bar(way: Pace) -> None:
    svg = markup.pace_svg(way, "netral")
    for place in re.findall(r'="(-?[\d.]+)%"', svg):
        assert 0 <= float(place) <= 100


def test_the_pace_bar_speaks_in_words() -> None:
    way = Pace(target=60, achieved=42, expected=45, low=53, high=61.5)
    assert markup.pace_words(way) == "42 dari 60, seharusnya 45 hari ini; diperkirakan 53 sampai 61,5"
    assert "aria-hidden" in markup.pace(way)


def test_the_given_sentence_is_escaped_and_wins() -> None:
    drawn = markup.pace(Pace(60, 42), "Hampir <b>selesai</b>")
    assert "Hampir &lt;b&gt;" in drawn
    assert "42 dari 60" not in drawn


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("dr. Sari Wulandari, M.Kes.", "SW"),
        ("Ns. Budi Hartono, S.Kep.", "BH"),
        ("Prof. Dr. H. Ahmad Fauzi Rahman, M.Si.", "AR"),
        ("Joko", "J"),
        ("Ratna  Dewi", "RD"),
        ("", "?"),
        ("dr.", "?"),
        ("'Aisyah Putri", "P"),
    ],
)
def test_initials_leave_titles_out(name: str, letters: str) -> None:
    assert markup.initials(name) == letters
