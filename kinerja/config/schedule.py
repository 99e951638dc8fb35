"""Which job runs when, and why then. Cron lines are in UTC: WIB is seven hours later."""

from kinerja.tools.jobs.schedule import Scheduled

SCHEDULE: tuple[Scheduled, ...] = (
    Scheduled(
        "organization.day_begins", "2 17 * * *", "two minutes past midnight WIB planned changes take effect"
    ),
    Scheduled(
        "inbox.escalate",
        "5 0 * * *",
        "at 07.05 WIB, before work begins, what is overdue reaches the leader above",
    ),
    Scheduled(
        "siasn.tidy",
        "17 * * * *",
        "uploads that nobody imports go after a day, lists of problems after seven",
    ),
)
