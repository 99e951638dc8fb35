"""Tim saya, Umpan balik: what a superior sees the moment it happens."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kinerja.areas.monitoring import actions, queries
from kinerja.areas.monitoring.forms import FeedbackForm
from kinerja.areas.planning.models import Rhk
from kinerja.areas.planning.queries import agreed_skp, rhks_with_indicators
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger import topics
from kinerja.base.organization.models import Person
from kinerja.tools import clock

#: lines of a page: each listens to its person, and a page may listen to 64 topics
A_PAGE = 50


@require_GET
@door("team.watch")
def team(request: Request) -> HttpResponse:
    """The open board of everybody I rate, the worst first or by name, with search and filter, fifty on a page."""
    given = request.GET
    wanted = queries.Wanted(
        given.get("q", "").strip()[:80], given.get("saring") == "perhatian", given.get("urut") == "nama"
    )
    board = queries.board(request.person.pk, clock.today(), wanted)
    page = Paginator(board.rows, A_PAGE).get_page(given.get("page"))
    rows = board.draw(list(page))
    context = {
        "page": page,
        "rows": rows,
        "wanted": wanted,
        "everybody": len(board.everybody),
        "heard": [topics.person(row.seat.person_id) for row in rows],
        "waiting": sum(row.waiting for row in board.everybody),
        "behind": sum(1 for row in board.everybody if row.has_skp and row.needs_attention),
        "without_skp": sum(1 for row in board.everybody if not row.has_skp),
        "tabs": _ways(wanted, board),
    }
    return render(request, "monitoring/team.html", context)


def _ways(wanted: queries.Wanted, board: queries.Board) -> dict[str, Any]:
    """Everybody or who needs attention, the worst first or by name; each way keeps the rest of what was asked."""
    now = {
        "q": wanted.text,
        "saring": "perhatian" if wanted.attention else "",
        "urut": "nama" if wanted.by_name else "",
    }

    def way(label: str, current: bool, count: int | None = None, **other: str) -> dict[str, Any]:
        asked = urlencode({name: value for name, value in (now | other).items() if value})
        return {"url": f"?{asked}", "label": label, "current": current, "count": count}

    needy = sum(row.needs_attention for row in board.everybody)
    return {
        "filters": [
            way(_("Semua"), not wanted.attention, len(board.everybody), saring=""),
            way(_("Perlu perhatian"), wanted.attention, needy, saring="perhatian"),
        ],
        "orders": [
            way(_("Terberat dahulu"), not wanted.by_name, urut=""),
            way(_("Menurut nama"), wanted.by_name, urut="nama"),
        ],
    }


@require_GET
@door("team.watch")
def team_row(request: Request, person: UUID) -> HttpResponse:
    """The changed line of one person, for the open board."""
    row = queries.row_of(request.person.pk, person, clock.today())
    if row is None:
        raise Http404
    return render(request, "monitoring/_row.html", {"row": row, "changed": True})


@require_GET
@door("team.watch", Person)
def member(request: Request, person: Person) -> HttpResponse:
    """One person of my team: each result with its pace, the newest reports with evidence, what I said."""
    context = {
        "member": person,
        "crumbs": [(_("Tim saya"), reverse("monitoring:team"))],
        "standings": queries.standings_of(person.pk, clock.today()),
        "outlooks": queries.outlooks_of(person.pk),
        "reports": queries.recent_reports(person.pk),
        "feedback": queries.feedback_for(person.pk, 10),
        "talk": queries.next_talk(person.pk),
        "heard": topics.person(person.pk),
        "form": FeedbackForm(rhks=_rhks_of(person)),
    }
    return render(request, "monitoring/member.html", context)


@require_http_methods(["GET", "POST"])
@door("feedback.give", Person)
def give_feedback(request: Request, person: Person) -> HttpResponse:
    """Say something on the spot."""
    form = FeedbackForm(request.POST or None, rhks=_rhks_of(person))
    if request.method == "POST" and form.is_valid():
        actions.give_feedback(person, by=request.person, text=form.cleaned_data["text"], **form.reference())
        messages.success(request, _("Umpan balik untuk %(name)s terkirim.") % {"name": person.full_name})
        return redirect("monitoring:member", pk=person.pk)
    status = 422 if form.errors else 200
    crumbs = [(person.full_name, reverse("monitoring:member", args=[person.pk]))]
    return render(
        request,
        "monitoring/give_feedback.html",
        {"form": form, "member": person, "crumbs": crumbs},
        status=status,
    )


@require_GET
@door("feedback.read")
def feedback(request: Request) -> HttpResponse:
    """What was said to me, and what I said."""
    context = {
        "received": queries.feedback_for(request.person.pk),
        "given": queries.feedback_by(request.person.pk) if request.principal.leads else [],
    }
    return render(request, "monitoring/feedback.html", context)


def _rhks_of(person: Person) -> list[Rhk]:
    skp = agreed_skp(person.pk, clock.today())
    return rhks_with_indicators(skp) if skp else []
