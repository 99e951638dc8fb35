"""What people do with reports and their evidence. Each act is one transaction with one ledger entry a report."""

from kinerja.areas.reporting.actions.accepting import accept_many
from kinerja.areas.reporting.actions.changing import correct, withdraw
from kinerja.areas.reporting.actions.deciding import accept, send_back
from kinerja.areas.reporting.actions.filling import end_opening, open_days, set_filling_rule
from kinerja.areas.reporting.actions.importing import apply_import, receive_file, rows_to_mend
from kinerja.areas.reporting.actions.looking import explain, look
from kinerja.areas.reporting.actions.proving import add_evidence, remove_evidence
from kinerja.areas.reporting.actions.reminding import remind_softly
from kinerja.areas.reporting.actions.submitting import submit
from kinerja.areas.reporting.actions.templating import (
    add_starters,
    change_template,
    keep_draft,
    remove_template,
    save_template,
)
from kinerja.areas.reporting.actions.writing import Entry

__all__ = [
    "Entry",
    "accept",
    "accept_many",
    "add_evidence",
    "add_starters",
    "apply_import",
    "change_template",
    "correct",
    "end_opening",
    "explain",
    "keep_draft",
    "look",
    "open_days",
    "receive_file",
    "remove_evidence",
    "remind_softly",
    "remove_template",
    "rows_to_mend",
    "save_template",
    "send_back",
    "set_filling_rule",
    "submit",
    "withdraw",
]
