"""Daftar SKP: my periods with their four buttons, who rates me and why, and starting an SKP."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.areas.planning import actions
from kinerja.areas.planning.forms import StartForm
from kinerja.areas.planning.models import Period
from kinerja.areas.planning.queries.skps import cards, previous_skp
from kinerja.areas.planning.views.pages import done, show, to_skp
from kinerja.base.access.doors import Request, door
from kinerja.base.organization.lines import line_of
from kinerja.base.organization.models import Person


@require_safe
@door("skp.write")
def mine(request: Request) -> HttpResponse:
    """The home of planning."""
    line = line_of(request.person.pk, request.principal.day)
    rater = Person.objects.filter(pk=line.rater_id).first() if line and line.rater_id else None
    return show(request, "mine", cards=cards(request.person.pk), line=line, rater=rater)


@require_http_methods(["GET", "POST"])
@door("skp.write")
def start(request: Request, period: str) -> HttpResponse:
    """Setting Periode of a new SKP."""
    chosen = Period.objects.visible().filter(pk=period).first()
    if chosen is None:
        raise Http404
    actions.require_open(chosen)
    previous = previous_skp(request.person.pk, chosen.begins)
    form = StartForm(request.POST or None, period=chosen, previous=previous)
    started = done(request, form, lambda typed: actions.start_skp(chosen, by=request.person, **typed))
    if started:
        return to_skp(request, started, _("SKP dimulai sebagai draf. Tambahkan RHK pertama Anda."))
    return show(request, "start", form=form, period=chosen, previous=previous)
