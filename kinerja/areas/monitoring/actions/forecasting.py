"""Reckon anew where lines are expected to end. In sets: six statements whatever the number of people."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from kinerja.areas.monitoring.models import Outlook
from kinerja.areas.monitoring.models.outlooks import RENEWED, since_of
from kinerja.areas.monitoring.queries import Measured, away_of, last_years, measured, weeks_of
from kinerja.base.calendar.days import free_days
from kinerja.rules import catalogue
from kinerja.rules.monitoring.codes import DeviationState
from kinerja.rules.monitoring.deviation import Deviation, deviation
from kinerja.rules.monitoring.forecast import Forecast, forecast
from kinerja.rules.monitoring.series import Away, Observed
from kinerja.rules.verdict import Verdict
from kinerja.tools import clock

#: a percentage beyond this is a slip of somebody's pen, and no column holds it
_MOST = Decimal(10) ** 20


@transaction.atomic
def refresh(person_ids: Iterable[UUID], standing: frozenset[UUID] = frozenset()) -> list[Outlook]:
    """The outlooks of these people's lines in force, reckoned for today and kept; `standing`: lines with an open warning.

    Lines that are no longer in force lose theirs. Nothing is decided here, so nothing is written into the ledger.
    """
    people, today = list(person_ids), clock.today()
    lines = measured(people, today)
    rows = _reckoned(lines, today, standing) if lines else []
    Outlook.objects.filter(person_id__in=people).exclude(
        lineage__in=[each.lineage for each in lines]
    ).delete()
    Outlook.objects.bulk_create(
        rows, 2_000, update_conflicts=True, unique_fields=["instansi", "lineage"], update_fields=list(RENEWED)
    )
    return rows


def _reckoned(lines: list[Measured], today: date, standing: frozenset[UUID]) -> list[Outlook]:
    begin, end = min(each.begins for each in lines), max(each.ends for each in lines)
    free, weeks, months = free_days(begin, end), weeks_of(lines, today), last_years(lines)
    away = away_of([each.unit_id for each in lines], begin, today)
    since = since_of(Outlook.objects.filter(lineage__in=[each.lineage for each in lines]))
    version = str(
        max(catalogue.rule(name).version for name in ("monitoring.forecast", "monitoring.deviation"))
    )
    rows = []
    for line in lines:
        found = _forecast(
            line, today, weeks[line.lineage], months.get(line.lineage, ()), free, away[line.unit_id]
        )
        judged = deviation(
            forecast=found.value, **line.asked(), on=today, since=_earlier(since.get(line.lineage), today),
            opened=line.lineage in standing,
        )  # fmt: skip
        rows.append(_row(line, today, found, judged, version))
    return rows


def _forecast(
    line: Measured,
    today: date,
    seen: list[Observed],
    last_year: tuple[Decimal, ...],
    free: frozenset[date],
    away: tuple[Away, ...],
) -> Verdict[Forecast]:
    return forecast(
        **line.asked(), start=line.begins, end=line.ends, on=today, observations=seen, baseline=line.baseline,
        last_year=last_year, free_days=free, away=away, unit=line.unit_of_measure,
    )  # fmt: skip


def _earlier(since: date | None, today: date) -> date | None:
    """A demonstration's clock can be moved back."""
    return None if since is None or since > today else since


def _row(
    line: Measured, today: date, found: Verdict[Forecast], judged: Verdict[Deviation], version: str
) -> Outlook:
    value = found.value
    percent = value.percent if value.percent is not None and abs(value.percent) < _MOST else None
    return Outlook(
        lineage=line.lineage, indicator_id=line.id, person_id=line.person_id, day=today, computed_at=clock.now(),
        rule_version=version, state=judged.value.state, cause=judged.value.cause, since=judged.value.since,
        margin=value.margin, percent=percent, forecast_steps=[step.to_json() for step in found.steps],
        deviation_steps=[step.to_json() for step in judged.steps] if _speaks(judged.value) else [],
    )  # fmt: skip


def _speaks(found: Deviation) -> bool:
    return found.state in (DeviationState.DIAMATI, DeviationState.MENYIMPANG)
