"""Dialog kinerja: set or move the next talk, write down what was agreed, and the list both see."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from kinerja.areas.monitoring import actions, queries
from kinerja.areas.monitoring.forms import HeldForm, TalkForm
from kinerja.areas.monitoring.models import Talk
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger import topics
from kinerja.base.organization.models import Person
from kinerja.tools import clock


@require_GET
@door("talk.read")
def talks(request: Request) -> HttpResponse:
    """My own talks, and those with the people I rate, the soonest first."""
    who = request.principal
    context = {
        "mine": queries.talks_of(who.person.pk),
        "with_others": queries.talks_with(who.subordinate_ids) if who.leads else [],
        "leads": who.leads,
        "today": clock.today(),
        "heard": topics.inbox(who.person.pk),
    }
    return render(request, "monitoring/talks.html", context)


@require_http_methods(["GET", "POST"])
@door("talk.plan", Person)
def talk(request: Request, person: Person) -> HttpResponse:
    """Set the next talk with somebody, or move it."""
    planned = queries.next_talk(person.pk)
    initial = {"day": planned.day, "subject": planned.subject} if planned else {}
    form = TalkForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.plan_talk(person, by=request.person, **form.cleaned_data)
        messages.success(
            request, _("Dialog dengan %(name)s tercatat; ia sudah diberi tahu.") % {"name": person.full_name}
        )
        return redirect("monitoring:talks")
    context = {"form": form, "member": person, "planned": planned, "held": _held_before(person)}
    context["crumbs"] = [
        (_("Tim saya"), reverse("monitoring:team")),
        (person.full_name, reverse("monitoring:member", args=[person.pk])),
    ]
    return render(request, "monitoring/talk.html", context, status=422 if form.errors else 200)


def _held_before(person: Person) -> list[Talk]:
    return [each for each in queries.talks_of(person.pk, 6) if not each.is_planned]


@require_http_methods(["GET", "POST"])
@door("talk.plan", Talk)
def talk_held(request: Request, talk: Talk) -> HttpResponse:
    """Write down what was agreed."""
    form = HeldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.hold_talk(talk, by=request.person, outcome=form.cleaned_data["outcome"])
        messages.success(request, _("Dialog tercatat. Rencanakan yang berikutnya bila perlu."))
        return redirect("monitoring:talk", pk=talk.person_id)
    crumbs = [(_("Dialog kinerja"), reverse("monitoring:talks"))]
    context = {"form": form, "talk": talk, "crumbs": crumbs}
    return render(request, "monitoring/talk_held.html", context, status=422 if form.errors else 200)
