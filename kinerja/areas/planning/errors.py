"""How planning says no. Each sentence is said where the act is refused; these are its kinds."""

from kinerja.tools.refusals import BadInput, NotYours, Refusal


class PeriodNotOpen(Refusal):
    """The period is not opened yet, or already closed."""


class PeriodRefused(Refusal):
    """The period cannot make this move now."""


class AgreementLocked(Refusal):
    """The Perjanjian Kinerja is signed, or cannot be signed yet."""


class SkpLocked(Refusal):
    """The SKP cannot be changed or moved in the state it is in."""


class SkpIncomplete(Refusal):
    """Something the law asks for is missing, so it can be neither proposed nor agreed."""


class NoRater(Refusal):
    """Nobody can rate this person today."""


class LineInUse(Refusal):
    """A result or IKU that others support cannot be removed."""


class NotTheRater(NotYours):
    """Only today's rater decides."""


class NotTheHead(NotYours):
    """Only the head of the unit signs."""


class UnlawfulReason(BadInput):
    """A change without one of the reasons that the rules know."""
