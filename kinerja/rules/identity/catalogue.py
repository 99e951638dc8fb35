"""The rules of `identity`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.identity import (
    entry_golongan,
    golongan,
    jenjang,
    nik,
    nip,
    position_kinds,
    retirement,
)
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "identity.nip",
        _("Nomor induk pegawai"),
        nip.CITES,
        (nip.parse, nip.contract, nip.parse_old),
        figures=("nip.",),
    ),
    Rule("identity.nik", _("Nomor induk kependudukan"), nik.CITES, (nik.parse,)),
    Rule("identity.golongan", _("Pangkat dan golongan"), golongan.CITES, (golongan.parse,)),
    Rule(
        "identity.position_kinds",
        _("Jenis jabatan dan jenjang"),
        position_kinds.CITES,
        (position_kinds.classify,),
    ),
    Rule(
        "identity.entry_golongan",
        _("Golongan awal"),
        entry_golongan.CITES,
        (entry_golongan.entry,),
        figures=("golongan.",),
    ),
    Rule(
        "identity.jenjang",
        _("Jenjang jabatan fungsional"),
        jenjang.CITES,
        (jenjang.describe, jenjang.fits),
        figures=("jenjang.",),
    ),
    Rule(
        "identity.retirement",
        _("Batas usia pensiun"),
        retirement.CITES,
        (retirement.when, retirement.age),
        figures=("retirement.",),
    ),
)
