"""Which job runs when, and why then. Cron lines are in UTC: WIB is seven hours later."""

from kinerja.tools.jobs.schedule import Scheduled

SCHEDULE: tuple[Scheduled, ...] = (
    Scheduled("siasn.tidy", "17 * * * *", "uploads that nobody imports go after a day, lists of problems after seven"),
)
