"""How service quality says no. Each sentence is said where the act is refused; these are its kinds."""

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
