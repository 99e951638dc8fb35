"""Empty a channel: take what is due, send it outside of any transaction, write down what became of it.

A delivery is marked as being sent before it is. What a killed worker left so is sent again where the other side joins
two by their key, and is called unsure where a second one would be read twice.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kinerja.base.inbox import channels, hours, verbs
from kinerja.base.inbox.addresses import code_of, rule, stop_token, usable
from kinerja.base.inbox.channels import Channel, DeadAddress, Notice, Rejected, Send, TryLater
from kinerja.base.inbox.models import Address, Delivery, Occasion, Reason, State, When
from kinerja.base.inbox.notifying import unread
from kinerja.base.inbox.queueing import enqueue
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import recording, topics
from kinerja.tools import clock

Step = Callable[[], AbstractContextManager[None]]
#: after so many tries it is given up: with the pauses between them about a day
MOST_TRIES = 8
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
#: who holds a delivery longer was killed
HELD = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Taken:
    """What is being sent."""

    delivery_id: UUID
    address: str
    notice: Notice


def empty(name: str, step: Step) -> int:
    """Send everything due on a channel; returns how many were sent. `step()` opens a transaction of the instansi."""
    channel = channels.get(name)
    if channel is None:
        return 0
    sent = 0
    with step():
        _rescue(channel)
    with ExitStack() as stack:
        send: Send | None = None
        while True:
            with step():
                taken = _take(channel)
            if taken is None:
                return sent
            trouble: Exception | None = None
            try:
                if send is None:
                    send = stack.enter_context(channel.session())
                send(taken.address, taken.notice)
            except (DeadAddress, Rejected, TryLater) as met:
                trouble = met
            with step():
                _settle(taken.delivery_id, trouble)
            sent += trouble is None
            if isinstance(trouble, TryLater) and trouble.whole:
                with step():
                    _hold_back(name, clock.now() + _pause(1, trouble))
                return sent


def _hold_back(name: str, until: datetime) -> None:
    """Nothing goes through before `until`: whatever waits, and what is told meanwhile, asks again then."""
    Delivery.objects.filter(channel=name, state=State.WAITING, due_at__lt=until).update(due_at=until)
    enqueue(name, until)


def _rescue(channel: Channel) -> None:
    left = Delivery.objects.filter(channel=channel.name, state=State.SENDING, taken_at__lt=clock.now() - HELD)
    left.filter(tries__gte=MOST_TRIES).update(state=State.GAVE_UP, reason=Reason.INTERRUPTED)
    if channel.repeats_join:
        left.update(state=State.WAITING)
    else:
        left.update(state=State.UNSURE, reason=Reason.INTERRUPTED)


@transaction.atomic
def _take(channel: Channel) -> Taken | None:
    """The next one that may go; what may not any more is dropped, what may not at this hour waits for the morning."""
    held = rule()
    times = hours.hours_of(held)
    waiting = Delivery.objects.filter(channel=channel.name, state=State.WAITING, due_at__lte=clock.now())
    while row := waiting.order_by("due_at", "pk").select_for_update(skip_locked=True).first():
        now = clock.now()
        address = Address.objects.filter(pk=row.address_id, person__left_on__isnull=True).first()
        if not _may_go(row, address, usable(channel.name, held) is not None):
            row.state, row.reason = State.DROPPED, Reason.OFF
        elif times.is_quiet(now) and not row.is_urgent:
            row.due_at = times.allowed(now)
            enqueue(channel.name, row.due_at)
        elif row.occasion == Occasion.MORNING and address and not _count_morning(row, address):
            row.state = State.DROPPED
        else:
            assert address is not None
            row.state, row.taken_at, row.tries = State.SENDING, now, row.tries + 1
            row.save()
            return Taken(row.pk, address.address, _notice(row, address))
        row.save()
    return None


def _may_go(row: Delivery, address: Address | None, is_on: bool) -> bool:
    if address is None or not is_on:
        return False
    if row.occasion == Occasion.CODE:
        return address.confirmed_at is None
    return address.confirmed_at is not None and address.paused_at is None


def _count_morning(row: Delivery, address: Address) -> int:
    row.count = unread(address, When.NOW)
    return row.count


def _notice(row: Delivery, address: Address) -> Notice:
    is_code = row.occasion == Occasion.CODE
    pages = settings.NOTICE_PAGES
    return Notice(
        occasion=Occasion(row.occasion), count=row.count, key=row.pk.hex, language=address.language,
        link=settings.PUBLIC_ADDRESS + reverse(pages["inbox"]),
        stop="" if is_code else settings.PUBLIC_ADDRESS + reverse(pages["stop"], args=[stop_token(address)]),
        code=code_of(address) if is_code else "",
    )  # fmt: skip


def _pause(tries: int, trouble: TryLater) -> timedelta:
    if trouble.seconds is not None:
        return min(max(timedelta(seconds=trouble.seconds), timedelta(seconds=1)), LONGEST_PAUSE)
    return min(FIRST_PAUSE * 4 ** (tries - 1), LONGEST_PAUSE)


@transaction.atomic
def _settle(delivery_id: UUID, trouble: Exception | None) -> None:
    row = Delivery.objects.select_for_update().get(pk=delivery_id)
    now = clock.now()
    if trouble is None:
        row.state, row.sent_at, row.reason = State.SENT, now, ""
    elif isinstance(trouble, TryLater):
        asked = trouble.seconds is not None
        row.reason = Reason.BUSY if asked else Reason.UNREACHABLE
        if row.tries >= MOST_TRIES:
            row.state = State.GAVE_UP
        else:
            row.state, row.due_at = State.WAITING, now + _pause(row.tries, trouble)
            enqueue(row.channel, row.due_at)
    else:
        dead = isinstance(trouble, DeadAddress)
        row.state, row.reason = State.FAILED, Reason.DEAD if dead else Reason.REJECTED
    row.save()
    if row.reason == Reason.DEAD:
        _pause_address(row.address_id)


def _pause_address(address_id: UUID) -> None:
    """Nothing more goes there, and its person hears of it inside."""
    row = Address.objects.select_for_update().filter(pk=address_id, paused_at__isnull=True).first()
    if row is None:
        return
    row.paused_at, row.paused_reason = clock.now(), Reason.DEAD
    row.save(update_fields=["paused_at", "paused_reason"])
    channel = channels.get(row.channel)
    with translation.override(row.language):
        tell(
            row.person_id, "inbox.channel_paused",
            _("Pemberitahuan lewat %(channel)s dijeda") % {"channel": getattr(channel, "label", row.channel)},
            body=_("Alamatnya tidak dapat dituju. Periksa alamatnya, lalu konfirmasi lagi."),
            link=reverse(settings.NOTICE_PAGES["own"]),
        )  # fmt: skip
    recording.record(
        verbs.CHANNEL_PAUSED, row, by=None, topics=[topics.inbox(row.person_id)], channel=row.channel
    )
