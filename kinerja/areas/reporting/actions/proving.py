"""Evidence after the report: added by its owner, removed by whoever sees that it holds personal data."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.reporting import queries, verbs
from kinerja.areas.reporting.actions.checking import refuse_closed, refuse_unless_changeable
from kinerja.areas.reporting.actions.writing import attach, topics_of
from kinerja.areas.reporting.errors import EvidenceGone, EvidenceRefused, WrongValue
from kinerja.areas.reporting.models import Evidence, PhotoPrint, Report
from kinerja.base.access.models import RoleGrant
from kinerja.base.access.roles import Role
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import Accepted
from kinerja.tools.ui import formats


@transaction.atomic
def add_evidence(report: Report, files: Sequence[Accepted], *, by: Person) -> None:
    """Attach more files to one's own report. Raises NotYourReport, WrongState, NotReportable, EvidenceRefused."""
    refuse_unless_changeable(report, by.pk, "withdraw")  # the same states: sent, accepted or returned
    line = queries.lines_for_update([report.indicator_id])[report.indicator_id]
    refuse_closed(line)
    if not files:
        raise EvidenceRefused(_("Belum ada berkas yang dipilih. Pilih foto atau PDF, lalu kirim."))
    attach(report.pk, files, before=report.evidence.there().count())
    record(
        verbs.EVIDENCE_ADDED,
        report,
        by=by,
        also=report.indicator_id,
        topics=topics_of(report.person_id, report.unit_id, line.rater_id),
        evidence=[each.sha256 for each in files],
    )


@transaction.atomic
def remove_evidence(evidence: Evidence, *, reason: str, by: Person) -> None:
    """ "Berisi data pribadi": the file, its preview and its print are gone once this commits; hash, act and reason stay.

    The same file may prove several reports of the instansi: it goes from all of them, and its hash is not taken again.
    Those who sent it and the personnel agency are told. Raises EvidenceGone, WrongValue without a reason.
    """
    reason = reason.strip()
    if not reason:
        raise WrongValue(
            _("Alasannya belum diisi. Tulis data pribadi apa yang terlihat, tanpa menyalin datanya.")
        )
    rows = list(
        Evidence.objects.there()
        .with_hash(evidence.sha256)
        .select_related("report__indicator__rhk__skp")
        .select_for_update(of=("self",))
    )
    if evidence.pk not in {row.pk for row in rows}:
        raise EvidenceGone(
            _(
                "Berkas bukti ini sudah dihapus karena berisi data pribadi. "
                "Tidak ada yang perlu dilakukan lagi."
            )
        )
    Evidence.objects.filter(pk__in=[row.pk for row in rows]).update(
        removed_at=clock.now(), removed_by=by, removal_reason=reason
    )
    PhotoPrint.objects.filter(sha256=evidence.sha256).delete()  # its marks could show what the photo showed
    _tell([row.report for row in rows], reason, by)
    transaction.on_commit(partial(store.remove, current_id(), evidence.sha256))
    report = evidence.report
    record(
        verbs.EVIDENCE_REMOVED,
        evidence,
        by=by,
        also=report.pk,
        topics=dict.fromkeys(topic for row in rows for topic in _topics(row.report)),
        sha256=evidence.sha256,
        reason=reason,
    )


def _topics(report: Report) -> list[str]:
    return topics_of(report.person_id, report.unit_id, report.indicator.rhk.skp.rater_id)


def _tell(reports: list[Report], reason: str, by: Person) -> None:
    """Tell who sent it, so that he can send a covered sheet, and the agency, which answers for personal data; once each."""
    mine = {report.person_id: report for report in reversed(reports)}
    for person_id in dict.fromkeys([*mine, *_agency_ids()]):
        if person_id == by.pk:
            continue
        report = mine.get(person_id)
        advice = (
            _("Laporan tetap dihitung; kirim rekap dengan nama tertutup.")
            if report
            else _("Berkas dan pratinjaunya sudah tidak tersimpan.")
        )
        shown = report or reports[0]
        facts = {"by": by.full_name, "day": formats.day(shown.day), "reason": reason, "advice": advice}
        tell(
            person_id,
            "reporting.evidence_removed",
            _("Bukti dihapus karena berisi data pribadi"),
            body=_("%(by)s menghapus berkas bukti laporan %(day)s. Alasan: %(reason)s. %(advice)s") % facts,
            link=reverse("reporting:detail", args=[report.pk]) if report else "",
            subject=shown,
        )


def _agency_ids() -> list[UUID]:
    grants = RoleGrant.objects.on(clock.today()).filter(role=Role.AGENCY)
    return list(grants.values_list("person_id", flat=True))
