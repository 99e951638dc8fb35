"""Who may come in now: what is being sent before what is only read, and a plain no, early, to what would wait too long.

A report that is being sent waits for a place; a page that is only looked at is refused first, and at once when the queue is
already longer than patience. Every tenth place goes to a reading, so that a flood of sendings cannot close the house.
"""

import asyncio
import contextlib
import random
import time
from collections import deque
from collections.abc import AsyncIterator

from kinerja.tools.serving.limits import Limits
from kinerja.tools.serving.load import Load

#: of so many places that come free, one is a reading's
TURN = 10
#: weight of the newest request in the mean time one takes
NEWEST = 0.05


class Busy(Exception):
    """No room (`retry_after`: when to come again), or no process that answers. Nothing was sent: it may be repeated."""

    def __init__(self, retry_after: int | None = None) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


class Admission:
    """The places inside the page processes, and the two queues for them."""

    def __init__(self, limits: Limits, load: Load) -> None:
        self._limits = limits
        self._load = load
        self._free = limits.inside
        self._turn = 0
        self._seconds = 0.0
        self._waiting: dict[bool, deque[asyncio.Future[None]]] = {True: deque(), False: deque()}

    @property
    def waiting(self) -> int:
        return len(self._waiting[True]) + len(self._waiting[False])

    @contextlib.asynccontextmanager
    async def place(self, *, sending: bool) -> AsyncIterator[None]:
        """A place inside. Raises Busy, with the seconds after which to come again."""
        began = time.monotonic()
        await self._take(sending=sending)
        entered = time.monotonic()
        self._load.came_in(sending=sending, waited=entered - began)
        try:
            yield
        finally:
            self._seconds += NEWEST * (time.monotonic() - entered - self._seconds)
            self._give_back()

    async def _take(self, *, sending: bool) -> None:
        if self._free:
            self._free -= 1
            return
        queue = self._waiting[sending]
        patience = self._limits.sending_seconds if sending else self._limits.queue_seconds
        most = self._limits.sending_queue if sending else self._limits.queue
        if len(queue) >= most or self._would_wait(sending=sending) > patience:
            raise self._refusal(sending=sending)
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(place)
        try:
            async with asyncio.timeout(patience):
                await place
        except BaseException as ended:
            if place.done() and not place.cancelled():
                self._give_back()  # it was given in the moment we left
            elif place in queue:
                queue.remove(place)
            if isinstance(ended, TimeoutError):
                raise self._refusal(sending=sending) from None
            raise

    def _would_wait(self, *, sending: bool) -> float:
        """Seconds that the last of the queue would wait, as long as requests take now what they took lately."""
        ahead = len(self._waiting[True]) + (0 if sending else len(self._waiting[False]))
        return (ahead + 1) * self._seconds / self._limits.inside

    def _refusal(self, *, sending: bool) -> Busy:
        self._load.refused(sending=sending)
        # not all in the same second, and a sending sooner than a reading
        return Busy(random.randint(2, 6) if sending else random.randint(5, 15))  # noqa: S311 - spread, not secret

    def _give_back(self) -> None:
        """The place goes to who waits, else it is free."""
        sending, reading = self._waiting[True], self._waiting[False]
        self._turn = (self._turn + 1) % TURN
        first = (reading, sending) if self._turn == 0 else (sending, reading)
        for queue in first:
            while queue:
                place = queue.popleft()
                if not place.done():
                    place.set_result(None)
                    return
        self._free += 1
