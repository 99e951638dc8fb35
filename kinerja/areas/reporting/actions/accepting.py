"""Accept several reports at once: after a small sample of them was really opened."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.checking import move, refuse_unless_rater
from kinerja.areas.reporting.actions.writing import topics_of
from kinerja.areas.reporting.errors import SampleUnopened, WrongState, WrongValue
from kinerja.areas.reporting.models import Report
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock

MOST = 50


@transaction.atomic
def accept_many(report_ids: Sequence[UUID], *, by: Person) -> int:
    """Accept all of these or none. Returns how many.

    What somebody decided meanwhile is left as it is. The sample is drawn here, from what is accepted here: whatever a
    browser sends along changes nothing. Raises SampleUnopened with what is still to open, NotTheRater, WrongState, WrongValue.
    """
    ids = list(dict.fromkeys(report_ids))
    if not ids or len(ids) > MOST:
        raise WrongValue(_("Pilih satu sampai %(most)d laporan, lalu terima bersama-sama.") % {"most": MOST})
    rows = (
        Report.objects.for_door().filter(pk__in=ids).order_by("sent_at", "id").select_for_update(of=("self",))
    )
    reports = [each for each in rows if each.is_submitted]
    if not reports:
        raise WrongState(_("Laporan yang dipilih sudah tidak menunggu. Muat ulang Persetujuan."))
    for report in reports:
        refuse_unless_rater(report, by)
    sample = queries.sample_of([each.pk for each in reports], by.pk)
    if waiting := [each for each in sample if not each.is_opened]:
        raise SampleUnopened(
            ngettext(
                "Belum ada yang diterima: bukti %(n)d laporan contoh belum Anda buka. Buka dahulu, lalu terima lagi.",
                "Belum ada yang diterima: bukti %(n)d laporan contoh belum Anda buka. Buka dahulu, lalu terima lagi.",
                len(waiting),
            )
            % {"n": len(waiting)}
        )
    for report in reports:
        move(report, "accept", decided_by=by, decided_at=clock.now())
    opened = [str(each.report_id) for each in sample]
    for report in reports:
        told = topics_of(report.person_id, report.unit_id, report.indicator.rhk.skp.rater_id)
        record(
            verbs.ACCEPTED_TOGETHER,
            report,
            by=by,
            also=report.indicator_id,
            topics=told,
            among=len(reports),
            opened=opened,
        )
    return len(reports)
