"""Goals, IKU, agreements and SKP: agreed results, indicators and targets."""

from kinerja.areas.planning.models.agreements import Agreement, Iku
from kinerja.areas.planning.models.lines import Expectation, Indicator, Perspective, Remark, Rhk, Share
from kinerja.areas.planning.models.measured import Frequency, Measured
from kinerja.areas.planning.models.periods import Period
from kinerja.areas.planning.models.skps import Approach, Skp

__all__ = [
    "Agreement",
    "Approach",
    "Expectation",
    "Frequency",
    "Iku",
    "Indicator",
    "Measured",
    "Period",
    "Perspective",
    "Remark",
    "Rhk",
    "Share",
    "Skp",
]
