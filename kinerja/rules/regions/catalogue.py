"""The rules of `regions`."""

from __future__ import annotations

from kinerja.rules.regions import areas
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "regions.areas",
        _("Wilayah Jambi"),
        areas.CITES,
        (areas.region, areas.count, areas.pppk_share),
        figures=("regions.jambi",),
    ),
)
