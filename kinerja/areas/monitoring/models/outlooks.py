"""Where each indicator is expected to end, as the rules last said."""

from datetime import date
from typing import Any

from django.db import models

from kinerja.base.tenancy.models import TenantForeignKey, TenantModel
from kinerja.rules.monitoring.codes import DeviationCause, DeviationState
from kinerja.rules.verdict import Step


class Outlook(TenantModel):
    """The forecast of a line of an SKP and whether it deviates: computed after reports and every night, never typed."""

    reaches = {"person": "person_id"}

    #: the line through all versions of an SKP, and the version in force
    lineage = models.UUIDField()
    indicator = TenantForeignKey("planning.Indicator", related_name="+")
    person = TenantForeignKey("organization.Person", related_name="+")
    day = models.DateField()
    computed_at = models.DateTimeField()
    rule_version = models.CharField(max_length=20)
    state = models.CharField(max_length=16, choices=DeviationState.choices())
    cause = models.CharField(max_length=12, choices=DeviationCause.choices())
    since = models.DateField(null=True)
    #: hundredths of a standard deviation on the good side of the target; none while too little is known
    margin = models.IntegerField(null=True)
    percent = models.DecimalField(max_digits=24, decimal_places=0, null=True)
    #: sentences of both rules, as `Step.to_json` wrote them
    forecast_steps = models.JSONField(default=list)
    deviation_steps = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "lineage"], name="monitoring_outlook_lineage")
        ]
        indexes = [models.Index(fields=["instansi", "person"], name="monitoring_outlook_person")]

    @property
    def status(self) -> DeviationState:
        return DeviationState(self.state)

    @property
    def deviates(self) -> bool:
        """Whether the forecast misses the target clearly, today already or for some days."""
        return self.state in (DeviationState.DIAMATI, DeviationState.MENYIMPANG)

    def sentences(self, translate: Any) -> list[str]:
        """The forecast in words, in the reader's language."""
        return [Step.from_json(step).sentence(translate) for step in self.forecast_steps]

    def reasons(self, translate: Any) -> list[str]:
        """Whether it deviates and what the figures show of why."""
        return [Step.from_json(step).sentence(translate) for step in self.deviation_steps]


#: what a new reckoning replaces
RENEWED = (
    "indicator_id", "person_id", "day", "computed_at", "rule_version", "state", "cause", "since", "margin", "percent",
    "forecast_steps", "deviation_steps",
)  # fmt: skip


def since_of(rows: Any) -> dict[Any, date | None]:
    """Since when each line deviates, by what is kept."""
    return dict(rows.values_list("lineage", "since"))
