"""What happens by itself: a task that nobody did reaches whoever leads its owner."""

from uuid import UUID

from kinerja.base.inbox.escalating import escalate_overdue
from kinerja.tools.jobs.registry import job


@job("inbox.escalate")
def escalate(instansi_id: UUID) -> None:
    """Pass on every task whose due date is gone."""
    escalate_overdue()
