"""Links by which a screen on a wall shows the totals of a unit, and nothing else."""

from django.db import models

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class DisplayQuerySet(models.QuerySet["Display"]):
    def for_door(self) -> "DisplayQuerySet":
        return self.select_related("unit", "made_by")

    def valid(self) -> "DisplayQuerySet":
        """Not taken back."""
        return self.filter(revoked_at__isnull=True)


class Display(TenantModel):
    """A screen without a person: its link shows the totals of one unit until it is taken back. Only the secret's hash is kept."""

    reaches = {"unit": "unit_id"}

    name = models.CharField(max_length=80)
    unit = TenantForeignKey("organization.Unit", related_name="+")
    secret_hash = models.CharField(max_length=64)
    made_by = TenantForeignKey("organization.Person", related_name="+")
    made_at = models.DateTimeField()
    revoked_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)
    last_seen_on = models.DateField(null=True)

    objects = DisplayQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["instansi", "unit"], name="monitoring_display_unit")]
