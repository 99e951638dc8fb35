"""The codes of discipline (regulations 5)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class PunishmentKind(Coded):
    """Every kind of PP 94/2021, mild to heavy; no other kind may be imposed (regulations 5.1)."""

    TEGURAN_LISAN = "TEGURAN_LISAN", _("teguran lisan")
    TEGURAN_TERTULIS = "TEGURAN_TERTULIS", _("teguran tertulis")
    TIDAK_PUAS = "TIDAK_PUAS", _("pernyataan tidak puas secara tertulis")
    SEDANG_6 = "SEDANG_6", _("pemotongan tunjangan kinerja 25% selama 6 bulan")
    SEDANG_9 = "SEDANG_9", _("pemotongan tunjangan kinerja 25% selama 9 bulan")
    SEDANG_12 = "SEDANG_12", _("pemotongan tunjangan kinerja 25% selama 12 bulan")
    PENURUNAN_JABATAN = "PENURUNAN_JABATAN", _("penurunan jabatan setingkat lebih rendah selama 12 bulan")
    PEMBEBASAN_JABATAN = "PEMBEBASAN_JABATAN", _("pembebasan dari jabatan menjadi pelaksana selama 12 bulan")
    PDHTAPS = "PDHTAPS", _("pemberhentian dengan hormat tidak atas permintaan sendiri")

    @property
    def height(self) -> int:
        """1 for the mildest; 0 is left for no punishment at all."""
        return 1 + list(PunishmentKind).index(self)

    @property
    def is_dismissal(self) -> bool:
        return self is PunishmentKind.PDHTAPS


class Impact(Coded):
    """Whom the breach of a duty harmed (regulations 5.1)."""

    UNIT = "UNIT", _("unit kerja")
    INSTANSI = "INSTANSI", _("instansi")
    NEGARA = "NEGARA", _("pemerintah dan/atau negara")


class WorkingWeek(Coded):
    """Which days of the week a person works: the free days of a shift stand among the free days."""

    LIMA_HARI = "LIMA_HARI", _("lima hari kerja")
    ENAM_HARI = "ENAM_HARI", _("enam hari kerja")
    JADWAL = "JADWAL", _("menurut jadwal kerja")


class Authority(Coded):
    """Who may punish, lowest to highest (regulations 5.3)."""

    ATASAN_LANGSUNG = "ATASAN_LANGSUNG", _("atasan langsung")
    SETINGKAT_DI_ATAS = "SETINGKAT_DI_ATAS", _("pejabat setingkat di atas atasan langsung")
    PPK = "PPK", _("pejabat pembina kepegawaian")
    PRESIDEN = "PRESIDEN", _("Presiden")


class Neglect(Coded):
    """What an official left undone (regulations 5.3)."""

    TIDAK_MEMANGGIL = "TIDAK_MEMANGGIL", _("tidak memanggil")
    TIDAK_MEMERIKSA = "TIDAK_MEMERIKSA", _("tidak memeriksa")
    TIDAK_MELAPORKAN = "TIDAK_MELAPORKAN", _("tidak melaporkan hasil pemeriksaan")
    TIDAK_MENGHUKUM = "TIDAK_MENGHUKUM", _("tidak menjatuhkan hukuman")


class CaseAct(Coded):
    """The steps of a disciplinary case (regulations 5.4)."""

    PANGGILAN = "PANGGILAN", _("panggilan tertulis")
    TIDAK_HADIR = "TIDAK_HADIR", _("tidak hadir pada tanggal pemeriksaan")
    TIM_DIBENTUK = "TIM_DIBENTUK", _("pembentukan tim pemeriksa")
    BEBAS_TUGAS = "BEBAS_TUGAS", _("pembebasan sementara dari tugas")
    PEMERIKSAAN = "PEMERIKSAAN", _("pemeriksaan tertutup")
    BAP_DITANDATANGANI = "BAP_DITANDATANGANI", _("berita acara ditandatangani kedua pihak")
    BAP_DITOLAK = "BAP_DITOLAK", _("berita acara dengan catatan penolakan tanda tangan")
    LAPORAN = "LAPORAN", _("laporan hasil pemeriksaan kepada pejabat yang berwenang")
    KEPUTUSAN = "KEPUTUSAN", _("keputusan hukuman disiplin")
    TIDAK_TERBUKTI = "TIDAK_TERBUKTI", _("penutupan karena tidak terbukti")
    PENYAMPAIAN = "PENYAMPAIAN", _("penyampaian keputusan secara tertutup")
    UPAYA = "UPAYA", _("upaya administratif yang diterima")
    UPAYA_DITOLAK = "UPAYA_DITOLAK", _("putusan upaya administratif: hukuman tetap atau diubah")
    UPAYA_DIKABULKAN = "UPAYA_DIKABULKAN", _("putusan upaya administratif: hukuman dibatalkan")
    BERLAKU = "BERLAKU", _("hukuman mulai berlaku")


class CasePhase(Coded):
    """Where a disciplinary case stands."""

    BARU = "BARU", _("dugaan dicatat")
    DIPANGGIL = "DIPANGGIL", _("dipanggil pertama")
    MANGKIR = "MANGKIR", _("tidak hadir pada panggilan pertama")
    DIPANGGIL_LAGI = "DIPANGGIL_LAGI", _("dipanggil kedua")
    TANPA_HADIR = "TANPA_HADIR", _("tidak hadir dua kali, diputus atas bukti yang ada")
    DIPERIKSA = "DIPERIKSA", _("diperiksa, berita acara belum selesai")
    BERITA_ACARA = "BERITA_ACARA", _("berita acara selesai")
    DILAPORKAN = "DILAPORKAN", _("dilaporkan kepada pejabat yang berwenang")
    DIPUTUS = "DIPUTUS", _("diputus, belum disampaikan")
    DISAMPAIKAN = "DISAMPAIKAN", _("disampaikan, menunggu tenggat upaya administratif")
    UPAYA_BERJALAN = "UPAYA_BERJALAN", _("upaya administratif berjalan")
    BERLAKU = "BERLAKU", _("hukuman berlaku")
    SELESAI = "SELESAI", _("selesai tanpa hukuman")


class TeamMember(Coded):
    """The three sides of a tim pemeriksa (regulations 5.4)."""

    ATASAN_LANGSUNG = "ATASAN_LANGSUNG", _("atasan langsung")
    PENGAWASAN = "PENGAWASAN", _("unsur pengawasan (Inspektorat)")
    KEPEGAWAIAN = "KEPEGAWAIAN", _("unsur kepegawaian")


class Decision(Coded):
    """What a remedy is sought against (regulations 5.5)."""

    HUKUMAN_LAIN = "HUKUMAN_LAIN", _("hukuman selain pemberhentian")
    PEMBERHENTIAN_PNS = "PEMBERHENTIAN_PNS", _("pemberhentian PNS")
    PEMUTUSAN_PPPK = "PEMUTUSAN_PPPK", _("pemutusan perjanjian kerja PPPK")


class Remedy(Coded):
    """Upaya administratif (regulations 5.5)."""

    KEBERATAN = "KEBERATAN", _("keberatan")
    BANDING = "BANDING", _("banding administratif")


class RemedyForum(Coded):
    """To whom a remedy is filed (regulations 5.5)."""

    ATASAN_PEJABAT = "ATASAN_PEJABAT", _("atasan pejabat yang menghukum")
    PPK = "PPK", _("pejabat pembina kepegawaian")
    BPASN = "BPASN", _("Badan Pertimbangan ASN")


class RemedyTiming(Coded):
    """Whether a remedy is taken up."""

    DITERIMA = "DITERIMA", _("diterima")
    TIDAK_DITERIMA = "TIDAK_DITERIMA", _("tidak dapat diterima")


class LegalStatus(Coded):
    """STATUS_HUKUM, light to grave (regulations 5.6)."""

    BERSIH = "BERSIH", _("bersih")
    TERLAPOR = "TERLAPOR", _("terlapor")
    TERPERIKSA = "TERPERIKSA", _("terperiksa")
    TERSANGKA = "TERSANGKA", _("tersangka")
    DITAHAN = "DITAHAN", _("ditahan")
    TERDAKWA = "TERDAKWA", _("terdakwa")
    TERPIDANA_INKRAH = "TERPIDANA_INKRAH", _("terpidana dengan putusan berkekuatan hukum tetap")


class CrimeKind(Coded):
    """What somebody was finally convicted of (regulations 5.6)."""

    JABATAN = "JABATAN", _("kejahatan jabatan atau yang berhubungan dengan jabatan, termasuk korupsi")
    BERENCANA = "BERENCANA", _("tindak pidana lain yang direncanakan")
    LAIN = "LAIN", _("tindak pidana lain yang tidak direncanakan")


class Dismissal(Coded):
    """What a final conviction leads to (regulations 5.6)."""

    PTDH = "PTDH", _("pemberhentian tidak dengan hormat")
    PEMBERHENTIAN = "PEMBERHENTIAN", _("pemberhentian")


class StatusReader(Coded):
    """Who might want to read a legal status."""

    PENGELOLA_KEPEGAWAIAN = "PENGELOLA_KEPEGAWAIAN", _("BKD atau BKPSDM")
    INSPEKTORAT = "INSPEKTORAT", _("Inspektorat")
    PPK = "PPK", _("pejabat pembina kepegawaian")
    ATASAN = "ATASAN", _("atasan")
    REKAN = "REKAN", _("rekan kerja")
    PUBLIK = "PUBLIK", _("masyarakat")


class Duty(Coded):
    """The preventive clocks of integrity (regulations 5.6)."""

    LHKPN = "LHKPN", _("laporan harta kekayaan (LHKPN)")
    SPT = "SPT", _("SPT tahunan")
    GRATIFIKASI = "GRATIFIKASI", _("laporan gratifikasi")
    TEMUAN = "TEMUAN", _("tindak lanjut temuan pemeriksaan")


class DutyState(Coded):
    """Where a preventive duty stands on a day."""

    TEPAT_WAKTU = "TEPAT_WAKTU", _("dipenuhi tepat waktu")
    TERLAMBAT = "TERLAMBAT", _("dipenuhi setelah tenggat")
    BERJALAN = "BERJALAN", _("belum jatuh tempo")
    LEWAT = "LEWAT", _("lewat tenggat")
