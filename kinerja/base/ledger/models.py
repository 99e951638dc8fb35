"""The append-only history: who did what, when, under which rule version. Texts live elsewhere, here is their hash."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kinerja.base.tenancy.models import TenantModel


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, subject_type: str, subject_id: object) -> "EntryQuerySet":
        """What happened to one thing, newest first."""
        return self.filter(subject_type=subject_type, subject_id=subject_id).order_by("-seq")

    def newest_first(self) -> "EntryQuerySet":
        return self.order_by("-seq")


class Entry(TenantModel):
    """One act. `seq` and `hash` are given by the database (statement-level chain per instansi)."""

    seq = models.BigIntegerField(null=True, editable=False)
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    by_id = models.UUIDField(null=True)
    also = models.UUIDField(null=True)
    rule_version = models.CharField(max_length=40, blank=True)
    rows = models.PositiveIntegerField(default=1)
    content_hash = models.BinaryField()
    salt = models.BinaryField(null=True)
    hash = models.BinaryField(null=True, editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi", "seq"], name="ledger_entry_seq")]
        indexes = [
            models.Index(fields=["instansi", "subject_type", "subject_id"], name="ledger_entry_subject")
        ]


class Head(models.Model):
    """The end of an instansi's chain; the only row an act updates besides its own."""

    instansi = models.OneToOneField(
        "tenancy.Instansi", models.PROTECT, primary_key=True, related_name="+", db_constraint=True
    )
    seq = models.BigIntegerField(default=0)
    hash = models.BinaryField()


class Outbox(models.Model):
    """What the dispatcher still has to tell: names of what changed, never content."""

    id = models.BigAutoField(primary_key=True)
    instansi = models.ForeignKey("tenancy.Instansi", models.PROTECT, related_name="+", db_index=False)
    topics = ArrayField(models.TextField(), default=list)
    verb = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    at = models.DateTimeField()
