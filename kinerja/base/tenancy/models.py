"""The instansi: one government, one tenant. No row of one may be seen by another."""

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from kinerja.base.tenancy.context import current_id
from kinerja.tools.keys import uuid7


class Instansi(models.Model):
    """One government: a province, kabupaten or kota. This table is the list of tenants and has none itself."""

    class Kind(models.TextChoices):
        PROVINSI = "PROVINSI", _("Provinsi")
        KABUPATEN = "KABUPATEN", _("Kabupaten")
        KOTA = "KOTA", _("Kota")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    kemendagri_code = models.CharField(max_length=8, blank=True)
    bps_code = models.CharField(max_length=8, blank=True)
    agency_name = models.CharField(max_length=120, default="BKPSDM")

    class Meta:
        ordering = ["kemendagri_code", "name"]

    def __str__(self) -> str:
        return self.name


class Installation(models.Model):
    """One row about this installation: whether it was made as a demonstration, and how far its clock is moved."""

    is_demo = models.BooleanField(default=False)
    clock_shift_seconds = models.BigIntegerField(default=0)

    @classmethod
    def shift_seconds(cls) -> int:
        """How far the clock of a demonstration is moved; 0 in every other installation."""
        with connection.cursor() as cursor:  # every request of a demonstration asks it: a plain statement
            cursor.execute(
                "SELECT clock_shift_seconds FROM tenancy_installation WHERE is_demo ORDER BY id LIMIT 1"
            )
            row = cursor.fetchone()
        return row[0] if row else 0


class TenantForeignKey(models.ForeignKey):
    """A foreign key between two tenant tables.

    Django makes no constraint for it; the migration operation `SecureTenantTables` adds the composite
    FOREIGN KEY (instansi_id, x_id) that a table partitioned by instansi needs (architecture, decision 13).
    """

    def __init__(self, to, on_delete=models.PROTECT, **kwargs):  # type: ignore[no-untyped-def]
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)


class TenantOneToOneField(models.OneToOneField):
    """As TenantForeignKey, for exactly one."""

    def __init__(self, to, on_delete=models.PROTECT, **kwargs):  # type: ignore[no-untyped-def]
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)


class TenantModel(models.Model):
    """A table whose every row belongs to one instansi; new rows take the instansi of the context."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="+", default=current_id, editable=False, db_index=False
    )

    class Meta:
        abstract = True
