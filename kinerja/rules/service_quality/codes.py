"""The codes of service quality (regulations 8)."""

from __future__ import annotations

from kinerja.rules.coded import Coded
from kinerja.rules.wording import gettext_noop as _


class SurveyWeight(Coded):
    """How much each of the nine elements weighs."""

    TEPAT = "TEPAT", _("tepat satu per sembilan")
    CETAK = "CETAK", _("0,11 seperti pada formulir lama")


class ServiceGrade(Coded):
    """Mutu pelayanan, high to low."""

    A = "A", _("A (sangat baik)")
    B = "B", _("B (baik)")
    C = "C", _("C (kurang baik)")
    D = "D", _("D (tidak baik)")


class ComplaintKind(Coded):
    """What came in by SP4N-LAPOR!, by the time it may take."""

    PERMINTAAN = "PERMINTAAN", _("permintaan informasi atau pengaduan")
    TANPA_PERIKSA = "TANPA_PERIKSA", _("sengketa atau pelanggaran tanpa pemeriksaan lapangan")
    DENGAN_PERIKSA = "DENGAN_PERIKSA", _("sengketa atau pelanggaran dengan pemeriksaan lapangan")


class ComplaintTiming(Coded):
    """Whether a complaint is on time."""

    BERJALAN = "BERJALAN", _("masih dalam tenggat")
    TEPAT_WAKTU = "TEPAT_WAKTU", _("selesai tepat waktu")
    TERLAMBAT = "TERLAMBAT", _("melewati tenggat")


class HealthService(Coded):
    """SPM kesehatan: twelve services of kabupaten/kota, two of the province."""

    IBU_HAMIL = "IBU_HAMIL", _("ibu hamil")
    IBU_BERSALIN = "IBU_BERSALIN", _("ibu bersalin")
    BAYI_BARU_LAHIR = "BAYI_BARU_LAHIR", _("bayi baru lahir")
    BALITA = "BALITA", _("balita")
    USIA_PENDIDIKAN_DASAR = "USIA_PENDIDIKAN_DASAR", _("anak usia pendidikan dasar")
    USIA_PRODUKTIF = "USIA_PRODUKTIF", _("usia produktif (15–59 tahun)")
    USIA_LANJUT = "USIA_LANJUT", _("usia lanjut (60 tahun ke atas)")
    HIPERTENSI = "HIPERTENSI", _("penderita hipertensi")
    DIABETES = "DIABETES", _("penderita diabetes melitus")
    ODGJ_BERAT = "ODGJ_BERAT", _("orang dengan gangguan jiwa berat")
    TUBERKULOSIS = "TUBERKULOSIS", _("orang terduga tuberkulosis")
    RISIKO_HIV = "RISIKO_HIV", _("orang dengan risiko terinfeksi HIV")
    KRISIS_KESEHATAN = "KRISIS_KESEHATAN", _("krisis kesehatan atau bencana (provinsi)")
    KLB = "KLB", _("kejadian luar biasa (provinsi)")


class SpmBand(Coded):
    """Indeks SPM, high to low."""

    PARIPURNA = "PARIPURNA", _("tuntas paripurna")
    UTAMA = "UTAMA", _("tuntas utama")
    MADYA = "MADYA", _("tuntas madya")
    MUDA = "MUDA", _("tuntas muda")
    PRATAMA = "PRATAMA", _("tuntas pratama")
    BELUM = "BELUM", _("belum tuntas")


class PuskesmasGrade(Coded):
    """Nilai penilaian kinerja puskesmas (PKP), high to low."""

    BAIK = "BAIK", _("baik")
    CUKUP = "CUKUP", _("cukup")
    KURANG = "KURANG", _("kurang")


class SurveyElement(Coded):
    """The nine elements of SKM, in the order of the regulation."""

    PERSYARATAN = "PERSYARATAN", _("persyaratan")
    PROSEDUR = "PROSEDUR", _("sistem, mekanisme, dan prosedur")
    WAKTU = "WAKTU", _("waktu penyelesaian")
    BIAYA = "BIAYA", _("biaya atau tarif")
    PRODUK = "PRODUK", _("produk spesifikasi jenis pelayanan")
    KOMPETENSI = "KOMPETENSI", _("kompetensi pelaksana")
    PERILAKU = "PERILAKU", _("perilaku pelaksana")
    PENGADUAN = "PENGADUAN", _("penanganan pengaduan, saran, dan masukan")
    SARANA = "SARANA", _("sarana dan prasarana")
