"""What the calendar writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

DAYS_CONFIRMED = verb("calendar.days_confirmed", _("Hari libur ditetapkan"), "days", "decree")
OWN_DAY_ADDED = verb("calendar.own_day_added", _("Libur daerah ditetapkan"), "day", "name", "decree")
DAY_WITHDRAWN = verb("calendar.day_withdrawn", _("Hari libur dibatalkan"), "day", "reason")
OUTAGE_LOGGED = verb("calendar.outage_logged", _("Gangguan dicatat"), "begins", "ends", "reason")
OUTAGE_WITHDRAWN = verb("calendar.outage_withdrawn", _("Catatan gangguan dibatalkan"), "reason")
