"""Compare new evidence with earlier: off the request path; a hint to both sides, never a verdict."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.reporting import verbs
from kinerja.areas.reporting.actions.writing import topics_of
from kinerja.areas.reporting.models import Evidence, Likeness, NotePrint, PhotoPrint, Report
from kinerja.areas.reporting.queries.candidates import Use, earlier_uses, notes_sharing, photos_sharing
from kinerja.areas.reporting.states import COUNTING
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.likeness import photos, texts
from kinerja.tools.ui import formats

#: what came earlier was compared when it came
RECENT = timedelta(days=40)
#: earlier reports named for one new one
MOST_NAMED = 3


@transaction.atomic
def compare(person_ids: Iterable[UUID]) -> int:
    """Compare what these people sent lately and nobody compared yet. Returns how many reports resemble earlier ones."""
    found = 0
    for report in _not_compared(person_ids):
        likenesses = [*_of_files(report), *_of_note(report)][:MOST_NAMED]
        if likenesses and Likeness.objects.bulk_create(likenesses, ignore_conflicts=True):
            _tell(report, likenesses)
            found += 1
    return found


def _not_compared(person_ids: Iterable[UUID]) -> QuerySet[Report]:
    """The oldest first, so that of two new ones the later resembles the earlier."""
    files = Evidence.objects.there().filter(report=OuterRef("pk"), compared_at__isnull=True)
    recent = Report.objects.of_these(person_ids).filter(
        state__in=COUNTING, sent_at__gte=clock.now() - RECENT, service__isnull=True
    )
    unread = ~Q(note="") & ~Exists(NotePrint.objects.filter(report=OuterRef("pk")))
    waiting = recent.filter(Exists(files) | unread)
    return waiting.select_related("person", "indicator__rhk__skp").order_by("sent_at", "id")


def _of_files(report: Report) -> Iterator[Likeness]:
    """The same file, and photos that resemble earlier ones."""
    named: set[UUID] = set()
    for evidence in report.evidence.there().filter(compared_at__isnull=True):
        found = [(100, use) for use in earlier_uses([evidence.sha256], report)[:1]]
        kinds = [Likeness.Kind.FILE] * len(found)
        if evidence.is_photo:
            found += _similar_photos(report, evidence)
            kinds += [Likeness.Kind.PHOTO] * (len(found) - len(kinds))
        for kind, (percent, use) in zip(kinds, found, strict=True):
            if use.report_id not in named:
                named.add(use.report_id)
                yield _likeness(report, use.report_id, kind, percent, evidence, use.evidence_id)
        Evidence.objects.filter(pk=evidence.pk).update(compared_at=clock.now())


def _similar_photos(report: Report, evidence: Evidence) -> list[tuple[int, Use]]:
    """Earlier photos that lie on this one, the likest first; the new one is found from now on."""
    space = current_id()
    content = _content(evidence.sha256)
    if content is None:
        return []
    mine = photos.printed(content, space)
    PhotoPrint.objects.bulk_create(
        [PhotoPrint(sha256=evidence.sha256, words=mine.words, places=mine.places)], ignore_conflicts=True
    )
    degrees = {}
    for sha256, places in photos_sharing(mine.tries, evidence.sha256):
        fit = photos.lies_on(mine, places)
        earlier = _content(sha256) if fit else None
        if fit and earlier:
            degrees[sha256] = photos.likeness(mine, earlier, fit)
    like = {sha256: degree for sha256, degree in degrees.items() if degree >= photos.FROM}
    first: dict[str, Use] = {}
    for use in earlier_uses(like, report) if like else ():
        first.setdefault(use.sha256, use)
    return sorted(((like[sha256], use) for sha256, use in first.items()), key=lambda each: -each[0])


def _content(sha256: str) -> bytes | None:
    try:
        with store.read(current_id(), sha256) as file:
            return file.read()
    except store.NotKept:
        return None


def _of_note(report: Report) -> Iterator[Likeness]:
    """Earlier notes that say the same in the same words, on another day or by somebody else."""
    words = texts.words_of(report.note, current_id())
    NotePrint.objects.bulk_create([NotePrint(report=report, words=words)], ignore_conflicts=True)
    if not words:
        return
    notes = dict(notes_sharing(words, report.pk))
    earlier = Report.objects.counting().filter(pk__in=notes, sent_at__lte=report.sent_at)
    for other in earlier.exclude(person_id=report.person_id, day=report.day).order_by("sent_at"):
        percent = texts.likeness(report.note, notes[other.pk])
        if percent >= texts.FROM:
            yield _likeness(report, other.pk, Likeness.Kind.NOTE, percent)
            return


def _likeness(
    report: Report,
    other_id: UUID,
    kind: str,
    percent: int,
    evidence: Evidence | None = None,
    other_evidence_id: UUID | None = None,
) -> Likeness:
    return Likeness(
        report=report, other_id=other_id, kind=kind, percent=percent, evidence=evidence,
        other_evidence_id=other_evidence_id, found_at=clock.now(),
    )  # fmt: skip


def _tell(report: Report, found: list[Likeness]) -> None:
    """The owner reads it first, with what to do; open screens of both show it."""
    told = topics_of(report.person_id, report.unit_id, report.indicator.rhk.skp.rater_id)
    tell(
        report.person_id,
        "reporting.resembles",
        _("Bukti %(day)s mirip dengan bukti yang lebih dulu") % {"day": formats.day(report.day)},
        body=_(
            "Ini hanya petunjuk, bukan penilaian; laporan tetap dihitung. Periksa: bila keliru terlampir, perbaiki laporannya; "
            "bila memang benar, beri penjelasan satu kalimat."
        ),
        link=reverse("reporting:alike", args=[report.pk]),
        subject=report,
    )
    record(
        verbs.RESEMBLES, report, by=None, also=report.indicator_id, topics=[*told, topics.inbox(report.person_id)],
        others=[str(each.other_id) for each in found], kinds=[str(each.kind) for each in found],
    )  # fmt: skip
