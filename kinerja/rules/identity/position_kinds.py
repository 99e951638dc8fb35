"""Kind of position and jenjang from the texts of a personnel export: only where they are certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import Jenjang, PositionKind
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("UU 20/2023", in_force_from=date(2023, 1, 1), standing=Standing.KNOWN, page="9"),)

_ECHELON = re.compile(r"^(?:ESELON\s*)?(IV|III|II|I)[\s./-]*[AB]$")
_BY_ECHELON = {
    "I": PositionKind.JPT_MADYA,
    "II": PositionKind.JPT_PRATAMA,
    "III": PositionKind.ADMINISTRATOR,
    "IV": PositionKind.PENGAWAS,
}
#: beginnings of names whose old echelon is the same everywhere; the first that fits decides (regulations 9.3)
_BY_NAME = (
    (r"SEKRETARIS (?:DPRD|DEWAN PERWAKILAN RAKYAT DAERAH)\b", PositionKind.JPT_PRATAMA),
    (r"KEPALA (?:DINAS|BADAN|BIRO)\b", PositionKind.JPT_PRATAMA),
    (r"STAF AHLI (?:GUBERNUR|BUPATI|WALI ?KOTA)\b", PositionKind.JPT_PRATAMA),
    (r"INSPEKTUR PEMBANTU\b", PositionKind.ADMINISTRATOR),
    (r"INSPEKTUR(?: (?:DAERAH|PROVINSI|KABUPATEN|KOTA)\b.*)?$", PositionKind.JPT_PRATAMA),
    (r"KEPALA (?:BIDANG|BAGIAN)\b", PositionKind.ADMINISTRATOR),
    (r"SEKRETARIS (?:DINAS|BADAN|INSPEKTORAT|CAMAT|KECAMATAN)\b", PositionKind.ADMINISTRATOR),
    (r"CAMAT\b", PositionKind.ADMINISTRATOR),
    (r"KEPALA (?:SUB ?BAGIAN|SUB ?BIDANG|SEKSI)\b", PositionKind.PENGAWAS),
    (r"LURAH\b", PositionKind.PENGAWAS),
)
_JENJANG = tuple((level.value.replace("_", " "), level) for level in Jenjang)
#: names of jenjang before they were made uniform; read, but said to be old
_OLD_JENJANG = (
    ("PELAKSANA PEMULA", Jenjang.PEMULA),
    ("PELAKSANA LANJUTAN", Jenjang.MAHIR),
    ("PELAKSANA", Jenjang.TERAMPIL),
    ("PERTAMA", Jenjang.AHLI_PERTAMA),
    ("MUDA", Jenjang.AHLI_MUDA),
    ("MADYA", Jenjang.AHLI_MADYA),
    ("UTAMA", Jenjang.AHLI_UTAMA),
)


@record
@dataclass(frozen=True, slots=True)
class PositionReading:
    """None where the texts do not make it certain: a person then chooses."""

    kind: PositionKind | None
    jenjang: Jenjang | None

    @property
    def is_certain(self) -> bool:
        needs_jenjang = self.kind is PositionKind.FUNGSIONAL
        return self.kind is not None and (self.jenjang is not None or not needs_jenjang)


def classify(kind: str, position: str, echelon: str = "") -> Verdict[PositionReading]:
    """From `JENIS JABATAN NAMA`, `JABATAN NAMA` and, where the file has it, the echelon (`II.b`)."""
    said, name = _plain(kind), _plain(position)
    if "FUNGSIONAL UMUM" in said or "PELAKSANA" in said:
        return _certain(PositionKind.PELAKSANA)
    if "FUNGSIONAL" in said:
        return _functional(name)
    if "STRUKTURAL" in said or "MANAJERIAL" in said.replace("NONMANAJERIAL", ""):
        return _structural(name, _plain(echelon))
    if not said and any(name.endswith(f" {ending}") for ending, _level in _JENJANG):
        return _functional(name)
    if not said:
        return _structural(name, _plain(echelon))
    return _unsure(_("Jenis jabatan “{text}” tidak dikenal. Pilih jenis jabatannya."), kind)


def _plain(text: str) -> str:
    return " ".join(text.upper().split())


def _certain(kind: PositionKind, jenjang: Jenjang | None = None) -> Verdict[PositionReading]:
    step = Step(_("Jenis jabatan: {kind}."), {"kind": kind})
    if jenjang is not None:
        step = Step(_("Jenis jabatan: {kind}, jenjang {jenjang}."), {"kind": kind, "jenjang": jenjang})
    return Verdict(PositionReading(kind, jenjang), (step,), CITES)


def _unsure(template: str, text: str, kind: PositionKind | None = None) -> Verdict[PositionReading]:
    step = Step(template, {"text": " ".join(text.split())[:80]}, (design("9"),), level=Level.WARNING)
    return Verdict(PositionReading(kind, None), (step,), CITES)


def _functional(name: str) -> Verdict[PositionReading]:
    for ending, jenjang in _JENJANG:
        if name == ending or name.endswith(f" {ending}"):
            return _certain(PositionKind.FUNGSIONAL, jenjang)
    for ending, jenjang in _OLD_JENJANG:
        if name.endswith(f" {ending}"):
            old = Step(
                _("“{text}” memakai nama jenjang lama; dibaca sebagai {jenjang}. Periksa SK jabatannya."),
                {"text": name[:80], "jenjang": jenjang},
                (design("9"),),
                level=Level.WARNING,
            )
            return Verdict(PositionReading(PositionKind.FUNGSIONAL, jenjang), (old,), CITES)
    return _unsure(
        _("Jenjang jabatan fungsional “{text}” tidak disebut. Pilih jenjangnya."),
        name,
        PositionKind.FUNGSIONAL,
    )


def _structural(name: str, echelon: str) -> Verdict[PositionReading]:
    found = _ECHELON.match(echelon)
    if found:
        return _certain(_BY_ECHELON[found[1]])
    for pattern, kind in _BY_NAME:
        if re.match(pattern, name):
            return _certain(kind)
    return _unsure(_("Tingkat jabatan “{text}” tidak pasti dari namanya. Pilih jenis jabatannya."), name)
