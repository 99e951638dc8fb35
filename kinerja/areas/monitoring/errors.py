"""How monitoring says no."""

from kinerja.tools.refusals import BadInput, NotYours, Refusal


class NotYourSubordinate(NotYours):
    """Feedback goes from the one who rates to the one who is rated."""


class WrongReference(BadInput):
    """The result or report named does not belong to the person."""


class NotYourAlert(NotYours):
    """A warning is answered by the one who rates the person, or by whom it was passed on to."""


class TalkOver(Refusal):
    """A talk that was held is not held again."""


class DisplayOver(Refusal):
    """A link that was taken back is not taken back again."""


class AlertEnded(Refusal):
    """A warning that is over takes no more answers."""
