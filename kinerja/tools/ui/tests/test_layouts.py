"""Layouts and error pages."""

from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import translation

from kinerja.tools.ui import samples
from kinerja.tools.ui.tests.conftest import Draw

ERRORS = ["404", "403", "403_csrf", "409", "500", "ui/refusal"]


class Outline(HTMLParser):
    """What an inspector counts: headings, landmarks, ids, styles and scripts in the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember a tag."""
        self.tags.append((tag, dict(attrs)))

    def count(self, tag: str) -> int:
        """How many of a tag."""
        return sum(name == tag for name, _ in self.tags)


@pytest.fixture
def guide() -> str:
    """The style guide as sent."""
    response = Client().get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_has_one_h1_one_main_and_a_way_past_the_navigation(guide: str) -> None:
    page = Outline(guide)
    assert page.count("h1") == 1
    assert page.count("main") == 1
    assert 'class="skip-link" href="#isi"' in guide
    assert '<html lang="id">' in guide


def test_nothing_is_styled_or_scripted_inline(guide: str) -> None:
    page = Outline(guide)
    assert page.count("style") == 0
    for tag, attributes in page.tags:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag
        if tag == "script":
            assert attributes.get("src")


def test_ids_are_unique(guide: str) -> None:
    ids = [attributes["id"] for _, attributes in Outline(guide).tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_htmx_may_not_evaluate_and_carries_the_token(draw: Draw) -> None:
    drawn = draw('{% include "ui/layout_app.html" %}', csrf_token="abc")
    assert '"allowEval":false' in drawn
    assert '"includeIndicatorStyles":false' in drawn
    assert """hx-headers='{"X-CSRFToken": "abc"}'""" in drawn


def test_only_given_entries_of_the_navigation_are_shown(draw: Draw) -> None:
    drawn = draw('{% include "ui/layout_app.html" %}', navigation=samples.navigation()[:2])
    assert "SKP saya" in drawn
    assert "Penilaian" not in drawn
    assert drawn.count('aria-current="page"') == 1


def test_a_page_without_person_or_navigation_is_still_whole(draw: Draw) -> None:
    drawn = draw('{% include "ui/layout_app.html" %}')
    assert "top-menu" not in drawn
    assert "bottom-bar" not in drawn
    assert "Keluar" not in drawn


def test_the_demonstration_is_marked_on_screen_and_on_paper(draw: Draw) -> None:
    for layout in ("app", "plain", "public"):
        drawn = draw(f'{{% include "ui/layout_{layout}.html" %}}', is_demo=True)
        assert "demo-banner" in drawn
        assert "Data contoh" in drawn
        assert "demo-banner" not in draw(f'{{% include "ui/layout_{layout}.html" %}}')
    assert "print-demo" in draw('{% include "ui/layout_app.html" %}', is_demo=True)


def test_paper_says_whose_it_is_and_who_printed_it_when(draw: Draw) -> None:
    drawn = draw('{% include "ui/layout_app.html" %}', person_name="Sari", instansi_name="Kota X")
    assert "Dicetak oleh Sari, " in drawn
    assert '<p class="print-instansi">Kota X' in drawn


def test_a_chosen_theme_is_in_the_first_byte(draw: Draw) -> None:
    assert '<html lang="id" data-theme="dark">' in draw('{% include "ui/base.html" %}', theme="dark")


def test_the_language_of_the_page_follows_the_person(draw: Draw) -> None:
    with translation.override("en"):
        assert '<html lang="en"' in draw('{% include "ui/base.html" %}')


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_says_what_happened_and_what_to_do(name: str) -> None:
    drawn = render_to_string(f"{name}.html")
    page = Outline(drawn)
    assert page.count("h1") == 1
    assert 'lang="id"' in drawn
    assert page.count("p") >= 3 or "refusal" in drawn
    assert 'href="/"' in drawn


def test_the_page_of_a_broken_server_needs_nothing() -> None:
    source = render_to_string("500.html")
    assert "{%" not in source
    assert "bukan karena isian Anda" in source


def test_a_refusal_asked_by_htmx_is_the_box_alone() -> None:
    request = RequestFactory().get("/")
    context = {"sentence": "Laporan sudah diterima.", "helper": "Sari dapat membantu."}
    whole = render_to_string("ui/refusal.html", context, request)
    request.htmx = True  # type: ignore[attr-defined]
    box = render_to_string("ui/refusal.html", context, request)
    assert "<html" in whole
    assert "<html" not in box
    assert box.strip().startswith('<div class="refusal"')
    assert "Sari dapat membantu." in box
