"""What resembles what, told only as far as the one who looks may see the other report."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from kinerja.areas.reporting.models import Evidence, Likeness, Report
from kinerja.base.access import scopes
from kinerja.base.access.principal import Principal
from kinerja.tools.ui import formats


@dataclass(frozen=True, slots=True)
class Seen:
    """One resemblance as this person may see it; `other` and `other_file` only when he may see them anyway."""

    likeness: Likeness
    words: str
    other: Report | None
    file: Evidence | None
    other_file: Evidence | None

    @property
    def is_note(self) -> bool:
        return self.likeness.kind == Likeness.Kind.NOTE


def resemblances(report_ids: Iterable[UUID], who: Principal) -> dict[UUID, list[Seen]]:
    """What these reports, which this person may see, resemble. One query, three when there is something."""
    rows = list(Likeness.objects.standing().of_reports(report_ids).for_page())
    if not rows:
        return {}
    others = scopes.restrict(Report.objects.filter(pk__in={row.other_id for row in rows}), who, "report.read")
    files = {key for row in rows for key in (row.evidence_id, row.other_evidence_id) if key}
    readable = scopes.restrict(Evidence.objects.there().filter(pk__in=files), who, "evidence.read")
    seen, shown = set(others.values_list("pk", flat=True)), set(readable.values_list("pk", flat=True))
    found: dict[UUID, list[Seen]] = {}
    for row in rows:
        found.setdefault(row.report_id, []).append(_seen(row, row.other_id in seen, shown, who))
    return found


def _seen(row: Likeness, is_open: bool, shown: set[UUID], who: Principal) -> Seen:
    mine = row.evidence if row.evidence_id in shown else None
    theirs = row.other_evidence if is_open and row.other_evidence_id in shown else None
    return Seen(row, _words(row, is_open, who), row.other if is_open else None, mine, theirs)


def _words(row: Likeness, is_open: bool, who: Principal) -> str:
    if not is_open:
        return _hidden(row)
    values = {"day": formats.day(row.other.day), "name": row.other.person.full_name}
    if row.other.person_id == who.person.pk:
        sentences = {
            Likeness.Kind.FILE: _("Berkas ini sudah Anda pakai pada laporan %(day)s"),
            Likeness.Kind.PHOTO: _("Foto ini mirip dengan bukti Anda sendiri %(day)s"),
            Likeness.Kind.NOTE: _("Catatan ini mirip dengan catatan Anda sendiri %(day)s"),
        }
    else:
        sentences = {
            Likeness.Kind.FILE: _("Berkas yang sama sudah dipakai pada laporan %(day)s (%(name)s)"),
            Likeness.Kind.PHOTO: _("Foto ini mirip dengan bukti %(day)s (%(name)s)"),
            Likeness.Kind.NOTE: _("Catatan ini mirip dengan catatan %(day)s (%(name)s)"),
        }
    return sentences[Likeness.Kind(row.kind)] % values


def _hidden(row: Likeness) -> str:
    """Nothing of the other report but that there is one: neither whose, nor when, nor what."""
    is_near = row.other.unit_id == row.report.unit_id
    if row.kind == Likeness.Kind.NOTE:
        return (
            _("Catatan yang mirip ada di laporan lain, unit yang sama")
            if is_near
            else _("Catatan yang mirip ada di laporan lain, unit lain")
        )
    if is_near:
        return _("Bukti ini sudah dipakai di laporan lain, unit yang sama")
    return _("Bukti ini sudah dipakai di laporan lain, unit lain")
