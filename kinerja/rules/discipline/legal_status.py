"""STATUS_HUKUM: what an arrest, a charge or a final conviction brings, and who may know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.rules import money, parameters
from kinerja.rules.citation import Citation, Standing, design
from kinerja.rules.dates import months_after
from kinerja.rules.discipline.codes import CrimeKind, Dismissal, LegalStatus, StatusReader
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("5"),)
_LAW = (
    Citation("UU 20/2023", "", date(2023, 1, 1), standing=Standing.KNOWN, page="5"),
    Citation("PP 11/2017", "", date(2017, 1, 1), standing=Standing.KNOWN, page="5"),
)
_SUSPENSION = Citation(
    "PP 11/2017", "", date(2017, 1, 1), standing=Standing.SOURCE, sources=("S38",), page="5"
)
_MOST_MONTHS = 1_200


@record
@dataclass(frozen=True, slots=True)
class LegalEffects:
    """What a status brings without anybody's further decision."""

    allowance_suspended: bool
    out_of_talent_pool: bool
    out_of_awards: bool


@record
@dataclass(frozen=True, slots=True)
class Suspension:
    """Pemberhentian sementara: its first day and the monthly pay in whole rupiah."""

    begins: date
    pay: int


@record
@dataclass(frozen=True, slots=True)
class ConvictionResult:
    """`effective` is known for PTDH only; `is_overdue` when that day has passed without the PPK's decision."""

    dismissal: Dismissal | None
    effective: date | None
    is_overdue: bool


def effects(status: LegalStatus) -> Verdict[LegalEffects]:
    """From detention on, the allowance stops and the person is in no talent pool and no award."""
    order = list(LegalStatus)
    hit = order.index(status) >= order.index(LegalStatus.DITAHAN)
    text = (
        _("Status {status}: TPP dihentikan sementara, tidak masuk kelompok talenta dan penghargaan.")
        if hit
        else _("Status {status}: belum ada akibat; asas praduga tak bersalah berlaku.")
    )
    return Verdict(LegalEffects(hit, hit, hit), (Step(text, {"status": status}, CITES),), CITES)


def suspension(detained: date, income: int) -> Verdict[Suspension]:
    """Suspension from the detention, with part of the last position's monthly income, half a rupiah rounded up."""
    money.rupiah("income", income)
    figure = parameters.figure("discipline.suspension_percent", on=detained)
    pay = money.half_up(income * int(figure.value), 100)
    begun = Step(
        _("Ditahan {detained}: diberhentikan sementara sejak hari itu."),
        {"detained": detained},
        (_SUSPENSION,),
    )
    text = _("Penghasilan {percent:persen} dari Rp{income}: Rp{pay} sebulan.")
    paid = Step(text, {"percent": figure.value, "income": income, "pay": pay}, (figure.cite,))
    return Verdict(Suspension(detained, pay), (begun, paid), (_SUSPENSION,))


def conviction(
    crime: CrimeKind,
    sentence_months: int,
    final_on: date,
    *,
    today: date | None = None,
    decided: date | None = None,
) -> Verdict[ConvictionResult]:
    """What a final conviction leads to. Office crime: PTDH whatever the sentence, at the end of the month of judgment.

    Cites only what was in force at the judgment; refused before the law that is known here. `today` and the day on which
    the PPK `decided` show a delay, for which he can be sanctioned.
    """
    if not 0 <= sentence_months <= _MOST_MONTHS:
        raise Refused("sentence_months", _("Harus dari 0 sampai {most}."), {"most": _MOST_MONTHS})
    least = parameters.figure("discipline.planned_crime_months", on=final_on)
    law = tuple(each for each in _LAW if each.is_in_force(final_on))
    if crime is CrimeKind.JABATAN:
        return _dishonourable(final_on, today, decided, law)
    if crime is CrimeKind.BERENCANA and sentence_months >= least.value:
        text = _(
            "Tindak pidana yang direncanakan dengan hukuman {months} bulan, paling sedikit {least}: diberhentikan."
        )
        step = Step(text, {"months": sentence_months, "least": least.value}, (least.cite, *law))
        return Verdict(ConvictionResult(Dismissal.PEMBERHENTIAN, None, False), (step,), law)
    text = _("Hukuman ini tidak dengan sendirinya berakibat pemberhentian.")
    return Verdict(ConvictionResult(None, None, False), (Step(text, {}, (least.cite, *law)),), law)


def _dishonourable(
    final_on: date, today: date | None, decided: date | None, law: tuple[Citation, ...]
) -> Verdict[ConvictionResult]:
    effective = months_after(final_on.replace(day=1), 1, "final_on") - timedelta(days=1)
    text = _("Kejahatan jabatan dengan putusan berkekuatan hukum tetap {final}: PTDH, berapa pun hukumannya.")
    steps = [Step(text, {"final": final_on}, law)]
    steps.append(
        Step(_("Berlaku pada akhir bulan putusan, {effective}."), {"effective": effective}, _LAW[1:])
    )
    acted = min((day for day in (decided, today) if day is not None), default=None)
    overdue = acted is not None and acted > effective
    if overdue:
        text = _("PPK seharusnya memutus paling lambat {effective}; keterlambatan dapat dikenai sanksi.")
        steps.append(Step(text, {"effective": effective}, _LAW[1:], level=Level.WARNING))
    return Verdict(ConvictionResult(Dismissal.PTDH, effective, overdue), tuple(steps), law)


def may_see(reader: StatusReader) -> Verdict[bool]:
    """Whether this reader may know a legal status: the personnel agency and the inspectorate only."""
    may = reader in (StatusReader.PENGELOLA_KEPEGAWAIAN, StatusReader.INSPEKTORAT)
    text = (
        _("Status hukum dapat dibaca: {reader}.") if may else _("Status hukum tidak dapat dibaca: {reader}.")
    )
    return Verdict(may, (Step(text, {"reader": reader}, CITES),), CITES)
