"""What people do with reports and their evidence. Each act is one transaction with one ledger entry a report."""

from kinerja.areas.reporting.actions.changing import correct, withdraw
from kinerja.areas.reporting.actions.deciding import accept, send_back
from kinerja.areas.reporting.actions.proving import add_evidence, remove_evidence
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
    "add_evidence",
    "add_starters",
    "change_template",
    "correct",
    "keep_draft",
    "remove_evidence",
    "remove_template",
    "save_template",
    "send_back",
    "submit",
    "withdraw",
]
