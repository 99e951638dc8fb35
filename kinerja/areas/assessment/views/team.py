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
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.assessment.berakhlak import VALUES


@require_GET
@door("assessment.rate")
def team(request: HttpRequest) -> HttpResponse:
    """Everybody this superior rates: state, suggestion, on whom it waits; the spread of predikat beside the pattern."""
    review = queries.review_to_show(request.GET.get("periode", ""))
    rows = queries.team(review, request.principal) if review else []  # type: ignore[attr-defined]
    curves = queries.curves(review, rows) if review else []
    notes = queries.curve_notes(review, [curve.unit_id for curve in curves]) if review else {}
    context = {
        "review": review,
        "reviews": queries.reviews(),
        "rows": rows,
        "curves": [(curve, notes.get(curve.unit_id), _note_form(curve)) for curve in curves],
        "signed": sum(row.waits_for == "NOBODY" for row in rows),
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
    mine = {row.duty.unit_id for row in queries.team(chosen, request.principal)}  # type: ignore[attr-defined]
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
    chosen, who = _mine(request, review, person)
    current = queries.assessment_in_force(chosen, who.pk)
    if current and current.is_signed:
        return _signed(request, current)
    facts = queries.facts_of(chosen, [who.pk])[who.pk]
    form = RatingForm(_sent(request), initial=_initial(chosen, who, current), rhks=facts.rhks)
    if form.is_valid():
        done = _act(request, chosen, who, form)
        if done:
            return done
    context = _context(chosen, who, current, facts, form, request.person)  # type: ignore[attr-defined]
    return render(request, "assessment/rate.html", context, status=422 if form.errors else 200)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _mine(request: HttpRequest, review: UUID, person: UUID) -> tuple[Review, Person]:
    """The review and the person, when this superior rates him in it; else they do not exist for him."""
    chosen = get_object_or_404(Review, pk=review)
    if queries.duty_to_rate(chosen, request.person.pk, person) is None:  # type: ignore[attr-defined]
        raise Http404
    return chosen, get_object_or_404(Person, pk=person)


def _initial(review: Review, person: Person, current: Assessment | None) -> dict[str, Any]:
    """What was kept; for a leader nobody has begun with, his unit's predikat gives the first rating."""
    if current:
        return {name: getattr(current, name) for name in ("work", "behaviour", "reason", "weak_values")}
    leader = queries.leader_default(review, person.pk)
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


def _context(
    review: Review,
    person: Person,
    current: Assessment | None,
    facts: queries.Facts,
    form: RatingForm,
    by: Person,
) -> dict[str, Any]:
    duty = queries.duties(review, [person.pk])[person.pk]
    fields, paces = form.rhk_fields(), queries.paces(review, facts)
    return {
        "review": review,
        "person": person,
        "title": queries.titles_of(review, [person.pk]).get(person.pk, ""),
        "duty": duty,
        "by": by,
        "current": current,
        "facts": facts,
        "rhks": [
            (each, fields[each.rhk.pk], [(row, paces.get(row.indicator.pk)) for row in each.indicators])
            for each in facts.rhks
        ],
        "unit_predicate": queries.unit_predicate(review, duty.unit_id),
        "leader": queries.leader_default(review, person.pk),
        "feedback": queries.feedback_in(review, person.pk),
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
    chosen, who = _mine(request, review, person)
    current = queries.assessment_in_force(chosen, who.pk)
    form = ReopenForm(request.POST)
    if current is None:
        raise Http404
    if not form.is_valid():
        context = {"assessment": current, "page": show.read(current), "reopen_form": form}
        return render(request, "assessment/receipt.html", context, status=422)
    actions.reopen(current, reason=form.cleaned_data["reason"], by=request.person)  # type: ignore[attr-defined]
    messages.success(request, _("Penilaian dibuka lagi. Kwitansi lama tetap tersimpan sebagai “Diganti”."))
    return redirect("assessment:rate", chosen.pk, who.pk)
