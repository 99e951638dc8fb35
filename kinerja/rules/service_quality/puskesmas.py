"""Ratios of a puskesmas that BPJS and the health office ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, design
from kinerja.rules.limits import between
from kinerja.rules.service_quality.codes import PuskesmasGrade
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("Kapitasi berbasis kinerja BPJS Kesehatan", in_force_from=date(2019, 1, 1), page="8"),)
MOST = 10**9


@record
@dataclass(frozen=True, slots=True)
class PuskesmasRatio:
    """The exact ratio, per mille or percent, and whether the target is met."""

    ratio: Fraction
    met: bool


def contact_rate(contacts: int, members: int, *, on: date) -> Verdict[PuskesmasRatio]:
    """Angka kontak: contacts per 1,000 registered members."""
    between("members", members, 1, MOST)
    between("contacts", contacts, 0, MOST)
    target = parameters.figure("puskesmas.contact_rate", on=on)
    ratio = Fraction(contacts * 10 * 100, members)
    found = PuskesmasRatio(ratio, ratio >= target.value)
    template = (
        _("Angka kontak {ratio} per mil, target paling sedikit {target}: terpenuhi.")
        if found.met
        else _("Angka kontak {ratio} per mil, target paling sedikit {target}: belum.")
    )
    return Verdict(found, (Step(template, {"ratio": ratio, "target": target.value}, (target.cite,)),), CITES)


def referral_ratio(nonspecialist: int, referrals: int, *, on: date) -> Verdict[PuskesmasRatio]:
    """Rasio rujukan nonspesialistik: such referrals among all referrals, in percent; low is good."""
    between("referrals", referrals, 1, MOST)
    between("nonspecialist", nonspecialist, 0, referrals)
    target = parameters.figure("puskesmas.referral_ratio", on=on)
    ratio = Fraction(nonspecialist * 100, referrals)
    found = PuskesmasRatio(ratio, ratio <= target.value)
    template = (
        _("Rujukan nonspesialistik {ratio:persen}, target paling banyak {target:persen}: terpenuhi.")
        if found.met
        else _("Rujukan nonspesialistik {ratio:persen}, target paling banyak {target:persen}: belum.")
    )
    return Verdict(found, (Step(template, {"ratio": ratio, "target": target.value}, (target.cite,)),), CITES)


def prolanis_ratio(controlled: int, members: int, *, on: date) -> Verdict[PuskesmasRatio]:
    """Rasio peserta prolanis terkendali: those under control among the members of prolanis, in percent."""
    between("members", members, 1, MOST)
    between("controlled", controlled, 0, members)
    target = parameters.figure("puskesmas.prolanis_ratio", on=on)
    ratio = Fraction(controlled * 100, members)
    found = PuskesmasRatio(ratio, ratio >= target.value)
    template = (
        _("Peserta prolanis terkendali {ratio:persen}, target paling sedikit {target:persen}: terpenuhi.")
        if found.met
        else _("Peserta prolanis terkendali {ratio:persen}, target paling sedikit {target:persen}: belum.")
    )
    return Verdict(found, (Step(template, {"ratio": ratio, "target": target.value}, (target.cite,)),), CITES)


def grade(score: Decimal, *, on: date) -> Verdict[PuskesmasGrade]:
    """Grade of the PKP score of 0–100; fractions count by the lower bounds."""
    between("score", score, 0, 100)
    table = parameters.table("puskesmas.grade", on=on)
    found = PuskesmasGrade(next(row["grade"] for row in table.rows if score >= row["least"]))
    step = Step(_("Nilai PKP {score}: {grade}."), {"score": score, "grade": found}, (table.cite, design("8")))
    return Verdict(found, (step,), CITES)
