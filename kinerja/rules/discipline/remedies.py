"""Upaya administratif: keberatan or banding, to whom, until when, and what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.discipline.codes import Authority, Decision, Remedy, RemedyForum, RemedyTiming
from kinerja.rules.discipline.working_time import deadline
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

_SINCE = date(2021, 1, 1)
CITES = (Citation("PP 79/2021", "", _SINCE, standing=Standing.SOURCE, sources=("S37",), page="5"),)
_SALARY = Citation("PP 79/2021", "", _SINCE, standing=Standing.SOURCE, sources=("S37", "S57"), page="5")
#: from which day a keberatan is counted, and what follows from silence, is not verified
_UNVERIFIED = Citation("PP 79/2021", "", _SINCE, standing=Standing.UNSURE, page="5")


@record
@dataclass(frozen=True, slots=True)
class Way:
    """Which remedy stands open, and to whom it goes."""

    remedy: Remedy
    forum: RemedyForum


@record
@dataclass(frozen=True, slots=True)
class RemedyClocks:
    """`decided_by` is the last day for the ruling; `answer_by` for the PPK's answer to a banding."""

    decided_by: date
    answer_by: date | None


def way(decision: Decision, by: Authority) -> Verdict[Way]:
    """Keberatan against a punishment other than dismissal, banding to BPASN against dismissal or the end of a contract.

    Refused for decisions of the President, about which the specification says nothing, and for a dismissal by another than
    the PPK.
    """
    if by is Authority.PRESIDEN:
        raise Refused("by", _("Upaya terhadap keputusan Presiden tidak diatur di sini."))
    if decision is Decision.HUKUMAN_LAIN:
        forum = RemedyForum.PPK if by is Authority.PPK else RemedyForum.ATASAN_PEJABAT
        text = _("Terhadap {decision} terbuka keberatan kepada {forum}.")
        step = Step(text, {"decision": decision, "forum": forum}, CITES)
        return Verdict(Way(Remedy.KEBERATAN, forum), (step,), CITES)
    if by is not Authority.PPK:
        raise Refused("by", _("Pemberhentian hanya diputus PPK."))
    text = _("Terhadap {decision} terbuka banding administratif kepada BPASN, dengan tembusan kepada PPK.")
    return Verdict(
        Way(Remedy.BANDING, RemedyForum.BPASN), (Step(text, {"decision": decision}, CITES),), CITES
    )


def filing_deadline(
    remedy: Remedy, decided: date, *, received: date | None = None, free_days: frozenset[date] = frozenset()
) -> Verdict[date]:
    """The last day to file, itself included. A banding is counted from the decision, a keberatan from its receipt.

    Refused for a keberatan without the day of receipt and for a receipt before the decision.
    """
    if received is not None and received < decided:
        raise Refused("received", _("Keputusan tidak dapat diterima sebelum ditetapkan."))
    if remedy is Remedy.BANDING:
        last, figure = deadline("discipline.remedy.appeal_filing_days", decided, free_days, "decided")
        text = _("Keputusan ditetapkan {start}; banding paling lambat {count} hari kerja kemudian, {last}.")
        return _dated(last, text, decided, figure.value, (figure.cite,))
    if received is None:
        raise Refused("received", _("Keberatan dihitung sejak keputusan diterima: sebut tanggalnya."))
    last, figure = deadline("discipline.remedy.objection_filing_days", received, free_days, "received")
    text = _("Keputusan diterima {start}; keberatan paling lambat {count} hari kerja kemudian, {last}.")
    return _dated(last, text, received, figure.value, (figure.cite, _UNVERIFIED))


def timing(
    remedy: Remedy,
    decided: date,
    filed: date,
    *,
    received: date | None = None,
    free_days: frozenset[date] = frozenset(),
) -> Verdict[RemedyTiming]:
    """Accepted on the last day, not accepted on the next. Refused when filed before the decision."""
    if filed < decided:
        raise Refused("filed", _("Upaya administratif tidak dapat mendahului keputusan."))
    last = filing_deadline(remedy, decided, received=received, free_days=free_days)
    in_time = filed <= last.value
    result = RemedyTiming.DITERIMA if in_time else RemedyTiming.TIDAK_DITERIMA
    level = Level.NOTE if in_time else Level.ERROR
    step = Step(_("Diajukan {filed}: {result}."), {"filed": filed, "result": result}, CITES, level=level)
    return Verdict(result, (*last.steps, step), CITES)


def clocks(
    remedy: Remedy,
    received: date,
    *,
    copied: date | None = None,
    today: date | None = None,
    free_days: frozenset[date] = frozenset(),
) -> Verdict[RemedyClocks]:
    """When the remedy received on this day must be ruled on, and when the PPK answers the copy received on `copied`.

    With `today` past the last day a warning says so; what follows from silence is not verified.
    """
    name = "discipline.remedy.appeal_days" if remedy is Remedy.BANDING else "discipline.remedy.objection_days"
    last, figure = deadline(name, received, free_days, "received")
    text = _("Diterima {start}; diputus paling lambat {count} hari kerja kemudian, {last}.")
    steps = [*_dated(last, text, received, figure.value, (figure.cite,)).steps]
    answer = None
    if remedy is Remedy.BANDING and copied is not None:
        answer, figure = deadline("discipline.remedy.answer_days", copied, free_days, "copied")
        text = _(
            "Tembusan diterima PPK {start}; tanggapan paling lambat {count} hari kerja kemudian, {last}."
        )
        steps.extend(_dated(answer, text, copied, figure.value, (figure.cite,)).steps)
    if today is not None and today > last:
        text = _("Tenggat putusan sudah lewat; akibat hukumnya belum diverifikasi, tanyakan kepada BKD.")
        steps.append(Step(text, {}, (_UNVERIFIED,), level=Level.WARNING))
    return Verdict(RemedyClocks(last, answer), tuple(steps), CITES)


def salary(remedy: Remedy, permitted: bool) -> Verdict[bool]:
    """Whether salary continues while a banding against dismissal runs: only with the PPK's permission to work."""
    if remedy is Remedy.KEBERATAN:
        text = _("Keberatan tidak menghentikan gaji.")
        return Verdict(True, (Step(text, {}, (_UNVERIFIED,)),), (_SALARY,))
    text = (
        _("PPK mengizinkan bekerja selama banding: gaji tetap dibayar.")
        if permitted
        else _("Tanpa izin PPK untuk bekerja selama banding, gaji tidak dibayar.")
    )
    return Verdict(permitted, (Step(text, {}, (_SALARY,)),), (_SALARY,))


def _dated(last: date, text: str, start: date, count: object, cites: tuple[Citation, ...]) -> Verdict[date]:
    return Verdict(last, (Step(text, {"start": start, "count": count, "last": last}, cites),), CITES)
