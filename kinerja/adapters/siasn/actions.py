"""What people do with imports: send a file, look at what it would change, apply it, discard it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization.actions.units import TREE
from kinerja.base.organization.changing import queue, said_plainly
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.refusals import BadInput, Refusal

from . import people_import, storage, units_import, units_writing, verbs
from .errors import ImportBlocked, ImportClosed
from .models import PROBLEMS_KEPT, UPLOAD_KEPT, ImportRun
from .outcome import Outcome, Progress
from .storage import problems_path, upload_path

IMPORTS = "siasn.import"
#: how much longer a file may lie that no row accounts for
SLACK = timedelta(hours=1)


@transaction.atomic
def receive(*, kind: str, file_name: str, chunks: Iterable[bytes], by: Any) -> ImportRun:
    """Keep a file that somebody sent, to be looked at. The file lies outside the database and is deleted
    afterwards.
    """
    run_id = uuid7()
    size, sha256 = storage.keep(upload_path(current_id(), run_id), chunks)
    run = ImportRun.objects.create(
        id=run_id, kind=kind, uploaded_by=by, uploaded_at=clock.now(), file_name=file_name[-200:], size=size,
        sha256=sha256,
    )  # fmt: skip
    recording.record(verbs.FILE_SENT, run, by=by, sha256=sha256, size=size)
    return run


@transaction.atomic
def preview(run: ImportRun, *, progress: Progress | None = None) -> ImportRun:
    """Find out what the file would change, changing nothing. A file that cannot be read is refused and
    deleted.
    """
    run = _locked(run, ImportRun.State.RECEIVED)
    try:
        with transaction.atomic():
            outcome = _examine(run, progress)[0]
    except BadInput as refusal:
        return _refuse(run, refusal)
    run.result = outcome.as_json()
    run.state = ImportRun.State.FAULTY if outcome.blocked else ImportRun.State.READY
    if outcome.has_problems:
        _write_problems(run, outcome)
    run.save(update_fields=["result", "state", "has_problems_file"])
    return run


@transaction.atomic
def apply(
    run: ImportRun, *, by: Any, skip_bad_rows: bool = False, progress: Progress | None = None
) -> ImportRun:
    """Change people or units to what the file says: all rows, or with `skip_bad_rows` all but the faulty
    ones.

    Raises ImportBlocked when a row cannot be taken (nothing is changed then), ImportClosed when it was done
    before.
    """
    queue(IMPORTS)
    run = _locked(run, *ImportRun.OPEN)
    outcome, plan = _examine(run, progress)
    if outcome.blocked and not skip_bad_rows:
        raise ImportBlocked(
            _(
                "Tidak ada yang diimpor karena %(count)d baris bermasalah. Perbaiki baris itu dalam berkas "
                "lalu unggah lagi, "
                "atau pilih “Impor tanpa baris bermasalah”."
            )
            % {"count": outcome.blocked},
            outcome.problems,
        )
    with said_plainly(_crossed()):
        digests = _write(run, plan, by)
    refresh_statistics()
    run.result, run.skip_bad_rows = outcome.as_json(), skip_bad_rows
    _finish(run, ImportRun.State.DONE)
    verb = verbs.PEOPLE_IMPORTED if run.kind == ImportRun.Kind.PEOPLE else verbs.UNITS_IMPORTED
    told = [topics.instansi(run.tenant)]
    if not recording.record_batches(verb, run, by=by, digests=digests, topics=told):
        recording.record(verbs.NOTHING_CHANGED, run, by=by, sha256=run.sha256)
    return run


@transaction.atomic
def discard(run: ImportRun, *, by: Any) -> ImportRun:
    """Leave a file unimported; it is deleted at once."""
    run = _locked(run, *ImportRun.OPEN)
    _finish(run, ImportRun.State.DISCARDED)
    recording.record(verbs.FILE_DISCARDED, run, by=by, sha256=run.sha256)
    return run


@transaction.atomic
def wait(run: ImportRun, *, skip_bad_rows: bool) -> ImportRun:
    """Note that a large import was asked for; a job applies it."""
    run = _locked(run, ImportRun.State.READY, ImportRun.State.FAULTY)
    if run.state == ImportRun.State.FAULTY and not skip_bad_rows:
        raise ImportBlocked(
            _(
                "Berkas ini masih berisi baris bermasalah. Perbaiki dan unggah lagi, atau pilih “Impor "
                "tanpa baris bermasalah”."
            )
        )
    run.state, run.skip_bad_rows = ImportRun.State.WAITING, skip_bad_rows
    run.save(update_fields=["state", "skip_bad_rows"])
    return run


@transaction.atomic
def give_up(run: ImportRun, refusal: Refusal) -> ImportRun:
    """A waiting import could not be applied: say why, keep the file for another try."""
    run = _locked(run, ImportRun.State.WAITING)
    run.state, run.refusal = ImportRun.State.FAULTY, refusal.sentence
    run.save(update_fields=["state", "refusal"])
    return run


@transaction.atomic
def tidy() -> int:
    """Delete files that nobody imported within a day, and workbooks of problems after seven days."""
    now = clock.now()
    abandoned = list(ImportRun.objects.abandoned(now))
    for run in abandoned:
        _finish(run, ImportRun.State.DISCARDED)
        recording.record(verbs.FILE_DISCARDED, run, by=None, sha256=run.sha256)
    for run in ImportRun.objects.with_old_problems(now):
        storage.forget_on_commit(problems_path(run.tenant, run.pk))
    old = ImportRun.objects.with_old_problems(now).update(has_problems_file=False)
    real = clock.real_now()  # files know the machine's own time only
    storage.forget_orphans(
        current_id(), uploads_before=real - UPLOAD_KEPT - SLACK, workbooks_before=real - PROBLEMS_KEPT - SLACK
    )
    return len(abandoned) + old


def _locked(run: ImportRun, *states: str) -> ImportRun:
    found = ImportRun.objects.select_for_update().get(pk=run.pk)
    if found.state not in states:
        raise ImportClosed(
            _(
                "Impor ini sudah berstatus “%(state)s”, jadi langkah ini tidak berlaku lagi. Lihat "
                "hasilnya, atau unggah berkas baru."
            )
            % {"state": found.get_state_display()}
        )
    return found


def _examine(run: ImportRun, progress: Progress | None) -> tuple[Outcome, Any]:
    path, today = upload_path(run.tenant, run.pk), clock.today()
    if run.kind == ImportRun.Kind.UNITS:
        queue(TREE)
        return units_import.examine(path, today)
    return people_import.examine(path, Instansi.objects.get(pk=run.tenant), today, progress), None


def _crossed() -> dict[str, str]:
    """Constraints that only somebody else's act of this very moment can violate, since all else was
    asked before.
    """
    sentence = _(
        "Data yang sama sedang diubah pengguna lain pada saat yang sama, jadi tidak ada yang diimpor. "
        "Tunggu sebentar, lalu coba lagi."
    )
    return dict.fromkeys(
        (
            "accounts_user_nip_key",
            "organization_person_nip",
            "organization_position_title",
            "organization_position_one_head",
            "organization_assignment_one_post",
            "organization_assignment_one_seat",
            "organization_unit_siasn",
            "organization_unitperiod_one",
        ),
        sentence,
    )


def _write(run: ImportRun, plan: Any, by: Any) -> Iterable[bytes]:
    if run.kind == ImportRun.Kind.UNITS:
        units_writing.write(plan, clock.today(), by)
        return list(plan.digests())
    return people_import.write(clock.today(), getattr(by, "pk", None))


def _write_problems(run: ImportRun, outcome: Outcome) -> None:
    path, to = upload_path(run.tenant, run.pk), problems_path(run.tenant, run.pk)
    if run.kind == ImportRun.Kind.UNITS:
        units_import.write_problems(path, outcome, to)
    else:
        instansi = Instansi.objects.get(pk=run.tenant)
        people_import.write_problems(path, instansi, clock.today(), outcome, to)
    to.chmod(0o600)
    run.has_problems_file = True


def _refuse(run: ImportRun, refusal: BadInput) -> ImportRun:
    run.refusal = refusal.sentence
    _finish(run, ImportRun.State.REFUSED)
    recording.record(verbs.FILE_REFUSED, run, by=run.uploaded_by, sha256=run.sha256, reason=refusal.sentence)
    return run


def _finish(run: ImportRun, state: str) -> None:
    """The import has ended: its file goes once that is certain."""
    run.state, run.finished_at = state, clock.now()
    run.save()
    storage.forget_on_commit(upload_path(run.tenant, run.pk))
    storage.forget_on_commit(storage.progress_path(run.tenant, run.pk))
