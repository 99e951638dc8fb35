"""The live board: for each person a superior rates, how the results stand and what waits. Sets, never loops."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.queries import indicators_of_people
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import Progress, free_days_around, pace_from, progress_of
from kinerja.base.organization.lines import Seat, seats_rated_by
from kinerja.rules.codes import PaceState
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.verdict import Verdict

#: the worst first
ORDER = [
    PaceState.BERISIKO,
    PaceState.TERTINGGAL,
    PaceState.BELUM_ADA_LAPORAN,
    PaceState.SESUAI_JALUR,
    PaceState.BELUM_MULAI,
]
TONES = {
    PaceState.BERISIKO: "bahaya",
    PaceState.TERTINGGAL: "perhatian",
    PaceState.BELUM_ADA_LAPORAN: "perhatian",
    PaceState.SESUAI_JALUR: "baik",
    PaceState.BELUM_MULAI: "netral",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator with where it stands today."""

    indicator: Indicator
    progress: Progress
    verdict: Verdict[Pace]

    @property
    def state(self) -> PaceState:
        return self.verdict.value.state

    @property
    def tone(self) -> str:
        return TONES[self.state]


@dataclass(slots=True)
class Row:
    """One line of the board: a person, the standing of each indicator, the last report, what waits."""

    seat: Seat
    standings: list[Standing] = field(default_factory=list)

    @property
    def has_skp(self) -> bool:
        return bool(self.standings)

    @property
    def worst(self) -> Standing | None:
        return min(self.standings, key=lambda standing: ORDER.index(standing.state), default=None)

    @property
    def last_sent_at(self) -> datetime | None:
        sent = [
            standing.progress.last_sent_at for standing in self.standings if standing.progress.last_sent_at
        ]
        return max(sent, default=None)

    @property
    def waiting(self) -> int:
        """Reports nobody has looked at yet."""
        return sum(standing.progress.waiting for standing in self.standings)

    def counts(self) -> list[tuple[PaceState, int, str]]:
        """How many results stand how, the worst first, with the tone of the chip."""
        states = [standing.state for standing in self.standings]
        return [(state, states.count(state), TONES[state]) for state in ORDER if state in states]

    def sort_key(self) -> tuple[int, int, str]:
        worst = ORDER.index(self.worst.state) if self.worst else -1
        return worst, -self.waiting, self.seat.name


def board(rater_id: UUID, today: date) -> list[Row]:
    """Everybody this superior rates today, the worst first. Four queries whatever the size of the team."""
    rows = {seat.person_id: Row(seat) for seat in seats_rated_by(rater_id, today)}
    _fill(rows, indicators_of_people(rows, today), today)
    return sorted(rows.values(), key=Row.sort_key)


def row_of(rater_id: UUID, person_id: UUID, today: date) -> Row | None:
    """The line of one person on this superior's board; None when he does not rate that person."""
    rows = {
        seat.person_id: Row(seat) for seat in seats_rated_by(rater_id, today) if seat.person_id == person_id
    }
    _fill(rows, indicators_of_people(rows, today), today)
    return rows.get(person_id)


def standings_of(person_id: UUID, today: date) -> list[Standing]:
    """How each of a person's own indicators stands today."""
    return _standings(indicators_of_people([person_id], today), today)


def _fill(rows: dict[UUID, Row], indicators: list[Indicator], today: date) -> None:
    for standing in _standings(indicators, today):
        rows[standing.indicator.rhk.skp.person_id].standings.append(standing)


def _standings(indicators: list[Indicator], today: date) -> list[Standing]:
    if not indicators:
        return []
    free_days = free_days_around(indicators)
    begin = min(indicator.rhk.skp.begins for indicator in indicators)
    found = progress_of([indicator.pk for indicator in indicators], begin, today)
    return [
        Standing(each, found[each.pk], pace_from(each, found[each.pk], today, free_days))
        for each in indicators
    ]


def queue(person_ids: Iterable[UUID], limit: int = 50) -> list[Report]:
    """Reports of these people that nobody has looked at, oldest first, with their evidence."""
    waiting = Report.objects.waiting_for(list(person_ids)).select_related(
        "person", "indicator", "indicator__rhk"
    )
    return list(waiting.prefetch_related("evidence")[:limit])


def recent_reports(person_id: UUID, limit: int = 20) -> list[Report]:
    """A person's newest reports with their evidence."""
    rows = Report.objects.of(person_id).select_related("indicator").prefetch_related("evidence")
    return list(rows.order_by("-day", "-sent_at")[:limit])


def feedback_for(person_id: UUID, limit: int = 50) -> list[Feedback]:
    """What was said to a person, newest first."""
    return list(Feedback.objects.filter(person_id=person_id).select_related("by", "rhk", "report")[:limit])


def feedback_by(person_id: UUID, limit: int = 50) -> list[Feedback]:
    """What a person said to others, newest first."""
    return list(Feedback.objects.filter(by_id=person_id).select_related("person", "rhk", "report")[:limit])
