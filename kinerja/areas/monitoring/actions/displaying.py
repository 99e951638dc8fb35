"""Screens on a wall: a link that shows the totals of a unit, made and taken back by whoever leads it."""

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.monitoring import verbs
from kinerja.areas.monitoring.errors import DisplayOver
from kinerja.areas.monitoring.models import Display
from kinerja.base.access.actions.systems import hashed
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person, Unit
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock


@transaction.atomic
def make_display(unit: Unit, *, by: Person, name: str) -> tuple[Display, str]:
    """A link for a screen and its secret part, which is shown this once."""
    secret = secrets.token_urlsafe(32)
    display = Display.objects.create(
        name=name, unit=unit, secret_hash=hashed(secret), made_by=by, made_at=clock.now()
    )
    record(
        verbs.DISPLAY_MADE,
        display,
        by=by,
        also=unit,
        topics=[topics.unit(unit.pk)],
        name=name,
        unit=str(unit.pk),
    )
    return display, f"{current_id().hex}{display.pk.hex}{secret}"


@transaction.atomic
def revoke_display(display: Display, *, by: Person) -> Display:
    """From now on the link shows nothing; a screen that is on goes dark at its next look."""
    display = Display.objects.select_for_update(of=("self",)).for_door().get(pk=display.pk)
    if display.revoked_at is not None:
        raise DisplayOver(_("Tautan layar %(name)s memang sudah dicabut.") % {"name": display.name})
    display.revoked_at, display.revoked_by = clock.now(), by
    display.save(update_fields=["revoked_at", "revoked_by"])
    heard = [topics.unit(display.unit_id)]
    record(verbs.DISPLAY_REVOKED, display, by=by, also=display.unit_id, topics=heard, name=display.name)
    return display
