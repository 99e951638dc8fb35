"""What the views share: the request behind a door, the tabs, an act as a form with its dry run."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kinerja.base.access.doors import Request
from kinerja.base.access.principal import Principal
from kinerja.base.access.scopes import may
from kinerja.tools.refusals import Refusal
from kinerja.windows.agency.queries.preview import Consequences, dry_run

TABS = (
    ("agency:home", lazy("Pusat kendali"), "agency.see"),
    ("agency:people", lazy("Pegawai"), "person.read"),
    ("agency:units", lazy("Unit"), "unit.read"),
    ("agency:posts", lazy("Jabatan"), "unit.read"),
    ("agency:acting", lazy("Plt/Plh"), "unit.read"),
    ("agency:teams", lazy("Tim Kerja"), "unit.read"),
    ("agency:periods", lazy("Periode"), "agency.see"),
    ("agency:receipts", lazy("Kwitansi"), "receipts.export"),
    ("agency:disputes", lazy("Atasan salah"), "agency.see"),
    ("agency:calendar", lazy("Hari libur"), "agency.see"),
    ("agency:roles", lazy("Peran"), "agency.see"),
    ("agency:systems", lazy("Sistem tersambung"), "system.manage"),
    ("agency:notices", lazy("Pemberitahuan"), "notices.manage"),
    ("agency:ledger", lazy("Buku besar"), "ledger.read"),
)

both = require_http_methods(["GET", "POST"])


def show(
    request: HttpRequest, template: str, current: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    """A page of the agency, with the tabs this person may open."""
    who: Principal = request.principal  # type: ignore[attr-defined]
    items = [
        {"url": reverse(name), "label": label, "current": name == current, "count": None}
        for name, label, action in TABS if may(who, action)
    ]  # fmt: skip
    return render(
        request, f"agency/{template}.html", {"tabs": items, "day": who.day} | context, status=status
    )


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a page: its words, where it leads, and the day for whose lines a dry run is offered (a form's field)."""

    title: Any
    button: Any
    back: str
    said: Any
    lead: Any = ""
    warning: Any = ""
    dangerous: bool = False
    preview_day: str = ""
    tab: str = ""


def act_page(
    request: Request, page: Act, form: BaseForm, act: Callable[..., Any], /, *subject: Any, **named: Any
) -> HttpResponse:
    """Show the form; on POST try the act (button "Lihat akibatnya") or do it and go back.

    The act is told `subject` and `named`, by whom, and what the form took. A refusal becomes the form's own mistake, so
    that nothing typed is lost.
    """
    consequences: Consequences | None = None
    if request.method == "POST" and form.is_valid():
        do = partial(act, *subject, by=request.person, **named, **form.cleaned_data)
        try:
            if page.preview_day and "preview" in request.POST:
                consequences = dry_run(do, _day(form, page.preview_day))
            else:
                do()
                messages.success(request, page.said)
                return redirect(page.back)
        except Refusal as refusal:
            form.add_error(None, f"{refusal.sentence} {refusal.helper}".strip())
            form.refused_with = refusal.status  # type: ignore[attr-defined]
    status = getattr(form, "refused_with", 422) if form.errors else 200
    crumbs = [(_("Kembali"), page.back)]
    return show(
        request, "act", page.tab, form=form, act=page, consequences=consequences, crumbs=crumbs, status=status
    )


def _day(form: BaseForm, field: str) -> date:
    day: date = form.cleaned_data[field]
    return day


def typed(request: HttpRequest) -> Any:
    """What was sent, for a form; None when nothing was."""
    return request.POST if request.method == "POST" else None


def asked(request: HttpRequest) -> tuple[str, str, str]:
    """The search text, the kind of list and the page number in the address."""
    text = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:100]
    return text, request.GET.get("jenis", ""), request.GET.get("page", "1")


def kinds(current: str, *choices: tuple[str, Any]) -> list[dict[str, Any]]:
    """Tabs between kinds of one list: `?jenis=…`."""
    return [
        {
            "url": f"?jenis={value}" if value else "?",
            "label": label,
            "current": value == current,
            "count": None,
        }
        for value, label in choices
    ]
