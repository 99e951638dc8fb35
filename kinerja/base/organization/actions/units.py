"""Units: formed, renamed, moved, closed. Each change begins on a day; `UnitPeriod` holds every day's truth."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import DateRange, check_day, note, queue, required, said_plainly
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Assignment, Position, Team, Unit, UnitPeriod
from kinerja.tools import clock
from kinerja.tools.keys import uuid7
from kinerja.tools.ui.formats import day as in_words

TREE = "organization.tree"
_ABOVE = """
WITH RECURSIVE above AS (
  SELECT unit_id, parent_id, 1 AS steps FROM organization_unitperiod WHERE unit_id = %(start)s AND during @> %(day)s
  UNION
  SELECT p.unit_id, p.parent_id, a.steps + 1 FROM above a
    JOIN organization_unitperiod p ON p.unit_id = a.parent_id AND p.during @> %(day)s
   WHERE a.steps < 50
) SELECT unit_id FROM above
"""


def above(unit_id: UUID, day: date) -> list[UUID]:
    """The unit and all units above it on a day, nearest first."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOVE, {"start": unit_id, "day": day})
        return [row[0] for row in cursor.fetchall()]


@transaction.atomic
def create_unit(
    *, name: str, kind: str, parent: Unit | None, on: date, by: Any, siasn_id: str = "", echelon: str = "",
    head_title: str = "",
) -> Unit:  # fmt: skip
    """Form a unit from a day on. Without `siasn_id` (UNOR ID) it gets a local one."""
    queue(TREE)
    check_day(on)
    name = required(name, _("Nama unit"), 200)
    if kind not in Unit.Kind.values:
        raise WrongText(_("Jenis unit tidak dikenal. Pilih dari daftar yang tampil."))
    if parent is not None:
        _period_on(parent, on)
    siasn_id = siasn_id.strip() or f"LOKAL-{uuid7().hex[:20]}"
    with said_plainly(
        {
            "organization_unit_siasn": _("UNOR ID %(id)s sudah dipakai unit lain. Periksa UNOR ID-nya.")
            % {"id": siasn_id}
        }
    ):
        unit = Unit.objects.create(
            name=name, kind=kind, parent=parent, siasn_id=siasn_id, echelon=echelon, head_title=head_title
        )
    UnitPeriod.objects.create(unit=unit, name=name, parent=parent, during=DateRange(on, None))
    note(unit, "name", "", name, on=on, by=by)
    recording.record(
        verbs.UNIT_CREATED, unit, by=by, also=parent, topics=[topics.unit(unit.pk)],
        name=name, parent=parent and parent.pk, on=on,
    )  # fmt: skip
    return unit


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, on: date, by: Any, decree: str = "") -> UnitPeriod:
    """Give a unit another name from a day on."""
    queue(TREE)
    name = required(name, _("Nama unit"), 200)
    period = _last_period_on(unit, on)
    if name == period.name:
        raise OrganizationRefusal(
            _("Unit ini memang sudah bernama %(name)s pada tanggal itu.") % {"name": name}
        )
    old = period.name
    period = _split(unit, period, on, name=name, parent=period.parent)
    note(unit, "name", old, name, on=on, by=by, source=decree)
    recording.record(verbs.UNIT_RENAMED, unit, by=by, topics=[topics.unit(unit.pk)], old=old, new=name, on=on)
    return period


@transaction.atomic
def move_unit(unit: Unit, *, parent: Unit | None, on: date, by: Any, decree: str = "") -> UnitPeriod:
    """Put a unit under another one from a day on. Refused when the tree would bite its own tail, then or later."""
    queue(TREE)
    period = _last_period_on(unit, on)
    if (parent and parent.pk) == period.parent_id:
        raise OrganizationRefusal(_("Unit ini memang sudah berada di bawah unit itu pada tanggal tersebut."))
    if parent is not None:
        _period_on(parent, on)
        _refuse_circle(unit, parent, on)
    old = period.parent
    period = _split(unit, period, on, name=period.name, parent=parent)
    note(unit, "parent", old or _("paling atas"), parent or _("paling atas"), on=on, by=by, source=decree)
    recording.record(
        verbs.UNIT_MOVED, unit, by=by, also=parent, topics=[topics.unit(unit.pk)],
        old=old and old.pk, new=parent and parent.pk, on=on,
    )  # fmt: skip
    return period


@transaction.atomic
def close_unit(unit: Unit, *, on: date, by: Any, reason: str) -> Unit:
    """Close a unit: `on` is the first day on which it no longer is. It must be empty; its posts close with it."""
    queue(TREE)
    reason = required(reason, _("Alasan atau dasar penutupan"), 60)
    period = _last_period_on(unit, on)
    if period.during.lower >= on:
        raise WrongDay(
            _("Unit baru berlaku mulai %(day)s. Pilih tanggal penutupan sesudahnya.")
            % {"day": in_words(period.during.lower)}
        )
    _refuse_when_inhabited(unit, on)
    period.during = DateRange(period.during.lower, on)
    period.save(update_fields=["during"])
    Position.objects.filter(unit=unit, closed_on__isnull=True).update(closed_on=on)
    if on <= clock.today():
        unit.closed_on = on
        unit.save(update_fields=["closed_on"])
    note(unit, "closed_on", "", on, on=on, by=by, source=reason)
    recording.record(verbs.UNIT_CLOSED, unit, by=by, topics=[topics.unit(unit.pk)], on=on, reason=reason)
    return unit


@transaction.atomic
def withdraw_unit_plan(unit: Unit, *, by: Any, reason: str) -> Unit:
    """Take back the next planned change of name or place, before its day comes."""
    queue(TREE)
    reason = required(reason, _("Alasan pembatalan"), 60)
    planned = unit.periods.filter(during__startswith__gt=clock.today()).order_by("-during").first()
    before = planned and unit.periods.filter(during__endswith=planned.during.lower).first()
    if planned is None or before is None:
        raise OrganizationRefusal(
            _("Unit ini tidak mempunyai rencana perubahan yang masih dapat dibatalkan.")
        )
    on = planned.during.lower
    if before.parent_id is not None:
        _refuse_circle(unit, before.parent, on)
    upper = planned.during.upper
    note(
        unit,
        "plan",
        _("%(name)s, mulai %(day)s") % {"name": planned.name, "day": in_words(on)},
        _("dibatalkan"),
        on=on,
        by=by,
        source=reason,
    )
    planned.delete()
    before.during = DateRange(before.during.lower, upper)
    before.save(update_fields=["during"])
    recording.record(
        verbs.UNIT_PLAN_WITHDRAWN, unit, by=by, topics=[topics.unit(unit.pk)], on=on, reason=reason
    )
    return unit


def _period_on(unit: Unit, on: date) -> UnitPeriod:
    period: UnitPeriod | None = unit.periods.on(on).select_related("parent").first()
    if period is None:
        raise WrongDay(
            _(
                "Unit %(unit)s tidak ada pada %(day)s (belum dibentuk atau sudah ditutup). Pilih tanggal atau unit lain."
            )
            % {"unit": unit.name, "day": in_words(on)}
        )
    return period


def _last_period_on(unit: Unit, on: date) -> UnitPeriod:
    """The period a change on `on` would cut. A change may not slip in before one that is planned already."""
    check_day(on)
    period = _period_on(unit, on)
    later = unit.periods.filter(during__startswith__gt=on).order_by("during").first()
    if later is not None:
        raise WrongDay(
            _(
                "Unit ini sudah punya perubahan yang direncanakan mulai %(day)s. "
                "Batalkan rencana itu, atau pilih tanggal sesudahnya."
            )
            % {"day": in_words(later.during.lower)}
        )
    if period.during.upper is not None:
        raise WrongDay(
            _("Unit ini akan ditutup mulai %(day)s, jadi tidak dapat diubah lagi.")
            % {"day": in_words(period.during.upper)}
        )
    return period


def _split(unit: Unit, period: UnitPeriod, on: date, *, name: str, parent: Unit | None) -> UnitPeriod:
    if period.during.lower == on:
        period.name, period.parent = name, parent
        period.save(update_fields=["name", "parent"])
    else:
        period.during = DateRange(period.during.lower, on)
        period.save(update_fields=["during"])
        period = UnitPeriod.objects.create(unit=unit, name=name, parent=parent, during=DateRange(on, None))
    if on <= clock.today():
        unit.name, unit.parent = name, parent
        unit.save(update_fields=["name", "parent"])
    return period


def _refuse_circle(unit: Unit, parent: Unit, on: date) -> None:
    for day in [on, *UnitPeriod.objects.changes_after(on)]:
        if unit.pk in above(parent.pk, day):
            raise OrganizationRefusal(
                _("%(parent)s berada di bawah %(unit)s pada %(day)s, jadi %(unit)s tidak dapat dipindahkan ke sana. "
                  "Pindahkan %(parent)s lebih dahulu, atau pilih unit atasan lain.")
                % {"parent": parent.name, "unit": unit.name, "day": in_words(day)}
            )  # fmt: skip


def _refuse_when_inhabited(unit: Unit, on: date) -> None:
    people = Assignment.objects.after(on).filter(unit=unit).count()
    children = UnitPeriod.objects.after(on).filter(parent=unit).values("unit").distinct().count()
    teams = Team.objects.after(on).filter(unit=unit).count()
    if people or children or teams:
        raise OrganizationRefusal(
            _("Unit ini belum kosong pada %(day)s: %(people)d penugasan, %(children)d unit bawahan dan %(teams)d tim masih "
              "tercatat. Pindahkan atau akhiri semuanya lebih dahulu.")
            % {"day": in_words(on), "people": people, "children": children, "teams": teams}
        )  # fmt: skip
