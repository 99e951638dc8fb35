"""An SKP as its pages need it: cards by period, what it may support, whether it is complete, its content."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kinerja.areas.planning.models import Expectation, Iku, Indicator, Period, Remark, Rhk, Skp
from kinerja.areas.planning.queries.faces import rhks_with_indicators
from kinerja.areas.planning.queries.people import ancestors
from kinerja.areas.planning.states import AgreementState, SkpState
from kinerja.base.organization import lines
from kinerja.rules.assessment import berakhlak
from kinerja.rules.codes import Aspect, AssignmentSource, RhkKind
from kinerja.rules.planning import cascade, indicator_quality
from kinerja.rules.verdict import Step, Verdict


@dataclass
class Card:
    """One period on "Daftar SKP": the version in work, the one in force; both None when nothing is written."""

    period: Period
    in_force: Skp | None = None
    in_work: Skp | None = None

    @property
    def shown(self) -> Skp | None:
        """What the buttons open: what is being worked on, else what is in force."""
        return self.in_work or self.in_force


def cards(person_id: UUID) -> list[Card]:
    """A person's SKP by period, newest first. Two queries."""
    found = {period.pk: Card(period) for period in Period.objects.visible()}
    for skp in Skp.objects.of(person_id).current().select_related("rater", "unit"):
        card = found.get(skp.period_id)
        if card is not None and skp.is_agreed:
            card.in_force = skp
        elif card is not None:
            card.in_work = skp
    return list(found.values())


def current_skp(person_id: UUID, period_id: UUID) -> Skp | None:
    """The version in work of a period, else the one in force."""
    rows = Skp.objects.of(person_id).current().filter(period_id=period_id)
    return rows.for_door().order_by("-version").first()


def previous_skp(person_id: UUID, before: date) -> Skp | None:
    """The last agreed SKP of an earlier period."""
    return Skp.objects.of(person_id).agreed().filter(period__begins__lt=before).order_by("-begins").first()


def versions(skp: Skp) -> list[Skp]:
    """Every version of an SKP, newest first."""
    rows = Skp.objects.of(skp.person_id).filter(period_id=skp.period_id)
    return list(rows.select_related("decided_by").order_by("-version"))


@dataclass
class Support:
    """What a result may name as the one it supports; `cause` says why there is nothing, in a sentence."""

    rhks: list[Rhk] = field(default_factory=list)
    ikus: list[Iku] = field(default_factory=list)
    cause: str = ""


def support_for(skp: Skp, day: date) -> Support:
    """The agreed results of the rater, and for a head the signed IKU of the unit and the units above."""
    support = Support()
    if skp.is_head:
        units = [skp.unit_id, *ancestors(skp.unit_id)]
        ikus = Iku.objects.of_units(units, skp.period_id).filter(agreement__state=AgreementState.SIGNED)
        support.ikus = sorted(ikus, key=lambda iku: (units.index(iku.agreement.unit_id), iku.order))
    line = lines.line_of(skp.person_id, day)
    if line is None or line.rater_id is None:
        support.cause = (
            line.why() if line else _("Anda belum tercatat memegang jabatan. Hubungi pengelola kepegawaian.")
        )
        return support
    theirs = current_or_agreed(line.rater_id, skp.period_id)
    if theirs is not None and theirs.is_agreed:
        support.rhks = list(theirs.rhks.all())
    elif theirs is None:
        support.cause = _(
            "Atasan Anda belum membuat SKP untuk periode ini, jadi belum ada RHK yang dapat dipilih."
        )
    else:
        support.cause = _(
            "SKP atasan Anda masih “%(state)s”, jadi RHK-nya belum dapat dipilih. Lanjutkan sebagai draf dahulu."
        ) % {"state": theirs.get_state_display()}
    return support


def current_or_agreed(person_id: UUID, period_id: UUID) -> Skp | None:
    """The version in force of a period; when there is none yet, the one in work."""
    rows = {skp.state: skp for skp in Skp.objects.of(person_id).current().filter(period_id=period_id)}
    return rows.get(SkpState.AGREED) or next(iter(rows.values()), None)


def completeness(skp: Skp, rhks: list[Rhk] | None = None) -> Verdict[bool]:
    """What the rules still miss before this SKP can be proposed and agreed (regulations 1.4, vector 1.16)."""
    drafts = [
        cascade.RhkDraft(
            statement=rhk.statement,
            kind=RhkKind[rhk.kind],
            superior_rhk=str(rhk.supports_id or rhk.supports_iku_id or "") or None,
            assignment=AssignmentSource[rhk.assigned_from] if rhk.assigned_from else None,
            indicators=len(rhk.indicators.all()),
        )
        for rhk in (rhks_with_indicators(skp) if rhks is None else rhks)
    ]
    return cascade.may_be_approved(drafts, is_head=skp.is_head, is_quantitative=skp.is_quantitative)


def aspect_advice(rhk: Rhk) -> tuple[Step, ...]:
    """A word when a result is measured by quantity alone; `indicators` must be loaded."""
    aspects = [Aspect[indicator.aspect] for indicator in rhk.indicators.all()]
    return indicator_quality.check_rhk(rhk.statement, aspects).warnings


@dataclass
class Behaviour:
    """One BerAKHLAK value with its guides and the leader's expectation for this SKP."""

    code: str
    label: str
    guides: tuple[str, ...]
    expectation: str = ""


def behaviours(skp: Skp) -> list[Behaviour]:
    """The seven values in their order."""
    texts = dict(Expectation.objects.filter(skp=skp).values_list("value", "text"))
    return [
        Behaviour(value.code.value, value.label, value.guides, texts.get(value.code.value, ""))
        for value in berakhlak.VALUES
    ]


def remarks_of(skp: Skp) -> list[Remark]:
    """The comments of all versions' returns on this SKP, newest first."""
    return list(skp.remarks.select_related("by").order_by("-at"))


_LINE = (
    "statement",
    "kind",
    "perspective",
    "supports_id",
    "supports_iku_id",
    "assigned_from",
    "assigned_note",
)
_MEASURE = (
    "name",
    "aspect",
    "success",
    "unit_of_measure",
    "polarity",
    "consolidation",
    "frequency",
    "target",
    "target_upper",
    "baseline",
    "last_year",
    "is_service",
    "service_id",
    "figure",
    "share",
)


def rhk_content(rhk: Rhk) -> dict[str, Any]:
    """The fields of a result, for the ledger's hash."""
    return {name: getattr(rhk, name) for name in _LINE}


def indicator_content(indicator: Indicator) -> dict[str, Any]:
    """The fields of an indicator, for the ledger's hash."""
    return {name: getattr(indicator, name) for name in _MEASURE}


def content(skp: Skp) -> dict[str, Any]:
    """Everything both sides agree on, for the ledger's hash."""
    return {
        "version": skp.version,
        "approach": skp.approach,
        "begins": skp.begins,
        "ends": skp.ends,
        "annex": [skp.support, skp.accountability, skp.consequences],
        "rhks": [
            rhk_content(rhk) | {"indicators": [indicator_content(each) for each in rhk.indicators.all()]}
            for rhk in rhks_with_indicators(skp)
        ],
        "expectations": [[each.code, each.expectation] for each in behaviours(skp)],
    }
