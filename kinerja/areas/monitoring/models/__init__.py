"""What monitoring keeps: feedback, forecasts, warnings that follow, next talks, and screens on walls."""

from kinerja.areas.monitoring.models.alerts import Alert, AlertStep
from kinerja.areas.monitoring.models.displays import Display
from kinerja.areas.monitoring.models.feedback import Feedback
from kinerja.areas.monitoring.models.outlooks import Outlook
from kinerja.areas.monitoring.models.talks import Talk

__all__ = ["Alert", "AlertStep", "Display", "Feedback", "Outlook", "Talk"]
