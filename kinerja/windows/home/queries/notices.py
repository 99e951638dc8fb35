"""What "Pemberitahuan" shows: each channel this government switched on, how it stands for me, and what was sent."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kinerja.base.inbox import addresses, hours, outside, records
from kinerja.base.inbox.channels import Channel
from kinerja.base.inbox.models import Address, Delivery

#: state of a delivery → the tone of its chip
_TONES = {"TERKIRIM": "baik", "MENUNGGU": "keterangan", "DIKIRIM": "keterangan", "BATAL": "netral"}


@dataclass(frozen=True, slots=True)
class Own:
    """One channel of a person; `chosen`: group → how soon."""

    channel: Channel
    address: Address | None
    shown: str
    chosen: dict[str, str]

    @property
    def step(self) -> str:
        if self.address is None or self.address.paused_at:
            return "ask"
        return "choose" if self.address.confirmed_at else "confirm"


@dataclass(frozen=True, slots=True)
class Sent:
    """A notice with the exact sentence that went out."""

    delivery: Delivery
    channel: Any
    sentence: str
    tone: str


@dataclass(frozen=True, slots=True)
class Notices:
    """The whole page. Hours as minutes since midnight."""

    channels: list[Own]
    hours: hours.Hours
    sent: list[Sent]


def notices(person_id: UUID) -> Notices:
    """Everything on the page."""
    held = addresses.rule()
    mine = {row.channel: row for row in Address.objects.filter(person_id=person_id)}
    chosen = addresses.preferences(person_id)
    shown = []
    for name in held.channels if held else []:
        channel, row = addresses.usable(name, held), mine.get(name)
        if channel is not None:
            own = {group: when for (each, group), when in chosen.items() if each == name}
            shown.append(Own(channel, row, channel.shown(row.address) if row else "", own))
    labels = {own.channel.name: own.channel.label for own in shown}
    sent = [
        Sent(
            row, labels.get(row.channel, row.channel), outside.sentence(row.occasion, row.count),
            _TONES.get(row.state, "perhatian"),
        )
        for row in records.own(person_id)
    ]  # fmt: skip
    return Notices(shown, hours.hours_of(held), sent)
