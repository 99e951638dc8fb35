"""Reports and their evidence, what they add up to, templates and drafts."""

from kinerja.areas.reporting.models.reports import Evidence, Report, Tally
from kinerja.areas.reporting.models.templates import Draft, Template

__all__ = ["Draft", "Evidence", "Report", "Tally", "Template"]
