"""Codes of assessment that only its own rules speak of."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class LegacyPredicate(Coded):
    """Predikat of PP 30/2019, high to low, for years before 2022 (regulations 2.1)."""

    SANGAT_BAIK = "SANGAT_BAIK", _("Sangat Baik")
    BAIK = "BAIK", _("Baik")
    CUKUP = "CUKUP", _("Cukup")
    KURANG = "KURANG", _("Kurang")
    SANGAT_KURANG = "SANGAT_KURANG", _("Sangat Kurang")


class CreditGoal(Coded):
    """What angka kredit is collected for (regulations 2.3)."""

    PANGKAT = "PANGKAT", _("kenaikan pangkat")
    JENJANG = "JENJANG", _("kenaikan jenjang")


class BaseCredit(Coded):
    """Why somebody begins in a jenjang with angka kredit (regulations 2.3)."""

    PANGKAT_DI_ATAS_JENJANG = "PANGKAT_DI_ATAS_JENJANG", _("pangkat sudah di atas jenjang")
    MASA_PANGKAT_TERTINGGI = "MASA_PANGKAT_TERTINGGI", _("masa dalam pangkat tertinggi")


class ObjectionState(Coded):
    """Where a result stands between its delivery and the end of all objections (regulations 1.12)."""

    DAPAT_DIAJUKAN = "DAPAT_DIAJUKAN", _("masih dapat diajukan keberatan")
    TETAP = "TETAP", _("tetap, tanpa keberatan")
    MENUNGGU_PUTUSAN = "MENUNGGU_PUTUSAN", _("final sementara, menunggu putusan")
    PUTUSAN_TERLAMBAT = "PUTUSAN_TERLAMBAT", _("final sementara, putusan terlambat")
    DIPUTUS = "DIPUTUS", _("diputus, final")


class YearSituation(Coded):
    """What may happen to an employee within the year of assessment (regulations 1.11)."""

    BIASA = "BIASA", _("bekerja sepanjang periode")
    PINDAH = "PINDAH", _("pindah unit atau jabatan")
    PLT = "PLT", _("merangkap Plt. atau Plh.")
    TUGAS_BELAJAR = "TUGAS_BELAJAR", _("tugas belajar penuh waktu")
    CPNS = "CPNS", _("CPNS")
    PPPK = "PPPK", _("PPPK")
    ANGGOTA_TIM = "ANGGOTA_TIM", _("anggota tim lintas unit")
    PIMPINAN_UNIT = "PIMPINAN_UNIT", _("pimpinan unit")
    CLTN = "CLTN", _("cuti di luar tanggungan negara")
    SAKIT_LAMA = "SAKIT_LAMA", _("cuti sakit lama")
    DIBERHENTIKAN_SEMENTARA = "DIBERHENTIKAN_SEMENTARA", _("diberhentikan sementara")


class RatedOn(Coded):
    """What the predikat of a period rests on (regulations 1.11)."""

    SKP = "SKP", _("SKP")
    STUDI = "STUDI", _("kemajuan studi")
    TIDAK_ADA = "TIDAK_ADA", _("tidak ada")


class WhoRates(Coded):
    """Who fixes the predikat when the rater changed (regulations 1.11)."""

    PENILAI = "PENILAI", _("pejabat penilai kinerja")
    PENILAI_PENGGANTI = "PENILAI_PENGGANTI", _("pejabat yang menggantikan penilai")
    ATASAN_PENILAI = "ATASAN_PENILAI", _("atasan pejabat penilai kinerja")
