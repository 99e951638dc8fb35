"""Dialog kinerja: the superior sets or moves the next talk, and writes down what was agreed."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.monitoring import verbs
from kinerja.areas.monitoring.errors import NotYourSubordinate, TalkOver
from kinerja.areas.monitoring.models import Talk
from kinerja.areas.monitoring.states import TALK_MOVES
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import is_rater_of
from kinerja.base.organization.models import Person
from kinerja.tools import clock
from kinerja.tools.ui import formats


@transaction.atomic
def plan_talk(person: Person, *, by: Person, day: date, subject: str) -> Talk:
    """Set the next talk; one that is planned already is moved. Both are told, and the superior is reminded on the day."""
    _must_rate(person, by)
    talk = Talk.objects.planned().about(person.pk).select_for_update().first()
    before = talk.day if talk else None
    if talk is None:
        talk = Talk(person=person)
    talk.day, talk.subject, talk.by, talk.planned_at = day, subject, by, clock.now()
    talk.save()
    settle(talk.pk)
    words = {"day": formats.day(day), "name": person.full_name}
    title = _("Dialog kinerja dipindah ke %(day)s") if before else _("Dialog kinerja pada %(day)s")
    link = reverse("monitoring:talks")
    tell(person, "talk.planned", title % words, body=subject, link=link, subject=talk)
    reminder = _("Dialog kinerja dengan %(name)s") % words
    tell(by, "talk.due", reminder[:200], body=subject, link=link, due_on=day, subject=talk)
    heard = _heard(talk)
    if before:
        record(
            verbs.TALK_MOVED, talk, by=by, also=person, topics=heard, before=before, day=day, about=subject
        )
    else:
        record(verbs.TALK_PLANNED, talk, by=by, also=person, topics=heard, day=day, about=subject)
    return talk


@transaction.atomic
def hold_talk(talk: Talk, *, by: Person, outcome: str) -> Talk:
    """The talk took place: what was agreed is written down, and both read it. It changes no rating."""
    talk = Talk.objects.select_for_update(of=("self",)).for_door().get(pk=talk.pk)
    _must_rate(talk.person, by)
    if not talk.can("hold"):
        raise TalkOver(
            _(
                "Dialog ini sudah dicatat, jadi tidak ada yang diubah. Rencanakan dialog berikutnya bila perlu."
            )
        )
    talk.state = TALK_MOVES[talk.state, "hold"]
    talk.held_on, talk.outcome, talk.by = clock.today(), outcome, by
    talk.save()
    settle(talk.pk)
    title = _("Catatan dialog kinerja dari %(name)s") % {"name": by.full_name}
    tell(talk.person, "talk.held", title[:200], body=outcome, link=reverse("monitoring:talks"), subject=talk)
    record(verbs.TALK_HELD, talk, by=by, also=talk.person_id, topics=_heard(talk), outcome=outcome)
    return talk


def _must_rate(person: Person, by: Person) -> None:
    if not is_rater_of(by.pk, person.pk, clock.today()):
        raise NotYourSubordinate(
            _(
                "Tidak tersimpan: hari ini Anda bukan penilai %(name)s, jadi dialognya direncanakan penilainya."
            )
            % {"name": person.full_name}
        )


def _heard(talk: Talk) -> list[str]:
    return [topics.person(talk.person_id), topics.inbox(talk.person_id), topics.inbox(talk.by_id)]
