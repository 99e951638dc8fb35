"""What assessment writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

_REVIEW = ("name", "begins", "ends", "fill_until")
_UNIT = ("predicate", "expectation", "suggested", "reason")

REVIEW_OPENED = verb("assessment.review_opened", _("membuka periode penilaian"), *_REVIEW)
REVIEW_CLOSED = verb("assessment.review_closed", _("menutup periode penilaian"), "reason", "missing")
REVIEW_REOPENED = verb("assessment.review_reopened", _("membuka kembali periode penilaian"), "reason")

UNIT_PREDICATE_SET = verb("assessment.unit_predicate_set", _("menetapkan predikat unit"), *_UNIT)
UNIT_PREDICATE_REPLACED = verb("assessment.unit_predicate_replaced", _("mengganti predikat unit"), *_UNIT)
CURVE_EXPLAINED = verb("assessment.curve_explained", _("mencatat alasan sebaran predikat"), "unit", "reason")

DRAFTED = verb("assessment.drafted", _("menyimpan draf penilaian"), "work", "behaviour", "reason", "rhks")
SIGNED = verb("assessment.signed", _("menetapkan predikat pegawai"), "receipt")
REOPENED = verb("assessment.reopened", _("membuka lagi penilaian untuk diganti"), "reason")
RECEIVED = verb("assessment.received", _("menerima kwitansi predikat"))
RECEIPTS_EXPORTED = verb(
    "assessment.receipts_exported", _("mengekspor kwitansi satu periode penilaian"), "count", "unit"
)
