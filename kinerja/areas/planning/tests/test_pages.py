"""Every page of planning draws, for the person it is made for, with one h1."""

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from kinerja.areas.planning.states import SkpState
from kinerja.areas.planning.tests.factories import (
    DAY,
    Example,
    agreed_example,
    make_rhk,
    make_skp,
)
from kinerja.base.organization.models import Person, RaterOverride
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import SINCE
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

SignIn = Callable[[Person], Client]
#: e-Kinerja's buttons on each period's card, in its order
FOUR = ["Detail SKP", "Matriks Peran Hasil", "SKP Bawahan", "Penilaian"]


@pytest.fixture
def example(cast: Cast) -> Example:
    with inside(cast.kota.pk):
        return agreed_example(cast)


def page(client: Client, name: str, *args: UUID) -> str:
    with clock.at(DAY):
        response = client.get(reverse(f"planning:{name}", args=args))
    assert response.status_code == 200
    text = response.content.decode()
    assert len(re.findall(r"<h1[ >]", text)) == 1
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids)), "An id stands twice on the page."
    return text


def buttons(client: Client) -> list[str]:
    """The words on the card of the first period."""
    row = page(client, "mine").partition("planning-four")[2].partition("</div>")[0]
    return [strip_tags(each).strip() for each in re.findall(r"<a .*?</a>", row, re.DOTALL)]


def test_daftar_skp_shows_the_period_with_its_buttons(
    cast: Cast, example: Example, client_of: SignIn
) -> None:
    text = page(client_of(cast.budi), "mine")

    for words in ("SKP 2026", "Aktif", "Cek Profil", "Sari Wulandari"):
        assert words in text
    assert "Yang bertugas di unit dinilai pimpinan unitnya." in text
    assert "SKP Bawahan" not in text  # Budi leads nobody
    assert buttons(client_of(cast.budi)) == [words for words in FOUR if words != "SKP Bawahan"]


def test_who_leads_has_all_four_buttons(cast: Cast, example: Example, client_of: SignIn) -> None:
    assert buttons(client_of(cast.sari)) == FOUR


def test_who_rates_by_a_named_exception_has_all_four_too(
    cast: Cast, example: Example, client_of: SignIn
) -> None:
    with inside(cast.kota.pk):
        make_skp(cast.ratna, example.period)
    assert "SKP Bawahan" not in buttons(client_of(cast.ratna))

    with inside(cast.kota.pk):
        RaterOverride.objects.create(
            person=cast.budi, rater=cast.ratna, during=DateRange(SINCE, None), reason="SK"
        )

    assert buttons(client_of(cast.ratna)) == FOUR


def test_detail_skp_shows_results_targets_and_whom_they_support(
    cast: Cast, example: Example, client_of: SignIn
) -> None:
    text = page(client_of(cast.budi), "skp", example.budi_skp.pk)

    for words in (
        "Jumlah pasien dilayani sesuai standar",
        "2.400 orang",
        "Meningkatnya layanan Puskesmas 01",
        "Disetujui",
    ):
        assert words in text
    assert "Ajukan SKP" not in text


def test_every_page_of_a_draft_draws(cast: Cast, client_of: SignIn) -> None:
    with inside(cast.kota.pk):
        skp = make_skp(cast.budi, state=SkpState.DRAFT)
        rhk = make_rhk(skp)
        from_factory = rhk.indicators.create(name="Jumlah pasien dilayani", unit_of_measure="orang", target=5)
    client = client_of(cast.budi)

    for name, pk in [
        ("skp", skp.pk),
        ("annex", skp.pk),
        ("skp_removal", skp.pk),
        ("rhk_new", skp.pk),
        ("rhk", rhk.pk),
        ("rhk_removal", rhk.pk),
        ("indicator_new", rhk.pk),
        ("indicator", from_factory.pk),
        ("indicator_removal", from_factory.pk),
        ("matrix", skp.pk),
        ("changes", skp.pk),
    ]:
        page(client, name, pk)
