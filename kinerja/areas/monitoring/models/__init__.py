"""What monitoring keeps: feedback, where each indicator is expected to end, and the warnings that follow."""

from kinerja.areas.monitoring.models.alerts import Alert, AlertStep
from kinerja.areas.monitoring.models.feedback import Feedback
from kinerja.areas.monitoring.models.outlooks import Outlook

__all__ = ["Alert", "AlertStep", "Feedback", "Outlook"]
