"""Codes of identity that only its own rules speak of."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class Education(Coded):
    """Pendidikan, low to high, as golongan of entry are given by it (regulations 9.2)."""

    SD = "SD", _("SD")
    SMP = "SMP", _("SMP")
    SMA = "SMA", _("SMA")
    D1 = "D1", _("D-I")
    D2 = "D2", _("D-II")
    D3 = "D3", _("D-III")
    D4 = "D4", _("D-IV")
    S1 = "S1", _("S1")
    PROFESI = "PROFESI", _("profesi")
    S2 = "S2", _("S2")
    S3 = "S3", _("S3")


class StaffKind(Coded):
    """Kedudukan: the two kinds of ASN (regulations 9.1)."""

    PNS = "PNS", _("PNS")
    PPPK = "PPPK", _("PPPK")


class JenjangCategory(Coded):
    """Category of a functional position (regulations 2.3 and 9.3)."""

    KETERAMPILAN = "KETERAMPILAN", _("keterampilan")
    KEAHLIAN = "KEAHLIAN", _("keahlian")
