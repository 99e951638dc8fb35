"""What people do in planning. Each act is one function, one transaction, one ledger entry."""

from kinerja.areas.planning.actions.agreements import remove_iku, save_iku, sign_agreement, start_agreement
from kinerja.areas.planning.actions.drafting import (
    remove_indicator,
    remove_rhk,
    save_annex,
    save_indicator,
    save_rhk,
)
from kinerja.areas.planning.actions.guards import require_draft, require_open, require_writable
from kinerja.areas.planning.actions.moves import agree, propose, save_expectations, send_back, take_back
from kinerja.areas.planning.actions.periods import (
    change_period,
    close_period,
    create_period,
    open_period,
    reopen_period,
)
from kinerja.areas.planning.actions.skps import discard_skp, start_skp, start_version

__all__ = [
    "agree",
    "change_period",
    "close_period",
    "create_period",
    "discard_skp",
    "open_period",
    "propose",
    "remove_iku",
    "remove_indicator",
    "remove_rhk",
    "reopen_period",
    "require_draft",
    "require_open",
    "require_writable",
    "save_annex",
    "save_expectations",
    "save_iku",
    "save_indicator",
    "save_rhk",
    "send_back",
    "sign_agreement",
    "start_agreement",
    "start_skp",
    "start_version",
    "take_back",
]
