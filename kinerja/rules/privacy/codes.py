"""The codes of privacy (regulations 10)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class PrivacyEvent(Coded):
    """What starts a clock of the PDP law."""

    KEBOCORAN = "KEBOCORAN", _("kegagalan pelindungan data")
    AKSES = "AKSES", _("permintaan akses atau salinan")
    PERBAIKAN = "PERBAIKAN", _("permintaan perbaikan")
    PENGHENTIAN = "PENGHENTIAN", _("penghentian setelah persetujuan ditarik")
    PEMBATASAN = "PEMBATASAN", _("permintaan penundaan atau pembatasan")


class KeptRecord(Coded):
    """Kinds of records with a time of retention of their own."""

    KINERJA = "KINERJA", _("SKP, evaluasi, dan PAK")
    HUKUMAN = "HUKUMAN", _("hukuman disiplin dan putusan pengadilan")
    KEHADIRAN = "KEHADIRAN", _("kehadiran mentah")
    LOG_KEAMANAN = "LOG_KEAMANAN", _("log keamanan")
    LOG_KEUANGAN = "LOG_KEUANGAN", _("log yang menyangkut keuangan")
    LOKASI_WAJAH = "LOKASI_WAJAH", _("lokasi dan wajah")
    PENGADUAN = "PENGADUAN", _("pengaduan")


class MaskedText(Coded):
    """Numbers that are shown only in part."""

    NIK = "NIK", _("NIK")
    TELEPON = "TELEPON", _("nomor telepon")
    REKENING = "REKENING", _("nomor rekening")


class ExchangeKind(Coded):
    """What is sent to SIASN."""

    SKP = "SKP", _("kinerja tahunan")
    KINERJA_PERIODIK = "KINERJA_PERIODIK", _("kinerja periodik")
    ANGKA_KREDIT = "ANGKA_KREDIT", _("angka kredit")
    DIKLAT = "DIKLAT", _("diklat atau kursus")
    HUKDIS = "HUKDIS", _("hukuman disiplin")


class PersonalDecision(Coded):
    """Decisions that only a named official makes."""

    PREDIKAT = "PREDIKAT", _("predikat")
    PERINGKAT = "PERINGKAT", _("peringkat")
    SANKSI = "SANKSI", _("sanksi")
    POTONGAN_TPP = "POTONGAN_TPP", _("potongan TPP")
