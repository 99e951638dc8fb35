"""Codes of planning that only its own rules speak of."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class LocationConsolidation(Coded):
    """How the figures of several places become one (regulations 3.4)."""

    SUM = "SUM", _("dijumlahkan")
    AVERAGE = "AVERAGE", _("dirata-ratakan")
    RAW_DATA = "RAW_DATA", _("dihitung ulang dari data mentah")


class AkipAnswer(Coded):
    """Answer to a sub-component of the AKIP evaluation, high to low (regulations 3.6)."""

    AA = "AA", _("AA")
    A = "A", _("A")
    BB = "BB", _("BB")
    B = "B", _("B")
    CC = "CC", _("CC")
    C = "C", _("C")
    D = "D", _("D")
    E = "E", _("E")


class AkipGrade(Coded):
    """Grade of the AKIP evaluation, high to low (regulations 3.6)."""

    AA = "AA", _("AA (sangat memuaskan)")
    A = "A", _("A (memuaskan)")
    BB = "BB", _("BB (sangat baik)")
    B = "B", _("B (baik)")
    CC = "CC", _("CC (cukup)")
    C = "C", _("C (kurang)")
    D = "D", _("D (sangat kurang)")


class ReportLevel(Coded):
    """Who reports his performance of the year (regulations 3.1)."""

    OPD = "OPD", _("OPD kepada kepala daerah")
    PEMDA = "PEMDA", _("pemerintah daerah kepada Presiden melalui MenPANRB")


class SkpChangeReason(Coded):
    """Why an SKP may be changed within the year (regulations 1.4)."""

    PEJABAT_BERGANTI = "PEJABAT_BERGANTI", _("pergantian pejabat")
    STRATEGI = "STRATEGI", _("perubahan strategi atau rencana")
    PRIORITAS = "PRIORITAS", _("perubahan prioritas atau asumsi")
    ANGGARAN = "ANGGARAN", _("perubahan anggaran")
    ORGANISASI = "ORGANISASI", _("perubahan organisasi")
    LAIN = "LAIN", _("keadaan lain yang diterima pimpinan")
