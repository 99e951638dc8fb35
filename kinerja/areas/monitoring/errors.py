"""How monitoring says no."""

from kinerja.tools.refusals import BadInput, NotYours


class NotYourSubordinate(NotYours):
    """Feedback goes from the one who rates to the one who is rated."""


class WrongReference(BadInput):
    """The result or report named does not belong to the person."""
