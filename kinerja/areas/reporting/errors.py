"""How reporting says no. Each sentence is said where the act is refused; these are its kinds."""

from kinerja.tools.refusals import BadInput, NotYours, Refusal


class NotReportable(Refusal):
    """The indicator takes no reports now: no agreed SKP, or its period is not open."""


class WrongDay(BadInput):
    """The day lies outside the SKP or in the future."""


class WrongValue(BadInput):
    """The figure cannot be a progress."""


class KeyUsed(BadInput):
    """The client's id belongs to another report."""


class WrongState(Refusal):
    """The report cannot make this move from the state it is in."""


class NotYourIndicator(NotYours):
    """The indicator belongs to somebody else's SKP."""


class NotYourReport(NotYours):
    """Only the person who reported may do this."""


class NotTheRater(NotYours):
    """Only today's rater decides, and nobody decides on his own report."""


class EvidenceGone(Refusal):
    """The file was removed."""

    status = 410


class EvidenceRefused(BadInput):
    """This file may not be attached: too many, or removed before as personal data."""


class WrongTemplate(BadInput):
    """A template without name or rows, or one too many."""


class ImportRefused(BadInput):
    """A file of reports that cannot be taken as a whole."""


class LateReason(BadInput):
    """A late report without its reason."""


class Locked(Refusal):
    """The day is locked, and nobody opened it again."""


class OpeningRefused(BadInput):
    """Locked days cannot be opened like this, or not by this person."""


class Unreadable(BadInput):
    """What a device sent cannot be read as a report."""


class SampleUnopened(Refusal):
    """Several reports are accepted together only after a sample of them was opened."""
