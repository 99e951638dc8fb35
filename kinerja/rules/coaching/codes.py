"""The codes of guidance and follow-up (regulations 1.5 and 5.7)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class FollowUpStage(Coded):
    """The stages after a weak annual result (regulations 5.7)."""

    TIDAK_ADA = "TIDAK_ADA", _("tidak ada tindak lanjut")
    PERINGATAN = "PERINGATAN", _("peringatan")
    PERBAIKAN_6BLN = "PERBAIKAN_6BLN", _("kesempatan perbaikan enam bulan")
    UJI_KOMPETENSI = "UJI_KOMPETENSI", _("uji kompetensi")
    PEMINDAHAN = "PEMINDAHAN", _("pemindahan ke jabatan yang sesuai")
    PENURUNAN = "PENURUNAN", _("penempatan pada jabatan lebih rendah")
    PENEMPATAN_SEMENTARA = "PENEMPATAN_SEMENTARA", _("penempatan sementara")
    PDH = "PDH", _("pemberhentian dengan hormat")
    SELESAI = "SELESAI", _("selesai, tetap dalam jabatan")


class Vacancy(Coded):
    """Which vacant position was found for somebody below the standard (regulations 5.7)."""

    SESUAI = "SESUAI", _("jabatan yang sesuai")
    LEBIH_RENDAH = "LEBIH_RENDAH", _("jabatan lebih rendah")
    TIDAK_ADA = "TIDAK_ADA", _("tidak ada lowongan")


class NotesReader(Coded):
    """Who might want to read the notes of a counselling (regulations 1.5)."""

    KONSELOR = "KONSELOR", _("konselor")
    PEGAWAI = "PEGAWAI", _("pegawai yang bersangkutan")
    ATASAN_PENILAI = "ATASAN_PENILAI", _("atasan pejabat penilai")
    PENGELOLA_KEPEGAWAIAN = "PENGELOLA_KEPEGAWAIAN", _("BKD atau BKPSDM")
    PENILAI = "PENILAI", _("pejabat penilai")
    REKAN = "REKAN", _("rekan kerja")


class Counsellor(Coded):
    """Who may counsel (regulations 1.5)."""

    INDEPENDEN = "INDEPENDEN", _("konselor independen")
    PENILAI_TERLATIH = "PENILAI_TERLATIH", _("pejabat penilai yang terlatih")
    PEJABAT_KONSELING = "PEJABAT_KONSELING", _("pejabat konseling")


class CounsellingGap(Coded):
    """What a counselling still lacks (regulations 1.5)."""

    TIDAK_PERORANGAN = "TIDAK_PERORANGAN", _("tidak dijadwalkan perorangan dan rahasia")
    PENILAI_BELUM_TERLATIH = "PENILAI_BELUM_TERLATIH", _("konselor tidak independen dan tidak terlatih")
    FORMULIR = "FORMULIR", _("formulir belum ditandatangani")
    LAPORAN = "LAPORAN", _("belum dilaporkan kepada atasan pejabat penilai")


class CounsellingOutcome(Coded):
    """What may follow a counselling (regulations 1.5)."""

    BIMBINGAN = "BIMBINGAN", _("bimbingan kinerja")
    PELATIHAN = "PELATIHAN", _("pelatihan")
    TUGAS_KHUSUS = "TUGAS_KHUSUS", _("penugasan khusus")
    USUL_PINDAH = "USUL_PINDAH", _("usul pemindahan")
    PROSES_DISIPLIN = "PROSES_DISIPLIN", _("usul proses disiplin")
