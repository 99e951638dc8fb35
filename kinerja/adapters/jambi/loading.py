"""One government of the demonstration after the other, in steps that an interrupted loading finds done when it is repeated.

The worked example is loaded whole or not at all, since its story is told by people who remember. The others of a grown
demonstration keep what is done after each step: nobody types the same command for a quarter of an hour to begin anew.
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from django.db import transaction

from kinerja.adapters.jambi import words
from kinerja.adapters.jambi.counters import open_catalogue, write_volumes
from kinerja.adapters.jambi.doors import Opened, open_government
from kinerja.adapters.jambi.governments import WORKED_EXAMPLE, Government
from kinerja.adapters.jambi.quarters import Quarter, rated_quarters, weekday
from kinerja.adapters.jambi.ratings import Ratings
from kinerja.adapters.jambi.sizes import SMALL
from kinerja.adapters.jambi.story import Story
from kinerja.adapters.jambi.warnings import Warnings
from kinerja.adapters.jambi.year import Year
from kinerja.areas.assessment.actions import close_review, open_review
from kinerja.areas.assessment.models import Review
from kinerja.areas.monitoring.models import Outlook
from kinerja.areas.planning import actions as planning
from kinerja.areas.planning.models import Period
from kinerja.areas.reporting.actions import add_starters, set_filling_rule
from kinerja.areas.service_quality.models import Service
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.tools import clock


@dataclass
class Loaded:
    """What a government got."""

    skps: int = 0
    reports: int = 0
    receipts: int = 0
    warnings: int = 0

    def __str__(self) -> str:
        counts = (
            (self.skps, "SKP"),
            (self.reports, "laporan"),
            (self.receipts, "kwitansi"),
            (self.warnings, "peringatan"),
        )
        return ", ".join(f"{count:,} {what}".replace(",", ".") for count, what in counts)


class Loading:
    """The year of one government. `say` gets sentences for whoever waits."""

    def __init__(
        self, government: Government, *, today: date, seed: int, people: int, say: Callable[[str], None]
    ) -> None:
        self.government, self.today, self.seed, self.people, self.say = government, today, seed, people, say
        self.begins = date(today.year, 1, 1)
        self.grown = people > SMALL
        self.is_worked = government.code == WORKED_EXAMPLE
        #: whether the planner's figures are renewed between the steps, not inside of one: they lock until its end
        self.in_steps = self.grown and not self.is_worked

    def load(self) -> Loaded:
        """Everything that is not there yet."""
        with nullcontext() if self.in_steps else transaction.atomic():
            with clock.at(datetime(self.today.year - 1, 12, 15, 9, tzinfo=clock.WIB)):
                opened = open_government(self.government, self.seed, self.begins, self.people)
            pk = opened.instansi.pk
            with nullcontext() if self.in_steps else inside(pk):
                return self._steps(opened)

    def _steps(self, opened: Opened) -> Loaded:
        """Work, quarters, warnings; in steps each is a transaction of its own."""
        pk, loaded, story = opened.instansi.pk, Loaded(), None
        with inside(pk):
            agency = _agency(opened)
            period = Period.objects.filter(begins=self.begins).first()
            if period is not None and self.is_worked:
                return loaded
            if period is None:
                period, story = self._work(opened, agency, loaded)
        if self.in_steps:
            refresh_statistics()
        for quarter in self._quarters():
            with inside(pk):
                if not Review.objects.filter(name=quarter.name).exists():
                    loaded.receipts += self._rate(opened.instansi, period, quarter, agency, story)
        with inside(pk):
            if not Outlook.objects.exists():
                loaded.warnings = Warnings(period, self.today, self._own_seed()).tell()
            if story:
                story.talk_of_late()
                _ease_reporting(agency, self.today)
        return loaded

    def _work(self, opened: Opened, agency: Person, loaded: Loaded) -> tuple[Period, Story | None]:
        """The period, what is promised to citizens, everybody's plan and reports."""
        with clock.at(datetime(self.today.year - 1, 12, 20, 9, tzinfo=clock.WIB)):
            period = planning.create_period(
                by=agency, name=f"SKP {self.today.year}", begins=self.begins, ends=date(self.today.year, 12, 31),
                fill_until=date(self.today.year, 1, 31),
            )  # fmt: skip
            period = planning.open_period(period, by=agency)
        story = self._tell(period, opened.head) if self.is_worked else None
        if self.in_steps:
            self._count([], Random(f"{self.seed}/services/{self.government.code}"))
        year = Year(
            opened.instansi, period, self.today, self.seed, _told(story), grown=self.grown,
            refresh=_nothing if self.in_steps else refresh_statistics,
        )  # fmt: skip
        loaded.skps, loaded.reports = year.write()
        return period, story

    def _own_seed(self) -> int | str:
        """Of each government of a grown demonstration another one: chance makes the keys of reports and volumes too."""
        return f"{self.seed}/{self.government.code}" if self.in_steps else self.seed

    def _quarters(self) -> list[Quarter]:
        """Receipts are shown in the worked example; elsewhere a grown demonstration has just opened its newest quarter."""
        quarters = list(rated_quarters(self.today))
        return quarters[-1:] if self.in_steps else quarters

    def _rated(self) -> frozenset[UUID] | None:
        """The units that get receipts: all; in a grown demonstration those of health, since a receipt takes its time."""
        if not self.grown:
            return None
        health = Unit.objects.filter(siasn_id__contains="/PKM") | Unit.objects.filter(
            siasn_id__contains="/DINKES"
        )
        return frozenset(health.values_list("pk", flat=True))

    def _tell(self, period: Period, head: Person) -> Story:
        """The worked example: one unit's plans and reports through the actions."""
        self.say("      Puskesmas 01 melalui tindakan sehari-hari …")
        story = Story(period, self.today, self.seed, head)
        story.plan()
        self._count(list(story.services), story.random_of_services, story.puskesmas)
        refresh_statistics()
        story.report()
        return story

    def _count(self, services: list[Service], random: Random, told: Unit | None = None) -> None:
        """The catalogues of the puskesmas (of one they were told before), and a year of volumes of all."""
        others = Unit.objects.filter(kind=Unit.Kind.PUSKESMAS)
        if told:
            others = others.exclude(pk=told.pk)
        for unit in others.order_by("siasn_id"):
            head = Person.objects.get(assignments__position__unit=unit, assignments__position__is_head=True)
            services += open_catalogue(unit, head, self.begins, random)
        volumes = write_volumes(services, self.begins, self.today, self._own_seed())
        self.say(f"      {volumes} volume layanan harian")

    def _rate(
        self, instansi: Instansi, period: Period, quarter: Quarter, agency: Person, story: Story | None
    ) -> int:
        """One quarter: opened, rated through the actions and in sets, closed when it is not the newest."""
        with clock.at(quarter.day(1, 9)):
            review = open_review(
                period=period, name=quarter.name, begins=quarter.begins, ends=quarter.ends,
                fill_until=quarter.fill_until, by=agency,
            )  # fmt: skip
        if self.in_steps:
            return 0
        if story:
            story.rate(review, quarter)
        skip = frozenset(person.pk for person in story.staff) if story else frozenset()
        waiting = frozenset([story.left_for_hasan]) if story else frozenset()
        receipts = Ratings(
            instansi, review, quarter, self.today, self.seed, skip, waiting, self._rated()
        ).write()
        refresh_statistics()
        if not quarter.is_open:
            with clock.at(datetime.combine(weekday(quarter.fill_until), time(15), tzinfo=clock.WIB)):
                close_review(
                    review, by=agency, confirmed=self.grown, reason=words.NOT_RATED if self.grown else ""
                )
        return receipts + len(skip)


def _told(story: Story | None) -> frozenset[UUID]:
    """The people whose plans and reports the story has told."""
    if story is None:
        return frozenset()
    return frozenset([story.kadis.pk, story.sari.pk, *(person.pk for person in story.staff)])


def _agency(opened: Opened) -> Person:
    """Ratna in Kota Jambi, Dewi in Muaro Jambi, elsewhere the operator."""
    named = Person.objects.filter(role_grants__role="KEPEGAWAIAN").exclude(pk=opened.operator.pk).first()
    return named or opened.operator


def _ease_reporting(agency: Person, today: date) -> None:
    """What the agency set lately: entries to begin with, a reason for late reports, months that close."""
    with clock.at(datetime.combine(weekday(today - timedelta(days=20)), time(9), tzinfo=clock.WIB)):
        add_starters(by=agency)
        set_filling_rule(late_after=7, locks_on=10, by=agency)


def _nothing() -> None:
    """The figures are renewed after the step."""
