"""The pages a superior keeps open, and who may not."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.tests.factories import Example, agreed_example
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.keys import uuid7

TODAY = date(2026, 6, 30)
ClientOf = Callable[[Person], Client]


@pytest.fixture
def example(cast: Cast) -> Example:
    with inside(cast.kota.pk):
        example = agreed_example(cast)
        make_report(example.quantity, day=TODAY, value=Decimal(42), note="Poli umum pagi")
    return example


def test_the_board_names_the_person_the_words_and_the_two_actions(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with clock.at(TODAY):
        page = client_of(cast.sari).get(reverse("monitoring:team")).content.decode()

    for word in ("Budi Santoso", "Perawat Ahli Pertama", "Lihat bukti", "Beri umpan balik", "berisiko"):
        assert word in page


def test_the_changed_row_is_the_row_alone_and_glows(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    row = client_of(cast.sari).get(reverse("monitoring:row", args=[cast.budi.pk])).content.decode()

    assert row.startswith("<tr")
    assert "just-changed" in row
    assert "<html" not in row


@pytest.mark.parametrize("name", ["monitoring:member", "monitoring:row", "monitoring:give_feedback"])
@pytest.mark.parametrize("stranger", ["budi", "dewi", "joko", "kadis"])
def test_whoever_does_not_rate_a_person_gets_404(
    cast: Cast, example: Example, client_of: ClientOf, name: str, stranger: str
) -> None:
    assert client_of(getattr(cast, stranger)).get(reverse(name, args=[cast.budi.pk])).status_code == 404


def test_the_queue_shows_the_report_with_its_two_ways(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    page = client_of(cast.sari).get(reverse("monitoring:queue")).content.decode()

    assert "Poli umum pagi" in page
    assert "Terima" in page
    assert "Kembalikan dengan catatan" in page


def test_the_queue_of_another_government_is_empty(cast: Cast, example: Example, client_of: ClientOf) -> None:
    assert "Poli umum pagi" not in client_of(cast.dewi).get(reverse("monitoring:queue")).content.decode()


def test_feedback_arrives_at_the_person_and_in_the_inbox(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    address = reverse("monitoring:give_feedback", args=[cast.budi.pk])

    answer = client_of(cast.sari).post(
        address, {"text": "Catatan rapi, pertahankan.", "about": str(example.budi_rhk.pk)}
    )

    assert answer.status_code == 302
    page = client_of(cast.budi).get(reverse("monitoring:feedback")).content.decode()
    assert "Catatan rapi, pertahankan." in page
    assert example.budi_rhk.statement in page


def test_sent_twice_with_one_key_it_is_said_once(cast: Cast, example: Example, client_of: ClientOf) -> None:
    sent = {"text": "Bagus.", "about": "", "_retry_key": str(uuid7())}
    client, address = client_of(cast.sari), reverse("monitoring:give_feedback", args=[cast.budi.pk])

    client.post(address, sent)
    client.post(address, sent)

    with inside(cast.kota.pk):
        assert Feedback.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ({"text": ""}, "masih kosong"),
        ({"text": "x" * 2_001}, "paling banyak 2000"),
        ({"text": "x", "about": "tidak-ada"}, "pilih"),
    ],
)
def test_bad_input_is_answered_in_words_and_nothing_is_kept(
    cast: Cast, example: Example, client_of: ClientOf, sent: dict[str, str], word: str
) -> None:
    answer = client_of(cast.sari).post(reverse("monitoring:give_feedback", args=[cast.budi.pk]), sent)

    assert answer.status_code == 422
    assert word in answer.content.decode().lower()
    with inside(cast.kota.pk):
        assert not Feedback.objects.exists()


def test_what_people_are_called_is_escaped_in_a_row(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    with inside(cast.kota.pk):
        cast.budi.name = 'Budi <b>"& co'
        cast.budi.save(update_fields=["name"])

    row = client_of(cast.sari).get(reverse("monitoring:row", args=[cast.budi.pk])).content.decode()

    assert "Budi &lt;b&gt;&quot;&amp; co" in row


def test_the_words_of_a_row_follow_the_readers_language(
    cast: Cast, example: Example, client_of: ClientOf
) -> None:
    client = client_of(cast.sari)
    own = client.get(reverse("monitoring:team")).content.decode()
    with translation.override("id"):  # the request's language would stay behind
        english = client.get(reverse("monitoring:team"), headers={"accept-language": "en"}).content.decode()

    assert "Beri umpan balik" in own
    assert "Beri umpan balik" not in english
