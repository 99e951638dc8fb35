"""Messages to a person, and what is told of them outside the product: where to, when, and what became of it."""

from datetime import date
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from kinerja.base.inbox.kinds import Group
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


class AddressQuerySet(models.QuerySet["Address"]):
    def open(self) -> "AddressQuerySet":
        """Confirmed by their person, not paused, of people who still work here."""
        return self.filter(confirmed_at__isnull=False, paused_at__isnull=True, person__left_on__isnull=True)


class Address(TenantModel):
    """Where a person wants to hear outside: a mail address, a number, a chat, a device. Deleted when switched off."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="notice_addresses")
    channel = models.CharField(max_length=20)
    #: as the channel's adapter wrote it; empty until the other side said where it is (chats)
    address = models.TextField(blank=True)
    language = models.CharField(max_length=2, default="id")
    asked_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    #: messages sent before this moment are in no digest any more
    told_until = models.DateTimeField()
    paused_at = models.DateTimeField(null=True)
    paused_reason = models.CharField(max_length=20, blank=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        ordering = ["channel", "asked_at"]
        indexes = [models.Index(fields=["instansi", "person"], name="inbox_address_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "person", "channel", "address"], name="inbox_address_once"
            )
        ]


class When(models.TextChoices):
    """How soon a group of kinds is told on a channel."""

    NOW = "SEGERA", _("Segera")
    DAILY = "HARIAN", _("Ringkasan harian")
    OFF = "MATI", _("Tidak")


class Preference(TenantModel):
    """What a person chose for a group on a channel, where it is not the daily digest."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="+")
    channel = models.CharField(max_length=20)
    group = models.CharField(max_length=10, choices=Group.choices)
    when = models.CharField(max_length=10, choices=When.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "person", "channel", "group"], name="inbox_preference_once"
            )
        ]


class NoticeRule(TenantModel):
    """Which channels an instansi switched on, and its own hours (minutes since midnight); one row, or none: all off."""

    channels = ArrayField(models.CharField(max_length=20), default=list)
    quiet_from = models.PositiveSmallIntegerField(null=True)
    quiet_until = models.PositiveSmallIntegerField(null=True)
    digest_at = models.PositiveSmallIntegerField(null=True)
    set_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["instansi"], name="inbox_noticerule_one")]


class Occasion(models.TextChoices):
    """Why something goes out. The words outside depend on this and a count alone."""

    CODE = "KODE", _("Kode konfirmasi")
    NOW = "SEGERA", _("Segera")
    MORNING = "PAGI", _("Sesudah jam tenang")
    DAILY = "HARIAN", _("Ringkasan harian")


class State(models.TextChoices):
    """What became of a delivery."""

    WAITING = "MENUNGGU", _("Menunggu dikirim")
    SENDING = "DIKIRIM", _("Sedang dikirim")
    SENT = "TERKIRIM", _("Terkirim")
    FAILED = "GAGAL", _("Gagal")
    GAVE_UP = "MENYERAH", _("Dihentikan sesudah beberapa kali dicoba")
    UNSURE = "TAK_PASTI", _("Tidak pasti terkirim")
    DROPPED = "BATAL", _("Dibatalkan")


class Reason(models.TextChoices):
    """Why it is not sent (yet), without a word of the other side's answer: that could hold an address."""

    DEAD = "ALAMAT", _("alamat tidak dapat dituju")
    REJECTED = "DITOLAK", _("layanan menolak pesan")
    BUSY = "SIBUK", _("layanan meminta menunggu")
    UNREACHABLE = "PUTUS", _("layanan tidak terjangkau")
    INTERRUPTED = "TERPUTUS", _("pengiriman terputus di tengah jalan")
    OFF = "DIMATIKAN", _("kanal dimatikan sebelum dikirim")


class Delivery(TenantModel):
    """One notice on one channel: recorded before it is sent, `key` makes it one. No address and no word of a message."""

    reaches = {"person": "person_id"}

    person = TenantForeignKey("organization.Person", related_name="+")
    channel = models.CharField(max_length=20)
    address_id = models.UUIDField()
    key = models.CharField(max_length=120)
    occasion = models.CharField(max_length=10, choices=Occasion.choices)
    #: goes at any hour
    is_urgent = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        indexes = [
            models.Index(fields=["instansi", "person", "made_at"], name="inbox_delivery_person"),
            models.Index(
                fields=["instansi", "channel", "due_at"], name="inbox_delivery_waiting",
                condition=models.Q(state__in=["MENUNGGU", "DIKIRIM"]),
            ),
        ]  # fmt: skip
        constraints = [models.UniqueConstraint(fields=["instansi", "key"], name="inbox_delivery_key")]
