from types import SimpleNamespace

from django.conf import settings
from django.template import Context, Template

from kinerja.tools import clock
from kinerja.tools.live.topics import key_from, name, verify

KEY = key_from(settings.SECRET_KEY)


def render(text: str) -> str:
    request = SimpleNamespace(user=SimpleNamespace(pk=7))
    return Template("{% load live %}" + text).render(Context({"request": request, "unit": 'unit:"a'}))


def attribute(text: str, word: str) -> str:
    return text.split(f'{word}="')[1].split('"')[0]


def test_a_fragment_gets_names_trigger_and_ticket() -> None:
    text = render('<p {% live "unit:a" "person:b" %}>')
    names = sorted([name(KEY, "unit:a"), name(KEY, "person:b")])
    assert attribute(text, "data-live").split() == names
    assert attribute(text, "hx-trigger") == "live"
    assert verify(KEY, attribute(text, "data-live-ticket"), clock.real_now()).names == set(names)


def test_topics_never_reach_the_page() -> None:
    assert "unit:a" not in render('{% live "unit:a" %}')


def test_rows_have_names_and_their_frame_the_ticket() -> None:
    frame, row = render('{% live_stream "unit:a" %}'), render('{% live_part "unit:a" %}')
    assert "data-live=" not in frame
    assert "ticket" not in row
    assert attribute(row, "data-live") in attribute(frame, "data-live-ticket")


def test_a_moved_clock_does_not_make_tickets_old() -> None:
    with clock.at(clock.today().replace(year=2020, month=2, day=3)):
        text = render('{% live "unit:a" %}')
    assert verify(KEY, attribute(text, "data-live-ticket"), clock.real_now())
