"""Processes that do not outlive their parent, whatever killed it."""

import ctypes
import os
import signal
import threading
import time

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def end_with_parent(number: int = signal.SIGTERM) -> None:
    """Ask the kernel to send this process the signal `number` when its parent dies."""
    _libc.prctl(PR_SET_PDEATHSIG, number)


def end_at_once_with_parent() -> None:
    """For a worker whose parent may be killed: nobody is left who would stop it politely."""
    parent = os.getppid()
    end_with_parent(signal.SIGKILL)
    if os.getppid() != parent or parent == 1:
        os._exit(1)


def end_soon_after_parent(grace: float) -> None:
    """For a worker that may hang while it says goodbye (its database is gone too): end it `grace` seconds
    later.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        time.sleep(grace)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
