"""Who comes in where. Dewi of Muaro Jambi finds nothing; whoever has no part in it neither."""

import pytest

from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import Example, make_agreement, make_iku
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside

READ_BY_EMPLOYEE = ["skp", "matrix", "changes"]
OWN = ["annex", "version", "skp_removal", "rhk_new"]
OWN_ACTS = ["proposal", "withdrawal"]
DECIDE = ["return", "expectations"]
LINES = ["rhk", "rhk_removal", "indicator_new"]
INDICATORS = ["indicator", "indicator_removal"]


@pytest.fixture
def addresses(cast: Cast, draft: Skp, example: Example) -> list[tuple[str, object, bool]]:
    """Every address with a thing in it: name, key, whether it is only posted to."""
    with inside(cast.kota.pk):
        rhk = draft.rhks.get()
        indicator = rhk.indicators.get()
        agreement = make_agreement(cast.puskesmas, state="DRAF")
        iku = make_iku(agreement)
    return [
        *((name, draft.pk, False) for name in READ_BY_EMPLOYEE + OWN + DECIDE),
        *((name, draft.pk, True) for name in [*OWN_ACTS, "approval"]),
        *((name, rhk.pk, False) for name in LINES),
        *((name, indicator.pk, False) for name in INDICATORS),
        ("start", example.period.pk, False),
        ("agreement", agreement.pk, False),
        ("agreement_new", cast.bkpsdm.pk, False),
        ("signature", agreement.pk, True),
        ("iku_new", agreement.pk, False),
        *((name, iku.pk, False) for name in ("iku", "iku_removal")),
    ]


def test_dewi_finds_nothing_of_kota_jambi(cast: Cast, ask: Ask, addresses: list) -> None:
    for name, key, is_act in addresses:
        answer = ask(cast.dewi, name, key, data={} if is_act else None)
        assert answer.status_code == 404, name


def test_dewi_posts_nothing_into_kota_jambi(cast: Cast, ask: Ask, addresses: list) -> None:
    for name, key, _is_act in addresses:
        assert ask(cast.dewi, name, key, data={}).status_code in (404, 405), name


def test_a_colleague_sees_and_does_nothing_with_anothers_skp(cast: Cast, ask: Ask, draft: Skp) -> None:
    for name in READ_BY_EMPLOYEE + OWN + DECIDE:
        assert ask(cast.budi, name, draft.pk).status_code == 404, name
    for name in [*OWN_ACTS, "approval"]:
        assert ask(cast.budi, name, draft.pk, data={}).status_code == 404, name


def test_the_superior_reads_but_does_not_write(cast: Cast, ask: Ask, draft: Skp) -> None:
    assert ask(cast.sari, "skp", draft.pk).status_code == 200
    for name in OWN:
        assert ask(cast.sari, name, draft.pk).status_code == 404, name


@pytest.mark.parametrize("who", ["ratna", "joko", "kadis"])
def test_agency_inspectorate_and_the_head_above_read_only(cast: Cast, ask: Ask, draft: Skp, who: str) -> None:
    somebody = getattr(cast, who)

    text = ask(somebody, "skp", draft.pk).content.decode()

    assert draft.person.name in text
    assert "Setujui" not in text
    assert ask(somebody, "approval", draft.pk, data={}).status_code == 404


def test_an_employee_manages_no_agreement(cast: Cast, ask: Ask, addresses: list) -> None:
    for name, key, is_act in addresses:
        if name in {"agreement_new", "signature", "iku_new", "iku", "iku_removal"}:
            assert ask(cast.budi, name, key, data={} if is_act else None).status_code == 404, name


def test_a_head_above_manages_but_is_told_who_signs(cast: Cast, ask: Ask, addresses: list) -> None:
    agreement = next(key for name, key, _act in addresses if name == "signature")

    answer = ask(cast.kadis, "signature", agreement, data={})

    assert answer.status_code == 403
    assert "pimpinan unit itu sendiri" in answer.content.decode()


def test_nobody_signed_in_is_led_to_the_sign_in_page(client, draft: Skp) -> None:
    answer = client.get(f"/rencana/skp/{draft.pk}/")

    assert answer.status_code == 302
    assert "login" in answer.url


def test_acts_are_only_posted(cast: Cast, ask: Ask, draft: Skp) -> None:
    assert ask(draft.person, "proposal", draft.pk).status_code == 405
