"""Colours that can be read: our own, and those an instansi brings."""

import re

import pytest
from django.core.exceptions import ValidationError

from kinerja.tools.ui import colours, stylesheet

TOKENS = (stylesheet.STYLES / "tokens" / "tokens.css").read_text()
LIGHT, DARK = TOKENS.split("@media (prefers-color-scheme: dark)")
TEXT_ON = [
    ("ink", "page"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("muted", "page"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("primary", "page"),
    ("primary", "surface"),
    ("primary", "primary-tint"),
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("gold", "gold-tint"),
    *[(tone, f"{tone}-tint") for tone in ("baik", "perhatian", "bahaya", "keterangan", "netral")],
    *[("muted", f"{tone}-tint") for tone in ("baik", "perhatian", "bahaya", "keterangan")],
]


def token(name: str, theme: str) -> str:
    """A token's colour, in six digits."""
    (digits,) = re.findall(rf"--{name}: #([0-9a-f]+);", theme)[:1]
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), TEXT_ON)
def test_our_words_can_be_read(words: str, ground: str, theme: str) -> None:
    assert colours.contrast(token(words, theme), token(ground, theme)) >= colours.LEAST


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_can_be_seen(theme: str) -> None:
    assert colours.contrast(token("line-strong", theme), token("surface", theme)) >= 3


def test_both_ways_into_the_dark_bring_the_same_colours() -> None:
    chosen, preferred = (
        re.findall(r"--[\w-]+: [^;]+;", part) for part in DARK.split(':root[data-theme="dark"]')
    )
    assert chosen == preferred


def test_contrast_is_the_one_of_the_standard() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert colours.contrast("#0b4f6c", "#FFFFFF") == colours.contrast("#ffffff", "#0b4f6c")


def test_a_dark_colour_of_an_instansi_is_taken() -> None:
    assert colours.check_primary("#7A0019") == "#7a0019"


@pytest.mark.parametrize("colour", ["merah", "#fff", "0b4f6c", "#12345g", "", "#0b4f6c;}", "#0b4f6c\n"])
def test_what_is_no_colour_is_refused_with_an_example(colour: str) -> None:
    with pytest.raises(ValidationError, match="#0b4f6c"):
        colours.check_primary(colour)


def test_a_bright_colour_is_refused_with_its_contrast() -> None:
    with pytest.raises(ValidationError, match="kontrasnya dengan latar 1,"):
        colours.check_primary("#ffff00")


def test_a_colour_readable_on_white_but_not_on_its_tint_is_refused() -> None:
    assert colours.contrast("#767676", "#ffffff") >= colours.LEAST
    with pytest.raises(ValidationError):
        colours.check_primary("#767676")


def test_the_stylesheet_of_an_instansi_leaves_the_dark_theme_alone() -> None:
    css = colours.stylesheet("#7A0019")
    assert css.count("--primary: #7a0019") == 2
    assert "dark" not in css
    with pytest.raises(ValidationError):
        colours.stylesheet("red; } body { display: none")
