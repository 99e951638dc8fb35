"""What reporting writes into the ledger. `also` is the indicator, for evidence the report."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import subscribe, verb

_CONTENT = ("indicator", "day", "value", "note", "evidence")

SUBMITTED = verb("reporting.submitted", _("mencatat progres"), *_CONTENT)
CORRECTED = verb("reporting.corrected", _("memperbaiki laporan"), *_CONTENT, "corrects", "reason")
WITHDRAWN = verb("reporting.withdrawn", _("menarik laporan"), "reason")
ACCEPTED = verb("reporting.accepted", _("menerima laporan"))
SENT_BACK = verb("reporting.sent_back", _("mengembalikan laporan"), "comment")
#: one of several accepted at once: how many, and which were the sample that had to be opened
ACCEPTED_TOGETHER = verb(
    "reporting.accepted_together", _("menerima laporan bersama yang lain"), "among", "opened"
)
#: by nobody: the installation compared
RESEMBLES = verb("reporting.resembles", _("Bukti mirip dengan bukti yang lebih dulu"), "others", "kinds")
EXPLAINED = verb("reporting.explained", _("menjelaskan bukti yang mirip"), "text")
OPENED = verb("reporting.opened_evidence", _("membuka bukti"), "evidence")
#: the subject is the indicator, `also` the service
FED = verb("reporting.fed", _("mengisi progres dari volume layanan"), "figures")
EVIDENCE_ADDED = verb("reporting.evidence_added", _("menambah bukti"), "evidence")
EVIDENCE_REMOVED = verb(
    "reporting.evidence_removed", _("menghapus bukti yang berisi data pribadi"), "sha256", "reason"
)
TEMPLATE_SAVED = verb("reporting.template_saved", _("menyimpan templat laporan"), "name", "lines")
TEMPLATE_REMOVED = verb("reporting.template_removed", _("menghapus templat laporan"), "name")
IMPORT_READ = verb("reporting.import_read", _("memeriksa berkas laporan"), "sha256")
IMPORT_DONE = verb("reporting.import_done", _("mengimpor laporan"), "sha256", "count")
FILLING_RULE_SET = verb(
    "reporting.filling_rule_set", _("menetapkan batas pengisian"), "late_after", "locks_on", "soft_days"
)
SOFTLY_REMINDED = verb("reporting.softly_reminded", _("mengingatkan batas lunak"), "month", "people")
DAYS_OPENED = verb(
    "reporting.days_opened", _("membuka kembali hari yang dikunci"), "begins", "ends", "until", "reason"
)
OPENING_ENDED = verb("reporting.opening_ended", _("mengakhiri pembukaan kembali"))

#: jobs that follow acts of the rooms below (jobs.py)
for _name in ("service_quality.counted", "service_quality.corrected", "service_quality.population_set"):
    subscribe(_name, "reporting.feed_service")
for _verb in (SUBMITTED, CORRECTED, EVIDENCE_ADDED):
    subscribe(_verb.name, "reporting.sent")
subscribe("service_quality.delivered", "reporting.feed_delivery")
subscribe("planning.skp_agreed", "reporting.feed_skp")
subscribe("planning.period_opened", "reporting.feed_period")
subscribe("planning.period_reopened", "reporting.feed_period")
