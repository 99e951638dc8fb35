"""What reporting writes into the ledger. `also` is the indicator, for evidence the report."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

_CONTENT = ("indicator", "day", "value", "note", "evidence")

SUBMITTED = verb("reporting.submitted", _("mencatat progres"), *_CONTENT)
CORRECTED = verb("reporting.corrected", _("memperbaiki laporan"), *_CONTENT, "corrects", "reason")
WITHDRAWN = verb("reporting.withdrawn", _("menarik laporan"), "reason")
ACCEPTED = verb("reporting.accepted", _("menerima laporan"))
SENT_BACK = verb("reporting.sent_back", _("mengembalikan laporan"), "comment")
EVIDENCE_ADDED = verb("reporting.evidence_added", _("menambah bukti"), "evidence")
EVIDENCE_REMOVED = verb(
    "reporting.evidence_removed", _("menghapus bukti yang berisi data pribadi"), "sha256", "reason"
)
TEMPLATE_SAVED = verb("reporting.template_saved", _("menyimpan templat laporan"), "name", "lines")
TEMPLATE_REMOVED = verb("reporting.template_removed", _("menghapus templat laporan"), "name")
