"""A warning with an owner and a clock, and everything that happened to it."""

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from kinerja.areas.monitoring.states import ALERT_MOVES, ALERT_TONES, OPEN, AlertState, Response
from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.monitoring.codes import DeviationCause
from kinerja.rules.verdict import Step


class AlertQuerySet(models.QuerySet["Alert"]):
    def for_door(self) -> "AlertQuerySet":
        return self.select_related("person", "owner", "indicator__rhk", "escalated_to", "unit")

    def open(self) -> "AlertQuerySet":
        """What still waits for somebody."""
        return self.filter(state__in=OPEN)

    def for_superior(self, superior_id: UUID, subordinate_ids: list[UUID]) -> "AlertQuerySet":
        """About people he rates, or passed on to him."""
        return self.filter(Q(person_id__in=subordinate_ids) | Q(escalated_to_id=superior_id))

    def unanswered_for(self, superior_id: UUID, subordinate_ids: list[UUID]) -> "AlertQuerySet":
        """What a superior has not answered yet."""
        return self.for_superior(superior_id, subordinate_ids).filter(state=AlertState.OPENED)

    def ended(self) -> "AlertQuerySet":
        return self.exclude(state__in=OPEN)

    def worst_first(self) -> "AlertQuerySet":
        """The unanswered before the answered before what mends, each by how far it misses."""
        whens = [When(state=state, then=Value(rank)) for rank, state in enumerate(OPEN)]
        urgent = Case(*whens, default=Value(len(OPEN)), output_field=IntegerField())
        return self.annotate(urgent=urgent).order_by("urgent", "margin", "opened_on", "id")


class Alert(TenantModel):
    """An indicator whose forecast misses its target: who must act, until when, what was done, whether it worked."""

    reaches = {"person": "person_id", "unit": "unit_id", "charged": "escalated_to_id"}

    person = TenantForeignKey("organization.Person", related_name="+")
    unit = TenantForeignKey("organization.Unit", related_name="+")
    #: the line through all versions of an SKP, and the version when it was opened
    lineage = models.UUIDField()
    indicator = TenantForeignKey("planning.Indicator", related_name="+")
    #: the superior who rates the person when it was opened
    owner = TenantForeignKey("organization.Person", related_name="+")
    state = models.CharField(max_length=10, choices=AlertState.choices, default=AlertState.OPENED)
    cause = models.CharField(max_length=12, choices=DeviationCause.choices())
    #: the sentences of the rules when it was opened, as `Step.to_json` wrote them
    why = models.JSONField(default=list)
    suggested = models.CharField(max_length=9, choices=Response.choices)
    opened_on = models.DateField()
    due_on = models.DateField()
    #: as of the last reckoning: how far it misses, in hundredths of a standard deviation
    margin = models.IntegerField()
    help_text = models.TextField(blank=True)
    #: the last answer
    response = models.CharField(max_length=9, choices=Response.choices, blank=True)
    answered_on = models.DateField(null=True)
    check_on = models.DateField(null=True)
    recovering_since = models.DateField(null=True)
    escalated_to = TenantForeignKey("organization.Person", null=True, related_name="+")
    escalated_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    #: whether the target was within reach again after an answer; None while open, or when nobody answered
    worked = models.BooleanField(null=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instansi", "lineage"], condition=Q(state__in=OPEN), name="monitoring_alert_one_open"
            ),
            models.CheckConstraint(condition=Q(state__in=AlertState.values), name="monitoring_alert_state"),
        ]
        indexes = [
            models.Index(fields=["instansi", "person", "state"], name="monitoring_alert_person"),
            models.Index(fields=["instansi", "owner", "state"], name="monitoring_alert_owner"),
        ]

    def can(self, verb: str) -> bool:
        """Whether the table of moves has `verb` from the state it is in."""
        return (self.state, verb) in ALERT_MOVES

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def tone(self) -> str:
        return ALERT_TONES[self.state]

    @property
    def cause_label(self) -> str:
        return DeviationCause(self.cause).label

    def sentences(self, translate: Any) -> list[str]:
        """Why it was opened, in the reader's language."""
        return [Step.from_json(step).sentence(translate) for step in self.why]


class AlertStep(TenantModel):
    """One thing that happened to a warning. Only ever added."""

    class Kind(models.TextChoices):
        OPENED = "DIBUKA", _("Peringatan dibuka")
        HELP = "MINTA_BANTUAN", _("Pegawai meminta bantuan")
        ANSWERED = "DITANGANI", _("Ditangani")
        ESCALATED = "DITERUSKAN", _("Diteruskan ke atasan berikutnya")
        MENDING = "MEMULIH", _("Perkiraan mencapai target lagi")
        RELAPSED = "KAMBUH", _("Perkiraan meleset lagi")
        RECOVERED = "PULIH", _("Pulih")
        CLOSED = "DITUTUP", _("Ditutup")

    reaches = {"person": "alert__person_id"}

    alert = TenantForeignKey(Alert, related_name="steps")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    response = models.CharField(max_length=9, choices=Response.choices, blank=True)
    text = models.TextField(blank=True)
    #: None: the installation itself
    by = TenantForeignKey("organization.Person", null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["instansi", "alert"], name="monitoring_alertstep_alert")]
