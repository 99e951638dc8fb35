"""A kept receipt read again: lines for the page, in the reader's language. Nothing is computed anew but the last day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from kinerja.areas.assessment.documents.grid import TONES, grid
from kinerja.areas.assessment.models import Assessment
from kinerja.areas.reporting.states import ReportState
from kinerja.rules import catalogue
from kinerja.rules.assessment import objection
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Aspect, Behaviour, OrganisationPredicate, Polarity, Predicate, Rating, RhkKind
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import bilangan, persen, tanggal
from kinerja.tools import clock
from kinerja.tools.ui.quadrants import Quadrant


@dataclass(frozen=True, slots=True)
class Basis:
    """A regulation a line rests on: its number on this receipt, its words, and how sure we are of it.

    `edge` and `tag` stand beside a line, `text` and `standing` in the list at the foot.
    """

    number: int
    text: str
    edge: str
    tag: str
    standing: str
    standing_code: str


#: verdict of a receipt → the rule that gave it, in the order of the reasoning
RULES = {
    "order": "assessment.order",
    "leader": "assessment.organisation_predicate",
    "due": "monitoring.share",
    "realisation": "planning.consolidation",
    "achievement": "planning.achievement",
    "average": "planning.achievement",
    "rhk": "assessment.suggestion",
    "suggestion": "assessment.suggestion",
    "reason": "assessment.reason",
    "quadrant": "assessment.quadrant",
    "nearest_change": "assessment.nearest_change",
    "held_down": "assessment.nearest_change",
    "areas": "assessment.areas_to_improve",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: words, amount at the right, rules at the edge. `kind`: line, sum, total, head."""

    label: str
    value: str = ""
    bases: tuple[Basis, ...] = ()
    note: str = ""
    #: a sentence as it was kept, in the language of the day it was written
    stored: str = ""
    kind: str = "line"


@dataclass(frozen=True, slots=True)
class Said:
    """One feedback."""

    by: str
    at: datetime
    about: str
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Reports and evidence of one indicator: what counted and what did not, with the reason."""

    name: str
    reports: int
    evidence: int
    proven: int
    uncounted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """Everything the page draws."""

    number: str
    title: str
    person: dict[str, str]
    review: str
    days: str
    predicate: str
    tone: str
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    quadrant: Quadrant
    reason: str
    weak_values: tuple[str, ...]
    proofs: tuple[Proof, ...]
    feedback: tuple[Said, ...]
    nearest: tuple[str, ...]
    held_down: tuple[str, ...]
    areas: tuple[str, ...]
    signature: dict[str, Any]
    objection: "Objection"
    bases: tuple[Basis, ...]
    #: title and name of every rule that was asked
    rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """The right of objection: to whom, until when (None before the receipt was opened), and whether still open."""

    to: str
    last: date | None
    is_open: bool
    words: str


#: the tags at the edge of a line; the list at the foot spells them out
_TAGS = {
    Standing.SOURCE: gettext_noop("sumber"),
    Standing.KNOWN: gettext_noop("diketahui"),
    Standing.UNSURE: gettext_noop("belum diverifikasi"),
    Standing.DESIGN: gettext_noop("ketentuan aplikasi"),
}


@dataclass
class Bases:
    """Numbers the regulations in the order in which the lines name them."""

    found: dict[tuple[str, Standing], Basis] = field(default_factory=dict)

    def of(self, cites: Iterable[Citation]) -> tuple[Basis, ...]:
        return tuple(dict.fromkeys(self._one(cite) for cite in cites))

    def _one(self, cite: Citation) -> Basis:
        key = (str(cite), cite.standing)
        if key not in self.found:
            number, tag = len(self.found) + 1, _(_TAGS[cite.standing])
            edge = "" if cite.standing is Standing.DESIGN else str(cite)
            self.found[key] = Basis(number, str(cite), edge, tag, _(cite.standing.label), cite.standing.value)
        return self.found[key]


def read(assessment: Assessment) -> ReceiptPage:
    """The page of a signed assessment, from its kept receipt."""
    receipt: dict[str, Any] = assessment.receipt or {}
    inputs, bases = receipt["inputs"], Bases()
    verdicts = {name: Verdict.from_json(kept) for name, kept in receipt["verdicts"].items()}
    predicate = verdicts["quadrant"].value
    sections = (
        (_("Unit lebih dahulu"), tuple(_unit(inputs, verdicts, bases))),
        (_("Hasil kerja menurut fakta"), tuple(_results(inputs, verdicts, bases))),
        (_("Keputusan penilai"), tuple(_decision(inputs, verdicts, bases))),
    )
    return ReceiptPage(
        number=number_of(assessment),
        title=_("Kwitansi predikat"),
        person=inputs["person"],
        review=inputs["review"]["name"],
        days=_days(inputs["review"]),
        predicate=_(predicate.label),
        tone=TONES[predicate],
        sections=sections,
        quadrant=grid(inputs["work"], inputs["behaviour"]),
        reason=inputs["reason"],
        weak_values=tuple(_(Behaviour(code).label) for code in inputs["weak_values"]),
        proofs=tuple(_proofs(inputs)),
        feedback=tuple(_said(inputs["feedback"])),
        nearest=_sentences(verdicts["nearest_change"]),
        held_down=_sentences(verdicts["held_down"]) if verdicts["held_down"].value else (),
        areas=_sentences(verdicts["areas"]),
        signature=_signature(receipt["signature"]),
        objection=_objection(assessment, receipt, bases),
        bases=tuple(bases.found.values()),
        rules=tuple((_(catalogue.rule(name).title), name) for name in _asked(verdicts)),
    )


def _asked(verdicts: Iterable[str]) -> list[str]:
    """The rules behind the verdicts of a receipt, and that of the objection."""
    kinds = {name.partition(".")[0] for name in verdicts}
    return [*dict.fromkeys(rule for kind, rule in RULES.items() if kind in kinds), "assessment.objection"]


def number_of(assessment: Assessment) -> str:
    """The number people name it by."""
    return (
        f"KP/{assessment.signed_at:%Y%m%d}/{assessment.pk.hex[-8:].upper()}" if assessment.signed_at else ""
    )


def _days(review: dict[str, str]) -> str:
    begins, ends = (tanggal(date.fromisoformat(review[name])) for name in ("begins", "ends"))
    return _("%(begins)s sampai %(ends)s") % {"begins": begins, "ends": ends}


def _sentences(verdict: Verdict[Any]) -> tuple[str, ...]:
    return tuple(verdict.sentences(_))


def _unit(inputs: dict[str, Any], verdicts: dict[str, Verdict[Any]], bases: Bases) -> Iterable[Line]:
    unit = inputs["unit_predicate"]
    label = _("Predikat %(unit)s") % {"unit": inputs["person"]["unit"]}
    by = _("Ditetapkan %(by)s, %(day)s. %(reason)s") % {
        "by": unit["by"],
        "day": tanggal(datetime.fromisoformat(unit["at"]).astimezone(clock.WIB).date()),
        "reason": unit["reason"],
    }
    yield Line(
        label, _(OrganisationPredicate(unit["predicate"]).label), bases.of(verdicts["order"].cites), by
    )


def _results(inputs: dict[str, Any], verdicts: dict[str, Verdict[Any]], bases: Bases) -> Iterable[Line]:
    for number, rhk in enumerate(inputs["rhks"]):
        kind = _("RHK %(kind)s") % {"kind": _(RhkKind(rhk["kind"]).label).lower()}
        supports = _("mendukung: %(rhk)s") % {"rhk": rhk["supports"]} if rhk["supports"] else ""
        yield Line(rhk["statement"], kind="head", note=" · ".join(filter(None, [kind, supports])))
        for place, indicator in enumerate(rhk["indicators"]):
            yield from _indicator(indicator, f"{number}.{place}", verdicts, bases)
        yield from _rhk_sum(rhk, number, verdicts, bases)
    yield from _steps(verdicts["suggestion"], bases, verdicts["suggestion"].steps[:-1])
    value = verdicts["suggestion"].value
    yield Line(_("Saran hasil kerja"), _(value.label) if value else "–", kind="sum")
    if "leader" in verdicts:
        yield from _steps(verdicts["leader"], bases)


def _indicator(
    indicator: dict[str, Any], key: str, verdicts: dict[str, Verdict[Any]], bases: Bases
) -> Iterable[Line]:
    unit = indicator["unit"]
    facts = [
        _(Aspect(indicator["aspect"]).label),
        _(Polarity(indicator["polarity"]).label),
    ]
    yield Line(
        indicator["name"],
        _target(indicator),
        note=" · ".join(filter(None, facts)),
        stored=indicator["pace"],
        kind="item",
    )
    for name in ("due", "realisation"):
        for step in verdicts[f"{name}.{key}"].steps:
            amount = f"{bilangan(step.amount)} {unit}" if step.amount is not None else ""
            yield Line(step.sentence(_), amount, bases.of(step.cites or verdicts[f"{name}.{key}"].cites))
    achieved = verdicts[f"achievement.{key}"]
    for step in achieved.steps[:-1] if achieved.value is not None else achieved.steps:
        amount = persen(step.amount) if step.amount is not None else ""
        yield Line(step.sentence(_), amount, bases.of(step.cites or achieved.cites))


def _target(indicator: dict[str, Any]) -> str:
    upper = indicator["target_upper"]
    words = f"{_amount(indicator['target'])}" + (f"–{_amount(upper)}" if upper else "")
    return f"{words} {indicator['unit']}"


def _amount(text: str) -> str:
    return bilangan(Verdict.from_json({"value": {"decimal": text}, "steps": [], "cites": []}).value, 4)


def _rhk_sum(
    rhk: dict[str, Any], number: int, verdicts: dict[str, Verdict[Any]], bases: Bases
) -> Iterable[Line]:
    average, suggested = verdicts[f"average.{number}"], verdicts[f"rhk.{number}"]
    if len(rhk["indicators"]) > 1:
        yield from _steps(average, bases)
    yield from _steps(suggested, bases, suggested.steps[:1])
    given = Rating(rhk["rating"]) if rhk["rating"] else suggested.value
    words = _("Penilaian RHK oleh penilai") if rhk["rating"] else _("Saran untuk RHK ini")
    yield Line(words, _(given.label) if given else "–", kind="sum")


def _steps(verdict: Verdict[Any], bases: Bases, steps: Sequence[Step] | None = None) -> Iterable[Line]:
    for step in verdict.steps if steps is None else steps:
        amount = persen(step.amount) if step.amount is not None else ""
        yield Line(step.sentence(_), amount, bases.of(step.cites or verdict.cites))


def _decision(inputs: dict[str, Any], verdicts: dict[str, Verdict[Any]], bases: Bases) -> Iterable[Line]:
    quadrant = verdicts["quadrant"]
    yield Line(_("Rating hasil kerja"), _(Rating(inputs["work"]).label), bases.of(quadrant.cites))
    yield Line(_("Rating perilaku kerja"), _(Rating(inputs["behaviour"]).label), bases.of(quadrant.cites))
    if inputs["reason"]:
        yield Line(_("Alasan penilai"), note=inputs["reason"])
    yield from _steps(verdicts["reason"], bases)
    for step in quadrant.steps[2:]:
        yield Line(step.sentence(_), "", bases.of(step.cites))
    yield Line(_("Predikat kinerja"), _(Predicate(quadrant.value).label), kind="total")


def _proofs(inputs: dict[str, Any]) -> Iterable[Proof]:
    for rhk in inputs["rhks"]:
        for each in rhk["indicators"]:
            left_out = [
                _("%(count)d laporan %(state)s")
                % {"count": each["uncounted"][state], "state": state.label.lower()}
                for state in ReportState
                if state in each["uncounted"]
            ]
            if each["evidence_removed"]:
                left_out.append(_("%(count)d bukti dihapus") % {"count": each["evidence_removed"]})
            if each["carried"]:
                left_out.append(_("angka terakhir berasal dari sebelum periode ini"))
            counted = 0 if each["carried"] else len(each["figures"])
            yield Proof(each["name"], counted, each["evidence"], each["proven"], tuple(left_out))


def _said(rows: list[dict[str, Any]]) -> Iterable[Said]:
    for row in rows:
        about = row["rhk"] or (_(Behaviour(row["value"]).label) if row["value"] else "")
        yield Said(row["by"], datetime.fromisoformat(row["at"]), about, row["text"])


def _signature(kept: dict[str, Any]) -> dict[str, Any]:
    acting = {"PLT": _("Plt."), "PLH": _("Plh."), "KHUSUS": _("penilai yang ditetapkan khusus")}
    capacity = acting.get(kept["capacity"], _("pejabat definitif"))
    return {**kept, "at": datetime.fromisoformat(kept["at"]), "capacity": capacity}


def _objection(assessment: Assessment, receipt: dict[str, Any], bases: Bases) -> Objection:
    to = receipt["objection_to"] or _("atasan pejabat penilai")
    if assessment.received_at is None:
        bases.of(objection.CITES)
        return Objection(to, None, False, _("Tenggat dihitung sejak pegawai membuka kwitansi ini."))
    received = assessment.received_at.astimezone(clock.WIB).date()
    verdict = objection.filing_deadline(received)
    bases.of(verdict.all_cites)
    return Objection(to, verdict.value, clock.today() <= verdict.value, " ".join(_sentences(verdict)))
