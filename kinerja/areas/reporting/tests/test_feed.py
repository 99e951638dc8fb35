"""Volumes become progress: nobody types twice, corrections follow, closed periods stay, boards hear of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from kinerja.areas.planning.models import Indicator, Period, Share, Skp
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.planning.tests.factories import make_indicator, make_rhk
from kinerja.areas.reporting import jobs, queries
from kinerja.areas.reporting.actions import Entry, submit, withdraw
from kinerja.areas.reporting.actions.feeding import feed
from kinerja.areas.reporting.errors import NotReportable
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.areas.service_quality.models import Figure, Service, Volume
from kinerja.areas.service_quality.tests.factories import make_antenatal, make_service, make_volume
from kinerja.base.inbox.models import Message
from kinerja.base.organization.tests.cast import Cast
from kinerja.rules.codes import Consolidation
from kinerja.tools.keys import uuid7

FIRST, SECOND = date(2026, 6, 29), date(2026, 6, 30)
BEGIN, END = date(2026, 1, 1), date(2026, 12, 31)


@pytest.fixture
def visits(kota: Cast) -> Service:
    return make_service(kota.puskesmas, code="PKM01-RJ")


def link(indicator: Indicator, service: Service, figure: Figure = Figure.STANDARD, **extra: Any) -> Indicator:
    Indicator.objects.filter(pk=indicator.pk).update(service=service, figure=figure, **extra)
    indicator.refresh_from_db()
    return indicator


def fed(service: Service) -> int:
    return feed(Q(service=service))


def progress(indicator: Indicator) -> Decimal | None:
    return queries.progress_of([indicator.pk], BEGIN, END)[indicator.pk].value


def test_what_the_unit_counted_is_the_progress_of_a_linked_indicator(
    patients: Indicator, visits: Service, kota: Cast
) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    make_volume(visits, SECOND, 10, 9, kota.sari)

    assert fed(visits) == 1

    assert progress(patients) == 47
    report = Report.objects.get(day=FIRST)
    assert (report.state, report.service, report.person) == (ReportState.ACCEPTED, visits, kota.budi)


def test_feeding_again_changes_nothing(patients: Indicator, visits: Service) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    fed(visits)

    assert fed(visits) == 0
    assert Report.objects.count() == 1


def test_by_officer_only_what_bears_the_name_counts(patients: Indicator, visits: Service, kota: Cast) -> None:
    link(patients, visits, share=Share.OFFICER)
    make_volume(visits, FIRST, 40, 38)
    make_volume(visits, FIRST, 5, 5, kota.budi)

    fed(visits)

    assert progress(patients) == 5


def test_a_correction_of_the_volume_follows_and_the_tally_with_it(
    patients: Indicator, visits: Service
) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    fed(visits)
    Volume.objects.update(to_standard=30)

    fed(visits)

    assert progress(patients) == 30


def test_a_share_is_known_anew_for_all_days_that_follow(patients: Indicator, visits: Service) -> None:
    link(patients, visits, Figure.SHARE, consolidation=Consolidation.TAKE_LAST_KNOWN)
    make_volume(visits, FIRST, 10, 5)
    make_volume(visits, SECOND, 10, 10)
    fed(visits)
    assert progress(patients) == 75
    Volume.objects.filter(day=FIRST).update(to_standard=10)

    fed(visits)

    assert progress(patients) == 100


def test_coverage_follows_a_new_population(patients: Indicator, kota: Cast) -> None:
    antenatal = make_antenatal(kota.puskesmas, 200)
    link(patients, antenatal, Figure.COVERAGE, consolidation=Consolidation.TAKE_LAST_KNOWN)
    make_volume(antenatal, FIRST, 100)
    fed(antenatal)
    assert progress(patients) == 50
    antenatal.populations.model.objects.create(
        service=antenatal, year=2026, people=400, source="x", at=Report.objects.get().sent_at
    )

    fed(antenatal)

    assert progress(patients) == 25


def test_nobody_types_what_is_counted(patients: Indicator, visits: Service, kota: Cast) -> None:
    link(patients, visits)

    with pytest.raises(NotReportable, match="tidak diketik lagi"):
        submit([Entry(uuid7(), patients.pk, SECOND, Decimal(5))], by=kota.budi)


def test_a_fed_report_is_not_withdrawn_by_hand(patients: Indicator, visits: Service, kota: Cast) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    fed(visits)

    with pytest.raises(NotReportable, match="mengikuti volume layanan"):
        withdraw(Report.objects.for_door().get(), reason="x", by=kota.budi)


def test_a_day_that_was_reported_by_hand_keeps_what_was_said(patients: Indicator, visits: Service) -> None:
    make_report(patients, FIRST, 7)
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    make_volume(visits, SECOND, 2, 2)

    fed(visits)

    assert progress(patients) == 9


def test_days_outside_the_skp_do_not_count(patients: Indicator, visits: Service) -> None:
    Skp.objects.update(begins=SECOND)
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    make_volume(visits, SECOND, 2, 2)

    fed(visits)

    assert progress(patients) == 2


def test_a_draft_is_not_fed_and_an_agreed_one_catches_up(
    patients: Indicator, visits: Service, kota: Cast
) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    Skp.objects.update(state=SkpState.PROPOSED)
    assert fed(visits) == 0
    Skp.objects.update(state=SkpState.AGREED)

    jobs.feed_skp(str(kota.kota.pk), subject_type="planning.skp", subject_id=str(patients.rhk.skp_id))  # type: ignore[arg-type]

    assert progress(patients) == 38


def test_a_closed_period_is_not_changed_and_its_owner_hears_of_it_once(
    patients: Indicator, visits: Service, kota: Cast
) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    fed(visits)
    Period.objects.update(state=PeriodState.CLOSED)
    Volume.objects.update(to_standard=30)

    assert [fed(visits), fed(visits)] == [0, 0]

    assert progress(patients) == 38
    assert Message.objects.get(kind="reporting.volume_too_late").person == kota.budi


def test_a_period_that_is_opened_again_catches_up(patients: Indicator, visits: Service, kota: Cast) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)
    Period.objects.update(state=PeriodState.CLOSED)
    fed(visits)
    Period.objects.update(state=PeriodState.OPEN)

    jobs.feed_period(  # type: ignore[call-arg]
        kota.kota.pk, subject_type="planning.period", subject_id=str(patients.rhk.skp.period_id)
    )

    assert progress(patients) == 38


def test_the_board_of_the_rater_hears_of_it(patients: Indicator, visits: Service, kota: Cast) -> None:
    link(patients, visits)
    make_volume(visits, FIRST, 40, 38)

    with CaptureQueriesContext(connection) as spent:
        fed(visits)

    told = [query["sql"] for query in spent.captured_queries if "ledger_outbox" in query["sql"]]
    assert f"board:{kota.sari.pk}" in told[0]


def test_two_people_may_share_one_volume(patients: Indicator, visits: Service) -> None:
    link(patients, visits)
    other = link(make_indicator(make_rhk(patients.rhk.skp), "Lain"), visits, Figure.SERVED)
    make_volume(visits, FIRST, 40, 38)

    assert fed(visits) == 2
    assert (progress(patients), progress(other)) == (38, 40)
