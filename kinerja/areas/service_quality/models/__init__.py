"""The catalogue, the volumes, and what brought many at once."""

from kinerja.areas.service_quality.models.catalogue import Population, Service, Standard
from kinerja.areas.service_quality.models.deliveries import Delivery, Origin
from kinerja.areas.service_quality.models.volumes import Entry, Figure, Volume

__all__ = ["Delivery", "Entry", "Figure", "Origin", "Population", "Service", "Standard", "Volume"]
