"""Which job runs when, and why then. Cron lines are in UTC: WIB is seven hours later."""

from kinerja.tools.jobs.schedule import Scheduled

SCHEDULE: tuple[Scheduled, ...] = (
    Scheduled(
        "organization.day_begins", "2 17 * * *", "two minutes past midnight WIB planned changes take effect"
    ),
    Scheduled(
        "monitoring.nightly",
        "5 23 * * *",
        "at 06.05 WIB, before the day's first page, everybody's forecast has the night behind it",
    ),
    Scheduled(
        "monitoring.pass_on",
        "35 23 * * *",
        "at 06.35 WIB, after the night's forecasts, warnings that nobody answered reach the level above, once",
    ),
    Scheduled(
        "inbox.escalate",
        "5 0 * * *",
        "at 07.05 WIB, before work begins, what is overdue reaches the leader above",
    ),
    Scheduled(
        "inbox.digest",
        "2 * * * *",
        "the digest goes at an hour the instansi chose; two minutes past each, so that one that was missed is made up for",
    ),
    Scheduled(
        "inbox.tidy",
        "40 17 * * *",
        "at 00.40 WIB people who left yesterday have left: their addresses go, and records older than 90 days",
    ),
    Scheduled(
        "access.forget_effort",
        "20 18 * * 0",
        "on Monday after midnight WIB a week is over: what is older than half a year goes",
    ),
    Scheduled(
        "reporting.remind_softly",
        "10,25,40,55 0-8 * * *",
        "in office hours, within the hour before a unit's soft deadline, in the days before a month is locked",
    ),
    Scheduled(
        "siasn.tidy",
        "17 * * * *",
        "uploads that nobody imports go after a day, lists of problems after seven",
    ),
    Scheduled(
        "service_quality.tidy", "27 * * * *", "rows of volume files that nobody imports go after a day"
    ),
)
