"""What would raise the TPP of a month: the nearest change of each kind, the smallest gain first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.rules.allowance import monthly_payment, punishment_cuts, rule_sets
from kinerja.rules.allowance.attendance_codes import AttendanceTally
from kinerja.rules.allowance.codes import AttendanceCode, EventOutcome, TppExample
from kinerja.rules.allowance.event_cuts import EventFact
from kinerja.rules.allowance.monthly_payment import CITES, TppPayment
from kinerja.rules.allowance.perkada import Perkada
from kinerja.rules.allowance.punishment_cuts import PunishmentFact
from kinerja.rules.codes import Predicate
from kinerja.rules.verdict import Change, Step, Verdict
from kinerja.rules.wording import gettext_noop as _


def nearest(**given: Any) -> Verdict[tuple[Change, ...]]:
    """Takes the arguments of `monthly_payment.payment`: fewer of the costliest code, a better predikat or achievement,
    an event attended, a punishment ended.

    Of each kind the least that raises the amount; the smallest raise first; empty when nothing raises it.
    """
    asked = _Asked(given)
    found = [
        *_fewer_codes(asked, given["tally"]),
        *_better_evaluation(asked),
        *_attended(asked, given.get("events", ())),
        *_ended(asked, given.get("punishments", ()), given["month"]),
    ]
    found.sort(key=lambda change: change.value.paid)
    steps = tuple(change.step for change in found)
    if not found:
        steps = (Step(_("Tidak ada perubahan yang menaikkan TPP bulan ini."), cites=CITES),)
    return Verdict(tuple(found), steps, CITES)


class _Asked:
    """The question as it was asked, and what comes out when one argument is replaced."""

    def __init__(self, arguments: dict[str, Any]) -> None:
        self._arguments = arguments
        self.now = self.paid({})

    @property
    def decree(self) -> Perkada:
        first = self._arguments["month"].replace(day=1)
        rule_set = self._arguments.get("rule_set", TppExample.NASIONAL)
        return rule_sets.chosen(rule_set, self._arguments.get("perkada"), first)

    def paid(self, inputs: dict[str, Any]) -> TppPayment:
        return monthly_payment.payment(**{**self._arguments, **inputs}).value

    def change(self, inputs: dict[str, Any], template: str, params: dict[str, Any]) -> list[Change]:
        """The change, when it does raise the amount."""
        then = self.paid(inputs)
        if then.paid <= self.now.paid:
            return []
        params = {**params, "paid": then.paid, "more": then.paid - self.now.paid}
        return [Change(inputs, then, Step(template, params, CITES, Decimal(then.paid)))]


def _fewer_codes(asked: _Asked, tally: AttendanceTally) -> list[Change]:
    """One less of the code whose loss gives most; several where one alone gives nothing, as beyond 100 percent."""
    fewer = 1
    while any(tally.counts.values()):
        tries = {code: _without(tally, code) for code in AttendanceCode if tally.counts.get(code)}
        paid = {code: asked.paid({"tally": each}).paid for code, each in tries.items()}
        code = max(paid, key=lambda each: (paid[each], _cost(asked, each)))
        tally = tries[code]
        if paid[code] > asked.now.paid:
            template = (
                _("Satu {code} lebih sedikit: Rp{paid}, naik Rp{more}.")
                if fewer == 1
                else _("{fewer} kode kehadiran lebih sedikit, terakhir {code}: Rp{paid}, naik Rp{more}.")
            )
            return asked.change({"tally": tally}, template, {"code": code.value, "fewer": fewer})
        fewer += 1
    return []


def _cost(asked: _Asked, code: AttendanceCode) -> Decimal:
    return next(each.percent for each in asked.decree.codes if each.code is code)


def _without(tally: AttendanceTally, code: AttendanceCode) -> AttendanceTally:
    """One day less with this code; of an absence the day at the end of the longest run."""
    count = tally.counts[code] - 1
    run = tally.in_a_row
    if code is AttendanceCode.TK:
        run = max(min(run, count, 1), min(run - 1, count))
    return replace(
        tally,
        counts={**tally.counts, code: count},
        no_clock_in=min(tally.no_clock_in, count) if code is AttendanceCode.TL4 else tally.no_clock_in,
        no_clock_out=min(tally.no_clock_out, count) if code is AttendanceCode.PSW4 else tally.no_clock_out,
        in_a_row=max(0, run),
    )


def _better_evaluation(asked: _Asked) -> list[Change]:
    """The lowest that raises the amount; no decree pays more for less."""
    for step in sorted(asked.decree.achievement, key=lambda each: each.at_least):
        template = _("Capaian {achievement:persen}: Rp{paid}, naik Rp{more}.")
        params = {"achievement": step.at_least}
        if found := asked.change({"achievement": step.at_least}, template, params):
            return found
    for better in reversed(Predicate):
        template = _("Predikat {predicate}: Rp{paid}, naik Rp{more}.")
        if found := asked.change({"predicate": better}, template, {"predicate": better}):
            return found
    return []


def _attended(asked: _Asked, events: Sequence[EventFact]) -> list[Change]:
    """The event whose cut is smallest, among those that raise the amount when they are attended."""
    found: list[Change] = []
    for place, fact in enumerate(events):
        if fact.outcome is not EventOutcome.IKUT:
            there = replace(fact, outcome=EventOutcome.IKUT)
            changed = (*events[:place], there, *events[place + 1 :])
            template = _("{event} diikuti atau daftarnya tepat waktu: Rp{paid}, naik Rp{more}.")
            found += asked.change({"events": changed}, template, {"event": fact.event})
    return sorted(found, key=lambda change: change.value.paid)[:1]


def _ended(asked: _Asked, punishments: Sequence[PunishmentFact], month: date) -> list[Change]:
    """Without the punishment that counts; the next heaviest then counts, if one runs."""
    counted = punishment_cuts.cut(punishments, month=month, perkada=asked.decree).value.kind
    left = tuple(fact for fact in punishments if fact.kind is not counted)
    template = _("Setelah {kind} berakhir: Rp{paid}, naik Rp{more}.")
    return asked.change({"punishments": left}, template, {"kind": counted})
