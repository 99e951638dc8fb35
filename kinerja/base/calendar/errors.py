"""Refusals of the calendar."""

from kinerja.tools.refusals import Refusal


class CalendarRefused(Refusal):
    """A day or an outage cannot be entered or withdrawn like this."""
