"""The codes of forecast and deviation."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class DeviationState(Coded):
    """How an indicator's forecast stands against its target."""

    BELUM_CUKUP_DATA = "BELUM_CUKUP_DATA", _("belum cukup data")
    MENUJU_TARGET = "MENUJU_TARGET", _("menuju target")
    DIAMATI = "DIAMATI", _("diamati")
    MENYIMPANG = "MENYIMPANG", _("menyimpang")


class DeviationCause(Coded):
    """What the figures themselves show of why."""

    TIDAK_ADA = "TIDAK_ADA", _("tidak ada")
    SENYAP = "SENYAP", _("tidak ada laporan")
    MELAMBAT = "MELAMBAT", _("akhir-akhir ini melemah")
    SEJAK_AWAL = "SEJAK_AWAL", _("sejak awal di bawah rencana")
    BATAS_HABIS = "BATAS_HABIS", _("batas sudah terlampaui")
