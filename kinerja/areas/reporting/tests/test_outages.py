"""Late and locked: by the hour of writing with the clock's error reckoned out, and an outage moves the last hour."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting import errors
from kinerja.areas.reporting.actions import Entry, submit
from kinerja.areas.reporting.models import FillingRule
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.base.calendar.models import Outage
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.clock import WIB

#: five days before: with three days given, two too late
DAY = TODAY - timedelta(days=5)


def entry(indicator: Indicator, day: date = DAY, **more: Any) -> Entry:
    return Entry(uuid4(), indicator.pk, day, Decimal(3), **more)


def at(days: int, hour: int = 12) -> datetime:
    """So many days after DAY."""
    return datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=WIB) + timedelta(days=days)


@pytest.fixture(autouse=True)
def _three_days_and_locked_on_the_second(kota: Cast) -> None:
    FillingRule.objects.create(late_after=3, locks_on=2)


def test_without_an_outage_the_sixth_day_needs_a_reason(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.LateReason):
        submit([entry(patients)], by=kota.budi)


@pytest.mark.parametrize("unit", ["puskesmas", "dinkes", None])
def test_an_outage_over_the_last_hour_moves_it(unit: str | None, kota: Cast, patients: Indicator) -> None:
    where = getattr(kota, unit) if unit else None
    Outage.objects.create(during=(at(1), at(5, 7)), reason="Kabel laut putus", unit=where)

    assert submit([entry(patients)], by=kota.budi)


def test_an_outage_elsewhere_or_over_before_moves_nothing(kota: Cast, patients: Indicator) -> None:
    Outage.objects.create(during=(at(1), at(5, 7)), reason="Padam", unit=kota.bkpsdm)
    Outage.objects.create(during=(at(1), at(3)), reason="Padam")

    with pytest.raises(errors.LateReason):
        submit([entry(patients)], by=kota.budi)


def test_an_outage_moves_the_day_of_locking_too(kota: Cast, patients: Indicator) -> None:
    april = date(2026, 5, 28)
    with pytest.raises(errors.Locked):
        submit([entry(patients, april, late_reason="Lupa")], by=kota.budi)
    Outage.objects.create(
        during=(datetime(2026, 6, 2, 9, tzinfo=WIB), datetime(2026, 7, 1, 7, tzinfo=WIB)), reason="Banjir"
    )

    assert submit([entry(patients, april, late_reason="Lupa")], by=kota.budi)


@pytest.mark.parametrize(("written", "off"), [
    (at(3), 0),  # in time, and kept by the device since
    (at(4), -86_400),  # a clock a day ahead, still wrong when it sent
    (at(2), 86_400),  # a day behind
    (at(40), 0),  # a clock that cannot be right holds nothing against anybody
])  # fmt: skip
def test_what_a_device_wrote_in_time_is_not_late(
    written: datetime, off: int, kota: Cast, patients: Indicator
) -> None:
    assert submit([entry(patients, written_at=written, clock_off=off)], by=kota.budi)


def test_what_a_device_wrote_late_needs_a_reason(kota: Cast, patients: Indicator) -> None:
    with pytest.raises(errors.LateReason):
        submit([entry(patients, written_at=at(3), clock_off=86_400)], by=kota.budi)
