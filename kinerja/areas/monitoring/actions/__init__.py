"""What is done in monitoring: what a superior says, what follows from the figures, what is done about it."""

from kinerja.areas.monitoring.actions.alerting import pass_on_silence, watch
from kinerja.areas.monitoring.actions.answering import answer_alert, ask_help, close_alert
from kinerja.areas.monitoring.actions.feedback import give_feedback
from kinerja.areas.monitoring.actions.forecasting import refresh

__all__ = ["answer_alert", "ask_help", "close_alert", "give_feedback", "pass_on_silence", "refresh", "watch"]
