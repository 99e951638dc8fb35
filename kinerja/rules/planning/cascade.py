"""The line from a person to the unit: what every RHK must name before an SKP can be approved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.codes import AssignmentSource, Cascading, Consolidation, RhkKind
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("PermenPANRB 6/2022", in_force_from=date(2022, 1, 1), standing=Standing.KNOWN, page="1"),)
_NO_MAIN_RHK = _("SKP belum memuat RHK utama. Tambahkan paling sedikit satu.")
_LOOSE = _(
    "RHK “{rhk}” belum menyebut RHK pimpinan yang diintervensi. "
    "Pilih RHK pimpinan, atau isi penugasan dari siapa."
)
_UNMEASURED = _("RHK “{rhk}” belum punya indikator. Tambahkan paling sedikit satu.")


@dataclass(frozen=True, slots=True)
class RhkDraft:
    """One planned result as the check needs it; `superior_rhk` is the statement or id that it supports."""

    statement: str
    kind: RhkKind = RhkKind.UTAMA
    superior_rhk: str | None = None
    assignment: AssignmentSource | None = None
    indicators: int = 1


def may_be_approved(
    plan: Sequence[RhkDraft], *, is_head: bool = False, is_quantitative: bool = True
) -> Verdict[bool]:
    """False with one error step for everything that blocks approval.

    The head of a government or of an independent unit takes his RHK from the Perjanjian Kinerja and has no
    superior's RHK to name (`is_head`).
    """
    blocks: list[Step] = []
    if not any(rhk.kind is RhkKind.UTAMA for rhk in plan):
        blocks.append(_block(_NO_MAIN_RHK, (design("1"),)))
    for rhk in plan:
        if not is_head and not rhk.superior_rhk and rhk.assignment is None:
            blocks.append(_block(_LOOSE, CITES, rhk=rhk.statement))
        if is_quantitative and rhk.indicators < 1:
            blocks.append(_block(_UNMEASURED, (design("1"),), rhk=rhk.statement))
    if blocks:
        return Verdict(False, tuple(blocks), CITES)
    return Verdict(True, (Step(_("Semua RHK menyebut RHK pimpinan atau penugasannya.")),), CITES)


def _block(template: str, cites: tuple[Citation, ...], **params: str) -> Step:
    return Step(template, params, cites, level=Level.ERROR)


def covers_parent(parent: Decimal, children: Sequence[Decimal]) -> Verdict[bool]:
    """Direct cascading of an additive indicator: the targets below add up to the target above, or more.

    Short is a warning, not a block. Indirect cascading has no such check.
    """
    total = sum(children, Decimal(0))
    params = {"total": total, "parent": parent, "missing": max(parent - total, Decimal(0))}
    if total >= parent:
        step = Step(
            _("Jumlah target di bawahnya {total}, target atasan {parent}: cukup."), params, CITES, total
        )
        return Verdict(True, (step,), CITES)
    step = Step(
        _("Jumlah target di bawahnya {total}, target atasan {parent}: masih kurang {missing}."),
        params,
        CITES,
        total,
        Level.WARNING,
    )
    return Verdict(False, (step,), CITES)


@dataclass(frozen=True, slots=True)
class ChildTarget:
    """The target of one unit or person below for the indicator that is passed down."""

    name: str
    target: Decimal


def passed_down(
    cascading: Cascading, consolidation: Consolidation, parent: Decimal, children: Sequence[ChildTarget]
) -> Verdict[bool]:
    """Whether the targets below carry the target above.

    Only a direct cascading of something that adds up is compared; where it is short, every share is told. Parts
    of an indirect cascading have other indicators, and a level that is passed down whole has no sum: both are links.
    """
    if not children:
        step = Step(
            _("Target atasan {parent} belum diturunkan kepada siapa pun."),
            {"parent": parent},
            CITES,
            level=Level.WARNING,
        )
        return Verdict(False, (step,), CITES)
    if cascading is Cascading.TIDAK_LANGSUNG:
        step = Step(
            _("Diturunkan tidak langsung: indikatornya lain, jadi jumlah tidak dibandingkan."), cites=CITES
        )
        return Verdict(True, (step,), CITES)
    if consolidation is not Consolidation.SUM:
        step = Step(
            _("Angkanya tidak dijumlahkan ({consolidation}), jadi jumlah tidak dibandingkan."),
            {"consolidation": consolidation},
            CITES,
        )
        return Verdict(True, (step,), CITES)
    compared = covers_parent(parent, [child.target for child in children])
    shares = [
        Step(_("{name}: {target}."), {"name": child.name, "target": child.target}, CITES, child.target)
        for child in children
    ]
    return Verdict(compared.value, (*shares, *compared.steps), CITES)
