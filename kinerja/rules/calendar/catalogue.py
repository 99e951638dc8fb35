"""The rules of `calendar`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.calendar import working_days, working_time
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "calendar.working_time",
        _("Jam kerja"),
        working_time.CITES,
        (working_time.day, working_time.span),
        figures=("working_time.",),
    ),
    Rule(
        "calendar.working_days",
        _("Hari kerja"),
        working_days.CITES,
        (working_days.after, working_days.count),
    ),
)
