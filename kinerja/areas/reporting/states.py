"""The moves of a report. Pure; the database repeats the states as a check."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportState(TextChoices):
    SUBMITTED = "DIKIRIM", _("Menunggu")
    ACCEPTED = "DITERIMA", _("Diterima")
    RETURNED = "DIKEMBALIKAN", _("Dikembalikan")
    WITHDRAWN = "DITARIK", _("Ditarik")
    CORRECTED = "DIPERBAIKI", _("Diganti perbaikan")


#: (from, verb) → to
REPORT_MOVES: dict[tuple[str, str], str] = {
    (ReportState.SUBMITTED, "accept"): ReportState.ACCEPTED,
    (ReportState.SUBMITTED, "send_back"): ReportState.RETURNED,
    (ReportState.SUBMITTED, "correct"): ReportState.CORRECTED,
    (ReportState.RETURNED, "correct"): ReportState.CORRECTED,
    (ReportState.ACCEPTED, "correct"): ReportState.CORRECTED,
    (ReportState.SUBMITTED, "withdraw"): ReportState.WITHDRAWN,
    (ReportState.RETURNED, "withdraw"): ReportState.WITHDRAWN,
    (ReportState.ACCEPTED, "withdraw"): ReportState.WITHDRAWN,
}

#: what counts as progress: sent or accepted; returned, withdrawn and corrected ones do not
COUNTING = (ReportState.SUBMITTED, ReportState.ACCEPTED)


def states_before(verb: str) -> tuple[str, ...]:
    """The states from which `verb` is possible."""
    return tuple(state for state, move in REPORT_MOVES if move == verb)


#: what its owner may still add evidence to
PROVABLE = (ReportState.SUBMITTED, ReportState.ACCEPTED, ReportState.RETURNED)

#: the colour of a state's chip
TONES: dict[str, str] = {
    ReportState.SUBMITTED: "keterangan",
    ReportState.ACCEPTED: "baik",
    ReportState.RETURNED: "perhatian",
    ReportState.WITHDRAWN: "netral",
    ReportState.CORRECTED: "netral",
}
