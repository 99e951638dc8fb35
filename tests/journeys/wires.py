"""A wire between a browser and the product that can be cut: whole, in the middle of a request, or before the answer.

`crowd()` puts a full house in front of the product: every request gets the answer the front gives when there is no room.
"""

import contextlib
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from kinerja.tools.serving import notices

_PIECE = 16 * 1024


class Wire:
    """Forwards bytes to `address` from a port of its own. `cut()` breaks what runs and refuses what comes."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._there = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._is_cut = False
        self._is_full = False
        #: bytes until the next cut in each direction; None: not planned
        self._upward: int | None = None
        self._downward: int | None = None
        self.cuts = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def cut(self) -> None:
        """Now, whatever runs."""
        with self._lock:
            self._is_cut, self._upward, self._downward = True, None, None
            self.cuts += 1
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def crowd(self) -> None:
        """From now on there is no room; what runs is broken off, so that the next request meets the full house."""
        self.cut()
        with self._lock:
            self._is_cut, self._is_full = False, True

    def cut_after(self, chance: random.Random) -> None:
        """Some bytes from now: of what is sent (a report half on its way) or of what is answered (a receipt lost)."""
        with self._lock:
            if chance.random() < 0.5:
                self._upward = chance.randrange(1, 12_000)
            else:
                self._downward = chance.randrange(1, 1_500)

    def mend(self) -> None:
        with self._lock:
            self._is_cut, self._is_full, self._upward, self._downward = False, False, None, None

    @property
    def is_cut(self) -> bool:
        return self._is_cut

    def close(self) -> None:
        self.cut()
        self._listener.close()

    def _listen(self) -> None:
        while True:
            try:
                near, _address = self._listener.accept()
            except OSError:
                return
            if self._is_cut:
                near.close()
                continue
            if self._is_full:
                threading.Thread(target=_send_away, args=(near,), daemon=True).start()
                continue
            try:
                far = socket.create_connection(self._there)
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            for source, sink, way in ((near, far, "_upward"), (far, near, "_downward")):
                threading.Thread(target=self._carry, args=(source, sink, way), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, way: str) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(_PIECE):
                left = getattr(self, way)
                if left is not None and len(piece) >= left:
                    sink.sendall(piece[:left])
                    self.cut()
                    break
                if left is not None:
                    setattr(self, way, left - len(piece))
                sink.sendall(piece)
        for each in (source, sink):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._open -= {source, sink}
        source.close()


class StreamWire(Wire):
    """Only event streams break: pages go through, as where a proxy or a killed process takes the stream alone."""

    def _carry(self, source: socket.socket, sink: socket.socket, way: str) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(_PIECE):
                if way == "_upward" and piece.startswith(b"GET /stream/"):
                    if self.is_broken:
                        break
                    self._streams |= {source, sink}
                sink.sendall(piece)
        for each in (source, sink):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        with self._lock:
            self._open -= {source, sink}
            self._streams -= {source, sink}
        source.close()

    def __init__(self, address: str) -> None:
        self.is_broken, self._streams = False, set[socket.socket]()
        super().__init__(address)

    def break_streams(self) -> None:
        """Now, and whatever asks for one until `mend_streams`."""
        with self._lock:
            self.is_broken = True
            for each in self._streams:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def mend_streams(self) -> None:
        self.is_broken = False


def _send_away(near: socket.socket) -> None:
    """Read one request to its end and say what the front says."""
    with contextlib.suppress(OSError, ValueError), near, near.makefile("rb") as file:
        head = b"".join(iter(lambda: file.readline(), b"\r\n")).lower()
        if b"content-length:" in head:
            file.read(int(head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]))
        sending = head.startswith(b"post") or b"x-kinerja-sending" in head
        near.sendall(notices.answer(503, close=True, words=notices.busy(sending=sending, seconds=1)))


@contextmanager
def wired(address: str, kind: type[Wire] = Wire) -> Iterator[Any]:
    wire = kind(address)
    try:
        yield wire
    finally:
        wire.close()
