"""Each act of the window: done by its form, and refused with a sentence that keeps what was typed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.planning.models import Period
from kinerja.base.access.models import RoleGrant
from kinerja.base.calendar.models import FreeDay, Outage
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment, Person, Position, Team, Unit
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock

Send = Callable[..., object]
TODAY = clock.today()
DAY = str(TODAY)


@pytest.fixture
def send(cast: Cast, client_of: Callable[[Person], Client]) -> Send:
    """Ratna sends a form; with `to` the key of a thing."""
    browser = client_of(cast.ratna)

    def sent(page: str, to: object = None, /, **given: object):  # type: ignore[no-untyped-def]
        return browser.post(reverse(f"agency:{page}", args=[to] if to else []), given)

    return sent


def head_of(cast: Cast) -> Position:
    with inside(cast.kota.pk):
        return Position.objects.get(unit=cast.puskesmas, is_head=True)


def count(cast: Cast, model: type, **where: object) -> int:
    with inside(cast.kota.pk):
        return int(model.objects.filter(**where).count())  # type: ignore[attr-defined]


def test_a_unit_and_a_post_are_formed(cast: Cast, send: Send) -> None:
    assert (
        send("unit_new", name="Seksi Gizi", kind="SEKSI", parent="Dinas Kesehatan", on=DAY).status_code == 302
    )
    with inside(cast.kota.pk):
        unit = Unit.objects.get(name="Seksi Gizi")
    assert (
        send("position_new", unit.pk, title="Kepala Seksi", kind="PENGAWAS", is_head="on", on=DAY).status_code
        == 302
    )
    assert count(cast, Position, unit=unit, is_head=True) == 1


def test_a_post_is_filled_by_name_and_the_dry_run_saves_nothing(cast: Cast, send: Send) -> None:
    with inside(cast.kota.pk):
        post = Position.objects.create(
            unit=cast.bkpsdm, title="Kepala BKPSDM", kind="JPT_PRATAMA", is_head=True
        )
    given = {"person": "Budi Santoso", "on": DAY, "decree": "SK 1"}

    page = send("holder", post.pk, preview="1", **given).content.decode()

    assert "belum disimpan" in page
    assert "Ratna Dewanti" in page
    assert count(cast, Assignment, position=post) == 0
    assert count(cast, Entry) == 0
    assert send("holder", post.pk, **given).status_code == 302
    assert count(cast, Assignment, position=post) == 1


def test_a_refusal_keeps_what_was_typed(cast: Cast, send: Send) -> None:
    answer = send("holder", head_of(cast).pk, person=cast.budi.nip, on=DAY, decree="SK yang panjang")

    assert answer.status_code == 409
    assert "Sari Wulandari sudah memegang jabatan" in answer.content.decode()
    assert "SK yang panjang" in answer.content.decode()


@pytest.mark.parametrize(("typed", "said"), [
    ("Tidak Ada", "Tidak ada pegawai dengan NIP atau nama itu"), ("a", "Ada lebih dari satu orang"), ("", "kosong"),
])  # fmt: skip
def test_an_unclear_name_is_asked_again(cast: Cast, send: Send, typed: str, said: str) -> None:
    answer = send("rater", cast.budi.pk, rater=typed, begins=DAY, reason="SK")

    assert answer.status_code == 422
    assert said in answer.content.decode()


@pytest.mark.parametrize(("name", "of", "given"), [
    ("unit_new", "", {"name": "", "kind": "KAPAL", "parent": "Tidak Ada", "on": "31-02-2026"}),
    ("rename", "unit", {"name": "", "on": "kemarin"}),
    ("move", "unit", {"parent": "Puskesmas 01", "on": DAY, "decree": "SK"}),
    ("unit_closing", "unit", {"on": DAY, "reason": "Digabung"}),
    ("position_new", "unit", {"title": "", "kind": "RAJA", "job_class": "18", "on": ""}),
    ("job_class", "post", {"job_class": "x", "on": DAY, "decree": ""}),
    ("post_closing", "post", {"on": DAY, "reason": "x"}),
    ("acting_new", "post", {"person": "Budi Santoso", "kind": "PLT", "begins": DAY, "decree": "SP"}),
    ("leaving", "person", {"on": "", "reason": ""}),
    ("returning", "person", {"on": DAY, "reason": "SK"}),
    ("data", "person", {"nip": "123", "name": "", "status": "RAJA", "email": "bukan", "on": DAY, "source": "SK"}),
    ("account", "person", {"reason": ""}),
    ("team_new", "", {"name": "", "leader": "Siapa", "unit": "Mana", "begins": "", "decree": ""}),
    ("role_new", "", {"person": "Ratna Dewanti", "role": "AUDITOR", "begins": DAY, "decree": "SK"}),
    ("role_new", "", {"person": "Budi Santoso", "role": "RAJA", "begins": DAY, "decree": "SK"}),
    ("day_new", "", {"day": "32-01-2026", "name": "", "decree": ""}),
    ("days_confirmation", "", {"days": "1999-01-01", "decree": ""}),
    ("outage_new", "", {"day": DAY, "hour": "25.00", "end_day": DAY, "end_hour": "09.00", "reason": "x"}),
    ("period_new", "", {"name": "SKP", "begins": "2026-12-31", "ends": "2026-01-01", "fill_until": "2026-01-31"}),
])  # fmt: skip
def test_bad_input_is_refused_and_nothing_is_done(
    cast: Cast, send: Send, name: str, of: str, given: dict
) -> None:
    key = {"unit": cast.puskesmas.pk, "person": cast.budi.pk, "": None}.get(of, head_of(cast).pk)

    answer = send(name, key, **given)

    assert answer.status_code in (409, 422)
    assert "perlu diperbaiki" in answer.content.decode()
    assert count(cast, Entry) == 0


def test_somebody_moves_by_choosing_unit_and_post(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    browser, address = client_of(cast.ratna), reverse("agency:appointment", args=[cast.budi.pk])
    with inside(cast.kota.pk):
        post = Position.objects.get(unit=cast.bkpsdm)

    assert f"?unit={cast.bkpsdm.pk}" in browser.get(address, {"q": "BKPSDM"}).content.decode()
    assert browser.get(address, {"unit": "bukan-kunci"}).status_code == 200
    there = f"{address}?unit={cast.bkpsdm.pk}"
    assert browser.post(there, {"position": post.pk, "on": DAY, "decree": "SK"}).status_code == 302
    assert count(cast, Assignment, person=cast.budi, unit=cast.bkpsdm) == 1


def test_the_same_form_sent_twice_acts_once(cast: Cast, send: Send) -> None:
    given = {
        "name": "Tim",
        "leader": "Sari Wulandari",
        "unit": "Dinas Kesehatan",
        "begins": DAY,
        "decree": "SK",
    }
    key = "01890000-0000-7000-8000-000000000001"

    first, second = (send("team_new", _retry_key=key, **given) for _time in range(2))

    assert first["Location"] == second["Location"]
    assert count(cast, Team) == 1


def test_a_role_is_given_and_taken(cast: Cast, send: Send) -> None:
    send("role_new", person="Budi Santoso", role="AUDITOR", begins=DAY, decree="SK")
    with inside(cast.kota.pk):
        grant = RoleGrant.objects.get(person=cast.budi)
    send("role_end", grant.pk, last=DAY, reason="Selesai")

    with inside(cast.kota.pk):
        assert not RoleGrant.objects.on(TODAY + timedelta(days=1)).filter(person=cast.budi).exists()


def test_a_code_is_shown_once_on_a_sheet(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    browser, address = client_of(cast.ratna), reverse("agency:code", args=[cast.budi.pk])

    sheet = browser.post(address).content.decode()

    assert "Lembar aktivasi" in sheet
    assert cast.budi.nip in sheet
    code = sheet.split("<strong>")[1].split("</strong>")[0]
    assert len(code) == 14
    assert code not in browser.get(address).content.decode()


def test_days_and_outages_are_entered(cast: Cast, send: Send) -> None:
    send("day_new", day=DAY, name="Hari Jadi Kota", decree="Perwal 1")
    yesterday = str(TODAY - timedelta(days=1))
    send(
        "outage_new",
        day=yesterday,
        hour="08.00",
        end_day=yesterday,
        end_hour="10:30",
        reason="Jaringan putus",
    )

    assert (count(cast, FreeDay), count(cast, Outage)) == (1, 1)


def test_several_units_at_once_by_name_and_by_region_and_one_is_withdrawn(cast: Cast, send: Send) -> None:
    with inside(cast.kota.pk):
        for number in (1, 2):
            Unit.objects.create(
                name=f"UPTD {number} Danau Teluk", kind="UPTD", parent=cast.dinkes, siasn_id=f"DT{number}"
            )
    yesterday = str(TODAY - timedelta(days=1))
    when = {
        "day": yesterday,
        "hour": "08.00",
        "end_day": yesterday,
        "end_hour": "10:30",
        "reason": "Kabel putus",
    }

    assert send("outage_new", units="Danau Teluk*\nTidak ada", **when).status_code == 422
    assert send("outage_new", units="Tak dikenal*", **when).status_code == 422
    assert count(cast, Outage) == 0
    assert (
        send(
            "outage_new", units=f"Danau Teluk*\n\n{cast.puskesmas.name}\n{cast.puskesmas.name}", **when
        ).status_code
        == 302
    )

    assert count(cast, Outage) == 3
    with inside(cast.kota.pk):
        one = Outage.objects.get(unit=cast.puskesmas)
    assert send("outage_withdrawal", one.pk, reason="").status_code == 422
    assert send("outage_withdrawal", one.pk, reason="Salah unit").status_code == 302
    assert send("outage_withdrawal", one.pk, reason="Lagi").status_code == 409
    with inside(cast.kota.pk):
        assert Outage.objects.counting().count() == 2


def test_a_period_is_made_opened_closed_and_opened_again(cast: Cast, send: Send) -> None:
    year = TODAY.year
    days = {"begins": date(year, 1, 1), "ends": date(year, 12, 31), "fill_until": date(year, 12, 30)}
    send("period_new", name="SKP", **days)
    with inside(cast.kota.pk):
        period = Period.objects.get()

    assert send("period_opening", period.pk).status_code == 302
    assert send("period_opening", period.pk).status_code == 409
    assert send("review_new", period.pk, name="TW", begins="", ends="", fill_until="").status_code == 422
    assert send("period_closing", period.pk).status_code == 302
    assert send("period_reopening", period.pk, reason="").status_code == 422
    assert send("period_reopening", period.pk, reason="Ada yang tertinggal").status_code == 302


def test_a_unit_where_everybody_has_come_in_offers_no_codes(
    cast: Cast, send: Send, client_of: Callable[[Person], Client]
) -> None:
    with inside(cast.kota.pk):
        empty = Unit.objects.create(name="Seksi Kosong", kind="SEKSI", parent=cast.dinkes)
    address = reverse("agency:codes", args=[empty.pk])

    page = client_of(cast.ratna).get(address).content.decode().partition("<main")[2]

    assert "tidak ada kode yang perlu diterbitkan" in page
    assert "<button" not in page.partition("</main>")[0]
    assert send("codes", empty.pk).status_code == 409  # type: ignore[attr-defined]


def test_the_ledger_is_found_by_verb_person_and_day_and_its_chain_is_checked(
    cast: Cast, send: Send, client_of: Callable[[Person], Client]
) -> None:
    send("role_new", person="Budi Santoso", role="AUDITOR", begins=DAY, decree="SK")
    send("day_new", day=DAY, name="Hari Jadi Kota", decree="Perwal 1")
    browser, address = client_of(cast.joko), reverse("agency:ledger")

    found = browser.get(
        address, {"person": "Budi Santoso", "day": DAY, "verb": "access.role_granted"}
    ).content.decode()
    assert "Peran diberikan" in found
    assert '<td data-label="Kejadian">Libur daerah' not in found
    assert "Rantai utuh: 2 catatan" in browser.get(address, {"periksa": "1"}).content.decode()
    assert browser.get(address, {"person": "Siapa", "day": "x", "page": "999"}).status_code == 200
