"""Warnings: an owner, a clock, one step up for silence, tracked until the path recovered."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.areas.monitoring import queries
from kinerja.areas.monitoring.actions import answer_alert, ask_help, close_alert, pass_on_silence, watch
from kinerja.areas.monitoring.actions.alerting import AT_ONCE
from kinerja.areas.monitoring.errors import AlertEnded, NotYourAlert
from kinerja.areas.monitoring.models import Alert, AlertStep
from kinerja.areas.monitoring.states import AlertState, Response
from kinerja.areas.monitoring.tests.test_forecasts import report_weekly
from kinerja.areas.planning.tests.factories import Example, agreed_example, make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.base.calendar.actions import log_outage
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written

#: seen on a Tuesday, opened a week later
SEEN, OPENED = date(2026, 6, 30), date(2026, 7, 7)
DUE = date(2026, 7, 14)
ClientOf = Callable[[Person], Client]


@pytest.fixture
def example(cast: Cast) -> Example:
    with inside(cast.kota.pk):
        return agreed_example(cast)


@pytest.fixture
def alert(cast: Cast, example: Example) -> Alert:
    """Budi is far behind; Sari has been told on 7 July."""
    with inside(cast.kota.pk):
        report_weekly(example.quantity, 25)
        for day in (SEEN, OPENED):
            with clock.at(day):
                watch([cast.budi.pk])
        return Alert.objects.get()


def at(day: date) -> Alert:
    """Reckon Budi's lines on a day."""
    found = Alert.objects.get()
    with clock.at(day):
        watch([found.person_id])
    found.refresh_from_db()
    return found


def answered(cast: Cast, alert: Alert, by: Person | None = None, day: date = date(2026, 7, 9)) -> Alert:
    with clock.at(day):
        return answer_alert(
            alert, by=by or cast.sari, response=Response.HELP, text="Satu perawat ditambahkan", check_on=day + timedelta(14)
        )  # fmt: skip


def test_the_employee_is_watched_a_week_before_the_superior_hears(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        report_weekly(example.quantity, 25)
        with clock.at(SEEN):
            watch([cast.budi.pk])
        assert not Alert.objects.exists()
        assert queries.outlooks_of(cast.budi.pk)[example.quantity.pk].deviates
        with clock.at(OPENED):
            watch([cast.budi.pk])

        assert Alert.objects.get().owner_id == cast.sari.pk


def test_a_warning_names_owner_reason_suggestion_and_date(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        assert (alert.state, alert.due_on) == (AlertState.OPENED, DUE)
        assert alert.suggested == Response.PLAN
        assert any("diperkirakan" in sentence for sentence in alert.sentences(str))
        told = {row.person_id: row for row in Message.objects.filter(subject_id=alert.pk)}
        assert told[cast.sari.pk].due_on == DUE
        assert cast.budi.pk in told
        assert Entry.objects.filter(verb="monitoring.alert_opened", subject_id=alert.pk).count() == 1


def test_looking_again_opens_no_second_warning(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        at(OPENED + timedelta(1))

        assert Alert.objects.count() == 1
        assert Message.objects.filter(subject_id=alert.pk).count() == 2


def test_silence_reaches_the_level_above_once_and_never_again(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        with clock.at(DUE):
            assert pass_on_silence() == 0
        with clock.at(DUE + timedelta(1)):
            assert pass_on_silence() == 1
            assert pass_on_silence() == 0
        with clock.at(DUE + timedelta(30)):
            assert pass_on_silence() == 0
        alert.refresh_from_db()

        assert alert.escalated_to_id == cast.kadis.pk
        assert Message.objects.filter(person=cast.kadis, subject_id=alert.pk).count() == 1
        assert queries.answering_of(cast.sari.pk, 2026).passed_on == 1
        assert queries.answering_of(cast.kadis.pk, 2026).total == 0


def test_an_answered_warning_is_not_passed_on(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        answered(cast, alert)
        with clock.at(DUE + timedelta(1)):
            assert pass_on_silence() == 0

        assert queries.answering_of(cast.sari.pk, 2026).in_time == 1
        waiting = Message.objects.waiting().get(subject_id=alert.pk)
        assert (waiting.kind, waiting.person_id) == ("alert.check", cast.sari.pk)
        assert waiting.due_on == date(2026, 7, 23)


def test_days_of_an_outage_do_not_count_as_silence(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        with clock.at(DUE + timedelta(1)):
            log_outage(
                begins=datetime(2026, 7, 9, 8, tzinfo=clock.WIB), ends=datetime(2026, 7, 10, 17, tzinfo=clock.WIB),
                reason="Listrik padam", by=cast.ratna,
            )  # fmt: skip
            assert pass_on_silence() == 0
        alert.refresh_from_db()
        assert alert.due_on == date(2026, 7, 16)
        with clock.at(date(2026, 7, 17)):
            assert pass_on_silence() == 1


def test_the_way_from_deviation_to_recovery_is_found_by_the_figures(
    cast: Cast, example: Example, alert: Alert
) -> None:
    with inside(cast.kota.pk):
        answered(cast, alert)
        make_report(example.quantity, day=date(2026, 7, 20), value=Decimal(900))
        report_weekly(example.quantity, 60, begin=date(2026, 7, 24), until=date(2026, 8, 14))

        assert at(date(2026, 8, 16)).state == AlertState.RECOVERING
        assert at(date(2026, 8, 20)).state == AlertState.RECOVERING
        over = at(date(2026, 8, 23))

        assert (over.state, over.worked, over.ended_on) == (AlertState.RECOVERED, True, date(2026, 8, 23))
        assert [step.kind for step in over.steps.all()] == ["DIBUKA", "DITANGANI", "MEMULIH", "PULIH"]
        assert Message.objects.filter(kind="alert.recovered").count() == 2
        assert not Message.objects.waiting().filter(subject_id=over.pk).exists()


def test_what_falls_back_before_a_week_is_over_stays_open(cast: Cast, example: Example, alert: Alert) -> None:
    with inside(cast.kota.pk):
        answered(cast, alert)
        extra = make_report(example.quantity, day=date(2026, 7, 9), value=Decimal(1_500))
        assert at(date(2026, 7, 10)).state == AlertState.RECOVERING
        extra.state = "DITARIK"
        extra.save()

        assert at(date(2026, 7, 12)).state == AlertState.ACTED


def test_only_the_rater_or_whom_it_was_passed_on_to_answers(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        for stranger in (cast.budi, cast.kadis, cast.joko):
            with pytest.raises(NotYourAlert, match="bukan oleh Anda"):
                answered(cast, alert, by=stranger)
        with clock.at(DUE + timedelta(1)):
            pass_on_silence()

        assert answered(cast, alert, by=cast.kadis, day=DUE + timedelta(2)).state == AlertState.ACTED
        assert queries.answering_of(cast.sari.pk, 2026).in_time == 0


def test_a_closed_warning_takes_no_answer_and_has_not_worked(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk), clock.at(OPENED):
        answered(cast, alert, day=OPENED)
        closed = close_alert(alert, by=cast.sari, reason="Target keliru, SKP sedang diperbaiki")
        with pytest.raises(AlertEnded, match="sudah ditutup"):
            answered(cast, alert, day=OPENED)

        assert closed.worked is False
        assert AlertStep.objects.filter(alert=alert, kind="DITUTUP").count() == 1


def test_the_employee_asks_for_help_and_nobody_else_does(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk), clock.at(OPENED):
        with pytest.raises(NotYourAlert):
            ask_help(alert, by=cast.sari, text="Tambahan tenaga di poli")
        ask_help(alert, by=cast.budi, text="Tambahan tenaga di poli")
        told = Message.objects.get(kind="alert.help")

        assert (told.person_id, told.body) == (cast.sari.pk, "Tambahan tenaga di poli")


def test_experience_changes_the_suggestion_and_is_said_in_numbers(cast: Cast, alert: Alert) -> None:
    with inside(cast.kota.pk):
        for number, worked in enumerate((True, True, True, False, False)):
            member = make_member(cast.puskesmas, f"Rekan {number}")
            line = make_indicator(make_rhk(make_skp(member)))
            Alert.objects.create(
                person=cast.budi, unit=cast.puskesmas, lineage=line.lineage, indicator=line, owner=cast.sari,
                state=AlertState.RECOVERED, cause=alert.cause, suggested=Response.TALK, opened_on=SEEN, due_on=SEEN, margin=0,
                response=Response.TALK, worked=worked,
            )  # fmt: skip
        known = queries.experiences()

        assert [(each.worked, each.total) for each in known[alert.cause]] == [(3, 5)]
        assert queries.suggestion(alert.cause, known) == Response.TALK


def test_a_superior_gets_only_as_many_as_he_can_answer_the_worst_first(cast: Cast, example: Example) -> None:
    with inside(cast.kota.pk):
        people = [make_member(cast.puskesmas, f"Pegawai {number}") for number in range(AT_ONCE + 2)]
        for number, person in enumerate(people):
            line = make_indicator(make_rhk(make_skp(person, example.period)))
            report_weekly(line, 10 + number)
        for day in (SEEN, OPENED):
            with clock.at(day):
                watch([person.pk for person in people])

        assert Alert.objects.count() == AT_ONCE
        assert {alert.person_id for alert in Alert.objects.all()} == {
            person.pk for person in people[:AT_ONCE]
        }


def test_when_the_skp_is_replaced_by_none_the_warning_ends(
    cast: Cast, example: Example, alert: Alert
) -> None:
    with inside(cast.kota.pk):
        example.budi_skp.state = "DIGANTI"
        example.budi_skp.save()
        over = at(OPENED + timedelta(2))

        assert (over.state, over.worked) == (AlertState.CLOSED, None)


@pytest.mark.parametrize(
    ("who", "status"), [("budi", 200), ("sari", 200), ("kadis", 200), ("joko", 404), ("dewi", 404)]
)
def test_who_may_read_a_warning(cast: Cast, alert: Alert, client_of: ClientOf, who: str, status: int) -> None:
    with clock.at(OPENED):
        answer = client_of(getattr(cast, who)).get(reverse("monitoring:alert", args=[alert.pk]))

    assert answer.status_code == status


def test_the_superior_answers_on_the_page(cast: Cast, alert: Alert, client_of: ClientOf) -> None:
    client, page = client_of(cast.sari), reverse("monitoring:alert", args=[alert.pk])
    with clock.at(OPENED):
        assert "Catat tindakan" in client.get(page).content.decode()
        bad = client.post(
            reverse("monitoring:answer", args=[alert.pk]),
            {"response": "DIALOG", "text": "", "check_on": "2026-07-01"},
        )
        good = client.post(
            reverse("monitoring:answer", args=[alert.pk]),
            {"response": "DIALOG", "text": "Bertemu hari Jumat pagi", "check_on": "2026-07-21"},
        )
        after = client.get(page).content.decode()

    assert bad.status_code == 422
    assert "sesudah hari ini" in bad.content.decode()
    assert good.status_code == 302
    assert "Bertemu hari Jumat pagi" in after
    assert "Dialog kinerja" in after


def test_the_employee_asks_on_the_page_and_sees_no_answer_form(
    cast: Cast, alert: Alert, client_of: ClientOf
) -> None:
    client, page = client_of(cast.budi), reverse("monitoring:alert", args=[alert.pk])
    with clock.at(OPENED):
        text = client.get(page).content.decode()
        client.post(reverse("monitoring:ask_help", args=[alert.pk]), {"text": "Perlu dua tensimeter baru"})
        refused = client.post(
            reverse("monitoring:answer", args=[alert.pk]),
            {"response": "DIALOG", "text": "Saya jawab sendiri", "check_on": "2026-07-21"},
        )

    assert "Catat tindakan" not in text
    assert refused.status_code == 404
    with inside(cast.kota.pk):
        assert Alert.objects.get().help_text == "Perlu dua tensimeter baru"


def test_the_lists_of_superior_employee_and_agency(cast: Cast, alert: Alert, client_of: ClientOf) -> None:
    with clock.at(OPENED):
        sari, budi = (
            client_of(each).get(reverse("monitoring:alerts")).content.decode()
            for each in (cast.sari, cast.budi)
        )
        counts = client_of(cast.ratna).get(reverse("monitoring:overview")).content.decode()

    assert "Budi Santoso" in sari
    assert "Catatan saya sebagai atasan" in sari
    assert "Catatan saya sebagai atasan" not in budi
    assert "Jumlah pasien dilayani sesuai standar" in budi
    assert "Puskesmas 01" in counts
    assert "Budi" not in counts


def test_the_pages_take_the_queries_that_are_written(cast: Cast, alert: Alert, client_of: ClientOf) -> None:
    with clock.at(OPENED):
        for who, name, keys in (
            (cast.sari, "monitoring:alerts", ()),
            (cast.sari, "monitoring:alert", (alert.pk,)),
            (cast.ratna, "monitoring:overview", ()),
        ):
            assert_as_written(client_of(who), name, *keys)
