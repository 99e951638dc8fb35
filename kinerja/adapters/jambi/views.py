"""The one page control of the demonstration: its date."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kinerja.adapters.jambi.moving import move_clock
from kinerja.base.access.doors import Request, door
from kinerja.rules.wording import tanggal

#: the control's own mark on the page: the browser puts the keyboard back there, and a screen reader reads the new date
CONTROL = "#tanggal-peragaan"


@require_POST
@door("home.see")
def move(request: Request) -> HttpResponse:
    """Move the date of the demonstration, and go back to where one was."""
    day = move_clock(request.POST.get("ke", ""), by=request.person)
    messages.success(request, _("Hari ini %(day)s pada peragaan ini.") % {"day": tanggal(day, _)})
    back = request.POST.get("kembali", "")
    inside = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect((back if inside else "/") + CONTROL)
