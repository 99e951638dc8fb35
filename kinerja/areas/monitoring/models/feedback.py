"""What a superior says on the spot: feedback beside the work, not at the year's end."""

from django.db import models

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.codes import Behaviour


class Feedback(TenantModel):
    """Umpan balik: text with a reference to an RHK, a report or a behaviour value."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="feedback_received")
    by = TenantForeignKey("organization.Person", related_name="feedback_given")
    rhk = TenantForeignKey("planning.Rhk", null=True, blank=True, related_name="feedback")
    report = TenantForeignKey("reporting.Report", null=True, blank=True, related_name="feedback")
    #: a BerAKHLAK code when it is about behaviour
    value = models.CharField(max_length=2, blank=True)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["instansi", "person", "-at"], name="monitoring_feedback_person")]

    @property
    def value_label(self) -> str:
        """The behaviour value in words, when it is about one."""
        return Behaviour(self.value).label if self.value else ""
