"""Load the demonstration: the twelve governments of Jambi with invented people and a year of work."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinerja.adapters.jambi.doors import Opened, open_government
from kinerja.adapters.jambi.governments import GOVERNMENTS, WORKED_EXAMPLE
from kinerja.adapters.jambi.story import Story
from kinerja.adapters.jambi.year import Year
from kinerja.areas.planning import actions as planning
from kinerja.areas.planning.models import Period
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation
from kinerja.tools import clock

SEED = 1957


class Command(BaseCommand):
    help = (
        "Memuat data contoh Jambi: dua belas pemerintah daerah, orang rekaan, dan kerja satu tahun. "
        "Hanya pada pemasangan yang dibuat 'kinerja demo'; bila sudah termuat, tidak mengubah apa pun."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seed", type=int, default=SEED, help="Benih: angka yang sama, data yang sama.")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Data contoh hanya dimuat oleh 'kinerja demo', bukan pada pemasangan sungguhan."
            )
        if Installation.objects.filter(is_demo=True).exists():
            return
        today = clock.today()
        self.begins = date(today.year, 1, 1)
        for number, government in enumerate(GOVERNMENTS, start=1):
            self.stderr.write(f"[{number}/{len(GOVERNMENTS)}] {government.name} …")
            with clock.at(datetime(today.year - 1, 12, 15, 9, tzinfo=clock.WIB)):
                opened = open_government(government, options["seed"], self.begins)
            self._year(opened, government.code, today, options["seed"])
        Installation.objects.create(is_demo=True)

    def _year(self, opened: Opened, code: str, today: date, seed: int) -> None:
        with inside(opened.instansi.pk):
            agency = _agency(opened)
            with clock.at(datetime(today.year - 1, 12, 20, 9, tzinfo=clock.WIB)):
                period = planning.create_period(
                    by=agency, name=f"SKP {today.year}", begins=self.begins, ends=date(today.year, 12, 31),
                    fill_until=date(today.year, 1, 31),
                )  # fmt: skip
                period = planning.open_period(period, by=agency)
            skip: frozenset[Any] = frozenset()
            if code == WORKED_EXAMPLE:
                skip = self._tell(period, today, seed, opened.head, agency)
            skps, reports = Year(opened.instansi, period, today, seed, skip).write()
        self.stderr.write(f"      {skps} SKP, {reports} laporan")

    def _tell(self, period: Period, today: date, seed: int, head: Person, agency: Person) -> frozenset[Any]:
        """The worked example, one unit through the actions; returns the people already planned for."""
        self.stderr.write("      Puskesmas 01 melalui tindakan sehari-hari …")
        story = Story(period, today, seed, head, agency)
        story.plan()
        story.report()
        story.talk()
        story.review()
        return frozenset([story.kadis.pk, story.sari.pk, *(person.pk for person in story.staff)])


def _agency(opened: Opened) -> Person:
    """Ratna in Kota Jambi, Dewi in Muaro Jambi, elsewhere the operator."""
    named = Person.objects.filter(role_grants__role="KEPEGAWAIAN").exclude(pk=opened.operator.pk).first()
    return named or opened.operator
