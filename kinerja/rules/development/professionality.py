"""IP ASN: qualification, competence, performance and discipline of one employee in a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Education, PositionKind, Predicate
from kinerja.rules.development.codes import IpAsnBand, IpAsnLift, PunishmentRecord
from kinerja.rules.limits import between
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Change, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("PermenPANRB 38/2018", in_force_from=date(2018, 1, 1), page="7"),
    Citation(
        "Peraturan BKN 8/2019",
        in_force_from=date(2019, 1, 1),
        standing=Standing.SOURCE,
        sources=("S40",),
        page="7",
    ),
)
MOST_HOURS = 10**4


@record
@dataclass(frozen=True, slots=True)
class Professionality:
    """Points of the four dimensions, their sum (at most 100) and its category."""

    qualification: Decimal
    competence: Decimal
    performance: Decimal
    discipline: Decimal
    total: Decimal
    band: IpAsnBand


def index(
    position: PositionKind,
    education: Education,
    predicate: Predicate,
    punishment: PunishmentRecord,
    *,
    on: date,
    role_training: bool = False,
    technical_hours: int = 0,
    seminar: bool = False,
) -> Verdict[Professionality]:
    """By the predikat, as since PermenPANRB 6/2022; the points of a predikat are not verified.

    `role_training`: leadership training for a managerial post, functional training for a functional one.
    """
    table = parameters.table("ip_asn.predicate", on=on)
    points = _cell(table, "predicate", predicate.value)
    step = Step(
        _("Kinerja, {predicate}: {points}."), {"predicate": predicate, "points": points}, (table.cite,)
    )
    return _summed(position, education, punishment, role_training, technical_hours, seminar, points, step, on)


def index_by_number(
    position: PositionKind,
    education: Education,
    performance: Decimal,
    punishment: PunishmentRecord,
    *,
    on: date,
    role_training: bool = False,
    technical_hours: int = 0,
    seminar: bool = False,
) -> Verdict[Professionality]:
    """By the performance number of 0–100, as years before the predikat had it. Fractions count by the lower bound."""
    between("performance", performance, 0, 100)
    table = parameters.table("ip_asn.number", on=on)
    points = _from(table, performance)["points"]
    step = Step(
        _("Kinerja, nilai {number}: {points}."), {"number": performance, "points": points}, (table.cite,)
    )
    return _summed(
        position, education, punishment, role_training, technical_hours, seminar, Decimal(points), step, on
    )


def band(total: Decimal, *, on: date) -> Verdict[IpAsnBand]:
    """The category of an index; fractions count by the lower bounds."""
    between("total", total, 0, 100)
    table = parameters.table("ip_asn.band", on=on)
    row = _from(table, total)
    found = IpAsnBand(row["band"])
    step = Step(
        _("IP ASN {total}: {band} (mulai {least})."),
        {"total": total, "band": found, "least": row["least"]},
        (table.cite,),
    )
    return Verdict(found, (step,), CITES)


def agency(totals: Sequence[Decimal], *, on: date) -> Verdict[Fraction]:
    """The index of an instansi: the mean of its employees, exact."""
    if not totals:
        raise Refused("totals", _("Isi paling sedikit satu nilai."))
    for place, each in enumerate(totals):
        between(f"totals.{place}", each, 0, 100)
    mean = sum((Fraction(each) for each in totals), Fraction(0)) / len(totals)
    cite = parameters.table("ip_asn.band", on=on).cite
    step = Step(_("Rata-rata {count} pegawai: {mean}."), {"count": len(totals), "mean": mean}, (cite,))
    return Verdict(mean, (step,), CITES)


def nearest(**given: Any) -> Verdict[tuple[Change, ...]]:
    """Takes the arguments of `index`: the fewest of training, technical hours, seminar, predikat, education, that
    together give the next category.

    Each is raised no further than needed. Punishments are not among them: nobody can undo them by an effort.
    """
    now = index(**given).value
    if now.band is IpAsnBand.SANGAT_TINGGI:
        return Verdict((), (Step(_("{now} adalah kategori tertinggi."), {"now": now.band}),), CITES)
    options = _options(given, now)
    # with everything raised even the heaviest punishment leaves the highest category, so some set is always found
    changes = next(
        found for many in range(1, len(options) + 1) if (found := _by_this_many(given, now, options, many))
    )
    return Verdict(changes, tuple(each.step for each in changes), CITES)


def _by_this_many(
    given: dict[str, Any], now: Professionality, options: dict[str, list[Any]], many: int
) -> tuple[Change, ...]:
    tried = (
        _least(given, now, {name: options[name] for name in names}) for names in combinations(options, many)
    )
    return tuple(change for change in tried if change is not None)


def _options(given: dict[str, Any], now: Professionality) -> dict[str, list[Any]]:
    """What may be raised and to what, smallest first; only what does give more points."""
    needed = int(parameters.value("ip_asn.technical_hours", on=given["on"]))
    schools = parameters.table("ip_asn.education", on=given["on"])
    wished: dict[str, list[Any]] = {
        "role_training": [True],
        "technical_hours": [needed],
        "seminar": [True],
        "predicate": list(reversed(Predicate)),
        "education": [Education(row["education"]) for row in reversed(schools.rows)],
    }
    found = {
        name: [value for value in values if index(**{**given, name: value}).value.total > now.total]
        for name, values in wished.items()
    }
    return {name: values for name, values in found.items() if values}


def _least(given: dict[str, Any], now: Professionality, options: dict[str, list[Any]]) -> Change | None:
    """The smallest values of exactly these arguments that give a better category."""
    best: tuple[Decimal, dict[str, Any], Professionality] | None = None
    for values in product(*options.values()):
        inputs = dict(zip(options, values, strict=True))
        then = index(**{**given, **inputs}).value
        if _rank(then.band) > _rank(now.band) and (best is None or then.total < best[0]):
            best = then.total, inputs, then
    if best is None:
        return None
    total, inputs, then = best
    names = {letter: _NAMES[name] for letter, name in zip("abcde", inputs, strict=False)}
    step = Step(_TOLD[len(inputs) - 1], {**names, "total": total, "band": then.band}, CITES)
    return Change(inputs, then, step)


_NAMES = {
    "role_training": IpAsnLift.PELATIHAN_JABATAN,
    "technical_hours": IpAsnLift.PELATIHAN_TEKNIS,
    "seminar": IpAsnLift.SEMINAR,
    "predicate": IpAsnLift.PREDIKAT,
    "education": IpAsnLift.PENDIDIKAN,
}
_TOLD = (
    _("Dengan {a}, IP ASN menjadi {total}: {band}."),
    _("Dengan {a} dan {b}, IP ASN menjadi {total}: {band}."),
    _("Dengan {a}, {b}, dan {c}, IP ASN menjadi {total}: {band}."),
    _("Dengan {a}, {b}, {c}, dan {d}, IP ASN menjadi {total}: {band}."),
    _("Dengan {a}, {b}, {c}, {d}, dan {e}, IP ASN menjadi {total}: {band}."),
)


def _rank(each: IpAsnBand) -> int:
    return -list(IpAsnBand).index(each)


def _summed(
    position: PositionKind,
    education: Education,
    punishment: PunishmentRecord,
    role_training: bool,
    technical_hours: int,
    seminar: bool,
    performance: Decimal,
    told: Step,
    on: date,
) -> Verdict[Professionality]:
    between("technical_hours", technical_hours, 0, MOST_HOURS)
    schools = parameters.table("ip_asn.education", on=on)
    trainings = parameters.table("ip_asn.competence", on=on)
    records = parameters.table("ip_asn.discipline", on=on)
    needed = parameters.figure("ip_asn.technical_hours", on=on)
    if all(row["education"] != education for row in schools.rows):
        raise Refused(
            "education",
            _("Nilai untuk pendidikan {education} tidak disebut peraturan. Pilih jenjang akademiknya."),
            {"education": education},
        )
    qualification = _cell(schools, "education", education.value)
    row = next(row for row in trainings.rows if row["group"] == _group(position))
    reached = (
        (role_training, row["role"]),
        (technical_hours >= needed.value, row["technical"]),
        (seminar, row["seminar"]),
    )
    competence = sum((Decimal(points) for done, points in reached if done), Decimal(0))
    discipline = _cell(records, "punishment", punishment.value)
    total = qualification + competence + performance + discipline
    category = band(total, on=on)
    steps = (
        Step(
            _("Kualifikasi, {school}: {points}."),
            {"school": education, "points": qualification},
            (schools.cite,),
        ),
        Step(
            _("Kompetensi: {points} (pelatihan teknis dihitung mulai {needed} JP)."),
            {"points": competence, "needed": needed.value},
            (trainings.cite, needed.cite),
        ),
        told,
        Step(
            _("Disiplin, hukuman {record}: {points}."),
            {"record": punishment, "points": discipline},
            (records.cite,),
        ),
        *category.steps,
    )
    found = Professionality(qualification, competence, performance, discipline, total, category.value)
    return Verdict(found, steps, CITES)


def _group(position: PositionKind) -> str:
    if position.is_managerial:
        return "MANAJERIAL"
    return "FUNGSIONAL" if position is PositionKind.FUNGSIONAL else "PELAKSANA"


def _cell(table: parameters.Table, name: str, code: str) -> Decimal:
    return Decimal(next(row["points"] for row in table.rows if row[name] == code))


def _from(table: parameters.Table, number: Decimal) -> Any:
    """The first row, high to low, whose least the number reaches."""
    return next(row for row in table.rows if number >= row["least"])
