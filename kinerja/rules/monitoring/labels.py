"""What people call the arguments and the parts of records of monitoring; `kinerja.rules.labels` takes them in."""

from __future__ import annotations

from kinerja.rules.wording import gettext_noop as _

LABELS = {
    "away": _("Hari gangguan"),
    "Away.begins": _("Hari pertama gangguan"),
    "Away.ends": _("Hari terakhir gangguan"),
    "Deviation.cause": _("Yang terlihat dari angkanya"),
    "Deviation.since": _("Menyimpang sejak"),
    "deviation.since": _("Menyimpang sejak menurut jawaban terakhir"),
    "Forecast.give": _("Lebih kurang (persen)"),
    "Forecast.high": _("Paling tinggi diperkirakan"),
    "Forecast.low": _("Paling rendah diperkirakan"),
    "Forecast.margin": _("Jarak dari target (perseratus simpangan baku)"),
    "Forecast.needed": _("Yang diperlukan tiap hari kerja, atau rata-rata berikutnya"),
    "Forecast.percent": _("Perkiraan capaian (persen)"),
    "Forecast.recent": _("Laju akhir-akhir ini terhadap sejak awal (persen)"),
    "Forecast.silent": _("Hari kerja tanpa laporan"),
    "forecast": _("Perkiraan"),
    "last_year": _("Angka tiap bulan tahun lalu"),
    "observations": _("Yang dilaporkan"),
    "Observed.count": _("Banyaknya laporan"),
    "opened": _("Peringatan sedang berjalan"),
}

QUESTIONS = {
    "monitoring.deviation.deviation": _("Apakah atasan perlu diberi tahu"),
    "monitoring.forecast.forecast": _("Di mana indikator berakhir"),
}
