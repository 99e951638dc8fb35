"""What the rules of service_quality call their arguments, parts and questions."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "ComplaintClock.closed": _("Selesai paling lambat"),
    "ComplaintClock.first_response": _("Tanggapan pertama paling lambat"),
    "PuskesmasRatio.met": _("Target terpenuhi"),
    "PuskesmasRatio.ratio": _("Rasio"),
    "Satisfaction.converted": _("Nilai konversi"),
    "Satisfaction.grade": _("Mutu"),
    "Satisfaction.ikm": _("IKM"),
    "ServiceCoverage.band": _("Indeks"),
    "ServiceCoverage.percent": _("Capaian (persen)"),
    "clock.kind": _("Jenis pengaduan"),
    "clock.received": _("Diterima pada"),
    "clock.six_days": _("Unit bekerja enam hari"),
    "contact_rate.contacts": _("Kontak"),
    "contact_rate.members": _("Peserta terdaftar"),
    "coverage.served": _("Dilayani sesuai standar (orang)"),
    "coverage.service": _("Pelayanan"),
    "coverage.target_population": _("Sasaran setahun (orang)"),
    "from_answers.answers": _("Jawaban tiap responden"),
    "from_answers.weight": _("Bobot unsur"),
    "grade.converted": _("Nilai konversi"),
    "grade.score": _("Nilai PKP"),
    "index.means": _("Rata-rata tiap unsur (1–4)"),
    "index.weight": _("Bobot unsur"),
    "next_survey.last": _("Survei terakhir"),
    "prolanis_ratio.controlled": _("Peserta terkendali"),
    "prolanis_ratio.members": _("Peserta prolanis"),
    "referral_ratio.nonspecialist": _("Rujukan nonspesialistik"),
    "referral_ratio.referrals": _("Semua rujukan"),
    "sample.population": _("Jumlah penerima layanan"),
    "share_on_time.on_time": _("Selesai tepat waktu"),
    "share_on_time.total": _("Semua pengaduan"),
    "timing.closed": _("Selesai pada"),
    "timing.kind": _("Jenis pengaduan"),
    "timing.received": _("Diterima pada"),
    "timing.six_days": _("Unit bekerja enam hari"),
}

QUESTIONS = {
    "service_quality.complaints.clock": _("Tenggat satu pengaduan"),
    "service_quality.complaints.share_on_time": _("Bagian yang tepat waktu"),
    "service_quality.complaints.timing": _("Apakah pengaduan tepat waktu"),
    "service_quality.health_services.coverage": _("Capaian satu pelayanan"),
    "service_quality.puskesmas.contact_rate": _("Angka kontak"),
    "service_quality.puskesmas.grade": _("Nilai kinerja puskesmas"),
    "service_quality.puskesmas.prolanis_ratio": _("Rasio prolanis terkendali"),
    "service_quality.puskesmas.referral_ratio": _("Rasio rujukan nonspesialistik"),
    "service_quality.satisfaction.from_answers": _("IKM dari jawaban"),
    "service_quality.satisfaction.grade": _("Mutu satu nilai"),
    "service_quality.satisfaction.index": _("IKM dari rata-rata unsur"),
    "service_quality.satisfaction.next_survey": _("Kapan survei berikutnya"),
    "service_quality.survey_sample.sample": _("Berapa responden"),
}
