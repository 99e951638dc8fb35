"""What goes by itself: how long forms took, after half a year."""

from uuid import UUID

from kinerja.base.access.effort import forget_old
from kinerja.tools.jobs.registry import job


@job("access.forget_effort")
def forget(instansi_id: UUID) -> None:
    """Delete old efforts."""
    forget_old()
