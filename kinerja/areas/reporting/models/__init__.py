"""Reports and their evidence, what they add up to, templates and drafts, imports."""

from kinerja.areas.reporting.models.filling import FillingRule, Opening
from kinerja.areas.reporting.models.imports import ReportImport
from kinerja.areas.reporting.models.reports import Evidence, Report, Tally
from kinerja.areas.reporting.models.templates import Draft, Template

__all__ = ["Draft", "Evidence", "FillingRule", "Opening", "Report", "ReportImport", "Tally", "Template"]
