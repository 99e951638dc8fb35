"""Volumes that come many at once: a file looked at first and then imported, a sending of a connected system."""

import hashlib
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from kinerja.areas.service_quality import verbs
from kinerja.areas.service_quality.errors import DeliveryClosed, KeyUsed, NeedsReason, WrongVolume
from kinerja.areas.service_quality.intake import Reader, Row, Taken, read_file
from kinerja.areas.service_quality.models import Delivery, Entry, Origin, Service, Volume
from kinerja.base.access.models import ConnectedSystem
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import canonical, record, record_batches
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

#: of each kind of problem and change how many are shown on the page; the workbook holds the rest
SHOWN = 100
_UPDATE = """
UPDATE service_quality_volume v SET served = n.served, to_standard = n.standard
  FROM unnest(%s::uuid[], %s::int[], %s::int[]) AS n(id, served, standard)
 WHERE v.instansi_id = %s AND v.id = n.id
"""
Key = tuple[UUID, Any, UUID | None]


@dataclass
class Counts:
    """What rows do to what is stored."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    blocked: int = 0


@transaction.atomic
def look_at(content: bytes, *, file_name: str, services: Iterable[Service], by: Person) -> Delivery:
    """Find out what a file would change, changing nothing. Raises UnreadableFile, ColumnsRefused."""
    with tempfile.NamedTemporaryFile(suffix=".tabel") as file:
        file.write(content)
        file.flush()
        taken = read_file(Path(file.name), Reader(services, clock.today()))
    counts, changes = _compare(taken.rows, _known(taken.rows))
    counts.rows, counts.blocked = len(taken.rows) + len(taken.faulty), len(taken.faulty)
    if not counts.rows:
        raise WrongVolume(
            _("Berkas ini tidak berisi baris volume, hanya judul kolom. Isi barisnya, lalu unggah lagi.")
        )
    delivery = Delivery.objects.create(
        origin=Origin.FILE, by=by, at=clock.now(), file_name=file_name[-200:], sha256=hashlib.sha256(content).hexdigest(),
        state=Delivery.State.FAULTY if taken.faulty else Delivery.State.READY,
        rows=[row.packed() for row in taken.rows], faulty=_faulty(taken),
        result=asdict(counts) | _said(taken) | {"changes": changes},
    )  # fmt: skip
    record(verbs.FILE_SENT, delivery, by=by, sha256=delivery.sha256)
    return delivery


@transaction.atomic
def apply(
    delivery: Delivery,
    *,
    services: Iterable[Service],
    by: Person,
    reason: str = "",
    skip_bad_rows: bool = False,
) -> Delivery:
    """Write what the file says, all rows or all but the faulty ones. Figures that change need a reason.

    `services` are those the person may fill now. The same file twice changes nothing. Raises DeliveryClosed, WrongVolume,
    NeedsReason.
    """
    delivery = _open(delivery)
    if delivery.faulty and not skip_bad_rows:
        raise WrongVolume(
            _(
                "Tidak ada yang diimpor karena %(n)d baris bermasalah. Perbaiki lalu unggah lagi, atau impor tanpa "
                "baris bermasalah."
            )
            % {"n": len(delivery.faulty["rows"])}
        )
    rows = [Row.unpacked(row) for row in delivery.rows]
    if not rows:
        raise WrongVolume(
            _("Semua baris bermasalah, jadi tidak ada yang diimpor. Perbaiki berkasnya, lalu unggah lagi.")
        )
    _refuse_foreign(rows, {service.pk: service for service in services})
    counts = _write(delivery, rows, reason, by)
    delivery.result |= asdict(counts) | {
        "rows": delivery.result["rows"],
        "blocked": delivery.result["blocked"],
    }
    delivery.reason, delivery.rows = reason[:300], []
    _finish(delivery, Delivery.State.DONE)
    _record(delivery, rows, by)
    return delivery


@transaction.atomic
def deliver(
    system: ConnectedSystem, rows: Sequence[Row], *, key: UUID, sha256: str, reason: str = ""
) -> Delivery:
    """What a connected system sends, at once. The same key with the same content is one sending, and answered alike."""
    earlier = Delivery.objects.filter(system=system, key=key).first()
    if earlier is not None:
        if earlier.sha256 != sha256:
            raise KeyUsed(
                _(
                    "Idempotency-Key ini sudah dipakai untuk kiriman lain. Pakai kunci baru untuk isi yang baru."
                )
            )
        return earlier
    delivery = Delivery.objects.create(
        origin=Origin.SYSTEM, system=system, key=key, at=clock.now(), sha256=sha256, state=Delivery.State.DONE,
        finished_at=clock.now(), reason=reason[:300],
    )  # fmt: skip
    counts = _write(delivery, rows, reason, None)
    counts.rows = len(rows)
    delivery.result = asdict(counts)
    delivery.save(update_fields=["result"])
    _record(delivery, rows, None)
    return delivery


@transaction.atomic
def discard(delivery: Delivery, *, by: Person | None) -> None:
    """Leave a file unimported: its rows are forgotten."""
    delivery = _open(delivery)
    delivery.rows, delivery.faulty = [], {}
    _finish(delivery, Delivery.State.DISCARDED)
    record(verbs.FILE_DISCARDED, delivery, by=by, sha256=delivery.sha256)


def tidy() -> int:
    """Forget the rows of files that nobody imported within a day."""
    abandoned = list(Delivery.objects.abandoned(clock.now()))
    for delivery in abandoned:
        discard(delivery, by=None)
    return len(abandoned)


def _open(delivery: Delivery) -> Delivery:
    found = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if not found.is_open:
        raise DeliveryClosed(
            _(
                "Berkas ini sudah “%(state)s”, jadi langkah ini tidak berlaku lagi. Unggah berkas baru bila perlu."
            )
            % {"state": found.get_state_display()}
        )
    return found


def _refuse_foreign(rows: Sequence[Row], services: dict[UUID, Service]) -> None:
    """Between looking and importing a service may have closed, or somebody lost his right to fill it."""
    for row in rows:
        service = services.get(row.service_id)
        if service is None or not service.is_given_on(row.day):
            raise WrongVolume(
                _(
                    "Layanan di baris %(row)d kini tidak dapat Anda isi. Unggah lagi berkasnya untuk melihat sebabnya."
                )
                % {"row": row.number}
            )


def _write(delivery: Delivery, rows: Sequence[Row], reason: str, by: Person | None) -> Counts:
    """The rows, each day's row locked before its figures are compared: a counter may be at it."""
    known = _known(rows, lock=True)
    counts, changes = _compare(rows, known)
    if counts.changed and not reason.strip():
        raise NeedsReason(
            _(
                "%(n)d angka sudah tercatat dengan nilai lain. Tulis alasan mengapa diganti; angka lama tetap tersimpan."
            )
            % {"n": counts.changed},
            changes,
        )
    entries = []
    for row in rows:
        volume = known[_key(row)]
        if _is_new(volume) or (volume.served, volume.to_standard) != (row.served, row.to_standard):
            entries.append(_entry(delivery, row, volume, "" if _is_new(volume) else reason.strip()[:300], by))
            volume.served, volume.to_standard = row.served, row.to_standard
    Entry.objects.bulk_create(entries, 2_000)
    touched = [known[_key(row)] for row in rows]
    with connection.cursor() as cursor:
        columns: list[Any] = [
            [each.pk for each in touched],
            [each.served for each in touched],
            [each.to_standard for each in touched],
        ]
        cursor.execute(_UPDATE, [*columns, current_id()])
    return counts


def _known(rows: Sequence[Row], *, lock: bool = False) -> dict[Key, Volume]:
    """What is stored for the days of these rows. Locked, every row has one: those that are new say so by `fresh`."""
    services, days = {row.service_id for row in rows}, {row.day for row in rows}
    asked = {_key(row) for row in rows}
    stored = Volume.objects.filter(service_id__in=services, day__in=days)
    found = {_key(each): each for each in stored if _key(each) in asked}
    if not lock:
        return found
    made = [
        Volume(service_id=row.service_id, day=row.day, officer_id=row.officer_id)
        for row in sorted(rows, key=lambda row: (row.service_id, row.day, str(row.officer_id)))
        if _key(row) not in found
    ]
    Volume.objects.bulk_create(made, ignore_conflicts=True)
    ours = {each.pk for each in made}
    held = stored.select_for_update().order_by("service_id", "day", "id")
    locked = {_key(each): each for each in held if _key(each) in asked}
    for each in locked.values():
        each.fresh = each.pk in ours  # type: ignore[attr-defined]
    return locked


def _key(row: Any) -> Key:
    return row.service_id, row.day, row.officer_id


def _is_new(volume: Volume) -> bool:
    return bool(getattr(volume, "fresh", False))


def _compare(rows: Sequence[Row], known: dict[Key, Volume]) -> tuple[Counts, list[dict[str, Any]]]:
    """How many rows are new, change something or nothing; the first changes as (row, from, to)."""
    counts = Counts()
    changes: list[dict[str, Any]] = []
    for row in rows:
        volume = known.get(_key(row))
        if volume is None or _is_new(volume):
            counts.new += 1
        elif (volume.served, volume.to_standard) == (row.served, row.to_standard):
            counts.unchanged += 1
        else:
            counts.changed += 1
            if len(changes) < SHOWN:
                before, after = [volume.served, volume.to_standard], [row.served, row.to_standard]
                changes.append({"row": row.number, "day": row.day, "before": before, "after": after})
    return counts, changes


def _entry(delivery: Delivery, row: Row, volume: Volume, reason: str, by: Person | None) -> Entry:
    return Entry(
        service_id=row.service_id, day=row.day, officer_id=row.officer_id, origin=delivery.origin, by=by,
        at=clock.now(), delivery=delivery, reason=reason, served=row.served, to_standard=row.to_standard,
        added=row.served - volume.served, added_standard=(row.to_standard or 0) - (volume.to_standard or 0),
    )  # fmt: skip


def _record(delivery: Delivery, rows: Sequence[Row], by: Person | None) -> None:
    """One entry a batch, of what changed nothing too: that it came is on record."""
    units = Service.objects.filter(pk__in={row.service_id for row in rows}).values_list("unit_id", flat=True)
    told = [topics.unit(unit) for unit in sorted(set(units))]
    digests = (hashlib.sha256(canonical(row.packed()[1:])).digest() for row in rows)
    record_batches(verbs.DELIVERED, delivery, by=by, digests=digests, topics=told)


def _finish(delivery: Delivery, state: str) -> None:
    delivery.state, delivery.finished_at = state, clock.now()
    delivery.save()


def _faulty(taken: Taken) -> dict[str, Any]:
    if not taken.faulty:
        return {}
    rows = [[row.number, list(row.cells), [asdict(each) for each in row.problems]] for row in taken.faulty]
    return {"header": list(taken.header), "rows": rows}


def _said(taken: Taken) -> dict[str, Any]:
    problems = [asdict(problem) for row in taken.faulty for problem in row.problems]
    return {"described": taken.described, "ignored": list(taken.ignored), "problems": problems[:SHOWN]}
