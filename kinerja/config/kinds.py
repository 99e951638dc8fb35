"""The table of kinds: every message the rooms send → the group a person chooses for (base/inbox/kinds.py)."""

TASK, RESULT, WARNING, SAFETY = "TUGAS", "HASIL", "PERINGATAN", "KEAMANAN"

KINDS: dict[str, str] = {
    # whoever holds an account hears at once when a way into it was made
    "access.code_issued": SAFETY,
    "access.link_issued": SAFETY,
    "access.officer_code": SAFETY,
    "access.role_granted": RESULT,
    "access.role_revoked": RESULT,
    "access.rater_disputed": TASK,
    "access.dispute_settled": RESULT,
    "inbox.channel_paused": RESULT,
    "planning.agreement_signed": RESULT,
    "planning.skp_proposed": TASK,
    "planning.skp_returned": RESULT,
    "planning.skp_agreed": RESULT,
    "planning.expectations_saved": RESULT,
    "planning.skp_taken_back": RESULT,
    "reporting.sent_back": TASK,
    "reporting.opened": TASK,
    "reporting.evidence_removed": RESULT,
    "reporting.volume_too_late": RESULT,
    "alert": WARNING,
    "alert.own": WARNING,
    "alert.passed_on": WARNING,
    "alert.help": WARNING,
    "alert.answered": WARNING,
    "alert.closed": WARNING,
    "alert.recovered": WARNING,
    "alert.check": TASK,
    "feedback": WARNING,
    "talk.planned": TASK,
    "talk.due": TASK,
    "talk.held": WARNING,
    "assessment.review_opened": TASK,
    "assessment.receipt": RESULT,
    "assessment.reopened": RESULT,
    "assessment.unit_predicate": RESULT,
    # of the demonstration's year
    "receipt": RESULT,
    "unit_predicate": RESULT,
}
