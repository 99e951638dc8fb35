"""The navigation on every page."""

from kinerja.tools.ui import frame, samples

WAY = {"url": "/a/?x=1&y=2", "label": "A & B", "icon": "house", "current": True, "count": 1234}


def test_a_way_is_escaped_and_says_where_one_is() -> None:
    drawn = frame.link(WAY, "nav-item")
    assert 'href="/a/?x=1&amp;y=2"' in drawn
    assert "<span>A &amp; B</span>" in drawn
    assert 'aria-current="page"' in drawn
    assert '<span class="count">1.234</span>' in drawn


def test_a_way_needs_neither_icon_nor_count() -> None:
    drawn = frame.link({"url": "/", "label": "Hari ini", "count": 0}, "place")
    assert "#circle" in drawn
    assert "count" not in drawn
    assert "aria-current" not in drawn


def test_a_group_is_a_list_named_by_its_label() -> None:
    drawn = frame.groups(samples.navigation())
    assert '<p class="nav-group" id="nav-2">Rencana</p><ul class="nav-list" aria-labelledby="nav-2">' in drawn
    assert drawn.startswith('<ul class="nav-list"><li>')


def test_the_bar_holds_five_places_and_no_more() -> None:
    assert frame.places([WAY] * 7).count("<a ") == 5
