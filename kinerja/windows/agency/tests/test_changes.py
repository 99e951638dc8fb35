"""What the agency changes, each by its own form: what is different afterwards, and one entry of the ledger that says so."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.urls import reverse

from kinerja.base.accounts.models import User
from kinerja.base.calendar.models import FreeDay
from kinerja.base.ledger.models import Entry
from kinerja.base.organization import lines
from kinerja.base.organization.models import (
    Assignment,
    Change,
    Person,
    Position,
    RaterOverride,
    Team,
    TeamMember,
    Unit,
)
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import SINCE, make_head, make_member, make_unit
from kinerja.tools import clock

Send = Callable[..., Any]
TODAY = clock.today()
DAY, TOMORROW = str(TODAY), TODAY + timedelta(days=1)
EVER = DateRange(SINCE, None)


@pytest.fixture
def send(kota: Cast, client_of: Callable[[Person], Client]) -> Send:
    """Ratna sends a form that is taken; one entry of the ledger comes of it."""
    browser = client_of(kota.ratna)

    def sent(name: str, row: Any, /, **given: object) -> None:
        before = Entry.objects.count()
        answer = browser.post(reverse(f"agency:{name}", args=[row.pk]), given)
        assert answer.status_code == 302, answer.content.decode()
        assert Entry.objects.count() == before + 1
        assert Entry.objects.newest_first()[0].by_id == kota.ratna.pk

    return sent


def seat_of(person: Person) -> Assignment:
    return Assignment.objects.on(TODAY).get(person=person)


def rater_on(person: Person, day: Any) -> Any:
    line = lines.line_of(person.pk, day)
    return line and line.rater_id


def test_a_unit_gets_another_name_and_keeps_the_old_in_its_history(kota: Cast, send: Send) -> None:
    send("rename", kota.puskesmas, name="Puskesmas Paal Merah", on=DAY, decree="Perwal 2")

    kota.puskesmas.refresh_from_db()
    assert kota.puskesmas.name == "Puskesmas Paal Merah"
    assert Change.objects.get(subject_id=kota.puskesmas.pk, field="name").old == "Puskesmas 01"


def test_a_moved_unit_leads_its_head_to_another_rater(kota: Cast, send: Send) -> None:
    other = make_unit("Dinas Pendidikan", kota.pemda)
    head = make_head(other, "Nurhayati")

    send("move", kota.puskesmas, parent="Dinas Pendidikan", on=DAY, decree="Perwal 3")

    assert rater_on(kota.sari, TODAY) == head.pk


def test_a_unit_closes_when_it_is_empty_and_is_found_no_more(kota: Cast, send: Send) -> None:
    empty = make_unit("Seksi Kosong", kota.dinkes)

    send("unit_closing", empty, on=DAY, reason="Digabung")

    assert not Unit.objects.existing().filter(pk=empty.pk).exists()


def test_a_planned_name_is_withdrawn(kota: Cast, send: Send) -> None:
    send("rename", kota.puskesmas, name="Nama baru", on=str(TOMORROW), decree="Perwal 2")

    send("plan_withdrawal", kota.puskesmas, reason="Batal terbit")

    assert not kota.puskesmas.periods.filter(name="Nama baru").exists()


def test_a_post_gets_a_class_and_is_closed_when_nobody_holds_it(kota: Cast, send: Send) -> None:
    post = Position.objects.create(unit=kota.puskesmas, title="Apoteker", kind="FUNGSIONAL")

    send("job_class", post, job_class="9", on=DAY, decree="Perwal 4")
    post.refresh_from_db()
    assert post.job_class == 9
    send("post_closing", post, on=DAY, reason="Tidak dibutuhkan")

    post.refresh_from_db()
    assert post.closed_on == TODAY


def test_a_plt_leads_a_unit_whose_seat_is_vacant_until_he_ends(kota: Cast, send: Send) -> None:
    seat = seat_of(kota.sari)
    send("assignment_end", seat, last=str(TODAY - timedelta(days=1)), reason="SK pindah")
    assert rater_on(kota.budi, TODAY) == kota.kadis.pk

    send("acting_new", seat.position, person=kota.kadis.nip, kind="PLT", begins=DAY, decree="SP 1")

    acting = Assignment.objects.on(TODAY).get(position=seat.position)
    assert (acting.kind, acting.person_id) == ("PLT", kota.kadis.pk)
    send("assignment_end", acting, last=DAY, reason="Sudah ada pejabat")
    assert not Assignment.objects.on(TOMORROW).filter(position=seat.position).exists()


def test_an_appointment_by_mistake_is_withdrawn_and_the_post_before_holds_again(
    kota: Cast, send: Send, client_of: Callable[[Person], Client]
) -> None:
    before, there = seat_of(kota.budi), seat_of(kota.ratna).position
    address = f"{reverse('agency:appointment', args=[kota.budi.pk])}?unit={kota.bkpsdm.pk}"
    client_of(kota.ratna).post(address, {"position": there.pk, "on": DAY, "decree": "SK keliru"})
    assert seat_of(kota.budi).unit_id == kota.bkpsdm.pk

    send("assignment_withdrawal", seat_of(kota.budi), reason="Salah orang")

    assert seat_of(kota.budi).pk == before.pk


def test_who_leaves_is_locked_out_and_may_return(kota: Cast, send: Send) -> None:
    send("leaving", kota.budi, on=DAY, reason="Pensiun")

    assert not Person.objects.serving(TODAY).filter(pk=kota.budi.pk).exists()
    assert not User.objects.get(pk=kota.budi.pk).is_active
    assert not Assignment.objects.on(TODAY).filter(person=kota.budi).exists()

    send("returning", kota.budi, on=DAY, reason="SK dibatalkan")

    assert Person.objects.serving(TODAY).filter(pk=kota.budi.pk).exists()
    assert User.objects.get(pk=kota.budi.pk).is_active


def test_changed_data_keep_their_old_value_and_source(kota: Cast, send: Send) -> None:
    given = {
        "nip": kota.budi.nip,
        "name": "Budi Santosa",
        "status": kota.budi.status,
        "email": "budi@example.org",
    }

    send("data", kota.budi, **given, on=DAY, source="SK 5")

    kota.budi.refresh_from_db()
    assert (kota.budi.name, kota.budi.email) == ("Budi Santosa", "budi@example.org")
    noted = Change.objects.get(subject_id=kota.budi.pk, field="name")
    assert (noted.old, noted.source, noted.by_id) == ("Budi Santoso", "SK 5", kota.ratna.pk)


def test_a_named_rater_rates_between_his_days(kota: Cast, send: Send) -> None:
    send("rater", kota.budi, rater=kota.kadis.nip, begins=DAY, reason="Surat tugas")
    assert rater_on(kota.budi, TODAY) == kota.kadis.pk

    send("rater_end", RaterOverride.objects.get(), last=DAY, reason="Selesai")

    assert rater_on(kota.budi, TOMORROW) == kota.sari.pk


def test_an_account_is_closed_at_once_and_opened_again(
    kota: Cast, send: Send, client_of: Callable[[Person], Client]
) -> None:
    browser = client_of(kota.budi)
    assert browser.get("/").status_code == 200

    send("account", kota.budi, reason="Telepon hilang")
    assert browser.get("/").status_code == 302  # to sign-in

    send("account", kota.budi, reason="Sudah ditemukan")
    assert User.objects.get(pk=kota.budi.pk).is_active


def test_a_team_takes_members_lets_them_go_and_ends(kota: Cast, send: Send) -> None:
    team = Team.objects.create(
        name="Tim stunting", leader=kota.sari, unit=kota.dinkes, decree="SK", during=EVER
    )

    send("member_new", team, person=kota.budi.nip, role="Anggota", begins=DAY)
    send("member_end", TeamMember.objects.get(), last=DAY)
    assert not TeamMember.objects.on(TOMORROW).exists()
    send("team_closing", team, last=DAY, reason="Selesai")

    assert not Team.objects.on(TOMORROW).exists()


def test_a_free_day_is_taken_back(kota: Cast, send: Send) -> None:
    day = FreeDay.objects.create(day=TOMORROW, name="Libur", kind="DAERAH", decree="SK")

    send("day_withdrawal", day, reason="Digeser")

    assert not FreeDay.objects.confirmed().exists()


def test_proposed_days_are_confirmed_by_the_decree(kota: Cast, client_of: Callable[[Person], Client]) -> None:
    browser, year = client_of(kota.ratna), TODAY.year
    address = f"{reverse('agency:days_confirmation')}?tahun={year}"

    given = {"days": [f"{year}-08-17", f"{year}-12-25"], "decree": "SKB 3 Menteri"}
    assert browser.post(address, given).status_code == 302

    assert FreeDay.objects.confirmed().of_year(year).count() == 2
    assert browser.post(address, given).status_code == 422  # no longer among what is proposed


def test_what_the_moon_decides_is_proposed_but_not_ticked(
    kota: Cast, client_of: Callable[[Person], Client]
) -> None:
    address = f"{reverse('agency:days_confirmation')}?tahun=2027"

    page = client_of(kota.ratna).get(address)
    refused = client_of(kota.ratna).post(address, {"decree": "SKB 3 Menteri"})

    form = page.context["form"]
    shown = dict(form.fields["days"].choices)
    assert shown["2027-08-17"] == "Selasa, 17 Agustus 2027: Hari Kemerdekaan Republik Indonesia"
    unticked = [shown[day] for day in shown if day not in form.fields["days"].initial]
    assert unticked
    assert all(name.endswith("(perkiraan)") for name in unticked)
    assert "Belum ada hari yang dipilih" in refused.content.decode()


@pytest.mark.parametrize(("query", "seen", "unseen"), [
    ("?q=Budi", "Budi Santoso", "Joko Purnomo"),
    ("?q=Puskesmas 01", "Budi Santoso", "Joko Purnomo"),
    ("?jenis=tanpa-jabatan", "Tanpa Kursi", "Budi Santoso"),
    ("?jenis=berhenti", "Sudah Pensiun", "Budi Santoso"),
    ("?q=%00&page=abc", "Budi Santoso", "Sudah Pensiun"),
])  # fmt: skip
def test_people_are_found_by_name_unit_and_kind(
    kota: Cast, client_of: Callable[[Person], Client], query: str, seen: str, unseen: str
) -> None:
    Assignment.objects.filter(person=make_member(kota.dinkes, "Tanpa Kursi")).delete()
    Person.objects.filter(pk=make_member(kota.dinkes, "Sudah Pensiun").pk).update(left_on=TODAY)

    page = client_of(kota.ratna).get(reverse("agency:people") + query).content.decode().partition("<main")[2]

    assert seen in page
    assert unseen not in page


@pytest.mark.parametrize("year", ["abcd", "99999", "1999", "\u0662\u0660\u0662\u0666"])
def test_a_year_that_is_none_shows_a_year_that_is(
    kota: Cast, client_of: Callable[[Person], Client], year: str
) -> None:
    assert client_of(kota.ratna).get(reverse("agency:calendar"), {"tahun": year}).status_code == 200
