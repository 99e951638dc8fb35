"""Connected systems: which other systems may call the API, how far, until when; a token is shown once."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.base.access import actions as access
from kinerja.base.access.doors import Request, door
from kinerja.base.access.models import ConnectedSystem
from kinerja.tools.refusals import Refusal
from kinerja.windows.agency.forms.people import ReasonForm
from kinerja.windows.agency.forms.systems import SystemForm
from kinerja.windows.agency.views.pages import Act, act_page, show, typed
from kinerja.windows.agency.views.person_acts import both

TAB = "agency:systems"
#: the description of the API
DESCRIBED = "/api/v1/openapi.json"


@require_safe
@door("system.manage")
def systems(request: Request) -> HttpResponse:
    """Every system, the newest first."""
    rows = ConnectedSystem.objects.select_related("unit", "made_by")[:100]
    found = [(each, each.is_valid_on(request.principal.day)) for each in rows]
    return show(request, "systems", TAB, systems=found)


@both
@door("system.manage")
def system_new(request: Request) -> HttpResponse:
    """Connect a system; the page that answers shows its token, this once."""
    form = SystemForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            system, token = access.connect_system(by=request.person, **form.cleaned_data)
            return show(request, "token", TAB, system=system, token=token, described=DESCRIBED)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
    words = Act(title=_("Sambungkan sistem"), button=_("Buat token"), back=reverse(TAB), said="", tab=TAB)
    crumbs: list[Any] = [(_("Kembali"), words.back)]
    return show(request, "act", TAB, status=422 if form.errors else 200, form=form, act=words, crumbs=crumbs)


@both
@door("system.manage", ConnectedSystem)
def system_end(request: Request, system: ConnectedSystem) -> HttpResponse:
    """Take a connection back."""
    words = Act(
        title=_("Cabut sambungan %(name)s") % {"name": system.name}, button=_("Cabut sambungan"), back=reverse(TAB),
        said=_("Sambungan dicabut; tokennya tidak diterima lagi."), dangerous=True, tab=TAB,
    )  # fmt: skip
    form = ReasonForm(typed(request))
    return act_page(
        request, words, form, lambda given: access.revoke_system(system, by=request.person, **given)
    )
