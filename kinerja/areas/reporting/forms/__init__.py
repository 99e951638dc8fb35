"""What a person may type about progress, and how we answer a mistake."""

from kinerja.areas.reporting.forms.acts import (
    CommentForm,
    CorrectionForm,
    EvidenceForm,
    ExplanationForm,
    ReasonForm,
    RemovalForm,
)
from kinerja.areas.reporting.forms.filling import FillingRuleForm, OpeningForm
from kinerja.areas.reporting.forms.imports import ImportForm
from kinerja.areas.reporting.forms.rows import DayForm, EntryForm, EvidenceField
from kinerja.areas.reporting.forms.sheet import Block, Sheet
from kinerja.areas.reporting.forms.templates import AgencyTemplateForm

__all__ = [
    "AgencyTemplateForm",
    "Block",
    "CommentForm",
    "CorrectionForm",
    "DayForm",
    "EntryForm",
    "EvidenceField",
    "EvidenceForm",
    "ExplanationForm",
    "FillingRuleForm",
    "ImportForm",
    "OpeningForm",
    "ReasonForm",
    "RemovalForm",
    "Sheet",
]
