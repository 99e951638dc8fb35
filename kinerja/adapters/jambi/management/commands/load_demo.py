"""Load the demonstration: the twelve governments of Jambi with invented people and a year of work."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinerja.adapters.jambi.counters import open_catalogue, write_volumes
from kinerja.adapters.jambi.doors import Opened, open_government
from kinerja.adapters.jambi.governments import BY_CODE, GOVERNMENTS, WORKED_EXAMPLE
from kinerja.adapters.jambi.quarters import Quarter, day_to_show, rated_quarters, weekday
from kinerja.adapters.jambi.ratings import Ratings
from kinerja.adapters.jambi.story import Story
from kinerja.adapters.jambi.warnings import Warnings
from kinerja.adapters.jambi.year import Year
from kinerja.areas.assessment.actions import close_review, open_review
from kinerja.areas.planning import actions as planning
from kinerja.areas.planning.models import Period
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.tools import clock

SEED = 1957


class Command(BaseCommand):
    help = (
        "Memuat data contoh Jambi: dua belas pemerintah daerah, orang rekaan, dan kerja satu tahun. "
        "Hanya pada pemasangan yang dibuat 'kinerja demo'; bila sudah termuat, tidak mengubah apa pun."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--today", type=date.fromisoformat, metavar="HARI",
            help="Hari yang diperagakan, misalnya 2026-11-24; tanpa ini hari ini, atau November lalu bila tahun baru mulai.",
        )  # fmt: skip
        parser.add_argument("--only", choices=BY_CODE, metavar="KODE", help="Satu pemerintah daerah saja.")
        parser.add_argument("--seed", type=int, default=SEED, help="Benih: angka yang sama, data yang sama.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Data contoh hanya dimuat oleh 'kinerja demo', bukan pada pemasangan sungguhan."
            )
        if Installation.objects.filter(is_demo=True).exists():
            return
        today = options["today"] or day_to_show(clock.today())
        self.begins = date(today.year, 1, 1)
        chosen = [BY_CODE[options["only"]]] if options["only"] else GOVERNMENTS
        for number, government in enumerate(chosen, start=1):
            self.stderr.write(f"[{number}/{len(chosen)}] {government.name} …")
            with clock.at(datetime(today.year - 1, 12, 15, 9, tzinfo=clock.WIB)):
                opened = open_government(government, options["seed"], self.begins)
            with inside(opened.instansi.pk):
                self._year(opened, government.code, today, options["seed"])
        moved = today - clock.today()
        Installation.objects.create(is_demo=True, clock_shift_seconds=int(moved.total_seconds()))

    def _year(self, opened: Opened, code: str, today: date, seed: int) -> None:
        agency = _agency(opened)
        with clock.at(datetime(today.year - 1, 12, 20, 9, tzinfo=clock.WIB)):
            period = planning.create_period(
                by=agency, name=f"SKP {today.year}", begins=self.begins, ends=date(today.year, 12, 31),
                fill_until=date(today.year, 1, 31),
            )  # fmt: skip
            period = planning.open_period(period, by=agency)
        story = self._tell(period, today, seed, opened.head) if code == WORKED_EXAMPLE else None
        skps, reports = Year(opened.instansi, period, today, seed, _told(story)).write()
        receipts = sum(
            self._rate(opened.instansi, period, quarter, today, seed, agency, story)
            for quarter in rated_quarters(today)
        )
        warnings = Warnings(period, today, seed).tell()
        if story:
            story.talk_of_late()
        self.stderr.write(f"      {skps} SKP, {reports} laporan, {receipts} kwitansi, {warnings} peringatan")

    def _tell(self, period: Period, today: date, seed: int, head: Person) -> Story:
        """The worked example: one unit's plans and reports through the actions."""
        self.stderr.write("      Puskesmas 01 melalui tindakan sehari-hari …")
        story = Story(period, today, seed, head)
        story.plan()
        volumes = self._count(story, today, seed)
        self.stderr.write(f"      {volumes} volume layanan harian")
        story.report()
        return story

    def _count(self, story: Story, today: date, seed: int) -> int:
        """The catalogues of the other puskesmas, and a year of volumes of all."""
        services = list(story.services)
        others = Unit.objects.filter(kind=Unit.Kind.PUSKESMAS).exclude(pk=story.puskesmas.pk)
        for unit in others.order_by("siasn_id"):
            head = Person.objects.get(assignments__position__unit=unit, assignments__position__is_head=True)
            services += open_catalogue(unit, head, self.begins, story.random_of_services)
        count = write_volumes(services, self.begins, today, seed)
        refresh_statistics()
        return count

    def _rate(
        self, instansi: Instansi, period: Period, quarter: Quarter, today: date, seed: int, agency: Person,
        story: Story | None,
    ) -> int:  # fmt: skip
        """One quarter: opened, rated through the actions and in sets, closed when it is not the newest."""
        with clock.at(quarter.day(1, 9)):
            review = open_review(
                period=period, name=quarter.name, begins=quarter.begins, ends=quarter.ends,
                fill_until=quarter.fill_until, by=agency,
            )  # fmt: skip
        if story:
            story.rate(review, quarter)
        skip = frozenset(person.pk for person in story.staff) if story else frozenset()
        waiting = frozenset([story.left_for_hasan]) if story else frozenset()
        receipts = Ratings(instansi, review, quarter, today, seed, skip, waiting).write()
        refresh_statistics()
        if not quarter.is_open:
            with clock.at(datetime.combine(weekday(quarter.fill_until), time(15), tzinfo=clock.WIB)):
                close_review(review, by=agency)
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
