"""What planning answers. Other areas ask what is listed here."""

from kinerja.areas.planning.queries.faces import (
    agreed_skp,
    agreed_skps,
    earlier_indicator_ids,
    indicators_of,
    indicators_of_people,
    open_period,
    period_on,
    periods,
    rhks_with_indicators,
)

__all__ = [
    "agreed_skp",
    "agreed_skps",
    "earlier_indicator_ids",
    "indicators_of",
    "indicators_of_people",
    "open_period",
    "period_on",
    "periods",
    "rhks_with_indicators",
]
