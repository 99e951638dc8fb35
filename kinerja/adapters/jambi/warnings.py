"""Early warnings of the fictitious puskesmas, through the actions: answered, helped, one passed on, one recovered."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from uuid import UUID

from kinerja.adapters.jambi.chance import at, key
from kinerja.adapters.jambi.quarters import weekday
from kinerja.adapters.jambi.words import ANSWERS, HELP_ASKED
from kinerja.areas.monitoring import actions as monitoring
from kinerja.areas.monitoring.models import Alert
from kinerja.areas.planning.models import Period, Skp
from kinerja.areas.reporting import actions as reporting
from kinerja.base.organization.models import Person
from kinerja.rules.codes import Consolidation
from kinerja.tools import clock

#: days before the day that is shown
_OPENED, _CAUGHT_UP, _MENDING, _OVER = 49, 36, 34, 24
_CHUNK = 500
_MORNING = time(6, 5)


class Warnings:
    """Seven weeks of warnings in one government."""

    def __init__(self, period: Period, today: date, seed: int | str) -> None:
        self.period, self.today, self.random = period, today, Random(f"{seed}/warnings")

    def tell(self) -> int:
        """What happened in the fictitious units, then today's outlook for everybody. Returns how many warnings there are."""
        weak = self._people(unit__is_fictitious=True, is_head=False)
        if weak and self.today - timedelta(days=_OPENED + 7) > self.period.begins:
            self._open(weak)
            self._answer()
            self._catch_up()
        everybody = self._people()
        with clock.at(self._moment(0)):
            for start in range(0, len(everybody), _CHUNK):
                monitoring.watch(everybody[start : start + _CHUNK])
        return Alert.objects.count()

    def _people(self, **where: object) -> list[UUID]:
        rows = Skp.objects.agreed().filter(period=self.period, **where).order_by("person__nip").distinct()
        return list(rows.values_list("person_id", flat=True))

    def _watch(self, people: Iterable[UUID], days_ago: int) -> None:
        with clock.at(self._moment(days_ago)):
            monitoring.watch(people)

    def _open(self, weak: list[UUID]) -> None:
        """Somebody with an amount to catch up first: amounts can be made good, means hardly."""
        counting = self._people(
            unit__is_fictitious=True, is_head=False, rhks__indicators__consolidation=Consolidation.SUM
        )
        for people in (counting[:1], weak):
            self._watch(people, _OPENED + 7)
            self._watch(people, _OPENED)

    def _answer(self) -> None:
        """All but one are answered within the week; of that one the level above hears."""
        waiting = list(Alert.objects.open().for_door().worst_first())
        if len(waiting) < 2:  # one that is answered and one that is not
            return
        waiting.sort(key=lambda alert: alert.indicator.consolidation != Consolidation.SUM)
        *answered, _silent = waiting
        with clock.at(self._moment(_OPENED - 1)):
            monitoring.ask_help(answered[0], by=answered[0].person, text=HELP_ASKED)
        for number, alert in enumerate(answered):
            response, text = ANSWERS[number % len(ANSWERS)]
            with clock.at(self._moment(_OPENED - 2) + timedelta(minutes=9 * number)):
                monitoring.answer_alert(
                    alert, by=alert.owner, response=response, text=text,
                    check_on=self.today - timedelta(days=_CAUGHT_UP - 1),
                )  # fmt: skip
        with clock.at(self._moment(_OPENED - 14)):
            monitoring.pass_on_silence()

    def _catch_up(self) -> None:
        """One of those who were helped makes up for what was missing, and the figures notice."""
        helped = Alert.objects.open().for_door().exclude(response="")
        alert = helped.filter(indicator__consolidation=Consolidation.SUM).worst_first().last()
        if alert is None:
            return
        day = weekday(self.today - timedelta(days=_CAUGHT_UP))
        moment = at(day, self.random)
        value = (alert.indicator.target * Decimal("0.6")).quantize(Decimal(1))
        with clock.at(moment):
            entry = reporting.Entry(key(self.random, moment), alert.indicator_id, day, value, "", (), moment)
            reporting.submit([entry], by=Person.objects.get(pk=alert.person_id))
        for days_ago in (_MENDING, _OVER):
            self._watch([alert.person_id], days_ago)

    def _moment(self, days_ago: int) -> datetime:
        return datetime.combine(weekday(self.today - timedelta(days=days_ago)), _MORNING, tzinfo=clock.WIB)
