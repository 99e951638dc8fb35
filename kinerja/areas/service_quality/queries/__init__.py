"""What service quality answers. Later rooms ask what is listed here."""

from kinerja.areas.service_quality.queries.catalogue import linkable, population_of
from kinerja.areas.service_quality.queries.figures import Asked, come_to, figures
from kinerja.areas.service_quality.queries.volumes import services_of_delivery

__all__ = ["Asked", "come_to", "figures", "linkable", "population_of", "services_of_delivery"]
