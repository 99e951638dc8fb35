"""Dialog kinerja: when a superior and an employee talk next, about what, and what they agreed on."""

from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import Q

from kinerja.areas.monitoring.states import TALK_MOVES, TalkState
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class TalkQuerySet(models.QuerySet["Talk"]):
    def for_door(self) -> "TalkQuerySet":
        return self.select_related("person", "by")

    def planned(self) -> "TalkQuerySet":
        """What still lies ahead, or should have been."""
        return self.filter(state=TalkState.PLANNED)

    def about(self, person_id: UUID) -> "TalkQuerySet":
        """Of one employee."""
        return self.filter(person_id=person_id)

    def with_any(self, person_ids: Iterable[UUID]) -> "TalkQuerySet":
        """Of these employees."""
        return self.filter(person_id__in=list(person_ids))


class Talk(TenantModel):
    """A talk the superior sets with an employee: day and subject, later what was agreed. One planned talk a person."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="+")
    #: who set it, or moved it last
    by = TenantForeignKey("organization.Person", related_name="+")
    day = models.DateField()
    subject = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=TalkState.choices, default=TalkState.PLANNED)
    planned_at = models.DateTimeField()
    held_on = models.DateField(null=True)
    outcome = models.TextField(blank=True)

    objects = TalkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "person"],
                condition=Q(state=TalkState.PLANNED),
                name="monitoring_talk_one_planned",
            ),
            models.CheckConstraint(condition=Q(state__in=TalkState.values), name="monitoring_talk_state"),
        ]
        indexes = [models.Index(fields=["instansi", "person", "state"], name="monitoring_talk_person")]

    def can(self, verb: str) -> bool:
        """Whether the table of moves has `verb` from the state it is in."""
        return (self.state, verb) in TALK_MOVES

    @property
    def is_planned(self) -> bool:
        return self.state == TalkState.PLANNED
