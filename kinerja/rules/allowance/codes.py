"""The codes of the allowance (regulations 4)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class AttendanceCode(Coded):
    """What a day's clock times cost (regulations 4.5)."""

    TL1 = "TL1", _("terlambat tingkat 1")
    TL2 = "TL2", _("terlambat tingkat 2")
    TL3 = "TL3", _("terlambat tingkat 3")
    TL4 = "TL4", _("terlambat tingkat 4 atau tanpa absen masuk")
    PSW1 = "PSW1", _("pulang sebelum waktunya tingkat 1")
    PSW2 = "PSW2", _("pulang sebelum waktunya tingkat 2")
    PSW3 = "PSW3", _("pulang sebelum waktunya tingkat 3")
    PSW4 = "PSW4", _("pulang sebelum waktunya tingkat 4 atau tanpa absen pulang")
    TK = "TK", _("tidak masuk tanpa keterangan")


class DayStatus(Coded):
    """Whether the clock counts on a working day, or why it does not (regulations 4.5)."""

    HADIR = "HADIR", _("hari kerja biasa")
    CUTI = "CUTI", _("cuti yang disetujui")
    SAKIT = "SAKIT", _("sakit dengan surat keterangan")
    DINAS = "DINAS", _("dinas luar")
    DIKLAT = "DIKLAT", _("pelatihan")


class HoldReason(Coded):
    """Why a cut is held and not applied: its cause lies with somebody else."""

    MASUKAN_PEJABAT = "MASUKAN_PEJABAT", _("masukan pejabat lain belum ada")
    GANGGUAN_TERCATAT = "GANGGUAN_TERCATAT", _("gangguan sistem yang tercatat")


class DeductionBase(Coded):
    """What a percentage is taken from (regulations 4.4)."""

    DISIPLIN = "DISIPLIN", _("bagian disiplin")
    TOTAL = "TOTAL", _("seluruh TPP")


class TppCriterion(Coded):
    """The six criteria (regulations 4.2)."""

    BK = "BK", _("beban kerja")
    PK = "PK", _("prestasi kerja")
    TB = "TB", _("tempat bertugas")
    KK = "KK", _("kondisi kerja")
    KP = "KP", _("kelangkaan profesi")
    PO = "PO", _("pertimbangan objektif lainnya")


class WorkloadTest(Coded):
    """Which of the two hours a decree measures the workload by (regulations 4.2)."""

    PALING_SEDIKIT = "PALING_SEDIKIT", _("jam paling sedikit sebulan")
    BATAS_NORMAL = "BATAS_NORMAL", _("batas jam normal sebulan")


class FiscalCapacity(Coded):
    """Group of the Indeks Kapasitas Fiskal Daerah (regulations 4.3)."""

    SANGAT_TINGGI = "SANGAT_TINGGI", _("sangat tinggi")
    TINGGI = "TINGGI", _("tinggi")
    SEDANG = "SEDANG", _("sedang")
    RENDAH = "RENDAH", _("rendah")
    SANGAT_RENDAH = "SANGAT_RENDAH", _("sangat rendah")


class IppdPart(Coded):
    """Parts of the Indeks Penyelenggaraan Pemerintahan Daerah (regulations 4.3)."""

    OPINI_BPK = "OPINI_BPK", _("opini BPK")
    LPPD = "LPPD", _("LPPD")
    KEMATANGAN = "KEMATANGAN", _("kematangan perangkat daerah")
    INOVASI = "INOVASI", _("inovasi daerah")
    PRESTASI = "PRESTASI", _("prestasi kerja pemerintah daerah")
    PERJALANAN = "PERJALANAN", _("rasio belanja perjalanan dinas")
    INDEKS_RB = "INDEKS_RB", _("indeks reformasi birokrasi")
    IPM = "IPM", _("indeks pembangunan manusia")
    GINI = "GINI", _("indeks gini")


class TppStaff(Coded):
    """Whom a decree treats differently (regulations 4.1)."""

    PNS = "PNS", _("PNS")
    CPNS = "CPNS", _("CPNS")
    PPPK = "PPPK", _("PPPK")
    PPPK_PARUH_WAKTU = "PPPK_PARUH_WAKTU", _("PPPK paruh waktu")

    @property
    def is_contract(self) -> bool:
        return self in (TppStaff.PPPK, TppStaff.PPPK_PARUH_WAKTU)


class EventKind(Coded):
    """An event that must be attended (regulations 4.6)."""

    APEL = "APEL", _("apel")
    UPACARA = "UPACARA", _("upacara")
    HARI_PERTAMA = "HARI_PERTAMA", _("hari pertama setelah libur panjang")


class EventOutcome(Coded):
    """What happened at the event (regulations 4.6)."""

    IKUT = "IKUT", _("ikut")
    TIDAK_HADIR = "TIDAK_HADIR", _("tidak hadir")
    HADIR_TANPA_IKUT = "HADIR_TANPA_IKUT", _("masuk kerja, tetapi tidak ikut")
    DAFTAR_TERLAMBAT = "DAFTAR_TERLAMBAT", _("daftar hadir terlambat dikirim")


class EventPosition(Coded):
    """For whom a rate of an event holds (regulations 4.6)."""

    SEMUA = "SEMUA", _("semua")
    PNS = "PNS", _("PNS")
    STRUKTURAL = "STRUKTURAL", _("pejabat struktural")
    PPPK = "PPPK", _("PPPK")


class EventAction(Coded):
    """A consequence that is not money (regulations 4.6)."""

    SP1 = "SP1", _("surat peringatan pertama")
    KONTRAK_DITUNDA = "KONTRAK_DITUNDA", _("perpanjangan kontrak ditunda")


class CuttingPunishment(Coded):
    """What a Perkada may name in its table of cuts (regulations 4.7).

    Not discipline's PunishmentKind: dismissal leaves no allowance to cut, and a suspension, which cuts all of it, is no
    punishment. The other kinds stand in both under one name.
    """

    TEGURAN_LISAN = "TEGURAN_LISAN", _("teguran lisan")
    TEGURAN_TERTULIS = "TEGURAN_TERTULIS", _("teguran tertulis")
    TIDAK_PUAS = "TIDAK_PUAS", _("pernyataan tidak puas secara tertulis")
    SEDANG_6 = "SEDANG_6", _("hukuman sedang 6 bulan")
    SEDANG_9 = "SEDANG_9", _("hukuman sedang 9 bulan")
    SEDANG_12 = "SEDANG_12", _("hukuman sedang 12 bulan")
    PENURUNAN_JABATAN = "PENURUNAN_JABATAN", _("penurunan jabatan setingkat lebih rendah")
    PEMBEBASAN_JABATAN = "PEMBEBASAN_JABATAN", _("pembebasan dari jabatan menjadi pelaksana")
    BERHENTI_SEMENTARA = "BERHENTI_SEMENTARA", _("pemberhentian sementara")


class TppLineKind(Coded):
    """What a line of the payment is; the order is the order of the computation."""

    KINERJA = "KINERJA", _("bagian kinerja")
    DISIPLIN = "DISIPLIN", _("bagian disiplin")
    KEHADIRAN = "KEHADIRAN", _("potongan kehadiran")
    JENJANG = "JENJANG", _("potongan jumlah hari tidak masuk")
    KEGIATAN = "KEGIATAN", _("potongan apel atau upacara")
    HUKUMAN = "HUKUMAN", _("potongan hukuman disiplin")


class PerkadaPart(Coded):
    """The parts of a decree, each of which may rest on another source."""

    UMUM = "umum", _("ketentuan umum")
    CODES = "codes", _("kode kehadiran")
    LADDER = "ladder", _("jumlah hari tidak masuk")
    EVENTS = "events", _("apel dan upacara")
    PUNISHMENTS = "punishments", _("hukuman disiplin")
    PRODUCTIVITY = "productivity", _("faktor produktivitas")
    STAFF = "staff", _("jenis pegawai")
    BASIC = "basic", _("basic TPP")
    CRITERIA = "criteria", _("kriteria")


class TppExample(Coded):
    """Rule sets that the application knows; all but the national one are examples (regulations 4.6)."""

    NASIONAL = "NASIONAL", _("tabel nasional")
    PERMENTAN_68_2012 = "PERMENTAN_68_2012", _("Permentan 68/2012")
    JAMBI_2022 = "JAMBI_2022", _("Pemprov Jambi 2022")
    JAMBI_2019 = "JAMBI_2019", _("Pemprov Jambi 2019")
    JAMBI_LEBARAN_2019 = "JAMBI_LEBARAN_2019", _("Pemprov Jambi, setelah Lebaran 2019")
    KOTA_JAMBI_2025 = "KOTA_JAMBI_2025", _("Kota Jambi, upacara KORPRI 2025")
    TANJABTIM_2019 = "TANJABTIM_2019", _("Kabupaten Tanjung Jabung Timur 2019")
    TEBO_2022 = "TEBO_2022", _("Kabupaten Tebo 2022")
    JAMBI_2025 = "JAMBI_2025", _("Pemprov Jambi 2025")
    LUBUKLINGGAU_2022 = "LUBUKLINGGAU_2022", _("Kota Lubuklinggau 2022")
