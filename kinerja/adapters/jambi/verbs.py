"""What the ledger says of the demonstration's sets. A batch entry names up to 5,000 rows by count and root hash."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

SKPS_LOADED = verb("demo.skps_loaded", _("memuat SKP data contoh"), "root", "count")
CLOCK_MOVED = verb("demo.clock_moved", _("memindahkan tanggal peragaan"), "step", "day")
RATINGS_LOADED = verb("demo.ratings_loaded", _("memuat predikat dan kwitansi data contoh"), "root", "count")
VOLUMES_LOADED = verb("demo.volumes_loaded", _("memuat volume layanan data contoh"), "root", "count")
REPORTS_LOADED = verb("demo.reports_loaded", _("memuat laporan data contoh"), "root", "count")
