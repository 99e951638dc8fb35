"""A message becomes a delivery: at once for whoever wants that, else counted into the digest of a working day."""

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F

from kinerja.base.inbox import hours
from kinerja.base.inbox.addresses import preferences, rule, usable
from kinerja.base.inbox.kinds import Group, group_of
from kinerja.base.inbox.models import Address, Delivery, Message, NoticeRule, Occasion, Preference, When
from kinerja.base.inbox.queueing import enqueue
from kinerja.tools import clock

_BATCH = 1_000


def when_of(chosen: dict[tuple[str, str], str], channel: str, group: Group) -> str:
    """How soon: safety at once, what was chosen, else the digest."""
    return When.NOW if group == Group.SAFETY else chosen.get((channel, group), When.DAILY)


@transaction.atomic
def notify(message_id: UUID) -> int:
    """Record and enqueue what a new message sends at once. Twice is as once. Returns how many deliveries there are."""
    message = Message.objects.filter(pk=message_id, read_at__isnull=True).first()
    held = rule()
    if message is None or held is None:
        return 0
    group, made = group_of(message.kind), 0
    chosen = preferences(message.person_id)
    for address in Address.objects.open().filter(person_id=message.person_id):
        if usable(address.channel, held) and when_of(chosen, address.channel, group) == When.NOW:
            made += _at_once(address, message, held, urgent=group == Group.SAFETY)
    return made


def _at_once(address: Address, message: Message, held: NoticeRule, *, urgent: bool) -> bool:
    now = clock.now()
    due = now if urgent else hours.hours_of(held).allowed(now)
    given: dict[str, Any] = {
        "person_id": address.person_id, "channel": address.channel, "address_id": address.pk, "made_at": now,
        "due_at": due, "is_urgent": urgent,
    }  # fmt: skip
    if due == now:
        given |= {"key": f"segera:{message.pk}:{address.pk}", "occasion": Occasion.NOW}
    else:  # what comes at night is one notice in the morning; how many is counted when it goes
        given |= {"key": f"pagi:{address.pk}:{due:%Y%m%d}", "occasion": Occasion.MORNING}
    fresh = Delivery(**given)
    Delivery.objects.bulk_create([fresh], ignore_conflicts=True)
    enqueue(address.channel, due)
    return Delivery.objects.filter(pk=fresh.pk).exists()


def unread(address: Address, wanted: str) -> int:
    """How many unread messages, told on this channel in this way, came since the address was last told."""
    chosen = preferences(address.person_id)
    kinds = (
        Message.objects.unread()
        .filter(person_id=address.person_id, sent_at__gte=address.told_until)
        .values_list("kind", flat=True)
    )
    return sum(when_of(chosen, address.channel, group_of(kind)) == wanted for kind in kinds)


@transaction.atomic
def digest(now: datetime | None = None) -> int:
    """On a working day, from the digest's hour on: one notice for each address with something unread before it."""
    now, held = now or clock.now(), rule()
    day = now.astimezone(clock.WIB).date()
    times = hours.hours_of(held, day)
    cutoff = hours.at(day, times.digest_at)
    if held is None or now < cutoff or times.is_quiet(now) or not hours.is_working_day(day):
        return 0
    names = [name for name in held.channels if usable(name, held)]
    counts = _counted(names, cutoff)
    if not counts:
        return 0
    rows = [
        Delivery(
            person_id=person_id, channel=channel, address_id=address_id, key=f"harian:{address_id}:{day:%Y%m%d}",
            occasion=Occasion.DAILY, count=count, made_at=now, due_at=now,
        )
        for (address_id, person_id, channel), count in counts.items()
    ]  # fmt: skip
    Delivery.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_BATCH)
    Address.objects.filter(pk__in=[address_id for address_id, _person, _channel in counts]).update(
        told_until=cutoff
    )
    for name in sorted({row.channel for row in rows}):
        enqueue(name)
    return len(rows)


def _counted(names: list[str], cutoff: datetime) -> dict[tuple[UUID, UUID, str], int]:
    """Unread messages for the digest by address; two queries for everybody."""
    found = (
        Address.objects.open()
        .filter(
            channel__in=names, told_until__lt=cutoff, person__messages__read_at__isnull=True,
            person__messages__sent_at__gte=F("told_until"), person__messages__sent_at__lt=cutoff,
        )
        .values_list("pk", "person_id", "channel", "person__messages__kind")
        .annotate(count=Count("person__messages"))
        .order_by()
    )  # fmt: skip
    chosen: dict[UUID, dict[tuple[str, str], str]] = defaultdict(dict)
    for person_id, channel, group, when in Preference.objects.filter(channel__in=names).values_list(
        "person_id", "channel", "group", "when"
    ):
        chosen[person_id][channel, group] = when
    counts: dict[tuple[UUID, UUID, str], int] = {}
    for address_id, person_id, channel, kind, count in found:
        if when_of(chosen[person_id], channel, group_of(kind)) == When.DAILY:
            key = (address_id, person_id, channel)
            counts[key] = counts.get(key, 0) + count
    return counts
