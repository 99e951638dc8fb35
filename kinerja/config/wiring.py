"""What stands behind the tools: named in the settings by dotted path, so that no tool knows a room above it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from kinerja.base.inbox import channels
from kinerja.base.tenancy.context import inside
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later
from kinerja.tools.jobs.registry import takes_sets
from kinerja.tools.live.dispatcher import Wake

#: subjects of one job: its transaction stays short
MOST_SUBJECTS = 200


def wake(calls: Sequence[Wake]) -> None:
    """Enqueue the jobs that acts of one moment woke, once for each thing that was acted on while it waits.

    A job that takes sets is enqueued once for all of its kind: in a rush many reports come in the same moment.
    """
    sets: dict[tuple[str, UUID, str], list[str]] = {}
    for call in calls:
        if takes_sets(call.job):
            sets.setdefault((call.job, call.instansi_id, call.subject_type), []).append(str(call.subject_id))
        else:
            _wake_one(call.job, call.instansi_id, call.subject_type, str(call.subject_id))
    for (job, instansi_id, subject_type), subjects in sets.items():
        if len(subjects) == 1:
            _wake_one(job, instansi_id, subject_type, subjects[0])
            continue
        for start in range(0, len(subjects), MOST_SUBJECTS):
            chosen = subjects[start : start + MOST_SUBJECTS]
            later(job, instansi_id, subject_type=subject_type, subject_ids=chosen)


def _wake_one(job: str, instansi_id: UUID, subject_type: str, subject_id: str) -> None:
    later(
        job,
        instansi_id,
        debounce=f"{subject_type}:{subject_id}",
        subject_type=subject_type,
        subject_id=subject_id,
    )


def every_instansi() -> Iterable[UUID]:
    """For jobs on a schedule: each instansi of this installation."""
    return Instansi.objects.values_list("pk", flat=True)


@contextmanager
def inside_at_the_moved_hour(instansi_id: UUID) -> Iterator[None]:
    """For the jobs of a demonstration: their clock stands where that of the pages stands."""
    with inside(instansi_id), clock.shifted(timedelta(seconds=Installation.shift_seconds())):
        yield


#: channel → the adapter behind it, loaded only when the operator configured it
CHANNELS = {
    "mail": "kinerja.adapters.mail.channel.Mail",
    "webpush": "kinerja.adapters.webpush.channel.WebPush",
    "telegram": "kinerja.adapters.telegram.channel.Telegram",
    "whatsapp": "kinerja.adapters.whatsapp.channel.WhatsApp",
}
#: what a demonstration has instead: nothing of it reaches the network
SAMPLES = {"mail": "kinerja.adapters.mail.sample.SampleMail"}


def open_channels() -> None:
    """Register every channel that is configured; half a configuration stops the start with a sentence."""
    if settings.DEMO:
        sample = {
            "url": "smtp://localhost",
            "sender": "kinerja@example.go.id",
            "folder": settings.DATA_DIR / "outbox",
        }
        channels.register(import_string(SAMPLES["mail"])(**sample))
        return
    for name, given in settings.NOTICE_CHANNELS.items():
        missing = [key for key, value in given.items() if not value]
        if len(missing) == len(given):
            continue
        if missing or not settings.PUBLIC_ADDRESS:
            raise ImproperlyConfigured(
                f"The channel {name} needs all of its settings and KINERJA_PUBLIC_ADDRESS (docs/how-to/set-up-notices.md)."
            )
        channels.register(import_string(CHANNELS[name])(**given))
