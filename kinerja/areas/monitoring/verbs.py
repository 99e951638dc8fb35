"""What monitoring writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

FEEDBACK_GIVEN = verb("feedback.given", _("memberi umpan balik"), "text")
TALK_PLANNED = verb("talk.planned", _("merencanakan dialog kinerja"), "day", "about")
TALK_MOVED = verb("talk.moved", _("memindahkan dialog kinerja"), "before", "day", "about")
TALK_HELD = verb("talk.held", _("mencatat dialog kinerja"), "outcome")
DISPLAY_MADE = verb("display.made", _("membuat tautan layar dinding"), "name", "unit")
DISPLAY_REVOKED = verb("display.revoked", _("mencabut tautan layar dinding"), "name")
ALERT_OPENED = verb(
    "monitoring.alert_opened", _("Peringatan dini dibuka"), "indicator", "cause", "percent", "due_on"
)
ALERT_ANSWERED = verb(
    "monitoring.alert_answered", _("menangani peringatan dini"), "response", "text", "check_on"
)
HELP_ASKED = verb("monitoring.help_asked", _("meminta bantuan atas peringatan dini"), "text")
ALERT_ESCALATED = verb(
    "monitoring.alert_escalated", _("Peringatan yang tidak dijawab diteruskan"), "owner", "due_on"
)
ALERT_MENDING = verb("monitoring.alert_mending", _("Perkiraan mencapai target lagi"))
ALERT_RELAPSED = verb("monitoring.alert_relapsed", _("Perkiraan meleset lagi"))
ALERT_RECOVERED = verb("monitoring.alert_recovered", _("Peringatan dini pulih"), "days", "worked")
ALERT_CLOSED = verb("monitoring.alert_closed", _("menutup peringatan dini"), "reason")
