"""One SKP: reading it, its annex, proposing it, its versions."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.areas.planning import actions
from kinerja.areas.planning.forms import AnnexForm, VersionForm
from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.queries import differences, rhks_with_indicators
from kinerja.areas.planning.queries.skps import (
    aspect_advice,
    behaviours,
    completeness,
    remarks_of,
    versions,
)
from kinerja.areas.planning.views.pages import done, show, to_mine, to_skp
from kinerja.base.access.doors import Request, door
from kinerja.base.organization.lines import is_rater_of


@require_safe
@door("skp.read", Skp)
def skp(request: Request, skp: Skp) -> HttpResponse:
    """Detail SKP, for everybody who may read it; what can be done depends on who asks and on the state."""
    rhks = rhks_with_indicators(skp)
    said = remarks_of(skp)
    for rhk in rhks:
        rhk.advice = [step.sentence(_) for step in aspect_advice(rhk)]  # type: ignore[attr-defined]
        rhk.said = [remark for remark in said if remark.rhk_id == rhk.pk]  # type: ignore[attr-defined]
    verdict = completeness(skp, rhks)
    is_mine = skp.person_id == request.person.pk
    return show(
        request,
        "skp",
        skp=skp,
        rhks=rhks,
        behaviours=behaviours(skp),
        general_remarks=[remark for remark in said if remark.rhk_id is None],
        missing=[step.sentence(_) for step in verdict.errors],
        versions=versions(skp),
        is_mine=is_mine,
        may_edit=is_mine and skp.is_editable and skp.period.is_open,
        may_decide=not is_mine and is_rater_of(request.person.pk, skp.person_id, request.principal.day),
    )


@require_http_methods(["GET", "POST"])
@door("skp.write", Skp)
def annex(request: Request, skp: Skp) -> HttpResponse:
    """Lampiran SKP; saved while typing, and by the button."""
    actions.require_writable(skp)
    form = AnnexForm(request.POST or None, instance=skp)
    if done(request, form, lambda typed: actions.save_annex(skp, by=request.person, **typed)):
        if request.htmx:  # type: ignore[attr-defined]
            return show(request, "_saved")
        return to_skp(request, skp, _("Lampiran disimpan."), "lampiran")
    return show(request, "annex", form=form, skp=skp)


@require_POST
@door("skp.write", Skp)
def proposal(request: Request, skp: Skp) -> HttpResponse:
    """Ajukan SKP."""
    proposed = actions.propose(skp, by=request.person)
    return to_skp(request, proposed, _("SKP diajukan. Atasan Anda sudah diberi tahu."))


@require_POST
@door("skp.write", Skp)
def withdrawal(request: Request, skp: Skp) -> HttpResponse:
    """Tarik kembali."""
    actions.take_back(skp, by=request.person)
    return to_skp(request, skp, _("Pengajuan ditarik kembali. SKP menjadi draf lagi."))


@require_http_methods(["GET", "POST"])
@door("skp.write", Skp)
def version(request: Request, skp: Skp) -> HttpResponse:
    """Begin a new version of an agreed SKP."""
    form = VersionForm(request.POST or None)
    new = done(request, form, lambda typed: actions.start_version(skp, by=request.person, **typed))
    if new:
        return to_skp(
            request, new, _("Versi baru dibuat. Versi lama tetap berlaku sampai yang baru disetujui.")
        )
    return show(request, "version", form=form, skp=skp)


@require_safe
@door("skp.read", Skp)
def changes(request: Request, skp: Skp) -> HttpResponse:
    """What this version changes against the one it replaces."""
    old = skp.replaces
    found = differences.between(old, skp) if old else []
    return show(request, "changes", skp=skp, old=old, changes=found)


@require_http_methods(["GET", "POST"])
@door("skp.write", Skp)
def removal(request: Request, skp: Skp) -> HttpResponse:
    """Throw away a draft that nobody else has seen."""
    if request.method == "POST":
        actions.discard_skp(skp, by=request.person)
        return to_mine(request, _("Draf SKP dibatalkan."))
    return show(request, "confirm", what=str(skp), skp=skp)
