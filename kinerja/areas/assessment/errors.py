"""Refusals of this area: each says what happened, why, and what to do now."""

from collections.abc import Sequence

from kinerja.tools.refusals import BadInput, NotYours, Refusal


class ReviewRefused(Refusal):
    """The review's state or days do not allow it."""


class ReviewIncomplete(Refusal):
    """Somebody still has no predikat; `missing` are (name, reason) pairs, so that the page can list them."""

    def __init__(self, sentence: str, missing: Sequence[tuple[str, str]]) -> None:
        super().__init__(sentence)
        self.missing = tuple(missing)


class UnitPredicateRefused(Refusal):
    """The unit's predikat cannot be set now."""


class NotTheLeaderAbove(NotYours):
    """The unit is in sight, but somebody else sets its predikat."""


class UnitFirst(Refusal):
    """The unit's predikat is not set yet, so no employee's can be fixed."""


class NotTheRater(NotYours):
    """Somebody else rates this person in this review."""


class AssessmentRefused(Refusal):
    """The assessment's state does not allow it."""


class AlreadySigned(AssessmentRefused):
    """Somebody was first."""


class ReasonMissing(BadInput):
    """The choice needs a reason, and there is none."""


class NothingToSign(BadInput):
    """One of the two ratings is missing."""
