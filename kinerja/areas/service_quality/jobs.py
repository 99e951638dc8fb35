"""What happens by itself: files that nobody came back for are forgotten."""

from uuid import UUID

from kinerja.areas.service_quality import actions
from kinerja.tools.jobs.registry import job


@job("service_quality.tidy")
def tidy(instansi_id: UUID) -> None:
    """Forget the rows of files that nobody imported within a day."""
    actions.tidy()
