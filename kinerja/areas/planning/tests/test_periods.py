"""Manajemen Periode: create, change, open, close, reopen."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import PeriodRefused
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.states import PeriodState
from kinerja.areas.planning.tests.factories import make_period
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.refusals import BadInput

YEAR = {"begins": date(2026, 1, 1), "ends": date(2026, 12, 31), "fill_until": date(2026, 1, 31)}


def test_a_period_begins_as_a_draft_and_is_recorded(kota: Cast) -> None:
    period = actions.create_period(by=kota.ratna, name=" SKP 2026 ", **YEAR)

    assert (period.name, period.state) == ("SKP 2026", PeriodState.DRAFT)
    assert Entry.objects.about("planning.period", period.pk).get().verb == "planning.period_created"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": "  "}, "Nama periode masih kosong"),
        ({"ends": date(2026, 1, 1)}, "Tanggal akhir harus sesudah"),
        ({"fill_until": date(2027, 1, 1)}, "Batas pengisian harus berada dalam periode, 1 Januari 2026"),
    ],
)
def test_bad_input_is_refused_with_what_to_do(kota: Cast, wrong: dict, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        actions.create_period(by=kota.ratna, **({"name": "SKP 2026"} | YEAR | wrong))

    assert not Period.objects.exists()


def test_a_name_is_given_once(kota: Cast) -> None:
    make_period()

    with pytest.raises(BadInput, match="sudah ada"):
        actions.create_period(by=kota.ratna, name="SKP 2026", **YEAR)


def test_opening_closing_and_reopening_leave_their_traces(kota: Cast) -> None:
    period = make_period(state=PeriodState.DRAFT)

    actions.open_period(period, by=kota.ratna)
    actions.close_period(period, by=kota.ratna)
    reopened = actions.reopen_period(period, by=kota.ratna, reason=" Putusan keberatan ")

    assert (reopened.state, reopened.reopen_reason) == (PeriodState.OPEN, "Putusan keberatan")
    verbs = [entry.verb for entry in Entry.objects.about("planning.period", period.pk)]
    assert verbs == ["planning.period_reopened", "planning.period_closed", "planning.period_opened"]


def test_reopening_needs_a_reason(kota: Cast) -> None:
    period = make_period(state=PeriodState.CLOSED)

    with pytest.raises(BadInput, match="belum punya alasan"):
        actions.reopen_period(period, by=kota.ratna, reason=" ")


def test_two_open_periods_may_not_hold_the_same_day(kota: Cast) -> None:
    make_period()
    second = make_period("Semester II", begins=date(2026, 7, 1), state=PeriodState.DRAFT)

    with pytest.raises(PeriodRefused, match="SKP 2026 masih terbuka"):
        actions.open_period(second, by=kota.ratna)


def test_the_database_refuses_a_second_open_period_too(kota: Cast) -> None:
    make_period()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_period("Semester II", begins=date(2026, 12, 31), ends=date(2027, 1, 1))


def test_an_open_period_keeps_its_days_but_may_be_given_more_time(kota: Cast) -> None:
    period = make_period()

    changed = actions.change_period(
        period, by=kota.ratna, name="SKP 2026", **(YEAR | {"fill_until": date(2026, 2, 28)})
    )

    assert changed.fill_until == date(2026, 2, 28)
    with pytest.raises(PeriodRefused, match="hanya nama dan batas pengisian"):
        actions.change_period(period, by=kota.ratna, name="SKP 2026", **(YEAR | {"ends": date(2026, 6, 30)}))


def test_a_closed_period_is_not_changed(kota: Cast) -> None:
    with pytest.raises(PeriodRefused, match="sudah ditutup"):
        actions.change_period(make_period(state=PeriodState.CLOSED), by=kota.ratna, name="Lain", **YEAR)
