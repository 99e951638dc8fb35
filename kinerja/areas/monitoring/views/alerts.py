"""Peringatan dini: the list, one warning with its history, the answer, and counts without names."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kinerja.areas.monitoring import actions, queries
from kinerja.areas.monitoring.forms import AnswerForm, CloseForm, HelpForm
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.planning.models import Indicator
from kinerja.base.access import scopes
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger import topics
from kinerja.tools import clock

#: when a superior usually looks again
LOOK_AGAIN = timedelta(days=14)


@require_GET
@door("alert.read")
def alerts(request: Request) -> HttpResponse:
    """What is about me, and what waits for me as a superior, the worst first."""
    who, today = request.principal, clock.today()
    context = {
        "about_me": queries.alerts_about(who.person.pk),
        "waiting": queries.alerts_for(who.person.pk, who.subordinate_ids) if who.leads else [],
        "over": queries.alerts_over(who.person.pk, who.subordinate_ids),
        "record": queries.answering_of(who.person.pk, today.year) if who.leads else None,
        "today": today,
        "heard": topics.inbox(who.person.pk),
    }
    return render(request, "monitoring/alerts.html", context)


@require_GET
@door("alert.read", Alert)
def alert(request: Request, alert: Alert) -> HttpResponse:
    """One warning: why, what is suggested, what happened, and what can be done now."""
    return _show(request, alert)


@require_POST
@door("alert.answer", Alert)
def answer(request: Request, alert: Alert) -> HttpResponse:
    """Say what is done about it."""
    said = _("Tercatat. Kinerja melihat sendiri apakah perkiraannya pulih.")
    return _taken(request, alert, "answer_form", AnswerForm(request.POST), actions.answer_alert, said)


@require_POST
@door("alert.answer", Alert)
def close(request: Request, alert: Alert) -> HttpResponse:
    """End it with a reason."""
    said = _("Peringatan ditutup dengan alasan itu.")
    return _taken(request, alert, "close_form", CloseForm(request.POST), actions.close_alert, said)


@require_POST
@door("alert.ask", Alert)
def ask(request: Request, alert: Alert) -> HttpResponse:
    """Ask the superior for help."""
    said = _("Permintaan Anda sampai pada atasan.")
    return _taken(request, alert, "help_form", HelpForm(request.POST), actions.ask_help, said)


def _taken(
    request: Request, alert: Alert, name: str, form: BaseForm, act: Callable[..., Any], said: str
) -> HttpResponse:
    """The page again with the form's mistakes; without any the act, and a word about it."""
    if not form.is_valid():
        return _show(request, alert, **{name: form})
    act(alert, by=request.person, **form.cleaned_data)
    messages.success(request, said)
    return redirect("monitoring:alert", pk=alert.pk)


def _show(request: Request, alert: Alert, **forms: BaseForm) -> HttpResponse:
    who, is_mine = request.principal, alert.person_id == request.person.pk
    may_answer = alert.is_open and not is_mine and _is_theirs(request, alert)
    known = queries.experiences().get(alert.cause, [])
    context: dict[str, Any] = {
        "alert": alert,
        "steps": alert.steps.select_related("by"),
        "outlook": queries.outlook_of(alert.lineage),
        "is_mine": is_mine,
        "sees_path": is_mine or _sees_path(request, alert),
        "may_answer": may_answer,
        "known": known,
        "suggested": queries.suggestion(alert.cause, {alert.cause: known}),
        "record": queries.answering_of(alert.owner_id, alert.opened_on.year)
        if alert.escalated_to_id == who.person.pk
        else None,
        "crumbs": [(_("Peringatan dini"), reverse("monitoring:alerts"))],
        "today": clock.today(),
        **_forms(alert),
        **forms,
    }
    return render(request, "monitoring/alert.html", context, status=422 if forms else 200)


def _is_theirs(request: Request, alert: Alert) -> bool:
    return alert.escalated_to_id == request.person.pk or alert.person_id in request.principal.subordinate_ids


def _sees_path(request: Request, alert: Alert) -> bool:
    """Whom a warning was passed on to may be no superior of the person: his reports stay closed to him."""
    if alert.person_id in request.principal.subordinate_ids:
        return True
    seen = scopes.restrict(Indicator.objects.all(), request.principal, "report.read")
    return seen.filter(pk=alert.indicator_id).exists()


def _forms(alert: Alert) -> dict[str, BaseForm]:
    initial = {"response": alert.suggested, "check_on": clock.today() + LOOK_AGAIN}
    return {"answer_form": AnswerForm(initial=initial), "close_form": CloseForm(), "help_form": HelpForm()}


@require_GET
@door("alert.overview")
def overview(request: Request) -> HttpResponse:
    """Counts by unit; no names, since nobody is ranked here."""
    year = clock.today().year
    context = {"rows": queries.counts_by_unit(year), "year": year, "known": queries.experiences()}
    return render(request, "monitoring/overview.html", context)
