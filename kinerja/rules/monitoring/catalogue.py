"""The rules of `monitoring`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.monitoring import deviation, forecast, pace, share
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "monitoring.share", _("Bagian periode yang telah lewat"), share.CITES, (share.evenly, share.by_season)
    ),
    Rule("monitoring.pace", _("Laju"), pace.CITES, (pace.pace,), figures=("pace.",)),
    Rule(
        "monitoring.forecast",
        _("Perkiraan akhir periode"),
        forecast.CITES,
        (forecast.forecast,),
        figures=("forecast.",),
    ),
    Rule(
        "monitoring.deviation",
        _("Penyimpangan"),
        deviation.CITES,
        (deviation.deviation,),
        figures=("deviation.",),
    ),
)
