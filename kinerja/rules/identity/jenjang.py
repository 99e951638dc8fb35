"""Jenjang jabatan fungsional: its category, the golongan that belong to it, and the level above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Jenjang
from kinerja.rules.identity import golongan as ranks
from kinerja.rules.identity.codes import JenjangCategory
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "Peraturan BKN 3/2023",
        in_force_from=date(2023, 1, 1),
        standing=Standing.SOURCE,
        sources=("S18",),
        page="2",
    ),
    Citation("UU 20/2023", in_force_from=date(2023, 1, 1), standing=Standing.KNOWN, page="9"),
)


@record
@dataclass(frozen=True, slots=True)
class JenjangLevel:
    """`golongan` low to high; `above` is None at the top of a category."""

    category: JenjangCategory
    golongan: tuple[str, ...]
    above: Jenjang | None


def describe(jenjang: Jenjang, *, on: date) -> Verdict[JenjangLevel]:
    """Category, golongan ruang and next level of a jenjang."""
    table = parameters.table("jenjang.golongan", on=on)
    row = next(each for each in table.rows if each["jenjang"] == jenjang.value)
    category = JenjangCategory.KEAHLIAN if jenjang.is_expert else JenjangCategory.KETERAMPILAN
    higher = list(Jenjang)[list(Jenjang).index(jenjang) + 1 :]
    above = next((each for each in higher if each.is_expert == jenjang.is_expert), None)
    level = JenjangLevel(category, tuple(row["golongan"]), above)
    params = {
        "jenjang": jenjang,
        "category": category,
        "low": level.golongan[0],
        "high": level.golongan[-1],
        "above": above,
    }
    steps = [
        Step(
            _("{jenjang}: jabatan fungsional {category}, golongan {low} sampai {high}."),
            params,
            (table.cite,),
        )
    ]
    if above is not None:
        steps.append(Step(_("Jenjang di atasnya {above}."), {"above": above}, (table.cite,)))
    else:
        steps.append(Step(_("Jenjang tertinggi dalam kategorinya."), cites=(table.cite,)))
    return Verdict(level, tuple(steps), CITES)


def fits(jenjang: Jenjang, golongan: str, *, on: date) -> Verdict[bool]:
    """Whether a golongan ruang of PNS belongs to the jenjang; otherwise a warning, since transitions exist.

    Raises Refused for what is no golongan ruang of PNS.
    """
    read = ranks.parse(golongan).value
    if read is None or read.is_pppk:
        raise Refused("golongan", _("Tulis golongan ruang PNS, misalnya III/c."))
    level = describe(jenjang, on=on).value
    params = {"code": read.code, "jenjang": jenjang, "low": level.golongan[0], "high": level.golongan[-1]}
    if read.code in level.golongan:
        step = Step(
            _("Golongan {code} sesuai dengan jenjang {jenjang} ({low} sampai {high})."), params, CITES
        )
        return Verdict(True, (step,), CITES)
    words = _("Golongan {code} di luar jenjang {jenjang} ({low} sampai {high}). Periksa SK jabatannya.")
    return Verdict(False, (Step(words, params, CITES, level=Level.WARNING),), CITES)
