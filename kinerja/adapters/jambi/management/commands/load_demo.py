"""Load the demonstration: the twelve governments of Jambi with invented people and a year of work."""

import shutil
import time
from collections.abc import Callable
from datetime import date
from multiprocessing import get_context
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from kinerja.adapters.jambi.files import CAST
from kinerja.adapters.jambi.governments import BY_CODE, GOVERNMENTS, WORKED_EXAMPLE, Government
from kinerja.adapters.jambi.loading import Loaded, Loading
from kinerja.adapters.jambi.outside import switch_on
from kinerja.adapters.jambi.quarters import day_to_show
from kinerja.adapters.jambi.sizes import SMALL, WHOLE, people_of
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.tools import clock

SEED = 1957
#: bytes on disk for each person of a grown demonstration while it is loaded, write-ahead log included
BYTES_A_PERSON = 60_000
#: governments loaded at the same time; each asks the database as much as it reckons itself
PROCESSES = 2


class Command(BaseCommand):
    help = (
        "Memuat data contoh Jambi: dua belas pemerintah daerah, orang rekaan, dan kerja satu tahun. "
        "Hanya pada pemasangan yang dibuat 'kinerja demo'; bila sudah termuat, tidak mengubah apa pun. "
        "Pemuatan yang terputus dilanjutkan dengan perintah yang sama."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--today", type=date.fromisoformat, metavar="HARI",
            help="Hari yang diperagakan, misalnya 2026-11-24; tanpa ini hari ini, atau November lalu bila tahun baru mulai.",
        )  # fmt: skip
        parser.add_argument("--only", choices=BY_CODE, metavar="KODE", help="Satu pemerintah daerah saja.")
        parser.add_argument("--seed", type=int, default=SEED, help="Benih: angka yang sama, data yang sama.")
        parser.add_argument(
            "--people", type=int, default=SMALL, metavar="N",
            help=f"Jumlah orang di dua belas pemerintah bersama, {SMALL} sampai {WHOLE} (bawaan: %(default)s).",
        )  # fmt: skip

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Data contoh hanya dimuat oleh 'kinerja demo', bukan pada pemasangan sungguhan."
            )
        if Installation.objects.filter(is_demo=True).exists():
            return
        self.people = _checked(options["people"])
        self.today = options["today"] or day_to_show(clock.today())
        self.seed = options["seed"]
        chosen = [BY_CODE[options["only"]]] if options["only"] else list(GOVERNMENTS)
        if self.people > SMALL and not options["only"]:
            self._load_grown(chosen)
        else:
            for number, government in enumerate(chosen, start=1):
                self.stderr.write(f"[{number}/{len(chosen)}] {government.name} …")
                self.stderr.write(f"      {self._loading(government, self.stderr.write).load()}")
        moved = self.today - clock.today()
        Installation.objects.create(is_demo=True, clock_shift_seconds=int(moved.total_seconds()))
        for instansi in Instansi.objects.filter(code=WORKED_EXAMPLE):
            with inside(instansi.pk):
                names = [name for name, *_rest in CAST.values()]
                cast = [
                    found for name in names if (found := Person.objects.filter(name__iexact=name).first())
                ]
                switch_on(cast, clock.now() + moved)

    def _loading(self, government: Government, say: Callable[[str], None]) -> Loading:
        return Loading(government, today=self.today, seed=self.seed, people=self.people, say=say)

    def _load_grown(self, chosen: list[Government]) -> None:
        """The worked example first and alone, then the largest before the smaller ones, two at a time."""
        self.stderr.write(
            f"Memuat {self.people} orang di {len(chosen)} pemerintah daerah. Bila terputus, ulangi perintah yang sama: "
            "yang sudah selesai tidak diulang."
        )
        progress = Progress(self.people, self.stderr.write)
        worked, others = BY_CODE[WORKED_EXAMPLE], [each for each in chosen if each.code != WORKED_EXAMPLE]
        others.sort(key=lambda each: -people_of(each.code, self.people))
        progress.done(worked, self._loading(worked, self.stderr.write).load())
        connections.close_all()  # each process opens its own
        jobs = [(each.code, self.today, self.seed, self.people) for each in others]
        with get_context("fork").Pool(PROCESSES) as pool:
            for code, loaded in pool.imap_unordered(_one, jobs, chunksize=1):
                progress.done(BY_CODE[code], loaded)


class Progress:
    """How much is done, and when the rest will be: people are a good measure of the work."""

    def __init__(self, people: int, say: Callable[[str], None]) -> None:
        self.people, self.say, self.ready, self.found, self.count = people, say, 0, 0, 0
        self.started = time.monotonic()

    def done(self, government: Government, loaded: Loaded) -> None:
        """One government more; what an earlier loading had finished says nothing of the time."""
        here = people_of(government.code, self.people)
        self.ready += here
        self.found += 0 if loaded.skps else here
        self.count += 1
        share = 100 * self.ready // self.people
        what = str(loaded) if loaded.skps or loaded.warnings else "sudah dimuat sebelumnya"
        self.say(
            f"[{self.count}/{len(GOVERNMENTS)}] {government.name}: {what}. {share} % selesai{self._left()}."
        )

    def _left(self) -> str:
        fresh = self.ready - self.found
        if not fresh:
            return ""
        minutes = (time.monotonic() - self.started) * (self.people - self.ready) / fresh / 60
        return f", kira-kira {max(1, round(minutes))} menit lagi" if self.ready < self.people else ""


def _one(job: tuple[str, date, int, int]) -> tuple[str, Loaded]:
    """One government in a process of its own."""
    code, today, seed, people = job
    return code, Loading(BY_CODE[code], today=today, seed=seed, people=people, say=_silence).load()


def _checked(people: int) -> int:
    """A number of people that a demonstration can have here, or a sentence why not."""
    if not SMALL <= people <= WHOLE:
        raise CommandError(f"Jumlah orang harus {SMALL} sampai {WHOLE}. Perbaiki --people.")
    if people > SMALL:
        needed = people * BYTES_A_PERSON
        free = shutil.disk_usage(settings.DATA_DIR).free
        if free < needed:
            raise CommandError(
                f"Peragaan {people} orang memerlukan ruang kira-kira {needed / 1e9:.1f} GB, yang tersisa "
                f"{free / 1e9:.1f} GB. Kosongkan ruang, pilih map lain dengan KINERJA_DATA_DIR, atau kurangi --people."
            )
    return people


def _silence(sentence: str) -> None:
    """Two governments at a time would talk across each other."""
