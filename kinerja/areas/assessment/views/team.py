""" "Penilaian Bawahan": the list, one person's page, draft, signature, and opening a decision again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.documents import show
from kinerja.areas.assessment.documents.grid import grid
from kinerja.areas.assessment.errors import AlreadySigned, ReasonMissing
from kinerja.areas.assessment.forms import CurveNoteForm, RatingForm, ReopenForm
from kinerja.areas.assessment.models import Assessment, Review
from kinerja.base.access.doors import door
from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.rules.assessment.berakhlak import VALUES
from kinerja.rules.codes import Rating
from kinerja.rules.verdict import Verdict


@require_GET
@door("assessment.rate")
def team(request: HttpRequest) -> HttpResponse:
    """Everybody this superior rates: state, suggestion, on whom it waits; the spread of predikat beside the pattern."""
    reviews = queries.reviews()
    review = queries.review_to_show(reviews, request.GET.get("periode", ""))
    found = queries.team(review, request.principal) if review else queries.Team([], [])  # type: ignore[attr-defined]
    units = [curve.unit_id for curve in found.curves]
    notes = queries.curve_notes(review, units) if review else {}
    context = {
        "review": review,
        "reviews": reviews,
        "rows": found.rows,
        "curves": [(curve, notes.get(curve.unit_id), _note_form(curve)) for curve in found.curves],
        "signed": sum(row.waits_for == "NOBODY" for row in found.rows),
    }
    return render(request, "assessment/team.html", context)


def _note_form(curve: queries.UnitCurve) -> CurveNoteForm:
    return CurveNoteForm(initial={"unit": curve.unit_id}, auto_id=f"id_{curve.unit_id}_%s")


@require_POST
@door("assessment.rate")
def curve_note(request: HttpRequest, review: UUID) -> HttpResponse:
    """Keep the reason for a spread that departs from the pattern."""
    chosen = get_object_or_404(Review, pk=review)
    form = CurveNoteForm(request.POST)
    if not form.is_valid():
        raise ReasonMissing(" ".join(str(error) for errors in form.errors.values() for error in errors))
    mine = {row.duty.unit_id for row in queries.team(chosen, request.principal).rows}  # type: ignore[attr-defined]
    if form.cleaned_data["unit"] not in mine:
        raise Http404
    unit = get_object_or_404(Unit, pk=form.cleaned_data["unit"])
    actions.explain_curve(chosen, unit, text=form.cleaned_data["text"], by=request.person)  # type: ignore[attr-defined]
    messages.success(request, _("Alasan sebaran predikat tersimpan."))
    return redirect("assessment:team")


@require_http_methods(["GET", "POST"])
@door("assessment.rate")
def rate(request: HttpRequest, review: UUID, person: UUID) -> HttpResponse:
    """One person: facts at the left, the choice at the right, the reason below. Save the draft or sign."""
    chosen, duty, seat = _mine(request, review, person)
    current = queries.assessment_in_force(chosen, person)
    if current and current.is_signed:
        return _signed(request, current)
    facts = queries.facts_of(chosen, [person])[person]
    unit_predicate = queries.unit_predicate(chosen, duty.unit_id)
    leader = queries.leader_default(duty, unit_predicate)
    form = RatingForm(_sent(request), initial=_initial(current, leader), rhks=facts.rhks)
    if form.is_valid():
        done = _act(request, chosen, seat.person, form)
        if done:
            return done
    context = _facts(chosen, facts, form) | {
        "review": chosen,
        "seat": seat,
        "duty": duty,
        "current": current,
        "unit_predicate": unit_predicate,
        "leader": leader,
        "by": request.person,  # type: ignore[attr-defined]
    }
    return render(request, "assessment/rate.html", context, status=422 if form.errors else 200)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _mine(request: HttpRequest, review: UUID, person: UUID) -> tuple[Review, queries.Duty, Assignment]:
    """The review and the person's seat, when this superior rates him in it; else they do not exist for him."""
    chosen = get_object_or_404(Review, pk=review)
    duty = queries.duty_to_rate(chosen, request.person.pk, person)  # type: ignore[attr-defined]
    seat = queries.seat_of(chosen, person) if duty else None
    if duty is None or seat is None:
        raise Http404
    return chosen, duty, seat


def _initial(current: Assessment | None, leader: Verdict[Rating] | None) -> dict[str, Any]:
    """What was kept; for a leader nobody has begun with, his unit's predikat gives the first rating."""
    if current:
        return {name: getattr(current, name) for name in ("work", "behaviour", "reason", "weak_values")}
    return {"work": leader.value.value} if leader else {}


def _act(request: HttpRequest, review: Review, person: Person, form: RatingForm) -> HttpResponse | None:
    """Save or sign; a missing reason comes back as a mistake of the form, so that nothing typed is lost."""
    try:
        if "sign" not in request.POST:
            actions.save_draft(review, person, choice=form.chosen(), by=request.person)  # type: ignore[attr-defined]
            messages.success(request, _("Draf tersimpan. Hanya Anda yang melihatnya."))
            return redirect("assessment:rate", review.pk, person.pk)
        signed = actions.sign(review, person, choice=form.chosen(), by=request.person)  # type: ignore[attr-defined]
    except ReasonMissing as refusal:
        form.add_error("reason", refusal.sentence)
        return None
    text = _("Predikat %(name)s ditetapkan: %(predicate)s.")
    messages.success(request, text % {"name": person.full_name, "predicate": signed.predicate_label})
    return redirect("assessment:team")


def _facts(review: Review, facts: queries.Facts, form: RatingForm) -> dict[str, Any]:
    fields, paces = form.rhk_fields(), queries.paces(review, facts)
    return {
        "facts": facts,
        "rhks": [
            (each, fields[each.rhk.pk], [(row, paces.get(row.indicator.pk)) for row in each.indicators])
            for each in facts.rhks
        ],
        "feedback": queries.feedback_in(review, facts.skp.person_id) if facts.skp else [],
        "values": VALUES,
        "form": form,
        "grid": grid(form["work"].value() or "", form["behaviour"].value() or ""),
    }


def _signed(request: HttpRequest, current: Assessment) -> HttpResponse:
    """A decision stands: show it, and the way to open it again. A late form of somebody else is told so."""
    if request.method == "POST":
        raise AlreadySigned(
            _("Predikat %(name)s sudah ditetapkan %(predicate)s. Muat ulang halaman untuk melihatnya.")
            % {"name": current.person.full_name, "predicate": current.predicate_label}
        )
    context = {"assessment": current, "page": show.read(current), "reopen_form": ReopenForm()}
    return render(request, "assessment/receipt.html", context)


@require_POST
@door("assessment.rate")
def reopen(request: HttpRequest, review: UUID, person: UUID) -> HttpResponse:
    """Open a signed decision again, with a reason."""
    chosen, _duty, _seat = _mine(request, review, person)
    current = queries.assessment_in_force(chosen, person)
    form = ReopenForm(request.POST)
    if current is None:
        raise Http404
    if not form.is_valid():
        context = {"assessment": current, "page": show.read(current), "reopen_form": form}
        return render(request, "assessment/receipt.html", context, status=422)
    actions.reopen(current, reason=form.cleaned_data["reason"], by=request.person)  # type: ignore[attr-defined]
    messages.success(request, _("Penilaian dibuka lagi. Kwitansi lama tetap tersimpan sebagai “Diganti”."))
    return redirect("assessment:rate", chosen.pk, person)
