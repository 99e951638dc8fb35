"""The live board: for each person a superior rates, how the results stand, what waits, the next talk. Sets, never loops."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.monitoring.queries.trails import Beside, beside
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.queries import (
    Progress,
    Watched,
    pace_at,
    progress_of,
    watched_and_free,
)
from kinerja.base.organization.lines import Seat, seats_rated_by
from kinerja.rules.codes import PaceState
from kinerja.rules.monitoring.pace import Pace
from kinerja.rules.monitoring.share import linear
from kinerja.rules.verdict import Verdict

#: the worst first
ORDER = [
    PaceState.BERISIKO,
    PaceState.TERTINGGAL,
    PaceState.BELUM_ADA_LAPORAN,
    PaceState.SESUAI_JALUR,
    PaceState.BELUM_MULAI,
]
_RANK = {state: rank for rank, state in enumerate(ORDER)}
TONES = {
    PaceState.BERISIKO: "bahaya",
    PaceState.TERTINGGAL: "perhatian",
    PaceState.BELUM_ADA_LAPORAN: "perhatian",
    PaceState.SESUAI_JALUR: "baik",
    PaceState.BELUM_MULAI: "netral",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator with where it stands today; `rank` by how badly."""

    indicator: Watched
    progress: Progress
    verdict: Verdict[Pace]
    rank: int

    @property
    def state(self) -> PaceState:
        return self.verdict.value.state

    @property
    def tone(self) -> str:
        return TONES[self.state]


@dataclass
class Row:
    """One line of the board: a person, the standing of each indicator, the last report, what waits."""

    seat: Seat
    standings: list[Standing] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)

    @property
    def has_skp(self) -> bool:
        return bool(self.standings)

    @cached_property
    def worst(self) -> Standing | None:
        return min(self.standings, key=lambda standing: standing.rank, default=None)

    @property
    def last_sent_at(self) -> datetime | None:
        sent = [each.progress.last_sent_at for each in self.standings if each.progress.last_sent_at]
        return max(sent, default=None)

    @cached_property
    def waiting(self) -> int:
        """Reports nobody has looked at yet."""
        return sum(standing.progress.waiting for standing in self.standings)

    def counts(self) -> list[tuple[PaceState, int, str]]:
        """How many results stand how, the worst first, with the tone of the chip."""
        ranks = [standing.rank for standing in self.standings]
        return [(ORDER[rank], ranks.count(rank), TONES[ORDER[rank]]) for rank in sorted(set(ranks))]

    @property
    def needs_attention(self) -> bool:
        """Behind, at risk, without a report or without an SKP."""
        return self.worst is None or self.worst.tone in {"bahaya", "perhatian"}

    def sort_key(self) -> tuple[int, int, str]:
        return self.worst.rank if self.worst else -1, -self.waiting, self.seat.name


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines of a board: whose name, post or unit holds a text, only who needs attention, by name instead of worst first."""

    text: str = ""
    attention: bool = False
    by_name: bool = False

    def holds(self, row: Row) -> bool:
        seat, text = row.seat, self.text.casefold()
        said = f"{seat.name} {seat.position_title} {seat.unit_name}".casefold()
        return text in said and (row.needs_attention or not self.attention)


@dataclass
class Board:
    """Everybody a superior rates today; `rows` are the lines that were asked for, in their order."""

    everybody: list[Row]
    rows: list[Row]
    free: frozenset[date]
    today: date

    def draw(self, rows: list[Row]) -> list[Row]:
        """The same lines with what is drawn beside them. One query."""
        asked = [(row.seat.person_id, row.worst.indicator if row.worst else None) for row in rows]
        found = beside(asked, self.today, self.free) if rows else {}
        for row in rows:
            row.beside = found[row.seat.person_id]
        return rows


def board(rater_id: UUID, today: date, wanted: Wanted | None = None) -> Board:
    """Everybody this superior rates today, the worst first. Three queries whatever the size of the team."""
    wanted = wanted or Wanted()
    everybody = {seat.person_id: Row(seat) for seat in seats_rated_by(rater_id, today)}
    free = _fill(everybody, today)
    rows = [row for row in everybody.values() if wanted.holds(row)]
    if not wanted.by_name:
        rows.sort(key=Row.sort_key)
    return Board([*everybody.values()], rows, free, today)


def row_of(rater_id: UUID, person_id: UUID, today: date) -> Row | None:
    """The line of one person on this superior's board; None when he does not rate that person."""
    rows = {
        seat.person_id: Row(seat) for seat in seats_rated_by(rater_id, today) if seat.person_id == person_id
    }
    free = _fill(rows, today)
    Board([], [], free, today).draw([*rows.values()])
    return rows.get(person_id)


def standings_of(person_id: UUID, today: date) -> list[Standing]:
    """How each of a person's own indicators stands today, in the order of the form. Two queries."""
    return _standings([person_id], today)[0]


def _fill(rows: dict[UUID, Row], today: date) -> frozenset[date]:
    found, free = _standings(rows, today)
    for standing in found:
        rows[standing.indicator.person_id].standings.append(standing)
    return free


def _standings(person_ids: Iterable[UUID], today: date) -> tuple[list[Standing], frozenset[date]]:
    """The days' work due is reckoned once for each span of an SKP, not for each indicator."""
    lines, free = watched_and_free(person_ids, today)
    if not lines:
        return [], free
    begin, spans = min(each.begins for each in lines), {(each.begins, each.ends) for each in lines}
    shares = {span: linear(*span, today, free) for span in spans}
    found = progress_of([each.id for each in lines], begin, today)
    return [_standing(each, found[each.id], shares[each.begins, each.ends], today) for each in lines], free


def _standing(line: Watched, progress: Progress, share: Fraction, today: date) -> Standing:
    verdict = pace_at(line, progress, share, today)
    return Standing(line, progress, verdict, _RANK[verdict.value.state])


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
