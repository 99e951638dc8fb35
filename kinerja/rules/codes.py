"""Every code of the specification in one list, so that a stored receipt can always be read again."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class Rating(Coded):
    """Both ratings, of results and of behaviour (regulations 1.7)."""

    DIATAS = "DIATAS", _("di atas ekspektasi")
    SESUAI = "SESUAI", _("sesuai ekspektasi")
    DIBAWAH = "DIBAWAH", _("di bawah ekspektasi")

    @property
    def height(self) -> int:
        """0 for the lowest."""
        return 2 - list(Rating).index(self)


class Predicate(Coded):
    """Predikat kinerja pegawai, high to low (regulations 1.8)."""

    SANGAT_BAIK = "SANGAT_BAIK", _("Sangat Baik")
    BAIK = "BAIK", _("Baik")
    BUTUH_PERBAIKAN = "BUTUH_PERBAIKAN", _("Butuh Perbaikan")
    KURANG = "KURANG", _("Kurang")
    SANGAT_KURANG = "SANGAT_KURANG", _("Sangat Kurang")

    @property
    def height(self) -> int:
        """0 for the lowest."""
        return 4 - list(Predicate).index(self)


class OrganisationPredicate(Coded):
    """Predikat capaian kinerja organisasi, high to low (regulations 1.9)."""

    ISTIMEWA = "ISTIMEWA", _("Istimewa")
    BAIK = "BAIK", _("Baik")
    BUTUH_PERBAIKAN = "BUTUH_PERBAIKAN", _("Butuh Perbaikan")
    KURANG = "KURANG", _("Kurang")
    SANGAT_KURANG = "SANGAT_KURANG", _("Sangat Kurang")


class Polarity(Coded):
    """Which direction is good (regulations 3.4)."""

    MAXIMIZE = "MAXIMIZE", _("makin tinggi makin baik")
    MINIMIZE = "MINIMIZE", _("makin rendah makin baik")
    STABILIZE = "STABILIZE", _("dijaga dalam rentang")


class Consolidation(Coded):
    """How the figures of sub-periods become one (regulations 3.4)."""

    SUM = "SUM", _("dijumlahkan")
    AVERAGE = "AVERAGE", _("dirata-ratakan")
    TAKE_LAST_KNOWN = "TAKE_LAST_KNOWN", _("angka terakhir yang diketahui")


class AchievementBand(Coded):
    """Label of an achievement (regulations 3.5)."""

    SANGAT_TINGGI = "SANGAT_TINGGI", _("Sangat Tinggi")
    TINGGI = "TINGGI", _("Tinggi")
    SEDANG = "SEDANG", _("Sedang")
    RENDAH = "RENDAH", _("Rendah")
    SANGAT_RENDAH = "SANGAT_RENDAH", _("Sangat Rendah")


class PaceState(Coded):
    """The words of the pace bar."""

    BELUM_MULAI = "BELUM_MULAI", _("belum mulai")
    BELUM_ADA_LAPORAN = "BELUM_ADA_LAPORAN", _("belum ada laporan")
    SESUAI_JALUR = "SESUAI_JALUR", _("sesuai jalur")
    TERTINGGAL = "TERTINGGAL", _("tertinggal")
    BERISIKO = "BERISIKO", _("berisiko")


class Aspect(Coded):
    """Aspek of an indicator (regulations 1.4)."""

    KUANTITAS = "KUANTITAS", _("Kuantitas")
    KUALITAS = "KUALITAS", _("Kualitas")
    WAKTU = "WAKTU", _("Waktu")
    BIAYA = "BIAYA", _("Biaya")


class RhkKind(Coded):
    """Main or additional work (regulations 1.4)."""

    UTAMA = "UTAMA", _("Utama")
    TAMBAHAN = "TAMBAHAN", _("Tambahan")


class AssignmentSource(Coded):
    """`penugasan_dari`: who gave the work when no superior's RHK is named (regulations 1.4)."""

    PIMPINAN = "PIMPINAN", _("pimpinan")
    TIM = "TIM", _("tim kerja")
    ARAHAN = "ARAHAN", _("arahan atau direktif")


class Cascading(Coded):
    """How a result is passed down (regulations 1.4)."""

    LANGSUNG = "LANGSUNG", _("langsung")
    TIDAK_LANGSUNG = "TIDAK_LANGSUNG", _("tidak langsung")


class TreeLevel(Coded):
    """Level in the pohon kinerja (regulations 3.2)."""

    ULTIMATE_OUTCOME = "ULTIMATE_OUTCOME", _("hasil akhir")
    INTERMEDIATE_OUTCOME = "INTERMEDIATE_OUTCOME", _("hasil antara")
    IMMEDIATE_OUTCOME = "IMMEDIATE_OUTCOME", _("hasil langsung")
    OUTPUT = "OUTPUT", _("keluaran")

    @property
    def is_outcome(self) -> bool:
        return self is not TreeLevel.OUTPUT


class Sex(Coded):
    """Jenis kelamin as numbers and personnel files hold it."""

    L = "L", _("laki-laki")
    P = "P", _("perempuan")


class NumberKind(Coded):
    """The two employee numbers of 18 digits (regulations 9.1)."""

    NIP = "NIP", _("NIP")
    NI_PPPK = "NI_PPPK", _("NI PPPK")


class PositionKind(Coded):
    """Kinds of position (regulations 9.3)."""

    JPT_UTAMA = "JPT_UTAMA", _("JPT utama")
    JPT_MADYA = "JPT_MADYA", _("JPT madya")
    JPT_PRATAMA = "JPT_PRATAMA", _("JPT pratama")
    ADMINISTRATOR = "ADMINISTRATOR", _("administrator")
    PENGAWAS = "PENGAWAS", _("pengawas")
    FUNGSIONAL = "FUNGSIONAL", _("fungsional")
    PELAKSANA = "PELAKSANA", _("pelaksana")

    @property
    def is_managerial(self) -> bool:
        return self not in (PositionKind.FUNGSIONAL, PositionKind.PELAKSANA)


class Jenjang(Coded):
    """Levels of a functional position: skill, then expert (regulations 9.3)."""

    PEMULA = "PEMULA", _("Pemula")
    TERAMPIL = "TERAMPIL", _("Terampil")
    MAHIR = "MAHIR", _("Mahir")
    PENYELIA = "PENYELIA", _("Penyelia")
    AHLI_PERTAMA = "AHLI_PERTAMA", _("Ahli Pertama")
    AHLI_MUDA = "AHLI_MUDA", _("Ahli Muda")
    AHLI_MADYA = "AHLI_MADYA", _("Ahli Madya")
    AHLI_UTAMA = "AHLI_UTAMA", _("Ahli Utama")

    @property
    def is_expert(self) -> bool:
        return self.value.startswith("AHLI_")


class PeriodKind(Coded):
    """Length of a period of measurement or evaluation (regulations 1.3)."""

    TAHUNAN = "TAHUNAN", _("tahunan")
    TRIWULANAN = "TRIWULANAN", _("triwulanan")
    BULANAN = "BULANAN", _("bulanan")


class Behaviour(Coded):
    """BerAKHLAK, the seven values (regulations 1.6)."""

    BP = "BP", _("Berorientasi Pelayanan")
    AK = "AK", _("Akuntabel")
    KO = "KO", _("Kompeten")
    HA = "HA", _("Harmonis")
    LO = "LO", _("Loyal")
    AD = "AD", _("Adaptif")
    KL = "KL", _("Kolaboratif")


class ObjectionTiming(Coded):
    """Whether an objection came in time (regulations 1.12)."""

    TEPAT_WAKTU = "TEPAT_WAKTU", _("masih dalam tenggat")
    TERLAMBAT = "TERLAMBAT", _("melewati tenggat")


class IndicatorFlaw(Coded):
    """What keeps an indicator from being clear and measurable (regulations 3.3 and 8.3)."""

    NO_TARGET = "NO_TARGET", _("target belum berupa angka")
    NO_UNIT = "NO_UNIT", _("satuan belum diisi")
    NO_POLARITY = "NO_POLARITY", _("arah belum dipilih")
    NO_PERIOD = "NO_PERIOD", _("periode pengukuran belum dipilih")
    ZERO_TARGET = "ZERO_TARGET", _("target nol")
    ACTIVITY_VERB = "ACTIVITY_VERB", _("menyebut kegiatan, bukan hasil")
    VAGUE_WORD = "VAGUE_WORD", _("kata yang tidak terukur")
    TOO_SHORT = "TOO_SHORT", _("nama terlalu singkat")
    NO_BASELINE = "NO_BASELINE", _("angka awal belum diisi")
    NO_FORMULA = "NO_FORMULA", _("rumus belum diisi")
    NO_SOURCE = "NO_SOURCE", _("sumber data belum diisi")
    NO_OWNER = "NO_OWNER", _("penanggung jawab belum diisi")
    QUANTITY_ALONE = "QUANTITY_ALONE", _("hanya jumlah, tanpa mutu")


class AreaKind(Coded):
    """Where an area to improve lies."""

    HASIL = "HASIL", _("hasil kerja")
    PERILAKU = "PERILAKU", _("perilaku kerja")


class PunishmentLevel(Coded):
    """The three levels of a disciplinary punishment, mild to heavy (regulations 5.1)."""

    RINGAN = "RINGAN", _("ringan")
    SEDANG = "SEDANG", _("sedang")
    BERAT = "BERAT", _("berat")


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
