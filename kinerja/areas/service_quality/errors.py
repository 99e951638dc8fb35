"""How service quality says no. Each sentence is said where the act is refused; these are its kinds."""

from collections.abc import Sequence
from typing import Any

from kinerja.tools.refusals import BadInput, Refusal


class CatalogueRefused(Refusal):
    """The catalogue cannot be changed like this now."""


class ServiceClosed(Refusal):
    """The service is not given on that day."""


class WrongEntry(BadInput):
    """What was typed for the catalogue cannot be taken."""


class WrongVolume(BadInput):
    """The figures cannot be a day's volume."""


class KeyUsed(BadInput):
    """The client's id belongs to another entry."""


class NeedsReason(WrongVolume):
    """Figures that are stored would change, and nobody said why. `changes`: the first of them."""

    def __init__(self, sentence: str, changes: Sequence[dict[str, Any]] = ()) -> None:
        super().__init__(sentence)
        self.changes = changes


class DeliveryClosed(Refusal):
    """The file has been imported or left."""
