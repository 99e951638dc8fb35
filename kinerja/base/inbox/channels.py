"""The port to the world outside: what a channel is, what it is given, and how it says that something went wrong.

An adapter implements `Channel`; the switchboard registers it when the operator configured it. What it is given holds
no word of any message: `Notice` knows an occasion, a count and addresses of pages, nothing else.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from kinerja.base.inbox.models import Occasion
from kinerja.tools.refusals import BadInput


@dataclass(frozen=True, slots=True)
class Notice:
    """What goes out. `key` is the same at each try; `stop` is the address that ends it; `code` only for CODE."""

    occasion: Occasion
    count: int
    link: str
    key: str
    language: str = "id"
    stop: str = ""
    code: str = ""


class BadAddress(BadInput):
    """What was typed is no address of this channel."""


class Trouble(Exception):
    """A notice was not sent. Its text is for the operator's terminal and holds no address."""


class DeadAddress(Trouble):
    """Nobody is reached there any more: the channel pauses for this person."""


class Rejected(Trouble):
    """This notice will never be taken, though the address may be good."""


class TryLater(Trouble):
    """Not now. `seconds`: what the other side asked for; `whole`: nothing else goes through either until then."""

    def __init__(self, text: str = "", *, seconds: float | None = None, whole: bool = False) -> None:
        super().__init__(text)
        self.seconds = seconds
        self.whole = whole


Send = Callable[[str, Notice], None]


class Channel(Protocol):
    """One way out."""

    name: str
    label: Any
    #: how a person proves that it is hers: types a code that came there ("code"), opens a link ("link"), a device ("device")
    proof: str
    #: a notice that may have been sent may be sent again: the other side joins the two by its key
    repeats_join: bool

    def clean(self, typed: str) -> str:
        """The address as it is kept. Raises BadAddress."""

    def shown(self, address: str) -> str:
        """The address as its own person recognises it; not whole."""

    def start(self, token: str) -> str:
        """For proof by link: the address that a person opens."""

    def session(self) -> AbstractContextManager[Send]:
        """Send several. The function raises Trouble."""

    def check(self) -> str:
        """Whether it works, without sending: empty, or a sentence that says what is wrong."""


_channels: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """The operator configured it."""
    _channels[channel.name] = channel


def unregister(name: str) -> None:
    _channels.pop(name, None)


def get(name: str) -> Channel | None:
    """A configured channel; None when there is none of this name."""
    return _channels.get(name)


def configured() -> Iterator[Channel]:
    """Every channel of this installation."""
    yield from _channels.values()
