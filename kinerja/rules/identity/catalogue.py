"""The rules of `identity`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.identity import golongan, nik, nip, position_kinds
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule("identity.nip", _("Nomor induk pegawai"), nip.CITES, (nip.parse,), figures=("nip.",)),
    Rule("identity.nik", _("Nomor induk kependudukan"), nik.CITES, (nik.parse,)),
    Rule("identity.golongan", _("Pangkat dan golongan"), golongan.CITES, (golongan.parse,)),
    Rule(
        "identity.position_kinds",
        _("Jenis jabatan dan jenjang"),
        position_kinds.CITES,
        (position_kinds.classify,),
    ),
)
