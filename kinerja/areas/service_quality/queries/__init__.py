"""What service quality answers. Later rooms ask what is listed here."""

from kinerja.areas.service_quality.queries.catalogue import linkable, population_of
from kinerja.areas.service_quality.queries.figures import Asked, figures, total

__all__ = ["Asked", "figures", "linkable", "population_of", "total"]
