"""Who writes a kind of document, by dotted name: its library is loaded by the process that first writes one."""

from collections.abc import Callable

from django.utils.module_loading import import_string


def writer(name: str) -> Callable[..., bytes]:
    """The function of this dotted name."""
    found: Callable[..., bytes] = import_string(name)
    return found
