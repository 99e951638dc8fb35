"""What happens by itself: changes whose day has come."""

from uuid import UUID

from kinerja.base.organization import actions
from kinerja.tools.jobs.registry import job


@job("organization.day_begins")
def day_begins(instansi_id: UUID) -> None:
    """Bring units up to the day, and close the accounts of people who have left."""
    actions.apply_due_changes()
