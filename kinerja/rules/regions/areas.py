"""The twelve governments of Jambi, by the code of Kemendagri or of BPS."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.regions.codes import RegionCodes, RegionKind
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kode dan data wilayah administrasi pemerintahan", in_force_from=date(2022, 1, 1), page="11"),
)
TIME_ZONE, HOURS_FROM_UTC = "Asia/Jakarta", 7
MOST_PEOPLE = 10**9


@record
@dataclass(frozen=True, slots=True)
class Region:
    """One government with both codes; the whole province keeps one time, without daylight saving."""

    name: str
    kind: RegionKind
    seat: str
    kemendagri: str
    bps: str
    time_zone: str
    hours_from_utc: int


def region(system: RegionCodes, code: str, *, on: date) -> Verdict[Region]:
    """The government of this code; Refused where there is none. The two systems are never mixed."""
    table = parameters.table("regions.jambi", on=on)
    column = "kemendagri" if system is RegionCodes.KEMENDAGRI else "bps"
    for row in table.rows:
        if row[column] == code.strip():
            found = Region(
                row["name"],
                RegionKind(row["kind"]),
                row["seat"],
                row["kemendagri"],
                row["bps"],
                TIME_ZONE,
                HOURS_FROM_UTC,
            )
            step = Step(
                _("{name}: Kemendagri {kemendagri}, BPS {bps}."),
                {"name": found.name, "kemendagri": found.kemendagri, "bps": found.bps},
                (table.cite,),
            )
            return Verdict(found, (step,), CITES)
    raise Refused("code", _("Tidak ada pemerintah di Jambi dengan kode ini."))


def count(kind: RegionKind | None = None, *, on: date) -> Verdict[int]:
    """How many governments there are, of one kind or of all."""
    table = parameters.table("regions.jambi", on=on)
    found = sum(kind is None or row["kind"] == kind.value for row in table.rows)
    step = Step(_("{count} pemerintah di Jambi."), {"count": found}, (table.cite,))
    return Verdict(found, (step,), CITES)


def pppk_share(pns: int, pppk: int) -> Verdict[Fraction]:
    """The share of PPPK among all ASN, exact."""
    between("pns", pns, 0, MOST_PEOPLE)
    between("pppk", pppk, 0, MOST_PEOPLE)
    if not pns + pppk:
        raise Refused("pppk", _("Jumlah pegawai tidak boleh nol."))
    share = Fraction(pppk, pns + pppk)
    return Verdict(share, (Step(_("PPPK {share:bagian} dari semua ASN."), {"share": share}, CITES),), CITES)
