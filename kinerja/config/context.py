"""What the frame of every page needs: navigation, person, instansi, unread messages. No query: the door loaded it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kinerja.adapters.jambi.moving import STEPS
from kinerja.config.navigation import account_links, address, groups_for, places_for
from kinerja.tools import clock


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the layout templates (see tools/ui/README.md)."""
    who = getattr(request, "principal", None)
    theme = request.COOKIES.get("theme")
    context: dict[str, Any] = {
        "is_demo": settings.DEMO,
        "principal": who,
        "theme": theme if theme in ("light", "dark") else "",
    }
    if who is not None:
        context |= {
            "person_name": who.person.full_name,
            "person_initials": who.person.initials,
            "instansi_name": who.instansi_name,
            "unit_name": who.unit_name,
            "position_title": who.position_title,
            "inbox_unread": who.unread,
            "inbox_url": address("home:inbox"),
            "signout_url": address("account_logout"),
            "navigation": groups_for(who, request.path),
            "account_links": account_links(request.path),
            "places": places_for(who, request.path),
        }
        if settings.DEMO:
            context["demo_clock"] = _demo_clock(request)
    return context


def _demo_clock(request: HttpRequest) -> dict[str, Any]:
    """The control of the movable clock. It leads back to this page when that can be asked for again."""
    return {
        "url": address("jambi:move_clock"),
        "day": clock.today(),
        "is_moved": bool(clock.shift()),
        "steps": STEPS,
        "back": request.get_full_path() if request.method == "GET" else "/",
    }
