"""Accept and send back: the rater's answer to one report."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.planning.states import PeriodState
from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.checking import move, refuse_unless_rater
from kinerja.areas.reporting.actions.writing import topics_of
from kinerja.areas.reporting.errors import NotReportable, WrongValue
from kinerja.areas.reporting.models import Report
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.ui import formats


@transaction.atomic
def accept(report: Report, *, by: Person) -> None:
    """Accept a report as looked at. It counted before and counts after; no message, since the page shows it.

    Raises NotTheRater, WrongState.
    """
    refuse_unless_rater(report, by)
    move(report, "accept", decided_by=by, decided_at=clock.now())
    record(verbs.ACCEPTED, report, by=by, also=report.indicator_id, topics=_topics(report))


@transaction.atomic
def send_back(report: Report, *, comment: str, by: Person) -> None:
    """Send a report back with a comment: it does not count until its owner corrects it, and he is told.

    Raises NotTheRater, WrongState, WrongValue without a comment, NotReportable once the period is closed.
    """
    refuse_unless_rater(report, by)
    comment = comment.strip()
    if not comment:
        raise WrongValue(
            _("Catatannya belum diisi. Tulis apa yang perlu diperbaiki supaya pegawai tahu langkahnya.")
        )
    line = queries.lines_for_update([report.indicator_id])[report.indicator_id]
    if line.period_state != PeriodState.OPEN:
        raise NotReportable(
            _(
                "Periode laporan ini sudah ditutup, jadi pegawai tidak dapat memperbaikinya lagi. "
                "Terima laporan atau beri umpan balik."
            )
        )
    move(report, "send_back", decided_by=by, decided_at=clock.now(), reason=comment)
    tell(
        report.person_id,
        "reporting.sent_back",
        _("Laporan %(day)s perlu diperbaiki") % {"day": formats.day(report.day)},
        body=_("%(rater)s mengembalikan laporan “%(indicator)s”: %(comment)s")
        % {"rater": by.full_name, "indicator": report.indicator.name, "comment": comment},
        link=reverse("reporting:detail", args=[report.pk]),
        subject=report,
    )
    record(verbs.SENT_BACK, report, by=by, also=report.indicator_id, topics=_topics(report), comment=comment)


def _topics(report: Report) -> list[str]:
    return topics_of(report.person_id, report.unit_id, report.indicator.rhk.skp.rater_id)
