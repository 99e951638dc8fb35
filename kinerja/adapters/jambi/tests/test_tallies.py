"""Two colleagues who send Budi's photo again, so that a demonstration shows the hint."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kinerja.adapters.jambi.tallies import send_again, tally_photo
from kinerja.areas.reporting.models import Likeness
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.reporting.tests.factories import make_patients, make_report
from kinerja.areas.reporting.tests.resembling import colleague, shown
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

TODAY = date(2026, 7, 1)


@pytest.fixture(autouse=True)
def _middle_of_the_year(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.EVIDENCE_DIR = tmp_path
    with clock.at(TODAY):
        yield


def test_a_part_and_the_whole_of_it_are_found_and_no_other_sheet(kota: Cast) -> None:
    line = make_patients(kota.budi)
    for days in (3, 2, 1):
        day = TODAY - timedelta(days=days)
        report = shown(
            line, tally_photo(day, Decimal(30 + days)), day=day, sent_at=clock.now() - timedelta(days=days)
        )
        report.state = ReportState.ACCEPTED
        report.save()
    others = [colleague(kota), colleague(kota, name="Anton Wijaya")]
    for person in others:
        make_report(make_patients(person), day=TODAY, sent_at=clock.now() - timedelta(hours=1))

    send_again(kota.budi, others)

    found = Likeness.objects.filter(other__person=kota.budi)
    assert {each.report.person_id for each in found} == {each.pk for each in others}
    assert {each.report.person_id for each in Likeness.objects.all()} == {each.pk for each in others}
    assert [each.report.person for each in found.exclude(explanation="")] == [others[1]]


def test_where_nobody_sent_a_photo_nothing_happens(kota: Cast) -> None:
    send_again(kota.budi, [])

    assert not Likeness.objects.exists()
