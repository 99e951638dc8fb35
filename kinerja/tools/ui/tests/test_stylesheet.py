"""The one stylesheet: order of layers, manners, budgets, and how it is found."""

import re
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from kinerja.tools.ui import stylesheet

OURS = stylesheet.parts()[1:]


def test_bootstrap_lies_in_a_layer_below_ours() -> None:
    text = stylesheet.joined()
    assert "@layer bootstrap, tokens, base, layout, components, screens, utilities, print;" in text
    assert text.index("@layer bootstrap {") < text.index("@layer tokens {") < text.index("@layer print {")


def test_every_part_is_in_a_known_layer_and_none_is_forgotten() -> None:
    assert {stylesheet.layer_of(path) for path in OURS} <= set(stylesheet.LAYERS)
    assert set(OURS) == set(stylesheet.STYLES.rglob("*.css")) - {stylesheet.parts()[0]}


def test_braces_close_in_every_part() -> None:
    for path in stylesheet.parts():
        text = re.sub(r'"[^"]*"|url\([^)]*\)', "", path.read_text())
        assert text.count("{") == text.count("}"), path.name


def test_licences_stay_and_our_comments_go() -> None:
    text = stylesheet.joined()
    assert "Licensed under MIT" in text
    assert "Phone first" not in text
    assert "sourceMappingURL" not in text
    assert text.count("@charset") == 1


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_our_styles_keep_their_manners(path: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    assert "!important" not in text
    selectors = re.findall(r"(?:^|[{};])\s*([^{};]+)\{", text)
    assert not [selector for selector in selectors if re.search(r"#[a-z]", selector)], "an id as a selector"
    assert len(path.read_text().splitlines()) <= 250


def test_colours_are_named_in_one_place() -> None:
    allowed = {"tokens.css", "print.css"}
    for path in OURS:
        if path.name not in allowed:
            found = set(re.findall(r"#[0-9a-f]{3,8}\b", path.read_text())) - {"#fff", "#0b4f6c", "#f0c26b"}
            assert not found, path.name


def test_all_our_styles_fit_the_budget() -> None:
    assert sum(len(path.read_text().splitlines()) for path in OURS) <= 1500


def test_all_our_javascript_fits_the_budget() -> None:
    own = (stylesheet.STYLES.parent / "static" / "ui").glob("*.js")
    assert sum(len(path.read_text().splitlines()) for path in own) <= 500


def test_the_finder_finds_the_joined_file_and_nothing_else() -> None:
    found = finders.find("ui/app.css")
    assert isinstance(found, str)
    assert Path(found).read_text() == stylesheet.joined()
    finder = stylesheet.StylesheetFinder()
    assert finder.find("ui/other.css") == []
    assert finder.find("ui/other.css", find_all=True) == []
    assert len(finder.find("ui/app.css", find_all=True)) == 1


def test_a_file_found_stays_when_the_finder_that_found_it_goes() -> None:
    """Two first requests of a process make two finders; Django keeps one."""
    found = Path(stylesheet.StylesheetFinder().find("ui/app.css"))
    assert found.read_text() == stylesheet.joined()


def test_a_changed_part_is_joined_anew(tmp_path: Path) -> None:
    part = tmp_path / "components" / "x.css"
    part.parent.mkdir()
    part.write_text(".a { top: 1px; }")
    finder = stylesheet.StylesheetFinder()
    elsewhere = patch.object(stylesheet, "_FOLDER", SimpleNamespace(name=str(tmp_path)))
    with elsewhere, patch.object(stylesheet, "parts", lambda: [part]):
        first = Path(finder.find("ui/app.css")).read_text()
        part.write_text(".a { top: 2px; }")
        finder.built -= 10
        second = Path(finder.find("ui/app.css")).read_text()
    assert "1px" in first
    assert "2px" in second


def test_collectstatic_with_hashed_names_takes_everything(tmp_path: Path) -> None:
    storages = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    with override_settings(
        STATIC_ROOT=str(tmp_path),
        STORAGES=storages,
        INSTALLED_APPS=["django.contrib.staticfiles", "kinerja.tools.ui"],
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    names = {path.name for path in (tmp_path / "ui").iterdir()}
    assert {"app.css", "app.css.br", "app.css.gz", "icons.svg", "app.js", "quadrant.js", "photo.js"} <= names
    assert [name for name in names if re.fullmatch(r"app\.[0-9a-f]{12}\.css\.br", name)]
