"""What other rooms may ask about reports: progress, achievement, pace, the newest, the days of a month. Set-based."""

from kinerja.areas.reporting.queries.burden import burden_of, own_burden
from kinerja.areas.reporting.queries.filling import filling_rule, is_opened
from kinerja.areas.reporting.queries.likeness import Seen, resemblances
from kinerja.areas.reporting.queries.lines import Line, lines_for_update
from kinerja.areas.reporting.queries.pace import (
    Achieved,
    achievements,
    free_days_around,
    indicators_of_skps,
    pace_at,
    pace_from,
    pace_of,
    target_of,
)
from kinerja.areas.reporting.queries.progress import Progress, progress_of
from kinerja.areas.reporting.queries.reading import (
    Day,
    Happening,
    days_of_month,
    history_of,
    last_sent_of,
    latest_reports,
)
from kinerja.areas.reporting.queries.sampling import Sampled, sample_of
from kinerja.areas.reporting.queries.typing_aids import (
    DRAFT_DAYS,
    draft_of,
    newest_day_before,
    reported_on,
    templates_for,
)
from kinerja.areas.reporting.queries.watching import Watched, watched, watched_and_free

__all__ = [
    "DRAFT_DAYS",
    "Achieved",
    "Day",
    "Happening",
    "Line",
    "Progress",
    "Sampled",
    "Seen",
    "Watched",
    "achievements",
    "burden_of",
    "days_of_month",
    "draft_of",
    "filling_rule",
    "free_days_around",
    "history_of",
    "indicators_of_skps",
    "is_opened",
    "last_sent_of",
    "latest_reports",
    "lines_for_update",
    "newest_day_before",
    "own_burden",
    "pace_at",
    "pace_from",
    "pace_of",
    "progress_of",
    "reported_on",
    "resemblances",
    "sample_of",
    "target_of",
    "templates_for",
    "watched",
    "watched_and_free",
]
