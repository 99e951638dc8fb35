"""Large imports in the background, and the tidying of what nobody came back for."""

from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from kinerja.base.organization.models import Person
from kinerja.tools.jobs.registry import job
from kinerja.tools.refusals import Refusal

from . import actions, storage
from .models import ImportRun


@job("siasn.preview")
def preview(instansi_id: UUID, run_id: str) -> None:
    """Look at a file that was sent; one that was looked at meanwhile is left alone."""
    run = ImportRun.objects.filter(pk=run_id, state=ImportRun.State.RECEIVED).first()
    if run:
        actions.preview(run, progress=_progress(run))


@job("siasn.apply")
def apply(instansi_id: UUID, run_id: str, by_id: str) -> None:
    """Apply an import somebody asked for; when it is refused, its page says why."""
    run = ImportRun.objects.filter(pk=run_id, state=ImportRun.State.WAITING).first()
    if run is None:
        return
    try:
        with transaction.atomic():
            by = Person.objects.get(pk=by_id)
            actions.apply(run, by=by, skip_bad_rows=run.skip_bad_rows, progress=_progress(run))
    except Refusal as refusal:
        actions.give_up(run, refusal)


@job("siasn.tidy")
def tidy(instansi_id: UUID) -> None:
    """Delete abandoned uploads after a day and workbooks of problems after seven."""
    actions.tidy()


def _progress(run: ImportRun) -> Any:
    return partial(storage.tell_progress, storage.progress_path(run.tenant, run.pk))
