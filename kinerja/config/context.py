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
        "offline": _offline(who),
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


def _offline(who: Any) -> dict[str, Any]:
    """What a page tells a device about waiting reports: where to ask, where to send, and whose page this is."""
    names = {"worker": "worker", "manifest": "manifest", "page": "reporting:queue"}
    names |= {"sending": "reporting:queue_sending", "plan": "reporting:queue_plan"}
    places = {name: address(url_name) for name, url_name in names.items()}
    return places | {"person": str(who.person.pk) if who is not None else ""}


def _demo_clock(request: HttpRequest) -> dict[str, Any]:
    """The control of the movable clock. It leads back to this page when that can be asked for again."""
    return {
        "url": address("jambi:move_clock"),
        "day": clock.today(),
        "is_moved": bool(clock.shift()),
        "steps": STEPS,
        "back": request.get_full_path() if request.method == "GET" else "/",
    }
