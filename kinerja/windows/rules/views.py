"""The rules, for everybody: a list with a search box, and a page with a form for each."""

from __future__ import annotations

from typing import Any

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.base.tenancy.exits import public
from kinerja.rules import asking, labels, pages
from kinerja.rules.inputs import BadInput
from kinerja.rules.rule import Function, Rule
from kinerja.windows.rules import queries
from kinerja.windows.rules.forms.filled import Form

#: one limit for the form and the interface, by address: `ACCOUNT_RATE_LIMITS` in the settings
LIMIT = "rules"


@public("the rules are law, and open to everybody")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every rule, by room; `?q=` searches names, stories and citations."""
    wanted = request.GET.get("q", "")[:100]
    rooms = queries.rooms(wanted)
    count = sum(len(lines) for _room, lines in rooms)
    return render(request, "rules/index.html", {"rooms": rooms, "wanted": wanted, "count": count})


@public("the rules are law, and open to everybody")
@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: HttpRequest, name: str) -> HttpResponse:
    """One rule: its story, its sources, its example, and a form that asks it. Nothing that is typed is kept."""
    found = queries.named(name)
    if found is None:
        raise Http404
    function = _chosen(found, request.GET.get("tanya", ""))
    context: dict[str, Any] = {"answer": None, "refusal": ""}
    status = 200
    if request.method == "POST":
        form = Form.of_post(function, request.POST.dict())
        status = _act(request, found, form, context)
    else:
        form = Form.of_example(function, queries.prefill(found, function))
    return render(request, "rules/rule.html", context | _page(found, function, form), status=status)


def _chosen(rule: Rule, name: str) -> Function:
    try:
        return rule.function(name)
    except KeyError:
        raise Http404 from None


def _act(request: HttpRequest, rule: Rule, form: Form, context: dict[str, Any]) -> int:
    """Change the rows, or ask; puts the answer or the refusal into `context` and returns the status."""
    for act in ("add", "remove"):
        if act in request.POST:
            form.change(act, request.POST[act])
            return 200
    if not ratelimit.consume(request, action=LIMIT):
        context["refusal"] = _(
            "Terlalu banyak pertanyaan dari alamat ini. Tunggu satu menit, lalu coba lagi."
        )
        return 429
    try:
        answer = asking.ask(asking.Question(rule, form.function), form.given())
    except BadInput as wrong:
        form.refuse(wrong.mistakes)
        return 422
    context["answer"] = {
        "values": queries.values(answer),
        "steps": queries.steps(answer),
        "cites": queries.cited(answer.verdict.all_cites),
        "changes": [change.step.sentence(_) for change in answer.changes],
    }
    return 200


def _page(rule: Rule, function: Function, form: Form) -> dict[str, Any]:
    page = pages.page(rule)
    return {
        "rule": rule,
        "title": _(rule.title),
        "room": labels.room(rule.room, _),
        "story": queries.html(page.story, _("Tabel cerita")),
        "table": queries.html(page.table),
        "to_know": queries.html(page.to_know, _("Tabel keterangan")) if page.to_know else "",
        "cites": queries.cited(rule.cites),
        "figures": queries.figures(rule),
        "tables": queries.tables(rule),
        "example": queries.example(rule),
        "tabs": queries.tabs(rule, function),
        "question": labels.question(rule.name, function.__name__, _),
        "asked": asking.Question(rule, function).name,
        "function": function.__name__,
        "form": form,
    }
