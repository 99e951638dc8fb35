"""What superiors write when they rate or answer a warning: sentences to choose from."""

from kinerja.areas.monitoring.states import Response
from kinerja.rules.codes import OrganisationPredicate, Rating

#: by the rating hasil kerja
REASONS: dict[Rating, tuple[str, ...]] = {
    Rating.DIATAS: (
        "Capaian melampaui target dengan bukti lengkap, dan cara kerjanya ditiru rekan satu tim.",
        "Selesai lebih cepat dari rencana, lalu membantu pekerjaan rekan yang tertinggal.",
        "Hasil di atas kesepakatan setiap bulan, tanpa mengurangi mutu layanan.",
    ),
    Rating.SESUAI: (
        "Target triwulan tercapai sesuai kesepakatan, bukti sesuai, kerja sama baik.",
        "Pekerjaan selesai tepat waktu dan catatannya lengkap setiap bulan.",
        "Hasil sesuai rencana; keluhan ditanggapi dengan baik dan cepat.",
        "Layanan tertib, laporan rutin, dan siap menggantikan rekan yang berhalangan.",
    ),
    Rating.DIBAWAH: (
        "Capaian triwulan jauh dari rencana; sudah dibicarakan dan disepakati langkah perbaikannya.",
        "Sebagian layanan tidak terlaksana dan laporan sering terlambat; pendampingan dimulai bulan ini.",
        "Target belum tercapai karena jadwal lapangan sering batal; rencana kerja disusun ulang bersama.",
    ),
}
#: where the rater departs from a weak suggestion
KINDER = "Saran di bawah ekspektasi, tetapi alat rusak selama sebulan di luar kendalinya; pekerjaan lain selesai baik."
#: behaviour below expectation
CONDUCT = (
    "Beberapa kali meninggalkan layanan tanpa memberi tahu; sudah ditegur dan bersedia memperbaiki.",
    "Keluhan pengguna layanan berulang tentang sikap di loket; dibina langsung oleh kepala unit.",
)
UNIT: dict[OrganisationPredicate, str] = {
    OrganisationPredicate.ISTIMEWA: "Rencana aksi triwulan terlampaui dan layanan unit ini menjadi contoh bagi unit lain.",
    OrganisationPredicate.BAIK: "Rencana aksi triwulan tercapai sesuai kesepakatan; temuan pengawasan ditindaklanjuti.",
    OrganisationPredicate.BUTUH_PERBAIKAN: "Sebagian rencana aksi belum tercapai; layanan luar gedung sering batal.",
    OrganisationPredicate.KURANG: "Sebagian besar rencana aksi belum tercapai, walau jumlah layanan mulai bergerak.",
    OrganisationPredicate.SANGAT_KURANG: "Sebagian besar rencana aksi tidak menunjukkan kemajuan selama triwulan ini.",
}
CURVES = (
    "Capaian pegawai di unit ini memang berdekatan dan terbukti dari laporan; sebaran tidak dipaksakan menurut pola.",
    "Tidak ada pegawai yang capaiannya di bawah rencana triwulan ini, jadi tidak ada yang diturunkan demi pola.",
    "Penilaian mengikuti capaian dan bukti tiap orang; perbedaannya kecil karena beban kerja dibagi rata.",
)
CURVE_WEAK = "Kelemahan unit ini merata dan berasal dari jadwal yang sama; perbaikannya dikerjakan bersama, bukan per orang."
#: feedback on the spot
RECORDS = "Catatan layanan rapi dan lengkap. Bagikan caranya kepada rekan yang baru."
QUEUE = "Antrean pagi tertata sejak pembagian nomor diubah. Pertahankan, dan catat keluhan yang berulang."
#: what an employee asks for on a warning, and what his superior does about it
HELP_ASKED = "Jadwal posyandu bertabrakan dengan piket poli. Mohon satu perawat pengganti pada hari Selasa."
ANSWERS: tuple[tuple[Response, str], ...] = (
    (Response.HELP, "Satu perawat dari poli umum membantu tiap Selasa dan Kamis sampai akhir bulan."),
    (Response.TALK, "Bertemu Jumat pagi; disepakati dua kunjungan luar gedung setiap pekan."),
    (Response.PLAN, "Kegiatan luar gedung dipindah ke bulan ini, rapat rutin dikurangi."),
    (Response.COACH, "Didampingi mengisi catatan layanan selama dua pekan, lalu dilihat lagi."),
)
#: why a report came late, and what a unit's head says of the network
WRITTEN_AT_ONCE = "Ditulis sekaligus pada akhir bulan dari catatan harian."
OUTAGE = "Jaringan di gedung ini terputus; kabel diperbaiki penyedia."
#: why a grown demonstration closes its quarters although most people have no predikat
NOT_RATED = "Peragaan besar: predikat contoh hanya dimuat untuk Dinas Kesehatan dan puskesmas."
