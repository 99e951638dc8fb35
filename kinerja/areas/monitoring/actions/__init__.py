"""What is done in monitoring: what a superior says, what follows from the figures, what is done about it."""

from kinerja.areas.monitoring.actions.alerting import pass_on_silence, watch
from kinerja.areas.monitoring.actions.answering import answer_alert, ask_help, close_alert
from kinerja.areas.monitoring.actions.displaying import make_display, revoke_display
from kinerja.areas.monitoring.actions.feedback import give_feedback
from kinerja.areas.monitoring.actions.forecasting import refresh
from kinerja.areas.monitoring.actions.talking import hold_talk, plan_talk

__all__ = [
    "answer_alert",
    "ask_help",
    "close_alert",
    "give_feedback",
    "hold_talk",
    "make_display",
    "pass_on_silence",
    "plan_talk",
    "refresh",
    "revoke_display",
    "watch",
]
