"""Golongan awal: in which golongan somebody begins, by education."""

from __future__ import annotations

from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import Education, StaffKind
from kinerja.rules.identity.golongan import Golongan, parse
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (Citation("Tabel golongan awal menurut pendidikan", standing=Standing.KNOWN, page="9"),)
_TABLES = {StaffKind.PNS: "golongan.entry_pns", StaffKind.PPPK: "golongan.entry_pppk"}


def entry(kind: StaffKind, education: Education, *, on: date) -> Verdict[Golongan | None]:
    """The golongan of the first appointment. A senior functional entry of a PPPK may be higher.

    Raises Refused where the table names no golongan for this education.
    """
    table = parameters.table(_TABLES[kind], on=on)
    code = next((row["golongan"] for row in table.rows if row["education"] == education.value), None)
    if code is None:
        raise Refused(
            "education",
            _("Golongan awal {kind} untuk pendidikan {education} tidak disebut."),
            {"kind": kind, "education": education},
        )
    params = {"kind": kind, "education": education, "code": code}
    steps = [Step(_("{kind} berpendidikan {education} mulai di golongan {code}."), params, (table.cite,))]
    if kind is StaffKind.PPPK:
        steps.append(
            Step(_("Pengangkatan pada jenjang fungsional yang lebih tinggi dapat lebih tinggi."), cites=CITES)
        )
    return Verdict(parse(code).value, tuple(steps), CITES)
