"""Doors of "Hari ini", "Kotak masuk" and "Profil saya"."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kinerja.base.access.actions.disputes import dispute_rater
from kinerja.base.access.doors import door
from kinerja.base.access.principal import Principal
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.reading import mark_all_read, mark_done, mark_read
from kinerja.base.ledger import topics
from kinerja.base.organization.models import RaterDispute
from kinerja.tools.refusals import Refusal
from kinerja.tools.ui import formats
from kinerja.windows.home import queries
from kinerja.windows.home.forms import DisputeForm


def _who(request: HttpRequest) -> Principal:
    who: Principal = request.principal  # type: ignore[attr-defined]
    return who


@require_GET
@door("home.see")
def today(request: HttpRequest) -> HttpResponse:
    """What is due, one button, my RHK with their pace; for leaders what waits."""
    who = _who(request)
    context = {"page": queries.today(who), "topic": topics.person(who.person.pk), "day": who.day}
    return render(request, "home/today.html", context)


@require_GET
@door("inbox.read")
def inbox(request: HttpRequest) -> HttpResponse:
    """My messages; the list hears when a new one comes."""
    who = _who(request)
    context = {
        "rows": queries.messages(who.person.pk),
        "topic": topics.inbox(who.person.pk),
        "day": who.day,
    }
    return render(request, "home/inbox.html", context)


@require_POST
@door("inbox.read", Message)
def read(request: HttpRequest, message: Message) -> HttpResponse:
    """Open a message: it counts as read, and leads to where to act."""
    mark_read(message, by=_who(request).person)
    inside = url_has_allowed_host_and_scheme(message.link, allowed_hosts=None)
    return redirect(message.link if message.link and inside else "home:inbox")


@require_POST
@door("inbox.read")
def read_all(request: HttpRequest) -> HttpResponse:
    """Every message counts as read."""
    mark_all_read(by=_who(request).person)
    return redirect("home:inbox")


@require_POST
@door("inbox.read", Message)
def done(request: HttpRequest, message: Message) -> HttpResponse:
    """A task is done."""
    mark_done(message, by=_who(request).person)
    messages.success(request, _("Tugas ditandai selesai."))
    return redirect("home:inbox")


@require_http_methods(["GET", "POST"])
@door("rater.dispute")
def profile(request: HttpRequest) -> HttpResponse:
    """Post, unit, rater and why, roles, my data; "Atasan saya salah"."""
    who = _who(request)
    form = DisputeForm(request.POST if request.method == "POST" else None)
    status = 422 if form.errors else 200
    if form.is_valid():
        try:
            dispute = dispute_rater(who.person, by=who.person, link_of=_desk, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, f"{refusal.sentence} {refusal.helper}".strip())
            status = refusal.status
        else:
            sentence = _("Terkirim kepada %(owner)s, dijawab paling lambat %(day)s.")
            words = {"owner": dispute.owner.full_name, "day": formats.day(dispute.due_on)}
            messages.success(request, sentence % words)
            return redirect("home:profile")
    context = {"page": queries.profile(who), "form": form, "roles": [role.label for role in who.roles]}
    return render(request, "home/profile.html", context, status=status)


def _desk(dispute: RaterDispute) -> str:
    """Where the agency settles it."""
    return reverse("agency:dispute", args=[dispute.pk])
