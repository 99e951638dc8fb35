"""Which of several reports must have been opened before they are accepted together, and what of it was opened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.crypto import salted_hmac

from kinerja.areas.reporting.models import Evidence, Likeness, Look, Report
from kinerja.rules.monitoring.sampling import sample_size
from kinerja.tools import clock


@dataclass(slots=True)
class Sampled:
    """A report of the sample: is it there because it resembles another, and what was not opened yet."""

    report: Report
    is_alike: bool
    files: list[Evidence] = field(default_factory=list)
    unopened: list[Evidence] = field(default_factory=list)
    is_compared: bool = True

    @property
    def report_id(self) -> UUID:
        return self.report.pk

    @property
    def is_opened(self) -> bool:
        return self.is_compared and not self.unopened


def sample_of(report_ids: Sequence[UUID], person_id: UUID) -> list[Sampled]:
    """What this superior opens before accepting these reports together. Four queries.

    Each report has its place in a line that only the server knows, another for each superior, so choosing other reports or
    asking again draws no other lot: the first of those chosen that have files are the sample. Those that resemble earlier
    ones are always in it.
    """
    reports = Report.objects.filter(pk__in=report_ids).select_related("person", "indicator")
    rows = {each.pk: Sampled(each, is_alike=False) for each in reports}
    for evidence in Evidence.objects.there().filter(report_id__in=rows):
        rows[evidence.report_id].files.append(evidence)
    for report_id in Likeness.objects.standing().of_reports(rows).values_list("report_id", flat=True):
        rows[report_id].is_alike = True
    proven = sorted(
        (each for each in rows.values() if each.files), key=lambda each: _lot(each.report_id, person_id)
    )
    chosen = {each.report_id: each for each in proven[: sample_size(len(rows), clock.today())]}
    chosen |= {each.report_id: each for each in rows.values() if each.is_alike}
    _mark_opened(chosen, person_id)
    return sorted(chosen.values(), key=lambda each: (each.report.sent_at, each.report_id))


def _lot(report_id: UUID, person_id: UUID) -> str:
    return salted_hmac("reporting.sample", f"{person_id}/{report_id}", algorithm="sha256").hexdigest()


def _mark_opened(chosen: dict[UUID, Sampled], person_id: UUID) -> None:
    looks = Look.objects.by(person_id).filter(report_id__in=chosen)
    opened = set(looks.values_list("report_id", "evidence_id"))
    for each in chosen.values():
        each.unopened = [file for file in each.files if (each.report_id, file.pk) not in opened]
        each.is_compared = not each.is_alike or (each.report_id, None) in opened
