"""What people do in planning. Each act is one function, one transaction, one ledger entry."""

from kinerja.areas.planning.actions.periods import (
    change_period,
    close_period,
    create_period,
    open_period,
    reopen_period,
)

__all__ = ["change_period", "close_period", "create_period", "open_period", "reopen_period"]
