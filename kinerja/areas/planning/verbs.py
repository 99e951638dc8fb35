"""What planning writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

PERIOD_CREATED = verb("planning.period_created", _("membuat periode"), "period")
PERIOD_CHANGED = verb("planning.period_changed", _("mengubah periode"), "period")
PERIOD_OPENED = verb("planning.period_opened", _("membuka periode"))
PERIOD_CLOSED = verb("planning.period_closed", _("menutup periode"))
PERIOD_REOPENED = verb("planning.period_reopened", _("membuka kembali periode"), "reason")

AGREEMENT_STARTED = verb("planning.agreement_started", _("memulai Perjanjian Kinerja"))
AGREEMENT_SIGNED = verb("planning.agreement_signed", _("menandatangani Perjanjian Kinerja"), "ikus")
IKU_SAVED = verb("planning.iku_saved", _("menyimpan IKU"), "iku")
IKU_REMOVED = verb("planning.iku_removed", _("menghapus IKU"), "iku")

SKP_STARTED = verb("planning.skp_started", _("memulai SKP"), "approach")
SKP_DISCARDED = verb("planning.skp_discarded", _("membatalkan draf SKP"), "content")
RHK_SAVED = verb("planning.rhk_saved", _("menyimpan RHK"), "rhk")
RHK_REMOVED = verb("planning.rhk_removed", _("menghapus RHK"), "rhk")
INDICATOR_SAVED = verb("planning.indicator_saved", _("menyimpan indikator"), "indicator")
INDICATOR_REMOVED = verb("planning.indicator_removed", _("menghapus indikator"), "indicator")
ANNEX_SAVED = verb("planning.annex_saved", _("menyimpan lampiran SKP"), "annex")
EXPECTATIONS_SAVED = verb(
    "planning.expectations_saved", _("menyimpan ekspektasi khusus pimpinan"), "expectations"
)

SKP_PROPOSED = verb("planning.skp_proposed", _("mengajukan SKP"), "content")
SKP_TAKEN_BACK = verb("planning.skp_taken_back", _("menarik kembali pengajuan SKP"))
SKP_SENT_BACK = verb("planning.skp_sent_back", _("mengembalikan SKP untuk direvisi"), "remarks")
SKP_AGREED = verb("planning.skp_agreed", _("menyetujui SKP"), "content")
VERSION_STARTED = verb("planning.version_started", _("memulai versi baru SKP"), "reason")
