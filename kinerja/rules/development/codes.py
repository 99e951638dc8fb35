"""The codes of development (regulations 7)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class LearningForm(Coded):
    """Forms of learning, as far as their hours are counted differently."""

    PELATIHAN = "PELATIHAN", _("pelatihan klasikal")
    SEMINAR_NASIONAL = "SEMINAR_NASIONAL", _("seminar nasional")
    SEMINAR_INTERNASIONAL = "SEMINAR_INTERNASIONAL", _("seminar internasional")
    WORKSHOP = "WORKSHOP", _("workshop, bimtek, atau kursus")
    E_LEARNING = "E_LEARNING", _("e-learning")
    COACHING = "COACHING", _("coaching atau mentoring")
    BELAJAR_MANDIRI = "BELAJAR_MANDIRI", _("belajar mandiri atau komunitas belajar")
    MAGANG = "MAGANG", _("magang, benchmarking, atau detasering")


class PunishmentRecord(Coded):
    """The heaviest punishment on a record as the table of IP ASN has it: a PunishmentLevel, or that there is none."""

    TIDAK_ADA = "TIDAK_ADA", _("tidak ada")
    RINGAN = "RINGAN", _("ringan")
    SEDANG = "SEDANG", _("sedang")
    BERAT = "BERAT", _("berat")


class IpAsnBand(Coded):
    """Kategori IP ASN, high to low."""

    SANGAT_TINGGI = "SANGAT_TINGGI", _("Sangat Tinggi")
    TINGGI = "TINGGI", _("Tinggi")
    SEDANG = "SEDANG", _("Sedang")
    RENDAH = "RENDAH", _("Rendah")
    SANGAT_RENDAH = "SANGAT_RENDAH", _("Sangat Rendah")


class MatchBand(Coded):
    """What a job person match means, high to low."""

    MEMENUHI = "MEMENUHI", _("memenuhi syarat (optimal)")
    MASIH_MEMENUHI = "MASIH_MEMENUHI", _("masih memenuhi syarat (cukup optimal)")
    KURANG_MEMENUHI = "KURANG_MEMENUHI", _("kurang memenuhi syarat")


class IpAsnLift(Coded):
    """What an employee can raise to get a higher IP ASN."""

    PELATIHAN_JABATAN = "PELATIHAN_JABATAN", _("pelatihan yang dituntut jabatan")
    PELATIHAN_TEKNIS = "PELATIHAN_TEKNIS", _("pelatihan teknis yang cukup jamnya")
    SEMINAR = "SEMINAR", _("seminar atau sejenisnya")
    PREDIKAT = "PREDIKAT", _("predikat yang lebih tinggi")
    PENDIDIKAN = "PENDIDIKAN", _("pendidikan yang lebih tinggi")


class LearningWay(Coded):
    """The three ways of learning of 10-20-70."""

    DI_KELAS = "DI_KELAS", _("di kelas")
    DARI_ORANG_LAIN = "DARI_ORANG_LAIN", _("dari orang lain")
    DARI_PEKERJAAN = "DARI_PEKERJAAN", _("dari pekerjaan")
