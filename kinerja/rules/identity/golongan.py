"""Golongan: pangkat and golongan ruang of PNS, golongan I–XVII of PPPK."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Tabel pangkat dan golongan ruang PNS", standing=Standing.KNOWN, page="9"),
    Citation("Perpres 98/2020", in_force_from=date(2020, 1, 1), standing=Standing.UNSURE, page="9"),
)

#: golongan ruang → pangkat, low to high (regulations 9.2)
PNS_RANKS = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
#: low to high, without rank names
PPPK_GOLONGAN = (
    *("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
    *("X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"),
)
_ROOM = re.compile(r"\b(IV|III|II|I)\s*/\s*([A-E])\b")


@record
@dataclass(frozen=True, slots=True)
class Golongan:
    """`rank` is empty for PPPK, who have no rank names; `order` sorts within the same kind, from 1."""

    code: str
    rank: str
    is_pppk: bool
    order: int


def parse(text: str) -> Verdict[Golongan | None]:
    """From `III/d`, `iii / D`, `Penata Tingkat I (III/d)` or the bare `IX` of a PPPK."""
    shown = " ".join(text.split())
    found = _ROOM.search(shown.upper())
    code = f"{found[1]}/{found[2].lower()}" if found else shown.upper()
    if code in PNS_RANKS:
        read = Golongan(code, PNS_RANKS[code], False, list(PNS_RANKS).index(code) + 1)
        return Verdict(
            read,
            (Step(_("Golongan ruang {code}, pangkat {rank}."), {"code": code, "rank": read.rank}),),
            CITES,
        )
    if code in PPPK_GOLONGAN:
        read = Golongan(code, "", True, PPPK_GOLONGAN.index(code) + 1)
        return Verdict(read, (Step(_("Golongan PPPK {code}."), {"code": code}),), CITES)
    sentence = _("Golongan “{text}” tidak dikenal. Tulis seperti III/d untuk PNS atau IX untuk PPPK.")
    return Verdict(None, (Step(sentence, {"text": shown[:40]}, CITES, level=Level.ERROR),), CITES)
