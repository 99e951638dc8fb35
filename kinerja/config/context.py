"""What the frame of every page needs: navigation, person, instansi, unread messages. No query: the door loaded it."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from kinerja.config.navigation import groups_for, places_for


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of the layout templates (see tools/ui/README.md)."""
    who = getattr(request, "principal", None)
    context: dict[str, Any] = {"is_demo": settings.DEMO, "principal": who}
    if who is not None:
        context |= {
            "person_name": who.person.full_name,
            "person_initials": who.person.initials,
            "instansi_name": who.instansi_name,
            "unit_name": who.unit_name,
            "position_title": who.position_title,
            "unread_count": who.unread,
            "navigation": groups_for(who, request.path),
            "places": places_for(who, request.path),
        }
    return context
