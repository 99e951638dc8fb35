"""What is opened before it is decided on, and what its owner says about evidence that resembles earlier evidence."""

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.reporting import verbs
from kinerja.areas.reporting.actions.writing import topics_of
from kinerja.areas.reporting.errors import NotYourReport, WrongState, WrongValue
from kinerja.areas.reporting.models import Evidence, Likeness, Look, Report
from kinerja.base.inbox.sending import settle
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.tools import clock


@transaction.atomic
def look(report: Report, *, by: Person, evidence: Evidence | None = None) -> None:
    """On record, once: somebody else opened a file of the report, or the page that compares it."""
    if by.pk == report.person_id:
        return
    if Look.objects.by(by.pk).filter(report=report, evidence=evidence).exists():
        return
    seen = Look(report=report, evidence=evidence, person=by, at=clock.now())
    Look.objects.bulk_create([seen], ignore_conflicts=True)  # the same file opened in two tabs at once
    record(
        verbs.OPENED,
        report,
        by=by,
        also=evidence or report.person_id,
        evidence=getattr(evidence, "sha256", ""),
    )


@transaction.atomic
def explain(report: Report, *, text: str, by: Person) -> None:
    """Say why it resembles: "unit serupa, difoto hari lain". Raises NotYourReport, WrongValue, WrongState."""
    if by.pk != report.person_id:
        raise NotYourReport(
            _("Penjelasan ditulis oleh pemilik laporan. Tulis pendapat Anda sebagai umpan balik.")
        )
    text = text.strip()
    if not text:
        raise WrongValue(
            _("Penjelasannya belum diisi. Tulis satu kalimat, misalnya “unit serupa, difoto hari lain”.")
        )
    rows = Likeness.objects.of_reports([report.pk])
    if not rows.update(explanation=text[:300], explained_at=clock.now()):
        raise WrongState(_("Bukti laporan ini tidak ditandai mirip, jadi tidak ada yang perlu dijelaskan."))
    settle(report.pk, "reporting.resembles")
    told = topics_of(report.person_id, report.unit_id, report.indicator.rhk.skp.rater_id)
    record(verbs.EXPLAINED, report, by=by, also=report.indicator_id, topics=told, text=text[:300])
