"""A grown demonstration, here a government of five hundred: in sets, in steps, under the invariants of the small one."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import F
from django.test import override_settings

from kinerja.adapters.jambi.governments import BY_CODE, GOVERNMENTS
from kinerja.adapters.jambi.loading import Loading
from kinerja.adapters.jambi.structure import offices, size_of
from kinerja.adapters.jambi.warnings import Warnings
from kinerja.areas.assessment.models import Review
from kinerja.areas.monitoring.models import Outlook
from kinerja.areas.planning.models import Indicator, Skp
from kinerja.areas.reporting.management.commands.check_tallies import wrong_tallies
from kinerja.areas.reporting.models import Report
from kinerja.areas.service_quality.models import Service, Volume
from kinerja.base.calendar.models import Outage
from kinerja.base.ledger.models import Entry
from kinerja.base.ledger.verifying import verify
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock

DAY = date(2026, 11, 24)
CODE, PEOPLE = "sungai-penuh", 12_000


class Pulled(Exception):
    """Somebody pulled the plug."""


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[object]]:
    """Loaded whole; then, undone, loaded with an interruption and repeated. Yields both fingerprints."""
    found: list[object] = []
    with django_db_blocker.unblock(), override_settings(DEMO=True):
        with transaction.atomic():
            load()
            found.append(fingerprint())
            transaction.set_rollback(True)
        with transaction.atomic():
            interrupt()
            load()
            found.append(fingerprint())
            with inside(instansi()):
                yield found
            transaction.set_rollback(True)


def load() -> None:
    call_command("load_demo", "--only", CODE, "--today", DAY.isoformat(), "--people", str(PEOPLE))


def interrupt() -> None:
    """The plug is pulled while the outlooks are reckoned."""
    whole = Warnings.tell

    def pulled(_self: Warnings) -> int:
        raise Pulled

    Warnings.tell = pulled  # type: ignore[method-assign]
    try:
        Loading(BY_CODE[CODE], today=DAY, seed=1957, people=PEOPLE, say=lambda _sentence: None).load()
    except Pulled:
        pass
    finally:
        Warnings.tell = whole  # type: ignore[method-assign]


def instansi() -> Any:
    return Instansi.objects.get(code=CODE).pk


def fingerprint() -> list[object]:
    with inside(instansi()):
        rows = Report.objects.order_by("pk").values_list("pk", "person__nip", "day", "value", "state")
        return list(rows)


def test_what_was_interrupted_and_repeated_is_what_it_would_have_been(loaded: list[object]) -> None:
    assert loaded[0] == loaded[1]
    assert Report.objects.count() > 8_000


def test_everybody_is_there_once_with_a_plan_and_reports(loaded: list[object]) -> None:
    people = Person.objects.filter(assignments__isnull=False).distinct().count()
    head_of_government = 1
    assert people == head_of_government + sum(map(size_of, offices(BY_CODE[CODE], PEOPLE)))
    assert Skp.objects.agreed().count() == people - 1  # the head of government has none
    assert Person.objects.filter(skps__state="DISETUJUI", reports=None).distinct().count() == 0


def test_the_chain_is_whole_and_the_ledger_counts_every_report(loaded: list[object]) -> None:
    assert verify(instansi()).whole
    entries = Entry.objects.filter(verb__in=["demo.reports_loaded", "reporting.submitted"])
    assert sum(entry.rows for entry in entries) == Report.objects.count()
    assert sum(entry.rows for entry in Entry.objects.filter(verb="demo.skps_loaded")) == Skp.objects.count()


def test_what_the_database_kept_is_what_the_reports_add_up_to(loaded: list[object]) -> None:
    assert wrong_tallies() == []


def test_no_report_comes_from_the_future_and_each_was_looked_at_after_it_came(loaded: list[object]) -> None:
    assert not Report.objects.filter(day__gt=DAY).exists()
    assert not Report.objects.filter(sent_at__date__gt=DAY).exists()
    assert not Report.objects.filter(decided_at__lte=F("sent_at")).exists()
    assert not Report.objects.filter(written_at__gt=F("sent_at")).exists()
    assert not Report.objects.exclude(day__week_day__in=range(2, 7)).exists()
    assert not Report.objects.filter(decided_by=F("person")).exists()


def test_a_report_belongs_to_the_plan_of_who_wrote_it(loaded: list[object]) -> None:
    assert not Report.objects.exclude(indicator__rhk__skp__person=F("person")).exists()
    assert not Report.objects.exclude(unit=F("indicator__rhk__skp__unit")).exists()


def test_work_written_down_at_the_months_end_says_why_it_is_late(loaded: list[object]) -> None:
    late = Report.objects.exclude(late_reason="")
    assert late.exists()
    assert all((row.sent_at.astimezone(clock.WIB).date() - row.day) > timedelta(days=7) for row in late[:200])


def test_while_a_network_was_away_reports_waited_and_both_moments_are_kept(loaded: list[object]) -> None:
    outages = list(Outage.objects.exclude(unit=None))
    assert outages
    waited = 0
    for outage in outages:
        rows = Report.objects.filter(
            unit=outage.unit, day__gte=outage.during.lower.date() + timedelta(days=1),
            day__lt=outage.during.upper.date(),
        )  # fmt: skip
        waited += len(rows)
        assert all(row.sent_at >= outage.during.upper > (row.written_at or row.sent_at) for row in rows)
    assert waited


def test_every_line_has_an_outlook_and_every_puskesmas_a_year_of_volumes(loaded: list[object]) -> None:
    assert Outlook.objects.count() == Indicator.objects.filter(rhk__skp__state="DISETUJUI").count()
    assert Service.objects.count() == 4 * Unit.objects.filter(kind=Unit.Kind.PUSKESMAS).count() > 0
    assert Volume.objects.count() == Service.objects.count() * len(days_served())


def days_served() -> list[date]:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(366))
    return [day for day in days if day < DAY and day.weekday() != 6]


def test_elsewhere_than_in_the_worked_example_the_newest_quarter_has_just_been_opened(
    loaded: list[object],
) -> None:
    (review,) = Review.objects.all()
    assert review.state == "DIBUKA"


def test_no_two_governments_share_their_chance_since_it_makes_the_keys() -> None:
    seeds = [Loading(each, today=DAY, seed=7, people=PEOPLE, say=print)._own_seed() for each in GOVERNMENTS]
    assert len(set(seeds)) == len(GOVERNMENTS)


@pytest.mark.parametrize("people", ["299", "90001"])
def test_a_size_that_no_demonstration_has_is_refused_with_a_sentence(db: None, people: str) -> None:
    with override_settings(DEMO=True), pytest.raises(CommandError, match="3000 sampai 90000"):
        call_command("load_demo", "--people", people)


def test_too_little_room_on_the_disk_is_said_before_anything_is_written(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: type("Usage", (), {"free": 1_000_000}))
    with override_settings(DEMO=True), pytest.raises(CommandError, match="memerlukan ruang kira-kira"):
        call_command("load_demo", "--people", "90000")
    assert not Instansi.objects.exists()
