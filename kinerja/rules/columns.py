"""What the columns of the tables in `parameters/*.toml` are called, and what stands in their cells, in plain words.

A key is a column; with the table before it (`discipline.absence.days`) where the same name means something else. The
tables of all examples of TPP rules are one family: `allowance.example` and, for those below it, `allowance.example.codes`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from kinerja.rules import codes, plain
from kinerja.rules.allowance import codes as tpp
from kinerja.rules.coded import Coded
from kinerja.rules.development import codes as learning
from kinerja.rules.discipline import codes as sanctions
from kinerja.rules.parameters import Table
from kinerja.rules.planning import codes as plans
from kinerja.rules.privacy import codes as kept
from kinerja.rules.regions import codes as places
from kinerja.rules.rewards import codes as honours
from kinerja.rules.service_quality import codes as services
from kinerja.rules.wording import as_is
from kinerja.rules.wording import gettext_noop as _

Translate = Callable[[str], str]
#: a list of codes, words of our own, or Decimal for numbers that are kept as text
Words = type[Coded] | Mapping[str, str] | type[Decimal] | None

_UNITS = {
    "SERTIPIKAT": _("JP pada sertipikat"),
    "HARI": _("hari"),
    "SERTIPIKAT_ATAU_HARI": _("JP pada sertipikat, atau hari"),
    "SESI": _("sesi"),
    "KEGIATAN": _("kegiatan"),
    "PROGRAM": _("program"),
}
_GROUPS = {"MANAJERIAL": _("manajerial"), "FUNGSIONAL": _("fungsional"), "PELAKSANA": _("pelaksana")}
_COMPONENTS = {
    "planning": _("perencanaan kinerja"),
    "measurement": _("pengukuran kinerja"),
    "reporting": _("pelaporan kinerja"),
    "evaluation": _("evaluasi akuntabilitas kinerja internal"),
}
_PARTS = {"existence": _("keberadaan"), "quality": _("kualitas"), "use": _("pemanfaatan")}

COLUMNS: dict[str, tuple[str, Words]] = {
    "above": (_("Nilai lebih dari"), None),
    "actions": (_("Tindakan"), tpp.EventAction),
    "nine_box.boxes.actions": (_("Saran tindakan"), honours.TalentAction),
    "answer": (_("Jawaban"), plans.AkipAnswer),
    "at_least": (_("Skor paling sedikit"), None),
    "authority": (_("Pejabat yang berwenang"), sanctions.Authority),
    "band": (_("Kategori"), learning.IpAsnBand),
    "spm.band.band": (_("Kategori"), services.SpmBand),
    "box": (_("Kotak"), None),
    "bps": (_("Kode BPS"), None),
    "by": (_("Dihitung menurut"), _UNITS),
    "code": (_("Kode kehadiran"), tpp.AttendanceCode),
    "component": (_("Komponen"), _COMPONENTS),
    "criterion": (_("Kriteria"), tpp.TppCriterion),
    "cut_percent": (_("Potongan tunjangan (persen)"), None),
    "days": (_("Lama (hari)"), None),
    "allowance.example.ladder.days": (_("Hari tidak masuk"), None),
    "complaint.days.days": (_("Diselesaikan dalam (hari kerja)"), None),
    "days_before": (_("Hari sebelum berakhir"), None),
    "deadline": (_("Batas kirim daftar (menit sejak tengah malam)"), None),
    "deduction_base": (_("Potongan kehadiran diambil dari"), tpp.DeductionBase),
    "discipline": (_("Bagian disiplin (persen)"), None),
    "due_day": (_("Tanggal jatuh tempo"), None),
    "due_month": (_("Bulan jatuh tempo"), None),
    "education": (_("Pendidikan"), codes.Education),
    "evaluation": (_("Periode evaluasi"), codes.PeriodKind),
    "event": (_("Kegiatan"), tpp.EventKind),
    "event_base": (_("Potongan jumlah hari dan kegiatan diambil dari"), tpp.DeductionBase),
    "form": (_("Bentuk pembelajaran"), learning.LearningForm),
    "from_days": (_("Mulai hari ke-"), None),
    "from_minutes": (_("Mulai menit ke-"), None),
    "gaps": (_("Yang belum diketahui"), None),
    "golongan": (_("Golongan"), None),
    "grade": (_("Mutu"), services.ServiceGrade),
    "akip.grades.grade": (_("Predikat AKIP"), plans.AkipGrade),
    "puskesmas.grade.grade": (_("Kinerja puskesmas"), services.PuskesmasGrade),
    "group": (_("Kapasitas fiskal"), tpp.FiscalCapacity),
    "ip_asn.competence.group": (_("Kelompok jabatan"), _GROUPS),
    "highest": (_("Kelas tertinggi"), None),
    "hours": (_("JP tiap satuan"), None),
    "impact": (_("Dampak pelanggaran"), sanctions.Impact),
    "in_a_row": (_("Harus berturut-turut"), None),
    "instansi": (_("Instansi"), None),
    "jenjang": (_("Jenjang"), codes.Jenjang),
    "job_class": (_("Kelas jabatan"), None),
    "kemendagri": (_("Kode Kemendagri"), None),
    "allowance.example.punishments.kind": (_("Hukuman"), tpp.CuttingPunishment),
    "complaint.days.kind": (_("Jenis pengaduan"), services.ComplaintKind),
    "privacy.shown.kind": (_("Jenis nomor"), kept.MaskedText),
    "regions.jambi.kind": (_("Jenis daerah"), places.RegionKind),
    "retention.defaults.kind": (_("Jenis data"), kept.KeptRecord),
    "last": (_("Angka terakhir yang tampak"), None),
    "lasts_months": (_("Lama (bulan)"), None),
    "least": (_("Mulai nilai"), None),
    "spm.band.least": (_("Mulai capaian (persen)"), None),
    "lowest": (_("Kelas terendah"), None),
    "medal": (_("Penghargaan"), honours.ServiceMedal),
    "missing_clock": (_("Potongan tanpa waktu absen (persen)"), None),
    "months": (_("Lama (bulan)"), None),
    "most": (_("Paling banyak (JP)"), None),
    "name": (_("Nama"), None),
    "outcome": (_("Yang terjadi"), tpp.EventOutcome),
    "part": (_("Unsur"), tpp.IppdPart),
    "akip.parts.part": (_("Bagian subkomponen"), _PARTS),
    "percent": (_("Persen"), None),
    "allowance.example.codes.percent": (_("Potongan sehari (persen)"), None),
    "performance": (_("Bagian kinerja (persen)"), None),
    "nine_box.boxes.performance": (_("Kinerja"), codes.Rating),
    "points": (_("Nilai"), None),
    "position": (_("Berlaku bagi"), tpp.EventPosition),
    "positions": (_("Jabatan"), codes.PositionKind),
    "potential": (_("Potensial"), honours.Potential),
    "predicate": (_("Predikat"), codes.Predicate),
    "punishment": (_("Hukuman"), sanctions.PunishmentKind),
    "ip_asn.discipline.punishment": (_("Hukuman"), learning.PunishmentRecord),
    "punishment_level": (_("Tingkat hukuman"), codes.PunishmentLevel),
    "report": (_("Laporan"), sanctions.Duty),
    "role": (_("Diklat jabatan"), Decimal),
    "rupiah": (_("Rupiah"), None),
    "seat": (_("Ibu kota"), None),
    "seminar": (_("Seminar"), Decimal),
    "share": (_("Bagian (persen)"), None),
    "shown_years": (_("Tampak (tahun)"), None),
    "staff": (_("Jenis pegawai"), tpp.TppStaff),
    "succession": (_("Kelompok rencana suksesi"), None),
    "technical": (_("Diklat teknis"), Decimal),
    "value": (_("Nilai (persen)"), None),
    "weight": (_("Bobot"), None),
    "without_evaluation": (_("Faktor tanpa evaluasi (persen)"), None),
    "years": (_("Tahun masa kerja"), None),
    "retention.defaults.years": (_("Lama (tahun)"), None),
}


def of(table: Table) -> list[str]:
    """The columns of a table in their order."""
    return list(dict.fromkeys(key for row in table.rows for key in row))


def heading(table: Table, column: str, translate: Translate = as_is) -> str:
    """What stands above the column."""
    return translate(_known(table, column)[0])


def cells(table: Table, translate: Translate = as_is) -> list[list[str]]:
    """Every row in words, empty where a row says nothing."""
    columns = [(name, _known(table, name)[1]) for name in of(table)]
    return [
        [_told(row[name], words, translate) if name in row else "" for name, words in columns]
        for row in table.rows
    ]


def _known(table: Table, column: str) -> tuple[str, Words]:
    return COLUMNS.get(f"{family(table.name)}.{column}") or COLUMNS[column]


def family(name: str) -> str:
    """The table, or the kind of table where every example of TPP rules has one like it."""
    parts = name.split(".")
    return ".".join(parts[:2] + parts[3:]) if parts[:2] == ["allowance", "example"] else name


def _told(value: Any, words: Words, translate: Translate) -> str:
    if words is None:
        return plain.told(tuple(value) if isinstance(value, list) else value, translate)
    each = value.split() if isinstance(value, str) else value
    return plain.told(tuple(_word(one, words, translate) for one in each), translate)


def _word(code: str, words: Words, translate: Translate) -> Any:
    if words is Decimal:
        return Decimal(code)
    return translate(words[code]) if isinstance(words, Mapping) else words(code)  # type: ignore[misc]
