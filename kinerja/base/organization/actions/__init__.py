"""What the personnel agency does to units, posts and people. Each act: one transaction, one ledger entry."""

from kinerja.base.organization.actions.assignments import (
    appoint,
    appoint_acting,
    end_assignment,
    withdraw_assignment,
)
from kinerja.base.organization.actions.daily import apply_due_changes
from kinerja.base.organization.actions.officials import admit_official
from kinerja.base.organization.actions.people import change_person, person_leaves, person_returns
from kinerja.base.organization.actions.positions import close_position, create_position, set_job_class
from kinerja.base.organization.actions.raters import end_rater_override, override_rater
from kinerja.base.organization.actions.teams import add_member, close_team, create_team, remove_member
from kinerja.base.organization.actions.units import (
    close_unit,
    create_unit,
    move_unit,
    rename_unit,
    withdraw_unit_plan,
)

__all__ = [
    "add_member",
    "admit_official",
    "appoint",
    "appoint_acting",
    "apply_due_changes",
    "change_person",
    "close_position",
    "close_team",
    "close_unit",
    "create_position",
    "create_team",
    "create_unit",
    "end_assignment",
    "end_rater_override",
    "move_unit",
    "override_rater",
    "person_leaves",
    "person_returns",
    "remove_member",
    "rename_unit",
    "set_job_class",
    "withdraw_assignment",
    "withdraw_unit_plan",
]
