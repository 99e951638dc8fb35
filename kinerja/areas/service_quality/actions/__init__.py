"""What people do: keep the catalogue, count, correct. Each act one transaction, its ledger entry last."""

from kinerja.areas.service_quality.actions.catalogue import (
    close_service,
    open_service,
    set_population,
    set_standard,
)
from kinerja.areas.service_quality.actions.counting import correct, count
from kinerja.areas.service_quality.actions.delivering import apply, deliver, discard, look_at, tidy

__all__ = [
    "apply",
    "close_service",
    "correct",
    "count",
    "deliver",
    "discard",
    "look_at",
    "open_service",
    "set_population",
    "set_standard",
    "tidy",
]
