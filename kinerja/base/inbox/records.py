"""What became of notices: a person's own, and totals for the agency. Nobody sees where somebody is written to."""

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q

from kinerja.base.inbox.models import Address, Delivery, State
from kinerja.tools import clock

KEPT = timedelta(days=90)
SHOWN = timedelta(days=30)


def own(person_id: UUID, most: int = 20) -> list[Delivery]:
    """The newest notices of one person."""
    return list(Delivery.objects.filter(person_id=person_id).order_by("-made_at")[:most])


def totals() -> dict[str, dict[str, int]]:
    """Channel → state → how many in the last thirty days."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    since = clock.now() - SHOWN
    rows = Delivery.objects.filter(made_at__gte=since).values_list("channel", "state").order_by()
    for channel, state, count in rows.annotate(count=Count("pk")):
        found[channel][state] = count
    return found


def listeners() -> dict[str, tuple[int, int]]:
    """Channel → how many confirmed addresses there are, and how many of them are paused."""
    rows = Address.objects.filter(confirmed_at__isnull=False).values_list("channel").order_by()
    counted = rows.annotate(count=Count("pk"), paused=Count("pk", filter=Q(paused_at__isnull=False)))
    return {channel: (count, paused) for channel, count, paused in counted}


def tidy() -> int:
    """What is older than ninety days goes, and addresses that nobody proved in a day."""
    now = clock.now()
    Address.objects.filter(confirmed_at__isnull=True, asked_at__lt=now - timedelta(days=1)).delete()
    gone, _by_model = Delivery.objects.filter(made_at__lt=now - KEPT).delete()
    return gone


def overdue_channels() -> list[str]:
    """Channels with something that should have gone: its job was lost, or a worker was killed."""
    late = Delivery.objects.filter(
        state__in=[State.WAITING, State.SENDING], due_at__lt=clock.now() - timedelta(minutes=5)
    )
    return sorted(set(late.values_list("channel", flat=True)))
