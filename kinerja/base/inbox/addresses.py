"""A person's own channels: ask for one, prove that it is hers, choose, stop. Addresses never reach ledger or log."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kinerja.base.inbox import channels, verbs
from kinerja.base.inbox.channels import Channel
from kinerja.base.inbox.kinds import CHOSEN, Group
from kinerja.base.inbox.models import Address, Delivery, NoticeRule, Occasion, Preference, When
from kinerja.base.inbox.queueing import enqueue
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id, inside
from kinerja.base.tenancy.models import Instansi
from kinerja.tools import clock
from kinerja.tools.refusals import NotYours, Refusal

CODE_LIFE = timedelta(minutes=30)
MOST_TRIES = 5
#: codes a person may have sent in a day: nobody else's mailbox is filled from here
MOST_CODES = 5
_STOP = signing.Signer(salt="kinerja.base.inbox.stop")
#: how long a link to a chat may be opened
LINK_LIFE = timedelta(days=1)
#: what a person says in a chat to end it
STOP_WORDS = {"STOP", "BERHENTI"}
#: devices of one person
MOST_DEVICES = 5


class ChannelRefused(Refusal):
    """The channel cannot be had now, or the proof does not fit."""


def rule() -> NoticeRule | None:
    """What this instansi set."""
    return NoticeRule.objects.first()


def usable(name: str, held: NoticeRule | None) -> Channel | None:
    """A channel that the operator configured and this instansi switched on."""
    return channels.get(name) if held is not None and name in held.channels else None


def _channel(name: str) -> Channel:
    channel = usable(name, rule())
    if channel is None:
        raise ChannelRefused(
            _("Kanal ini tidak dinyalakan di instansi Anda. Tanyakan kepada pengelola kepegawaian.")
        )
    return channel


@transaction.atomic
def ask(name: str, typed: str, *, by: Person) -> Address:
    """Want to hear on a channel. Nothing but a code goes there until it came back. An earlier address of it goes."""
    channel = _channel(name)
    address = channel.clean(typed) if channel.proof == "code" else ""
    _lock(by)
    now = clock.now()
    Address.objects.filter(person=by, channel=name).delete()
    row = Address.objects.create(
        person=by, channel=name, address=address, language=(get_language() or "id")[:2], asked_at=now, told_until=now
    )  # fmt: skip
    if channel.proof == "code":
        _send_code(row)
    return row


def _lock(person: Person) -> None:
    Person.objects.select_for_update().only("pk").get(pk=person.pk)


def _send_code(row: Address) -> None:
    now = clock.now()
    today = Delivery.objects.filter(
        person_id=row.person_id, occasion=Occasion.CODE, made_at__gt=now - timedelta(days=1)
    )
    if today.count() >= MOST_CODES:
        raise ChannelRefused(
            _("Sudah %(most)d kode dikirim dalam sehari. Coba lagi besok.") % {"most": MOST_CODES}
        )
    Delivery.objects.create(
        person_id=row.person_id, channel=row.channel, address_id=row.pk, key=f"kode:{row.pk}", is_urgent=True,
        occasion=Occasion.CODE, made_at=now, due_at=now,
    )  # fmt: skip
    enqueue(row.channel)


@transaction.atomic
def add_device(name: str, subscription: str, *, by: Person) -> Address:
    """This browser, whose person just allowed it: that is the proof. The same browser twice is as once."""
    channel = _channel(name)
    if channel.proof != "device":
        raise ChannelRefused(_("Kanal ini bukan perangkat. Pilih dari daftar yang tampil."))
    address = channel.clean(subscription)
    _lock(by)
    own = Address.objects.filter(person=by, channel=name)
    own.filter(address=address).delete()
    if own.count() >= MOST_DEVICES:
        raise ChannelRefused(
            _("Sudah %(most)d perangkat menerima. Hapus satu, lalu coba lagi.") % {"most": MOST_DEVICES}
        )
    now = clock.now()
    row = Address.objects.create(
        person=by, channel=name, address=address, language=(get_language() or "id")[:2], asked_at=now, told_until=now
    )  # fmt: skip
    return _confirmed(row, by)


def start_token(row: Address) -> str:
    """Stands in the link to a chat: 64 letters, which is all that Telegram takes."""
    return urlsafe_b64encode(current_id().bytes + row.pk.bytes + _start_seal(row)).decode()


def _start_seal(row: Address) -> bytes:
    text = f"{row.pk}:{row.asked_at.isoformat()}"
    return salted_hmac("kinerja.base.inbox.start", text, algorithm="sha256").digest()[:16]


def confirm_by(name: str, token: str, address: str) -> bool:
    """A chat answered with the token of a link: it is that person's. False when the token fits nobody who waits."""
    try:
        raw = urlsafe_b64decode(token.encode())
        instansi, pk = UUID(bytes=raw[:16]), UUID(bytes=raw[16:32])
    except ValueError:
        return False
    with inside(instansi):
        row = (
            Address.objects.filter(
                pk=pk, channel=name, confirmed_at__isnull=True, asked_at__gt=clock.now() - LINK_LIFE
            )
            .select_for_update()
            .first()
        )
        if row is None or not secrets.compare_digest(raw[32:], _start_seal(row)) or not usable(name, rule()):
            return False
        row.address = address
        _confirmed(row, row.person_id)
    return True


def stop_address(name: str, address: str) -> int:
    """Somebody said STOP in a chat: whoever it belongs to, in each government. Returns how many addresses went."""
    gone = 0
    for instansi_id in Instansi.objects.values_list("pk", flat=True):
        with inside(instansi_id):
            for row in Address.objects.filter(channel=name, address=address):
                remove(row, by=row.person_id, how="STOP")
                gone += 1
    return gone


def code_of(row: Address) -> str:
    """The six digits that prove this address; nowhere stored."""
    digest = salted_hmac(
        "kinerja.base.inbox.code", f"{row.pk}:{row.asked_at.isoformat()}", algorithm="sha256"
    )
    return f"{int(digest.hexdigest(), 16) % 1_000_000:06d}"


def confirm(name: str, code: str, *, by: Person) -> Address:
    """The code that came there. A wrong one counts, also when the answer is a refusal."""
    with transaction.atomic():
        _lock(by)
        row = Address.objects.filter(person=by, channel=name, confirmed_at__isnull=True).first()
        if row is None:
            raise ChannelRefused(_("Tidak ada alamat yang menunggu kode. Masukkan alamatnya lagi."))
        if row.tries >= MOST_TRIES or clock.now() > row.asked_at + CODE_LIFE:
            raise ChannelRefused(_("Kode sudah tidak berlaku. Masukkan alamatnya lagi untuk kode baru."))
        if secrets.compare_digest(code.strip().encode(), code_of(row).encode()):
            return _confirmed(row, by)
        row.tries += 1
        row.save(update_fields=["tries"])
        return row


def _confirmed(row: Address, by: Any) -> Address:
    row.confirmed_at = row.told_until = clock.now()
    row.paused_at, row.paused_reason = None, ""
    row.save(update_fields=["address", "confirmed_at", "told_until", "paused_at", "paused_reason"])
    recording.record(
        verbs.CHANNEL_CONFIRMED, row, by=by, topics=[topics.inbox(row.person_id)], channel=row.channel
    )
    return row


@transaction.atomic
def choose(name: str, choices: Mapping[Group, When], *, by: Person) -> None:
    """How soon each group is told on a channel."""
    for group in CHOSEN:
        if group in choices:
            Preference.objects.update_or_create(
                person=by, channel=name, group=group, defaults={"when": choices[group]}
            )
    recording.record(
        verbs.CHOSEN, by, by=by, topics=[topics.inbox(by.pk)], channel=name,
        choices={str(group): str(when) for group, when in choices.items()},
    )  # fmt: skip


@transaction.atomic
def remove(row: Address, *, by: Any, how: str = "") -> None:
    """Stop: the address is deleted, what still waits for it is dropped when its turn comes."""
    if isinstance(by, Person) and row.person_id != by.pk:
        raise NotYours(_("Alamat ini milik orang lain, jadi hanya ia yang dapat menghapusnya."))
    kept = Address(pk=row.pk, person_id=row.person_id, channel=row.channel)
    Address.objects.filter(pk=row.pk).delete()
    recording.record(
        verbs.CHANNEL_REMOVED, kept, by=by, topics=[topics.inbox(kept.person_id)], channel=kept.channel, how=how
    )  # fmt: skip


def forget(person_id: UUID) -> int:
    """Delete every address of somebody who left."""
    rows = list(Address.objects.filter(person_id=person_id, person__left_on__lte=clock.today()))
    for row in rows:
        remove(row, by=None, how="berhenti bertugas")
    return len(rows)


def stop_token(row: Address) -> str:
    """Ends an address without signing in: stands in the mail itself."""
    return _STOP.sign(f"{current_id().hex}{row.pk.hex}").replace(":", ".")


def stop_by(token: str) -> bool:
    """Delete the address a token names; False when the token is not ours. Twice is as once."""
    try:
        text = _STOP.unsign(token.replace(".", ":"))
    except signing.BadSignature:
        return False
    with inside(UUID(text[:32])):
        row = Address.objects.filter(pk=UUID(text[32:])).first()
        if row is not None:
            remove(row, by=row.person_id, how="tautan dalam pesan")
    return True


def is_stop(token: str) -> bool:
    """Whether a token is ours."""
    try:
        _STOP.unsign(token.replace(".", ":"))
    except signing.BadSignature:
        return False
    return True


def preferences(person_id: UUID) -> dict[tuple[str, str], str]:
    """(channel, group) → what this person chose."""
    rows = Preference.objects.filter(person_id=person_id).values_list("channel", "group", "when")
    return {(channel, group): when for channel, group, when in rows}
