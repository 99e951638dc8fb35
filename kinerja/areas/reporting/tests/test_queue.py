"""What a device without a connection is told and sends: who, once, and with which clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.queries.writing import clock_off, clock_words, written
from kinerja.areas.reporting.tests.factories import make_patients, make_report, upload
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

ClientOf = Callable[[Any], Client]
PLACE, PLAN, PAGE = "/laporan/antrean/kiriman/", "/laporan/antrean/rencana/", "/laporan/antrean/"
DATA = {"Accept": "application/json"}


def item(indicator: Indicator, owner: Any, key: UUID | None = None, **more: Any) -> dict[str, Any]:
    """What a device sends for one report that waited: written now, its clock right (it knows of no moved clock)."""
    now = clock.real_now().isoformat()
    row = {"key": str(key or uuid4()), "value": "12,5", "note": ""}
    sent = {f"{indicator.pk}-{name}": more.pop(name, value) for name, value in row.items()}
    return {"day": "2026-07-01", "owner": str(owner.pk), "written_at": now, "device_now": now} | sent | more


def send(client: Client, content: dict[str, Any]) -> Any:
    return client.post(PLACE, content, headers=DATA)


def test_a_report_that_waited_is_stored_and_its_receipt_named(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    told = send(client_of(kota.budi), item(patients, kota.budi)).json()

    report = Report.objects.get()
    assert (report.value, report.person_id, report.state) == (Decimal("12.5"), kota.budi.pk, "DIKIRIM")
    assert told["stored"] is True
    assert str(report.pk) in told["receipt"]
    assert told["clock"] == ""


def test_sent_again_it_is_answered_alike_and_written_once(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    content = item(patients, kota.budi, uuid4())

    answers = [send(client_of(kota.budi), content).json() for _try in range(3)]

    assert answers[0] == answers[1] == answers[2]
    assert Report.objects.count() == Entry.objects.filter(verb="reporting.submitted").count() == 1


def test_a_lost_answer_is_repeated_even_after_the_period_was_closed(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    content = item(patients, kota.budi, uuid4())
    send(client_of(kota.budi), content)
    period = patients.rhk.skp.period
    period.state = PeriodState.CLOSED
    period.save(update_fields=["state"])

    assert send(client_of(kota.budi), content).json()["stored"] is True
    refused = send(client_of(kota.budi), item(patients, kota.budi))
    assert (refused.status_code, "Periode SKP ini tidak dibuka" in refused.json()["sentence"]) == (409, True)


def test_a_photo_goes_along(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    content = item(patients, kota.budi, **{f"{patients.pk}-evidence": upload()})

    assert send(client_of(kota.budi), content).status_code == 200
    assert Evidence.objects.get().kind == Evidence.Kind.PHOTO


def test_what_belongs_to_somebody_else_is_not_taken(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    answer = send(client_of(kota.sari), item(patients, kota.budi))

    assert (answer.status_code, answer.json()["other_person"]) == (409, True)
    assert not Report.objects.exists()


def test_a_foreign_indicator_is_refused_in_words(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    answer = send(client_of(kota.sari), item(patients, kota.sari))

    assert (answer.status_code, "bukan bagian dari SKP Anda" in answer.json()["sentence"]) == (403, True)


@pytest.mark.parametrize(("change", "said"), [
    ({"day": "2026-07-02"}, "belum tiba"),
    ({"day": "kemarin"}, "Tanggal ini"),
    ({"value": "banyak"}, "angka"),
    ({"value": "-3"}, "negatif"),
    ({"written_at": "tadi"}, "jam gawai"),
    ({"device_now": "2026-07-01T08:00:00"}, "jam gawai"),
])  # fmt: skip
def test_what_cannot_be_taken_is_refused_in_words(
    change: dict[str, str], said: str, kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    answer = send(client_of(kota.budi), item(patients, kota.budi, **change))

    assert answer.status_code == 422
    assert said.lower() in answer.json()["sentence"].lower()
    assert not Report.objects.exists()


def test_nobody_signed_in_is_told_so_in_data(client: Client, kota: Cast, patients: Indicator) -> None:
    for answer in (client.get(PLACE, headers=DATA), send(client, item(patients, kota.budi))):
        assert (answer.status_code, answer.json()) == (401, {"person": None})


def test_the_greeting_gives_what_sending_needs_to_its_person_alone(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    budi, sari = (client_of(each).get(PLACE, headers=DATA).json() for each in (kota.budi, kota.sari))

    assert (budi["person"], sari["person"]) == (str(kota.budi.pk), str(kota.sari.pk))
    assert set(budi["seals"]).isdisjoint(sari["seals"])
    assert abs(budi["now"] / 1000 - clock.now().timestamp()) < 60


def test_sending_needs_the_token_of_the_greeting(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client_of(kota.budi).cookies
    token = strict.get(PLACE, headers=DATA).json()["token"]
    content = item(patients, kota.budi)

    assert send(strict, content).status_code == 403
    assert strict.post(PLACE, content, headers=DATA | {"X-CSRFToken": token}).status_code == 200


def test_the_plan_says_in_words_where_one_stands(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    make_report(patients, value=3)

    plan = client_of(kota.budi).get(PLAN, headers=DATA).json()

    assert (plan["person"], plan["name"]) == (str(kota.budi.pk), kota.budi.full_name)
    assert plan["rows"][0] | {"help": ""} == {
        "id": str(patients.pk), "name": patients.name, "unit": "pasien", "help": "",
        "pace": "3 dari 600 pasien, seharusnya 298 hari ini",
    }  # fmt: skip
    assert plan["reports"] == [f"3 pasien · {patients.name} · Menunggu"]


def test_the_kept_page_holds_nothing_of_anybody(kota: Cast, client_of: ClientOf, client: Client) -> None:
    page = client_of(kota.budi).get(PAGE).content.decode()

    assert page == client.get(PAGE).content.decode()
    assert kota.budi.full_name not in page
    assert str(kota.budi.pk) not in page


@pytest.mark.parametrize("wrong", [timedelta(days=1), timedelta(days=-1), timedelta(hours=3)])
def test_a_wrong_clock_is_reckoned_out_and_named(
    wrong: timedelta, kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    device = clock.real_now() + wrong
    content = item(
        patients,
        kota.budi,
        written_at=(device - timedelta(hours=2)).isoformat(),
        device_now=device.isoformat(),
    )

    told = send(client_of(kota.budi), content).json()

    report = Report.objects.get()
    assert abs(written(report).at - (clock.now() - timedelta(hours=2))) < timedelta(seconds=5)
    assert str(report.day) == "2026-07-01"
    assert ("cepat" if wrong > timedelta(0) else "terlambat") in told["clock"]


def test_a_clock_put_right_before_sending_leaves_a_doubt(kota: Cast, patients: Indicator) -> None:
    tomorrow = clock.now() + timedelta(days=1)
    report = make_report(patients, written_at=tomorrow, clock_off=0)

    assert "tidak masuk akal" in written(report).doubt
    assert written(report).at == report.sent_at


def test_a_report_of_a_page_is_written_when_it_arrives(kota: Cast) -> None:
    report = make_report(make_patients(kota.budi))

    assert written(report).at == report.sent_at


@pytest.mark.parametrize(("off", "said"), [
    (0, ""), (600, ""), (-600, ""), (601, "terlambat 10 menit"), (-7200, "lebih cepat 2 jam"),
    (86_400, "terlambat 1 hari"), (-3 * 86_400, "lebih cepat 3 hari"),
])  # fmt: skip
def test_the_words_about_a_clock(off: int, said: str) -> None:
    assert said in clock_words(off)
    assert bool(clock_words(off)) == bool(said)


def test_a_device_of_another_age_fits_the_column() -> None:
    assert clock_off(datetime(1970, 1, 2, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)) == 2_000_000_000
