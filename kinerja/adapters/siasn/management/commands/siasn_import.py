"""Import a personnel file and a units file from the command line."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from kinerja.adapters.siasn import actions, storage
from kinerja.adapters.siasn.models import ImportRun
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools.refusals import Refusal

#: exit statuses beside 0: the files were refused or rows are faulty; the command was called wrongly
REFUSED, USAGE = 1, 2


class _OnlyLooked(Exception):
    """Undoes a dry run."""


class Command(BaseCommand):
    help = (
        "Mengimpor pegawai, dan sebelumnya unit, dari berkas SIASN (CSV atau XLSX) ke satu instansi. Semua atau "
        "tidak sama sekali: bila ada baris yang keliru, tidak ada yang diubah dan status keluarnya 1. Berkas yang "
        "sama dua kali tidak mengubah apa pun."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, metavar="BERKAS", help="Berkas pegawai dari SIASN.")
        parser.add_argument(
            "--units", type=Path, metavar="BERKAS", help="Berkas unit; diimpor lebih dahulu daripada pegawai."
        )
        parser.add_argument(
            "--instansi", required=True, metavar="KODE", help="Kode instansi, misalnya kota-jambi."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Katakan apa yang akan berubah, tanpa mengubah apa pun."
        )
        parser.add_argument(
            "--skip-bad-rows", action="store_true", help="Impor baris yang baik dan lewati yang keliru."
        )
        parser.add_argument("--json", action="store_true", help="Cetak sebagai JSON untuk dibaca program.")

    def handle(self, *args: Any, **options: Any) -> None:
        files: list[tuple[str, Path | None]] = [
            (ImportRun.Kind.UNITS, options["units"]),
            (ImportRun.Kind.PEOPLE, options["file"]),
        ]
        wanted = [(kind, path) for kind, path in files if path is not None]
        instansi = self._instansi(options["instansi"])
        self._check(wanted)
        answer: dict[str, Any] = {
            "status": "dry-run" if options["dry_run"] else "done",
            "sentence": "",
            "files": [],
        }
        kept: list[Path] = []
        try:
            with inside(instansi.pk):
                for kind, path in wanted:
                    answer["files"].append(self._bring(kind, path, kept, options))
                if options["dry_run"]:
                    raise _OnlyLooked
        except _OnlyLooked:
            pass
        except Refusal as refusal:
            problems = [asdict(problem) for problem in getattr(refusal, "problems", ())]
            answer |= {"status": "refused", "sentence": refusal.sentence, "problems": problems}
        finally:
            for path in kept:
                storage.forget(path)
        self._say(answer, as_json=options["json"])
        if answer["status"] == "refused":
            raise SystemExit(REFUSED)

    def _instansi(self, code: str) -> Instansi:
        found = Instansi.objects.filter(code=code).first()
        if found is None:
            codes = ", ".join(Instansi.objects.values_list("code", flat=True)) or "-"
            raise CommandError(
                _("Instansi “%(code)s” tidak ada. Yang ada: %(codes)s.") % {"code": code, "codes": codes},
                returncode=USAGE,
            )
        return found

    def _check(self, wanted: list[tuple[str, Path]]) -> None:
        if not wanted:
            raise CommandError(
                _("Tidak ada berkas. Sebutkan berkas pegawai, atau --units dengan berkas unit."),
                returncode=USAGE,
            )
        for _kind, path in wanted:
            if not path.is_file():
                raise CommandError(
                    _("Berkas %(path)s tidak ada atau bukan berkas. Periksa namanya.") % {"path": path},
                    returncode=USAGE,
                )

    def _bring(self, kind: str, path: Path, kept: list[Path], options: dict[str, Any]) -> dict[str, Any]:
        with path.open("rb") as file:
            run = actions.receive(kind=kind, file_name=path.name, chunks=storage.pieces(file), by=None)
        kept.append(storage.upload_path(run.tenant, run.pk))
        told = None if options["json"] else self._progress
        done = actions.apply(run, by=None, skip_bad_rows=options["skip_bad_rows"], progress=told)
        return {"file": path.name, "kind": kind, **done.result}

    def _progress(self, rows: int) -> None:
        if rows % 10_000 == 0:
            self.stderr.write(_("%(rows)d baris dibaca …") % {"rows": rows})

    def _say(self, answer: dict[str, Any], *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(answer, default=str, ensure_ascii=False))
            return
        for file in answer["files"]:
            words = _("%(file)s: %(new)d baru, %(changed)d berubah, %(unchanged)d tetap, %(blocked)d bermasalah, "
                      "%(doubtful)d meragukan, %(missing)d tidak ada di berkas.")  # fmt: skip
            self.stdout.write(words % file)
        if answer["status"] == "dry-run":
            self.stdout.write(_("Hanya dilihat: tidak ada yang diubah."))
        for problem in answer.get("problems", ()):
            self.stderr.write("{row}\t{column}\t{value}\t{reason}; {remedy}".format(**problem))
        if answer["sentence"]:
            self.stderr.write(answer["sentence"])
