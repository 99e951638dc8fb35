"""Posts: formed, given a job class, closed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.ledger import recording, topics
from kinerja.base.organization import verbs
from kinerja.base.organization.changing import check_day, note, required, said_plainly
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay, WrongText
from kinerja.base.organization.models import Assignment, Position, Unit
from kinerja.rules.codes import Jenjang, PositionKind
from kinerja.tools.ui.formats import day as in_words

_KINDS = frozenset({"KEPALA_DAERAH", *(kind.value for kind in PositionKind)})


@transaction.atomic
def create_position(
    unit: Unit, *, title: str, kind: str, on: date, by: Any, jenjang: str = "", job_class: int | None = None,
    is_head: bool = False,
) -> Position:  # fmt: skip
    """Form a post in a unit. A unit has one head's post at a time."""
    check_day(on)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    title = required(title, _("Nama jabatan"), 200)
    _check_kind(kind, jenjang)
    _check_class(job_class)
    if not unit.periods.on(on).exists():
        raise WrongDay(
            _("Unit %(unit)s tidak ada pada %(day)s. Pilih tanggal atau unit lain.")
            % {"unit": unit.name, "day": in_words(on)}
        )
    with said_plainly(
        {
            "organization_position_title": _("Unit ini sudah mempunyai jabatan %(title)s. Pakai jabatan itu.")
            % {"title": title},
            "organization_position_one_head": _(
                "Unit ini sudah mempunyai jabatan pimpinan. Tutup jabatan pimpinan yang lama lebih dahulu."
            ),
        }
    ):
        position = Position.objects.create(
            unit=unit, title=title, kind=kind, jenjang=jenjang, job_class=job_class, is_head=is_head
        )
    note(position, "title", "", title, on=on, by=by)
    recording.record(
        verbs.POSITION_CREATED, position, by=by, also=unit, topics=[topics.unit(unit.pk)],
        title=title, kind=kind, job_class=job_class,
    )  # fmt: skip
    return position


@transaction.atomic
def set_job_class(position: Position, *, job_class: int | None, on: date, by: Any, decree: str) -> Position:
    """Set the job class (kelas jabatan, 1–17), with the decree that says so."""
    check_day(on)
    decree = required(decree, _("Nomor keputusan"), 60)
    _check_class(job_class)
    position = Position.objects.select_for_update().get(pk=position.pk)
    old = position.job_class
    if old == job_class:
        raise OrganizationRefusal(_("Kelas jabatan ini memang sudah demikian. Tidak ada yang berubah."))
    position.job_class = job_class
    position.save(update_fields=["job_class"])
    note(position, "job_class", old, job_class, on=on, by=by, source=decree)
    recording.record(
        verbs.JOB_CLASS_SET, position, by=by, topics=[topics.unit(position.unit_id)],
        old=old, new=job_class, on=on, decree=decree,
    )  # fmt: skip
    return position


@transaction.atomic
def close_position(position: Position, *, on: date, by: Any, reason: str) -> Position:
    """Close a post: `on` is the first day without it. Nobody may hold it from then on."""
    check_day(on)
    reason = required(reason, _("Alasan atau dasar penutupan"), 60)
    position = Position.objects.select_for_update().get(pk=position.pk)
    if position.closed_on is not None:
        raise OrganizationRefusal(
            _("Jabatan ini sudah ditutup mulai %(day)s.") % {"day": in_words(position.closed_on)}
        )
    holders = Assignment.objects.after(on).filter(position=position).select_related("person")[:3]
    if holders:
        raise OrganizationRefusal(
            _(
                "Jabatan ini masih dipegang %(names)s pada atau sesudah %(day)s. Pindahkan pemegangnya lebih dahulu."
            )
            % {"names": ", ".join(holder.person.full_name for holder in holders), "day": in_words(on)}
        )
    position.closed_on = on
    position.save(update_fields=["closed_on"])
    note(position, "closed_on", "", on, on=on, by=by, source=reason)
    recording.record(
        verbs.POSITION_CLOSED, position, by=by, topics=[topics.unit(position.unit_id)], on=on, reason=reason
    )
    return position


def _check_kind(kind: str, jenjang: str) -> None:
    if kind not in _KINDS:
        raise WrongText(_("Jenis jabatan tidak dikenal. Pilih dari daftar yang tampil."))
    if jenjang and jenjang not in {level.value for level in Jenjang}:
        raise WrongText(_("Jenjang tidak dikenal. Pilih dari daftar yang tampil."))
    if jenjang and kind != PositionKind.FUNGSIONAL:
        raise WrongText(
            _("Jenjang hanya untuk jabatan fungsional. Kosongkan jenjang, atau pilih jenis fungsional.")
        )
    if kind == PositionKind.FUNGSIONAL and not jenjang:
        raise WrongText(_("Jabatan fungsional memerlukan jenjang. Pilih jenjangnya."))


def _check_class(job_class: int | None) -> None:
    if job_class is not None and not 1 <= job_class <= 17:
        raise WrongText(
            _("Kelas jabatan %(job_class)d tidak ada; kelas jabatan 1 sampai 17. Periksa angkanya.")
            % {"job_class": job_class}
        )
