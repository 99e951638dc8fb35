"""The movable clock of a demonstration: what is due in a week can be seen today."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.adapters.jambi import verbs
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Installation, Instansi
from kinerja.rules.wording import tanggal
from kinerja.tools import clock
from kinerja.tools.jobs.queue import later
from kinerja.tools.refusals import BadInput, Refusal

DAY, WEEK, QUARTER, REAL = "hari", "minggu", "triwulan", "sekarang"
#: the buttons, in their order; the last one only when the clock is moved
STEPS = (
    (DAY, gettext_lazy("Maju sehari")),
    (WEEK, gettext_lazy("Maju seminggu")),
    (QUARTER, gettext_lazy("Ke akhir triwulan")),
    (REAL, gettext_lazy("Kembali ke hari sebenarnya")),
)
#: a year after the demonstration's own nothing is left to see
MOST = timedelta(days=366)
#: jobs of the night and the morning that days passed over would have run
DAILY = ("organization.day_begins", "inbox.escalate")


class NotADemonstration(Refusal):
    """The clock of a real installation stands where the world's stands."""

    status = 404


@transaction.atomic
def move_clock(step: str, *, by: Person) -> date:
    """Move the clock of the whole demonstration, for everybody who looks at it. Returns the new day."""
    row = Installation.objects.select_for_update().filter(is_demo=True).first()
    if row is None:
        raise NotADemonstration(_("Tanggal hanya dapat dipindahkan pada peragaan."))
    before = timedelta(seconds=row.clock_shift_seconds)
    distance = -before if step == REAL else _distance(step, clock.today())
    day = clock.today() + distance
    if before + distance > MOST:
        raise BadInput(
            _("Peragaan berakhir sebelum %(day)s. Pilih langkah yang lebih pendek, atau kembali ke hari sebenarnya.")
            % {"day": tanggal(day, _)}
        )  # fmt: skip
    row.clock_shift_seconds = int((before + distance).total_seconds())
    row.save(update_fields=["clock_shift_seconds"])
    for instansi_id in Instansi.objects.values_list("pk", flat=True):
        for job in DAILY:
            later(job, instansi_id, debounce="clock")
    record(
        verbs.CLOCK_MOVED, Instansi.objects.get(pk=current_id()), by=by,
        topics=[topics.instansi(current_id())], step=step, day=day,
    )  # fmt: skip
    return day


def _distance(step: str, today: date) -> timedelta:
    if step == QUARTER:
        end = quarter_end(today)
        return (end if today < end else quarter_end(today + timedelta(days=1))) - today
    days = {DAY: 1, WEEK: 7}
    if step not in days:
        raise BadInput(
            _("Langkah tanggal itu tidak dikenal. Muat ulang halaman dan pilih salah satu tombolnya.")
        )
    return timedelta(days=days[step])


def quarter_end(day: date) -> date:
    """The last day of the quarter that holds `day`."""
    after = (day.month - 1) // 3 * 3 + 4
    return date(day.year + after // 13, after % 12, 1) - timedelta(days=1)
