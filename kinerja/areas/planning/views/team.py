"""The superior's side: SKP Bawahan, agree, send back, expectations, and the role-result matrix."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.areas.planning import actions
from kinerja.areas.planning.forms import ExpectationsForm, SendBackForm
from kinerja.areas.planning.models import Period, Skp
from kinerja.areas.planning.queries import matrix as matrices
from kinerja.areas.planning.queries import period_on, rhks_with_indicators
from kinerja.areas.planning.queries import team as teams
from kinerja.areas.planning.queries.skps import behaviours, current_or_agreed
from kinerja.areas.planning.views.pages import done, show, to_skp
from kinerja.base.access.doors import Request, door
from kinerja.base.organization.lines import line_of


@require_safe
@door("skp.decide")
def team(request: Request) -> HttpResponse:
    """SKP Bawahan: who waits for me, who has written nothing; of earlier years too, to read."""
    periods = list(Period.objects.visible())
    period = _chosen(periods, request.GET.get("periode", "")) or period_on(request.principal.day)
    rows = teams.rows(request.principal, period) if period else []
    return show(
        request, "team", period=period, rows=rows, counts=teams.counts(rows), tabs=_tabs(periods, period)
    )


def _chosen(periods: list[Period], key: str) -> Period | None:
    return next((each for each in periods if str(each.pk) == key), None)


def _tabs(periods: list[Period], chosen: Period | None) -> list[dict[str, Any]]:
    """A way to each year; none where there is one year only."""
    here = reverse("planning:team")
    return [
        {"url": f"{here}?periode={each.pk}", "label": each.name, "current": each == chosen}
        for each in (periods if len(periods) > 1 else [])
    ]


@require_POST
@door("skp.decide", Skp)
def approval(request: Request, skp: Skp) -> HttpResponse:
    """Setujui."""
    agreed = actions.agree(skp, by=request.person)
    return to_skp(request, agreed, _("SKP disetujui. Pegawai sudah diberi tahu."))


@require_http_methods(["GET", "POST"])
@door("skp.decide", Skp)
def return_(request: Request, skp: Skp) -> HttpResponse:
    """Kembalikan, with a comment beside a line."""
    form = SendBackForm(request.POST or None, rhks=rhks_with_indicators(skp))
    sent = done(
        request, form, lambda _typed: actions.send_back(skp, by=request.person, remarks=form.remarks())
    )
    if sent:
        return to_skp(request, sent, _("SKP dikembalikan dengan catatan Anda."))
    return show(request, "send_back", form=form, skp=skp)


@require_http_methods(["GET", "POST"])
@door("skp.decide", Skp)
def expectations(request: Request, skp: Skp) -> HttpResponse:
    """Ekspektasi khusus pimpinan."""
    form = ExpectationsForm(request.POST or None, behaviours=behaviours(skp))
    saved = done(request, form, lambda typed: actions.save_expectations(skp, by=request.person, texts=typed))
    if saved:
        return to_skp(request, saved, _("Ekspektasi disimpan dan disampaikan kepada pegawai."), "perilaku")
    return show(request, "expectations", form=form, skp=skp)


@require_safe
@door("skp.read", Skp)
def matrix(request: Request, skp: Skp) -> HttpResponse:
    """Matriks Peran Hasil: of the people below, or for somebody without any, his own column under the superior."""
    found = matrices.of_superior(skp, request.principal.day)
    superior = None
    if not found.columns:
        line = line_of(skp.person_id, request.principal.day)
        superior = current_or_agreed(line.rater_id, skp.period_id) if line and line.rater_id else None
        found = matrices.of_one(skp, superior)
    return show(request, "matrix", skp=skp, matrix=found, superior=superior)
