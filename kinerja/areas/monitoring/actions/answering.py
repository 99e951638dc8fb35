"""What people do about a warning: the superior acts or closes it, the employee asks for help."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.monitoring import verbs
from kinerja.areas.monitoring.errors import AlertEnded, NotYourAlert
from kinerja.areas.monitoring.models import Alert, AlertStep
from kinerja.areas.monitoring.states import ALERT_MOVES, Response
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import is_rater_of
from kinerja.base.organization.models import Person
from kinerja.tools import clock


@transaction.atomic
def answer_alert(alert: Alert, *, by: Person, response: Response, text: str, check_on: date) -> Alert:
    """Say what is done and when it is looked at again; that day waits in the inbox until the path recovered.

    Refused for all but the rater and whom it was passed on to.
    """
    alert = _held(alert, "act")
    _must_be_theirs(alert, by)
    alert.state = ALERT_MOVES[alert.state, "act"]
    alert.response, alert.check_on = response, check_on
    alert.answered_on = alert.answered_on or clock.today()
    alert.save(update_fields=["state", "response", "check_on", "answered_on"])
    AlertStep.objects.create(
        alert=alert, kind=AlertStep.Kind.ANSWERED, response=response, text=text, by=by, at=clock.now()
    )
    settle(alert.pk)
    again = _("Lihat lagi: %(name)s") % {"name": alert.indicator.name}
    tell(by, "alert.check", again[:200], body=text, link=_address(alert), due_on=check_on, subject=alert)
    title = _("%(what)s untuk %(name)s") % {"what": response.label, "name": alert.indicator.name}
    tell(alert.person_id, "alert.answered", title[:200], body=text, link=_address(alert), subject=alert)
    record(
        verbs.ALERT_ANSWERED, alert, by=by, also=alert.person_id, topics=_heard(alert), response=str(response), text=text,
        check_on=check_on,
    )  # fmt: skip
    return alert


@transaction.atomic
def close_alert(alert: Alert, *, by: Person, reason: str) -> Alert:
    """End it with a reason: the target was wrong, the work was dropped. What was done before counts as not having worked."""
    alert = _held(alert, "close")
    _must_be_theirs(alert, by)
    alert.state = ALERT_MOVES[alert.state, "close"]
    alert.ended_on = clock.today()
    alert.worked = False if alert.response else None
    alert.save(update_fields=["state", "ended_on", "worked"])
    AlertStep.objects.create(alert=alert, kind=AlertStep.Kind.CLOSED, text=reason, by=by, at=clock.now())
    settle(alert.pk)
    title = _("Peringatan ditutup: %(name)s") % {"name": alert.indicator.name}
    tell(alert.person_id, "alert.closed", title[:200], body=reason, link=_address(alert), subject=alert)
    record(verbs.ALERT_CLOSED, alert, by=by, also=alert.person_id, topics=_heard(alert), reason=reason)
    return alert


@transaction.atomic
def ask_help(alert: Alert, *, by: Person, text: str) -> Alert:
    """The employee says what would help; it stands on the warning and reaches its owner."""
    alert = _held(alert, "act")
    if alert.person_id != by.pk:
        raise NotYourAlert(_("Bantuan diminta oleh pegawai yang bersangkutan. Tidak ada yang disimpan."))
    alert.help_text = text
    alert.save(update_fields=["help_text"])
    AlertStep.objects.create(alert=alert, kind=AlertStep.Kind.HELP, text=text, by=by, at=clock.now())
    title = _("%(name)s meminta bantuan") % {"name": by.full_name}
    tell(
        alert.escalated_to_id or alert.owner_id,
        "alert.help",
        title[:200],
        body=text,
        link=_address(alert),
        subject=alert,
    )
    record(verbs.HELP_ASKED, alert, by=by, also=alert.owner_id, topics=_heard(alert), text=text)
    return alert


def _held(alert: Alert, verb: str) -> Alert:
    found = Alert.objects.select_for_update(of=("self",)).for_door().get(pk=alert.pk)
    if not found.can(verb):
        raise AlertEnded(
            _("Peringatan ini sudah %(state)s, jadi tidak ada yang diubah. Muat ulang halamannya.")
            % {"state": found.get_state_display().lower()}
        )
    return found


def _must_be_theirs(alert: Alert, by: Person) -> None:
    if by.pk != alert.escalated_to_id and not is_rater_of(by.pk, alert.person_id, clock.today()):
        raise NotYourAlert(
            _("Peringatan ini ditangani oleh penilai %(name)s, bukan oleh Anda. Tidak ada yang disimpan.")
            % {"name": alert.person.full_name}
        )


def _heard(alert: Alert) -> list[str]:
    return [topics.person(alert.person_id), topics.inbox(alert.person_id), topics.inbox(alert.owner_id)]


def _address(alert: Alert) -> str:
    return reverse("monitoring:alert", args=[alert.pk])
