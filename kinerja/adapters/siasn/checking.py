"""What is wrong with a personnel file as a whole: a NIP or a seat twice, people of another government,
taken seats.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kinerja.tools.tables.columns import Layout
from kinerja.tools.tables.problem import Problem

from . import staging
from .outcome import SHOWN_CHANGES, SHOWN_MISSING, Outcome

_TWICE = """
SELECT row, first, nip FROM (
  SELECT row, nip, min(row) OVER (PARTITION BY nip) AS first FROM siasn_row) s
 WHERE row > first ORDER BY row
"""
_ELSEWHERE = """
SELECT s.row, s.nip FROM siasn_row s JOIN accounts_user u ON u.nip = s.nip AND u.instansi_id <> %(instansi)s ORDER BY 1
"""
_ONE_SEAT = """
SELECT row, first, position FROM (
  SELECT row, position, min(row) OVER (PARTITION BY unit_id) AS first FROM siasn_row WHERE is_head) s
 WHERE row > first ORDER BY row
"""
_TAKEN_SEAT = """
SELECT pl.row, s.position, h.name FROM siasn_plan pl
  JOIN siasn_row s ON s.row = pl.row
  JOIN organization_position q ON q.instansi_id = %(instansi)s AND q.id = pl.position_id AND q.is_head
  JOIN organization_assignment x ON x.instansi_id = %(instansi)s AND x.position_id = q.id
   AND x.kind = 'DEFINITIF' AND x.single_seat AND upper_inf(x.during) AND x.person_id <> pl.person_id
  JOIN organization_person h ON h.instansi_id = %(instansi)s AND h.id = x.person_id
  LEFT JOIN siasn_plan other ON other.person_id = x.person_id
 WHERE pl.moves AND NOT coalesce(other.moves, false) ORDER BY 1
"""
_GONE = "SELECT row, nip, left_on FROM siasn_plan WHERE left_on IS NOT NULL ORDER BY row"
_COUNTS = """
SELECT count(*) FILTER (WHERE is_new) AS new,
       count(*) FILTER (WHERE NOT is_new AND (differs OR moves)) AS changed,
       count(*) FILTER (WHERE NOT is_new AND NOT differs AND NOT moves) AS unchanged FROM siasn_plan
"""
_CHANGES = """
SELECT s.nip, s.name, pl.is_new, pl.differs, pl.moves, s.position, u.name AS unit,
       CASE WHEN pl.moves AND NOT pl.is_new THEN pl.begins END AS begins
  FROM siasn_plan pl JOIN siasn_row s ON s.row = pl.row
  JOIN organization_unit u ON u.instansi_id = %(instansi)s AND u.id = s.unit_id
 WHERE pl.is_new OR pl.differs OR pl.moves ORDER BY pl.is_new, pl.row LIMIT %(most)s
"""
_MISSING = """
SELECT <what> FROM organization_person p
 WHERE p.instansi_id = %(instansi)s AND p.left_on IS NULL AND p.status <> 'NON_ASN'
   AND NOT EXISTS (SELECT 1 FROM siasn_seen s WHERE s.nip = p.nip)
"""


def settle(outcome: Outcome, layout: Layout, today: date) -> None:
    """Find what is wrong, leave those rows out, and look again: a row left out may free or block a seat."""
    fresh = [*_twice(layout), *_elsewhere(layout), *_one_seat(layout)]
    while fresh:
        _block(outcome, fresh)
        fresh = [*_twice(layout), *_elsewhere(layout), *_one_seat(layout)]
    staging.plan(today)
    while fresh := list(_taken_seat(layout)):
        _block(outcome, fresh)
        staging.plan(today)
    for row in staging.ask(_GONE):
        outcome.tell_late(_gone(layout, row))


def summarise(outcome: Outcome) -> None:
    """Counts and samples of what the rows that are left would change."""
    (counts,) = staging.ask(_COUNTS)
    outcome.new, outcome.changed, outcome.unchanged = counts["new"], counts["changed"], counts["unchanged"]
    outcome.changes = [
        {"code": row["nip"], "name": row["name"], "what": _what(row)}
        for row in staging.ask(_CHANGES, most=SHOWN_CHANGES)
    ]
    (missing,) = staging.ask(_MISSING.replace("<what>", "count(*) AS missing"))
    outcome.missing = missing["missing"]
    sample = _MISSING.replace("<what>", "p.nip AS code, p.name") + " ORDER BY p.name LIMIT %(most)s"
    outcome.missing_sample = staging.ask(sample, most=SHOWN_MISSING)


def _what(row: dict[str, Any]) -> str:
    """A change in words, for the preview."""
    post = {"position": row["position"], "unit": row["unit"]}
    if row["is_new"]:
        return _("baru: %(position)s, %(unit)s") % post
    moved = _("jabatan menjadi %(position)s, %(unit)s mulai %(day)s") % {
        **post,
        "day": row["begins"] and row["begins"].strftime("%d-%m-%Y"),
    }
    told = [_("data diri berubah")] * row["differs"] + [moved] * row["moves"]
    return "; ".join(told)


def _block(outcome: Outcome, problems: list[Problem]) -> None:
    for problem in problems:
        outcome.tell_late(problem)
    staging.drop({problem.row for problem in problems})


def _twice(layout: Layout) -> Iterator[Problem]:
    for row in staging.ask(_TWICE):
        reason = _("NIP ini sudah ada di baris %(row)d berkas yang sama") % {"row": row["first"]}
        yield _problem(layout, "nip", row["row"], row["nip"], reason, _("hapus salah satu barisnya"))


def _elsewhere(layout: Layout) -> Iterator[Problem]:
    for row in staging.ask(_ELSEWHERE):
        yield _problem(
            layout,
            "nip",
            row["row"],
            row["nip"],
            _("NIP ini terdaftar pada instansi lain dalam aplikasi ini"),
            _("periksa NIP-nya; bila ia pindah instansi, minta instansi asal mencatat kepindahannya dahulu"),
        )


def _one_seat(layout: Layout) -> Iterator[Problem]:
    for row in staging.ask(_ONE_SEAT):
        reason = _("jabatan pimpinan unit ini sudah diisi baris %(row)d") % {"row": row["first"]}
        remedy = _("satu unit hanya punya satu pimpinan definitif: perbaiki jabatan atau unit salah satunya")
        yield _problem(layout, "position_name", row["row"], row["position"], reason, remedy)


def _taken_seat(layout: Layout) -> Iterator[Problem]:
    for row in staging.ask(_TAKEN_SEAT):
        reason = _("jabatan pimpinan ini masih dipegang %(name)s") % {"name": row["name"]}
        remedy = _("akhiri dahulu jabatannya di halaman Pegawai, atau sertakan perpindahannya dalam berkas")
        yield _problem(layout, "position_name", row["row"], row["position"], reason, remedy)


def _gone(layout: Layout, row: dict[str, Any]) -> Problem:
    reason = _("pegawai ini tercatat berhenti bertugas mulai %(day)s") % {
        "day": row["left_on"].strftime("%d-%m-%Y")
    }
    remedy = _("bila ia kembali bertugas, catat di halaman Pegawai; jabatannya tidak diubah oleh impor")
    return _problem(layout, "nip", row["row"], row["nip"], reason, remedy, blocking=False)


def _problem(
    layout: Layout, field: str, row: int, value: str, reason: str, remedy: str, *, blocking: bool = True
) -> Problem:
    return Problem(row, layout.written(field), value, reason, remedy, blocking)
