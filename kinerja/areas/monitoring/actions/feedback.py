"""What a superior does on the spot."""

from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.monitoring import verbs
from kinerja.areas.monitoring.errors import NotYourSubordinate, WrongReference
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.models import Rhk
from kinerja.areas.reporting.models import Report
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import is_rater_of
from kinerja.base.organization.models import Person
from kinerja.tools import clock


@transaction.atomic
def give_feedback(
    person: Person,
    *,
    by: Person,
    text: str,
    rhk: Rhk | None = None,
    report: Report | None = None,
    value: str = "",
) -> Feedback:
    """Umpan balik on a result, a report or a behaviour value (PermenPANRB 6/2022: ongoing, at any time).

    Refused when `by` does not rate `person` today, or when the reference is somebody else's.
    """
    if not is_rater_of(by.pk, person.pk, clock.today()):
        raise NotYourSubordinate(
            _(
                "Umpan balik ini tidak tersimpan: hari ini Anda bukan penilai %(name)s. "
                "Buka Profil untuk melihat siapa penilainya."
            )
            % {"name": person.full_name}
        )
    _check_owner(person.pk, rhk.skp.person_id if rhk else None, report.person_id if report else None)
    feedback = Feedback.objects.create(
        person=person, by=by, rhk=rhk, report=report, value=value, text=text, at=clock.now()
    )
    tell(
        person,
        "feedback",
        _("Umpan balik dari %(name)s") % {"name": by.full_name},
        body=text,
        link=reverse("monitoring:feedback"),
        subject=feedback,
    )
    record(
        verbs.FEEDBACK_GIVEN,
        feedback,
        by=by,
        also=person,
        topics=[topics.person(person.pk), topics.inbox(person.pk)],
        text=text,
    )
    return feedback


def _check_owner(person_id: UUID, *owners: UUID | None) -> None:
    if any(owner is not None and owner != person_id for owner in owners):
        raise WrongReference(
            _(
                "RHK atau laporan yang dirujuk bukan milik pegawai ini. Muat ulang halamannya, lalu pilih lagi."
            )
        )
