"""The moves of a period, a Perjanjian Kinerja and an SKP. Pure; the database repeats the states as checks."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PeriodState(TextChoices):
    DRAFT = "DRAF", _("Draf")
    OPEN = "DIBUKA", _("Dibuka")
    CLOSED = "DITUTUP", _("Ditutup")


class SkpState(TextChoices):
    DRAFT = "DRAF", _("Draf")
    PROPOSED = "DIAJUKAN", _("Diajukan")
    RETURNED = "REVISI", _("Perlu Revisi")
    AGREED = "DISETUJUI", _("Disetujui")
    REPLACED = "DIGANTI", _("Diganti versi baru")


class AgreementState(TextChoices):
    DRAFT = "DRAF", _("Draf")
    SIGNED = "DITANDATANGANI", _("Ditandatangani")


class ChangeReason(TextChoices):
    """Why an agreed SKP may be changed within the year (docs/reference/regulations, section 1.4)."""

    HOLDER = "PEJABAT", _("Pergantian pejabat atau pindah jabatan")
    STRATEGY = "STRATEGI", _("Perubahan strategi atau rencana kerja")
    PRIORITY = "PRIORITAS", _("Perubahan prioritas atau asumsi")
    BUDGET = "ANGGARAN", _("Perubahan anggaran")
    ORGANISATION = "ORGANISASI", _("Perubahan organisasi")
    ACCEPTED = "LAIN", _("Keadaan lain yang diterima pimpinan")


#: (from, verb) → to
SKP_MOVES: dict[tuple[str, str], str] = {
    (SkpState.DRAFT, "propose"): SkpState.PROPOSED,
    (SkpState.RETURNED, "propose"): SkpState.PROPOSED,
    (SkpState.PROPOSED, "send_back"): SkpState.RETURNED,
    (SkpState.PROPOSED, "take_back"): SkpState.DRAFT,
    (SkpState.PROPOSED, "agree"): SkpState.AGREED,
    (SkpState.AGREED, "replace"): SkpState.REPLACED,
}
PERIOD_MOVES: dict[tuple[str, str], str] = {
    (PeriodState.DRAFT, "open"): PeriodState.OPEN,
    (PeriodState.OPEN, "close"): PeriodState.CLOSED,
    (PeriodState.CLOSED, "reopen"): PeriodState.OPEN,
}
AGREEMENT_MOVES: dict[tuple[str, str], str] = {(AgreementState.DRAFT, "sign"): AgreementState.SIGNED}

#: what the employee may still change
EDITABLE = frozenset({SkpState.DRAFT, SkpState.RETURNED})
#: in work: not yet agreed, not replaced
PENDING = frozenset({SkpState.DRAFT, SkpState.RETURNED, SkpState.PROPOSED})
