"""What other rooms and this one's pages may ask."""

from kinerja.areas.assessment.queries.exports import (
    Parcel,
    counts_of_receipts,
    receipt_lines,
    receipts_in,
    weighed,
)
from kinerja.areas.assessment.queries.facts import Facts, RhkFact, facts_of
from kinerja.areas.assessment.queries.raters import Duty, duties, heads_on
from kinerja.areas.assessment.queries.rating import (
    Team,
    TeamRow,
    UnitCurve,
    Waiting,
    alike,
    assessment_in_force,
    duty_to_rate,
    feedback_in,
    has_rated_everybody,
    leader_default,
    paces,
    receipts_of,
    seat_of,
    tallies,
    team,
    waiting_for,
)
from kinerja.areas.assessment.queries.reviews import (
    Missing,
    ReviewProgress,
    hold_open,
    open_reviews,
    overlapping_review,
    review_named,
    review_progress,
    review_to_show,
    reviews,
    workload,
)
from kinerja.areas.assessment.queries.units import (
    UnitFacts,
    UnitRow,
    curve_notes,
    setter_of,
    unit_facts,
    unit_history,
    unit_predicate,
    unit_predicates,
    units_of_setter,
)

__all__ = [
    "Duty", "Facts", "Missing", "Parcel", "ReviewProgress", "RhkFact", "Team", "TeamRow", "UnitCurve", "UnitFacts",
    "UnitRow", "Waiting", "alike", "assessment_in_force", "counts_of_receipts", "curve_notes", "duties", "duty_to_rate",
    "facts_of", "feedback_in", "has_rated_everybody", "heads_on", "hold_open", "leader_default", "open_reviews",
    "overlapping_review", "paces", "receipt_lines", "receipts_in", "receipts_of", "review_named", "review_progress",
    "review_to_show", "reviews", "seat_of", "setter_of", "tallies", "team", "unit_facts", "unit_history", "unit_predicate",
    "unit_predicates", "units_of_setter", "waiting_for", "weighed", "workload",
]  # fmt: skip
