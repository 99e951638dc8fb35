"""Jobs for the tests, registered like any other; they write what they did into `done`."""

from uuid import UUID

from kinerja.base.tenancy.context import current_id
from kinerja.tools.jobs.registry import job

done: list[tuple[UUID, UUID, str]] = []


@job("tests.note")
def note(instansi_id: UUID, word: str = "") -> None:
    """Remember the instansi given and the one whose walls stand."""
    done.append((instansi_id, current_id(), word))


@job("tests.fail")
def fail(instansi_id: UUID) -> None:
    """Fail, so that it is tried again."""
    raise RuntimeError("as asked")
