"""What people type into their plans, and how a mistake is answered."""

from kinerja.areas.planning.forms.advice import quality_of
from kinerja.areas.planning.forms.agreements import IkuForm
from kinerja.areas.planning.forms.lines import IndicatorForm, RhkForm, SuccessForm
from kinerja.areas.planning.forms.skps import AnnexForm, StartForm, VersionForm
from kinerja.areas.planning.forms.talk import ExpectationsForm, SendBackForm

__all__ = [
    "AnnexForm",
    "ExpectationsForm",
    "IkuForm",
    "IndicatorForm",
    "RhkForm",
    "SendBackForm",
    "StartForm",
    "SuccessForm",
    "VersionForm",
    "quality_of",
]
