"""What people do in assessment."""

from kinerja.areas.assessment.actions.rating import Choice, receive, reopen, save_draft, sign
from kinerja.areas.assessment.actions.reviews import (
    close_review,
    hand_out_receipts,
    open_review,
    release_receipts,
    reopen_review,
)
from kinerja.areas.assessment.actions.units import explain_curve, set_unit_predicate

__all__ = [
    "Choice", "close_review", "explain_curve", "hand_out_receipts", "open_review", "receive", "release_receipts",
    "reopen", "reopen_review", "save_draft", "set_unit_predicate", "sign",
]  # fmt: skip
