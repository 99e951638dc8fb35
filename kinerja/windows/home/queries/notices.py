"""What "Pemberitahuan" shows: each channel this government switched on, how it stands for me, and what was sent."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings

from kinerja.base.inbox import addresses, hours, outside, records
from kinerja.base.inbox.channels import Channel
from kinerja.base.inbox.models import Address, Delivery

#: state of a delivery → the tone of its chip
_TONES = {"TERKIRIM": "baik", "MENUNGGU": "keterangan", "DIKIRIM": "keterangan", "BATAL": "netral"}


@dataclass(frozen=True, slots=True)
class Own:
    """One channel of a person; `chosen`: group → how soon."""

    channel: Channel
    #: one; of a channel by device as many as there are devices
    places: list[tuple[Address, str]]
    chosen: dict[str, str]

    @property
    def address(self) -> Address | None:
        return self.places[0][0] if self.places else None

    @property
    def shown(self) -> str:
        return self.places[0][1] if self.places else ""

    @property
    def code(self) -> str:
        """Shown in a demonstration alone, where no letter arrives."""
        return addresses.code_of(self.address) if self.address and settings.DEMO else ""

    @property
    def link(self) -> str:
        """For a proof by link: what the person opens."""
        return self.channel.start(addresses.start_token(self.address)) if self.address else ""

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
    mine: dict[str, list[Address]] = defaultdict(list)
    for row in Address.objects.filter(person_id=person_id):
        mine[row.channel].append(row)
    chosen = addresses.preferences(person_id)
    shown = []
    for name in held.channels if held else []:
        channel = addresses.usable(name, held)
        if channel is not None:
            own = {group: when for (each, group), when in chosen.items() if each == name}
            shown.append(Own(channel, [(row, channel.shown(row.address)) for row in mine[name]], own))
    labels = {own.channel.name: own.channel.label for own in shown}
    sent = [
        Sent(
            row, labels.get(row.channel, row.channel), outside.sentence(row.occasion, row.count),
            _TONES.get(row.state, "perhatian"),
        )
        for row in records.own(person_id)
    ]  # fmt: skip
    return Notices(shown, hours.hours_of(held), sent)
