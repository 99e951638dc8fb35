"""The moves of a warning and of a talk. Pure; the database repeats the states as a check."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AlertState(TextChoices):
    OPENED = "DIBUKA", _("Belum ditangani")
    ACTED = "DITANGANI", _("Ditangani")
    RECOVERING = "MEMULIH", _("Mulai pulih")
    RECOVERED = "PULIH", _("Pulih")
    CLOSED = "DITUTUP", _("Ditutup")


class TalkState(TextChoices):
    PLANNED = "DIRENCANAKAN", _("Direncanakan")
    HELD = "SELESAI", _("Sudah berlangsung")


#: a talk that is moved stays planned; what was held stays as it was written down
TALK_MOVES: dict[tuple[str, str], str] = {
    (TalkState.PLANNED, "move"): TalkState.PLANNED,
    (TalkState.PLANNED, "hold"): TalkState.HELD,
}


class Response(TextChoices):
    """What a superior does about a deviation (M17: talk, help, adjust the plan, coach)."""

    TALK = "DIALOG", _("Dialog kinerja")
    HELP = "BANTUAN", _("Bantuan atau sumber daya")
    PLAN = "RENCANA", _("Penyesuaian rencana")
    COACH = "BIMBINGAN", _("Bimbingan")


#: (from, verb) → to. What is answered while it mends goes on mending; what relapses is as it was: answered or not
ALERT_MOVES: dict[tuple[str, str], str] = {
    (AlertState.OPENED, "act"): AlertState.ACTED,
    (AlertState.ACTED, "act"): AlertState.ACTED,
    (AlertState.RECOVERING, "act"): AlertState.RECOVERING,
    (AlertState.OPENED, "mend"): AlertState.RECOVERING,
    (AlertState.ACTED, "mend"): AlertState.RECOVERING,
    (AlertState.RECOVERING, "relapse_answered"): AlertState.ACTED,
    (AlertState.RECOVERING, "relapse_unanswered"): AlertState.OPENED,
    (AlertState.RECOVERING, "recover"): AlertState.RECOVERED,
    (AlertState.OPENED, "close"): AlertState.CLOSED,
    (AlertState.ACTED, "close"): AlertState.CLOSED,
    (AlertState.RECOVERING, "close"): AlertState.CLOSED,
}

#: what still waits for somebody, the most urgent first
OPEN = (AlertState.OPENED, AlertState.ACTED, AlertState.RECOVERING)

#: the colour of a state's chip
ALERT_TONES: dict[str, str] = {
    AlertState.OPENED: "bahaya",
    AlertState.ACTED: "perhatian",
    AlertState.RECOVERING: "keterangan",
    AlertState.RECOVERED: "baik",
    AlertState.CLOSED: "netral",
}
