"""Messages to a person: what happened, what to do, until when."""

from datetime import date
from uuid import UUID

from django.db import models

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel


class MessageQuerySet(models.QuerySet["Message"]):
    def unread(self) -> "MessageQuerySet":
        return self.filter(read_at__isnull=True)

    def waiting(self) -> "MessageQuerySet":
        """Tasks with a due date that nobody has done."""
        return self.filter(due_on__isnull=False, done_at__isnull=True)

    def of(self, person_id: UUID) -> "MessageQuerySet":
        """One person's messages, newest first."""
        return self.filter(person_id=person_id).order_by("-sent_at")

    def overdue(self, day: date) -> "MessageQuerySet":
        """Tasks whose due date is gone, that somebody else should hear of and has not."""
        return self.waiting().filter(due_on__lt=day, escalates_to__isnull=False, escalated_at__isnull=True)


class Message(TenantModel):
    """One message. `kind` names the template of its text; `params` fill it; `link` is where to act."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="messages")
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    #: who hears of it when it is not done by its due date
    escalates_to = TenantForeignKey("organization.Person", null=True, related_name="+")
    escalated_at = models.DateTimeField(null=True)
    #: the thing the message is about, so that the act that settles it can mark it done
    subject_id = models.UUIDField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at"]
        indexes = [
            models.Index(fields=["instansi", "person", "read_at"], name="inbox_message_person"),
            models.Index(fields=["instansi", "subject_id"], name="inbox_message_subject"),
        ]
