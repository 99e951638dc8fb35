"""What people do: keep the catalogue, count, correct. Each act one transaction, its ledger entry last."""

from kinerja.areas.service_quality.actions.catalogue import (
    close_service,
    open_service,
    set_population,
    set_standard,
)
from kinerja.areas.service_quality.actions.counting import correct, count

__all__ = ["close_service", "correct", "count", "open_service", "set_population", "set_standard"]
