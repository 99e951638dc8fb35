"""Granted roles, connected systems, the keys of acts a client may send twice, and how long forms took."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models

from kinerja.base.access.roles import GRANTABLE, Role
from kinerja.base.organization.models import During
from kinerja.base.tenancy.context import current_id
from kinerja.base.tenancy.models import Instansi, TenantForeignKey, TenantModel


class RoleGrant(TenantModel):
    """A role given to a person, for the instansi or for a unit and all below it, between dates."""

    person = TenantForeignKey("organization.Person", related_name="role_grants")
    role = models.CharField(max_length=16, choices=[(role.value, role.label) for role in GRANTABLE])
    unit = TenantForeignKey("organization.Unit", null=True, blank=True, related_name="+")
    during = DateRangeField()
    decree = models.CharField("Dasar penunjukan", max_length=150, blank=True)

    objects = During.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="access_rolegrant_once",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(unit__isnull=True),
            )
        ]

    @property
    def role_label(self) -> str:
        return str(Role(self.role).label)


class ConnectedSystem(TenantModel):
    """Another system that may call the API for one government: for a unit and all below it, or for the whole.

    Of its token only the hash is kept.
    """

    reaches = {"unit": "unit_id"}

    name = models.CharField(max_length=120)
    unit = TenantForeignKey("organization.Unit", null=True, blank=True, related_name="+")
    #: what it may do (systems.Right)
    rights = ArrayField(models.CharField(max_length=20))
    secret_hash = models.CharField(max_length=64)
    made_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    made_at = models.DateTimeField()
    #: the last day on which its token is taken
    expires_on = models.DateField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = TenantForeignKey("organization.Person", null=True, related_name="+")
    last_used_on = models.DateField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name

    def is_valid_on(self, day: date) -> bool:
        return self.revoked_at is None and day <= self.expires_on


class Attempt(TenantModel):
    """An act a client may retry: its key, what was sent (hash) and where it led."""

    person_id = models.UUIDField()
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "person_id", "key"], name="access_attempt_key")
        ]
        indexes = [models.Index(fields=["instansi", "at"], name="access_attempt_at")]


class Effort(models.Model):
    """How long a person had a form before him in a week (its Monday): coarse seconds, and how often it was sent."""

    pk = models.CompositePrimaryKey("instansi_id", "person_id", "week", "form")
    instansi = models.ForeignKey(
        Instansi, models.PROTECT, related_name="+", default=current_id, editable=False, db_index=False
    )
    person = TenantForeignKey("organization.Person", related_name="+")
    week = models.DateField()
    form = models.CharField(max_length=60)
    seconds = models.PositiveIntegerField()
    times = models.PositiveIntegerField()
