"""Reports and their evidence, what they add up to, templates and drafts, imports, and what resembles what."""

from kinerja.areas.reporting.models.filling import FillingRule, Opening
from kinerja.areas.reporting.models.imports import ReportImport
from kinerja.areas.reporting.models.likeness import Likeness, Look, NotePrint, PhotoPrint
from kinerja.areas.reporting.models.reports import Evidence, Report, Tally
from kinerja.areas.reporting.models.templates import Draft, Template

__all__ = [
    "Draft",
    "Evidence",
    "FillingRule",
    "Likeness",
    "Look",
    "NotePrint",
    "Opening",
    "PhotoPrint",
    "Report",
    "ReportImport",
    "Tally",
    "Template",
]
