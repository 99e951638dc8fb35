"""When something may go out: quiet hours, and the hour of the digest, in WIB. Safety goes at any hour."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kinerja.base.calendar.days import free_days
from kinerja.base.inbox.models import NoticeRule
from kinerja.rules import notice_hours, working_days
from kinerja.tools import clock

FIGURES = ("quiet_from", "quiet_until", "digest_at")


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes since midnight, WIB. Quiet from a later hour than until reaches over midnight; equal: never quiet."""

    quiet_from: int
    quiet_until: int
    digest_at: int

    def is_quiet(self, moment: datetime) -> bool:
        minute = _minute(moment)
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= minute < self.quiet_until
        return minute >= self.quiet_from or minute < self.quiet_until

    def allowed(self, moment: datetime) -> datetime:
        """This moment, or the end of the quiet hours it falls into."""
        if not self.is_quiet(moment):
            return moment
        local = moment.astimezone(clock.WIB)
        day = local.date()
        if _minute(moment) >= self.quiet_until:
            day += timedelta(days=1)
        return at(day, self.quiet_until)


def _minute(moment: datetime) -> int:
    local = moment.astimezone(clock.WIB)
    return local.hour * 60 + local.minute


def at(day: date, minute: int) -> datetime:
    """A minute of a day in WIB."""
    return datetime.combine(day, time(minute // 60, minute % 60), clock.WIB)


def defaults(day: date) -> Hours:
    """What holds when the instansi set nothing: dated figures of our own."""
    usual = notice_hours.usual(day)
    return Hours(usual.quiet_from, usual.quiet_until, usual.digest_at)


def hours_of(rule: NoticeRule | None, day: date | None = None) -> Hours:
    """The hours of an instansi."""
    usual = defaults(day or clock.today())
    if rule is None:
        return usual
    own = [getattr(rule, name) for name in FIGURES]
    return Hours(
        *(getattr(usual, name) if value is None else value for name, value in zip(FIGURES, own, strict=True))
    )


def is_working_day(day: date) -> bool:
    """By the five-day week and the free days an official confirmed."""
    return working_days.is_working_day(day, free_days(day, day))
