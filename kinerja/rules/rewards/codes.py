"""The codes of rewards (regulations 6)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class ServiceMedal(Coded):
    """Satyalancana Karya Satya, low to high."""

    X = "X", _("Satyalancana Karya Satya X")
    XX = "XX", _("Satyalancana Karya Satya XX")
    XXX = "XXX", _("Satyalancana Karya Satya XXX")


class PromotionGap(Coded):
    """What a promotion in rank or level still lacks."""

    MASA_PANGKAT = "MASA_PANGKAT", _("masa kerja dalam pangkat belum cukup")
    PREDIKAT = "PREDIKAT", _("predikat tahun terakhir belum paling rendah Baik")
    BATAS_PENDIDIKAN = "BATAS_PENDIDIKAN", _("pangkat sudah mencapai batas pendidikan")
    ANGKA_KREDIT = "ANGKA_KREDIT", _("angka kredit kumulatif belum tercapai")
    LOWONGAN = "LOWONGAN", _("belum ada lowongan jabatan")
    UJI_KOMPETENSI = "UJI_KOMPETENSI", _("uji kompetensi belum lulus")


class NominationGap(Coded):
    """What keeps an employee from being nominated for an award."""

    PREDIKAT = "PREDIKAT", _("predikat bukan Sangat Baik")
    HUKUMAN = "HUKUMAN", _("ada hukuman disiplin tahun ini")
    KEHADIRAN = "KEHADIRAN", _("kehadiran di bawah batas")
    IP_ASN = "IP_ASN", _("indeks profesionalitas di bawah batas")
    STATUS_HUKUM = "STATUS_HUKUM", _("status hukum tidak bersih")
    PENGUSUL = "PENGUSUL", _("mengusulkan diri sendiri")
    PENILAI = "PENILAI", _("penilai dalam komite kurang")


class Potential(Coded):
    """The horizontal axis of the nine boxes."""

    RENDAH = "RENDAH", _("rendah")
    MENENGAH = "MENENGAH", _("menengah")
    TINGGI = "TINGGI", _("tinggi")


class TalentAction(Coded):
    """What is recommended for a box."""

    PROMOSI = "PROMOSI", _("promosikan dan pertahankan")
    PERTAHANKAN = "PERTAHANKAN", _("pertahankan")
    SUKSESI_NASIONAL = "SUKSESI_NASIONAL", _("rencana suksesi instansi dan nasional")
    SUKSESI_INSTANSI = "SUKSESI_INSTANSI", _("rencana suksesi instansi")
    PENGHARGAAN = "PENGHARGAAN", _("penghargaan")
    ROTASI_PERLUASAN = "ROTASI_PERLUASAN", _("rotasi atau perluasan tugas")
    ROTASI_PENGAYAAN = "ROTASI_PENGAYAAN", _("rotasi atau pengayaan tugas")
    ROTASI = "ROTASI", _("rotasi")
    BIMBINGAN_KINERJA = "BIMBINGAN_KINERJA", _("bimbingan kinerja")
    PENGEMBANGAN = "PENGEMBANGAN", _("pengembangan kompetensi")
    TUGAS_BELAJAR = "TUGAS_BELAJAR", _("tugas belajar")
    PENEMPATAN = "PENEMPATAN", _("penempatan yang sesuai")
    BIMBINGAN = "BIMBINGAN", _("bimbingan")
    KONSELING = "KONSELING", _("konseling")
    PROSES = "PROSES", _("diproses menurut peraturan")
