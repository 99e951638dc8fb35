"""What service quality writes into the ledger. The subject is the service, for many at once the delivery."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

_STANDARD = ("begins", "standard", "requirements", "duration", "cost", "promise", "product")

SERVICE_OPENED = verb("service_quality.service_opened", _("membuka layanan"), "service", *_STANDARD)
STANDARD_SET = verb("service_quality.standard_set", _("menetapkan standar layanan"), *_STANDARD)
POPULATION_SET = verb(
    "service_quality.population_set", _("menetapkan sasaran layanan"), "year", "people", "source", "reason"
)
SERVICE_CLOSED = verb("service_quality.service_closed", _("menutup layanan"), "last_day", "reason")

_FIGURES = ("day", "officer", "served", "to_standard")
COUNTED = verb("service_quality.counted", _("menghitung layanan"), *_FIGURES)
CORRECTED = verb("service_quality.corrected", _("memperbaiki volume layanan"), *_FIGURES, "reason")

FILE_SENT = verb("service_quality.file_sent", _("mengunggah berkas volume"), "sha256")
FILE_DISCARDED = verb("service_quality.file_discarded", _("membatalkan berkas volume"), "sha256")
DELIVERED = verb("service_quality.delivered", _("mengirim volume layanan"), "root", "count")
