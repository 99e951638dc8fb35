"""Roles, ways in, and the question who rates whom. Each act: one transaction, one ledger entry."""

from kinerja.base.access.actions.accounts import (
    deactivate_account,
    issue_codes,
    reactivate_account,
    sign_in_link,
)
from kinerja.base.access.actions.disputes import dispute_rater, settle_dispute
from kinerja.base.access.actions.grants import grant_role, revoke_role
from kinerja.base.access.actions.operators import make_operator
from kinerja.base.access.actions.systems import connect_system, revoke_system

__all__ = [
    "connect_system",
    "deactivate_account",
    "dispute_rater",
    "grant_role",
    "issue_codes",
    "make_operator",
    "reactivate_account",
    "revoke_role",
    "revoke_system",
    "settle_dispute",
    "sign_in_link",
]
