"""3 × 24 hours: notice of a breach, and the answer to a request of the person concerned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kinerja.rules import parameters
from kinerja.rules.citation import Citation
from kinerja.rules.privacy.codes import PrivacyEvent
from kinerja.rules.refusal import Refused
from kinerja.rules.stored import record
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("UU 27/2022", "pelindungan data pribadi", date(2022, 1, 1), page="10"),)


@record
@dataclass(frozen=True, slots=True)
class PrivacyClock:
    """The last moment, and whether the moment asked about lies after it."""

    due: datetime
    late: bool


def due(event: PrivacyEvent, known: datetime) -> Verdict[datetime]:
    """Hours of the calendar, nights and Sundays included, from the moment it was known or received."""
    hours = parameters.figure("privacy.hours", on=_aware("known", known).date())
    try:
        last = known + timedelta(hours=int(hours.value))
    except OverflowError:
        raise Refused("known", _("Tanggal terlalu jauh.")) from None
    step = Step(
        _("{event}: diketahui {day} pukul {time}; {hours} jam kemudian {last} pukul {until}."),
        {"event": event, "day": known.date(), "time": _clock(known), "hours": hours.value, "last": last.date(),
         "until": _clock(last)},
        (hours.cite,),
    )  # fmt: skip
    steps = [step]
    if event is PrivacyEvent.KEBOCORAN:
        steps.append(
            Step(
                _(
                    "Beri tahu tertulis subjek data dan lembaga: data apa, kapan, bagaimana, dan pemulihannya."
                ),
                {},
                CITES,
            )
        )
    return Verdict(last, tuple(steps), CITES)


def state(event: PrivacyEvent, known: datetime, at: datetime) -> Verdict[PrivacyClock]:
    """Whether the time has run out at this moment; the last moment itself is still in time."""
    if _aware("at", at) < _aware("known", known):
        raise Refused("at", _("Tidak boleh sebelum diketahui."))
    last = due(event, known)
    late = at > last.value
    step = Step(_("Pada {day} pukul {time} tenggat sudah lewat.") if late else _("Pada {day} pukul {time} masih dalam tenggat."),
                {"day": at.date(), "time": _clock(at)})  # fmt: skip
    return Verdict(PrivacyClock(last.value, late), (*last.steps, step), CITES)


def _aware(field: str, moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise Refused(field, _("Sebut zona waktunya, misalnya 2026-03-03T10:00:00+07:00."))
    return moment


def _clock(moment: datetime) -> str:
    return f"{moment:%H.%M} ({moment:%z})"
