"""Refusals of the organisation: what happened, why, what to do now."""

from kinerja.tools.refusals import BadInput, Refusal


class OrganizationRefusal(Refusal):
    """A change of units, posts or people does not fit what holds on those days."""


class WrongDay(OrganizationRefusal, BadInput):
    """The day given cannot be the day of this change."""

    status = 422


class WrongText(OrganizationRefusal, BadInput):
    """A text given cannot be taken."""

    status = 422
