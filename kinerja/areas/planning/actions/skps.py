"""Begin an SKP, copy the last one, begin a new version, discard a draft that nobody has seen."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.areas.planning import verbs
from kinerja.areas.planning.actions.guards import locked, require_open
from kinerja.areas.planning.errors import SkpLocked, UnlawfulReason
from kinerja.areas.planning.models import Expectation, Indicator, Period, Rhk, Skp
from kinerja.areas.planning.queries.faces import rhks_with_indicators
from kinerja.areas.planning.queries.people import heads_independently, seat_of
from kinerja.areas.planning.queries.skps import content, current_skp, previous_skp
from kinerja.areas.planning.states import ChangeReason, SkpState
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import line_of
from kinerja.base.organization.models import Person
from kinerja.rules.wording import tanggal
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.refusals import BadInput

_OF_LINE = ("statement", "perspective", "kind", "assigned_from", "assigned_note", "order")
_OF_INDICATOR = [
    "name",
    "unit_of_measure",
    "polarity",
    "consolidation",
    "frequency",
    "target",
    "target_upper",
    "baseline",
    "aspect",
    "success",
    "last_year",
    "is_service",
    "service_id",
    "figure",
    "share",
    "order",
]


@transaction.atomic
def start_skp(
    period: Period, *, by: Person, approach: str, begins: date, ends: date, copies_previous: bool = False
) -> Skp:
    """A person's first version for a period. With `copies_previous` the lines of the last agreed SKP come along."""
    require_open(period)
    _check_days(period, begins, ends)
    existing = current_skp(by.pk, period.pk)
    if existing is not None:
        raise SkpLocked(
            _("SKP Anda untuk periode %(name)s sudah ada. Buka dari Daftar SKP.") % {"name": period}
        )
    skp = Skp(period=period, person=by, approach=approach, begins=begins, ends=ends, **_place(by.pk))
    skp.save()
    previous = previous_skp(by.pk, period.begins) if copies_previous else None
    if previous is not None:
        _copy_lines(previous, skp, keeps_lineage=False)
    record(verbs.SKP_STARTED, skp, by=by, topics=[topics.person(by.pk)], approach=approach)
    return skp


@transaction.atomic
def start_version(skp: Skp, *, by: Person, kind: str, reason: str) -> Skp:
    """A new draft beside the agreed version, which stays in force until the new one is agreed.

    Only for one of the reasons of regulations 1.4, with a word of one's own (422 otherwise). After a change of post
    the version begins today and takes the new post and rater.
    """
    old = locked(skp)
    require_open(old.period)
    if kind not in ChangeReason.values or not reason.strip():
        raise UnlawfulReason(
            _("Versi baru memerlukan alasan yang sah. Pilih alasannya, lalu jelaskan dengan singkat.")
        )
    if not old.is_agreed:
        raise SkpLocked(_("Versi baru hanya dapat dibuat dari SKP yang sudah disetujui."))
    if Skp.objects.of(old.person_id).pending().filter(period_id=old.period_id).exists():
        raise SkpLocked(_("Versi baru SKP ini sudah ada dan belum selesai. Lanjutkan versi itu."))
    last = Skp.objects.of(old.person_id).filter(period_id=old.period_id).order_by("-version").first()
    new = Skp(
        period=old.period, person=old.person, approach=old.approach, ends=old.ends, replaces=old,
        begins=max(clock.today(), old.begins) if kind == ChangeReason.HOLDER else old.begins,
        version=(last.version if last else old.version) + 1, change_kind=kind, change_reason=reason.strip(),
        support=old.support, accountability=old.accountability, consequences=old.consequences,
        **_place(old.person_id),
    )  # fmt: skip
    new.save()
    _copy_lines(old, new, keeps_lineage=True)
    record(verbs.VERSION_STARTED, new, by=by, topics=[topics.person(by.pk)], reason=[kind, new.change_reason])
    return new


@transaction.atomic
def discard_skp(skp: Skp, *, by: Person) -> None:
    """Throw away a draft that was never proposed. What the other side has seen is kept (409)."""
    skp = locked(skp)
    require_open(skp.period)
    if skp.state != SkpState.DRAFT or skp.proposed_at is not None:
        raise SkpLocked(
            _("SKP yang pernah diajukan tidak dapat dibatalkan, hanya diubah. Lanjutkan perbaikannya.")
        )
    thrown = content(skp)
    Skp.objects.filter(pk=skp.pk).delete()
    record(verbs.SKP_DISCARDED, skp, by=by, topics=[topics.person(by.pk)], content=thrown)


def _place(person_id: UUID) -> dict[str, Any]:
    """Unit, post and rater of today, as the SKP keeps them."""
    seat = seat_of(person_id, clock.today())
    if seat is None:
        raise SkpLocked(
            _("Anda belum tercatat memegang jabatan hari ini, jadi SKP belum dapat dibuat."),
            helper=_("Pengelola kepegawaian dapat memperbaiki jabatan Anda."),
        )
    line = line_of(person_id, clock.today())
    return {
        "unit": seat.unit,
        "position_title": seat.position.title,
        "is_head": heads_independently(seat),
        "rater_id": line.rater_id if line else None,
        "rater_capacity": (line.capacity if line else None) or "",
    }


def _check_days(period: Period, begins: date, ends: date) -> None:
    if begins > ends:
        raise BadInput(_("Periode akhir lebih awal daripada periode awal. Periksa kedua tanggal itu."))
    if begins < period.begins or ends > period.ends:
        raise BadInput(
            _("Tanggal SKP harus berada dalam periode, %(begins)s sampai %(ends)s.")
            % {"begins": tanggal(period.begins), "ends": tanggal(period.ends)}
        )


def _copy_lines(source: Skp, target: Skp, *, keeps_lineage: bool) -> None:
    """Copy results, indicators and expectations. A new version keeps what it supports; a new year chooses anew."""
    indicators = []
    for rhk in rhks_with_indicators(source):
        copy = Rhk(skp=target, lineage=rhk.lineage if keeps_lineage else uuid7())
        for name in _OF_LINE:
            setattr(copy, name, getattr(rhk, name))
        if keeps_lineage:
            copy.supports_id, copy.supports_iku_id = rhk.supports_id, rhk.supports_iku_id
        copy.save()
        for indicator in rhk.indicators.all():
            twin = Indicator(rhk=copy, lineage=indicator.lineage if keeps_lineage else uuid7())
            for name in _OF_INDICATOR:
                setattr(twin, name, getattr(indicator, name))
            if source.unit_id != target.unit_id:  # in another unit its services are others
                twin.service_id, twin.figure = None, ""
            indicators.append(twin)
    Indicator.objects.bulk_create(indicators)
    if keeps_lineage:
        Expectation.objects.bulk_create(
            Expectation(skp=target, value=each.value, text=each.text) for each in source.expectations.all()
        )
