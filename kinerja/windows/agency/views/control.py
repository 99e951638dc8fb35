"""Pusat kendali: what needs a hand today."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.areas.planning.queries import open_period
from kinerja.base.access.doors import Request, door
from kinerja.base.ledger.verbs import all_verbs
from kinerja.base.ledger.verifying import verify
from kinerja.base.tenancy.context import current_id
from kinerja.windows.agency.forms.structure import LedgerForm
from kinerja.windows.agency.queries import control
from kinerja.windows.agency.views.pages import show


@require_safe
@door("agency.see")
def home(request: Request) -> HttpResponse:
    """Figures, open disputes, and the units emptiest of SKP."""
    day = request.principal.day
    period = open_period(day)
    rows = control.filling(period.pk, day) if period else []
    page = Paginator(rows, 15).get_page(request.GET.get("page"))
    return show(
        request, "home", "agency:home", counts=control.counts(day), period=period, page=page,
        disputes=control.disputes_page("", 1).object_list[:5],
    )  # fmt: skip


@require_safe
@door("ledger.read")
def ledger(request: Request) -> HttpResponse:
    """The ledger by verb, person and day, with the state of its chain."""
    form = LedgerForm(request.GET or None)
    verbs = [(name, verb.text) for name, verb in all_verbs().items()]
    form.fields["verb"].choices = [("", _("Semua")), *verbs]  # type: ignore[attr-defined]
    clean = form.cleaned_data if form.is_bound and form.is_valid() else {}
    page = control.ledger_page(
        clean.get("verb") or "", clean.get("person"), clean.get("day"), request.GET.get("page")
    )
    finding = verify(current_id()) if "periksa" in request.GET else None
    return show(request, "ledger", "agency:ledger", form=form, page=page, finding=finding)
