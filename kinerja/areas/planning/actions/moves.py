"""The talk between the two sides: propose, take back, send back with comments, agree; and the leader's expectations."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.planning import verbs
from kinerja.areas.planning.actions.guards import (
    locked,
    moved,
    require_complete,
    require_line,
    require_open,
    require_rater,
)
from kinerja.areas.planning.errors import SkpLocked
from kinerja.areas.planning.models import Expectation, Remark, Skp
from kinerja.areas.planning.queries.skps import content
from kinerja.areas.planning.states import PENDING, SKP_MOVES
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person
from kinerja.rules.codes import Behaviour
from kinerja.tools import clock
from kinerja.tools.refusals import BadInput

ASKED = "planning.skp_proposed"
ANSWERED = "planning.skp_returned"


@transaction.atomic
def propose(skp: Skp, *, by: Person) -> Skp:
    """Ajukan SKP to today's rater, who is stored with it and told. Incomplete or raterless: 409 with the reasons."""
    skp = moved(skp, "propose")
    require_complete(skp)
    line = require_line(skp.person)
    skp.rater_id, skp.rater_capacity = line.rater_id, line.capacity or ""
    skp.proposed_at = clock.now()
    skp.save(update_fields=["state", "rater", "rater_capacity", "proposed_at"])
    settle(skp.pk, ANSWERED)
    tell(
        skp.rater_id,
        ASKED,
        _("%(name)s mengajukan SKP (%(period)s)") % {"name": by.name, "period": skp.period},
        body=_("Setujui, atau kembalikan dengan catatan di samping barisnya."),
        link=_link(skp),
        subject=skp,
    )
    record(verbs.SKP_PROPOSED, skp, by=by, also=skp.rater_id, topics=topics_of(skp), content=content(skp))
    return skp


@transaction.atomic
def take_back(skp: Skp, *, by: Person) -> Skp:
    """Withdraw a proposal that nobody has decided yet; the rater is told."""
    skp = moved(skp, "take_back")
    skp.save(update_fields=["state"])
    settle(skp.pk, ASKED)
    if skp.rater_id is not None:
        tell(
            skp.rater_id,
            "planning.skp_taken_back",
            _("%(name)s menarik kembali SKP (%(period)s)") % {"name": by.name, "period": skp.period},
            link=_link(skp),
            subject=skp,
        )
    record(verbs.SKP_TAKEN_BACK, skp, by=by, also=skp.rater_id, topics=topics_of(skp))
    return skp


@transaction.atomic
def send_back(skp: Skp, *, by: Person, remarks: Mapping[UUID | None, str]) -> Skp:
    """Kembalikan with at least one comment: by the id of an RHK, or by None for the whole (422 without any)."""
    said = {rhk_id: text.strip() for rhk_id, text in remarks.items() if text.strip()}
    if not said:
        raise BadInput(
            _(
                "Belum ada catatan. Tuliskan paling sedikit satu, supaya pegawai tahu apa yang perlu diperbaiki."
            )
        )
    skp = moved(skp, "send_back")
    require_rater(skp, by)
    statements: dict[UUID | None, str] = dict(skp.rhks.values_list("pk", "statement"))
    Remark.objects.bulk_create(
        Remark(skp=skp, rhk_id=key, about=statements.get(key, ""), by=by, text=text, at=clock.now())
        for key, text in said.items()
        if key is None or key in statements
    )
    skp.save(update_fields=["state"])
    settle(skp.pk, ASKED)
    tell(
        skp.person_id,
        ANSWERED,
        _("SKP Anda perlu direvisi (%(period)s)") % {"period": skp.period},
        body="\n".join(said.values()),
        link=_link(skp),
        subject=skp,
    )
    texts = [[key, text] for key, text in said.items()]
    record(verbs.SKP_SENT_BACK, skp, by=by, also=skp.person_id, topics=topics_of(skp), remarks=texts)
    return skp


@transaction.atomic
def agree(skp: Skp, *, by: Person) -> Skp:
    """Setujui: from now on this version is in force and the one before it is replaced."""
    skp = moved(skp, "agree")
    line = require_rater(skp, by)
    require_complete(skp)
    for old in Skp.objects.select_for_update().of(skp.person_id).agreed().filter(period_id=skp.period_id):
        old.state = SKP_MOVES[(old.state, "replace")]
        old.save(update_fields=["state"])
    skp.rater, skp.rater_capacity = by, line.capacity or ""
    skp.decided_by, skp.decided_at = by, clock.now()
    skp.save(update_fields=["state", "rater", "rater_capacity", "decided_by", "decided_at"])
    settle(skp.pk, ASKED)
    tell(
        skp.person_id,
        "planning.skp_agreed",
        _("SKP Anda disetujui (%(period)s)") % {"period": skp.period},
        body=_("Mulai sekarang progres dapat dicatat pada indikatornya."),
        link=_link(skp),
        subject=skp,
    )
    record(verbs.SKP_AGREED, skp, by=by, also=skp.person_id, topics=topics_of(skp), content=content(skp))
    return skp


@transaction.atomic
def save_expectations(skp: Skp, *, by: Person, texts: Mapping[str, str]) -> Skp:
    """Ekspektasi khusus pimpinan, by the code of the value; an empty text takes it away. Before agreement only."""
    skp = locked(skp)
    require_open(skp.period)
    require_rater(skp, by)
    if skp.state not in PENDING:
        raise SkpLocked(_("SKP ini sudah disepakati, jadi ekspektasi pimpinan tidak dapat diubah lagi."))
    known = {code: text.strip() for code, text in texts.items() if code in {each.value for each in Behaviour}}
    Expectation.objects.filter(skp=skp, value__in=[code for code, text in known.items() if not text]).delete()
    Expectation.objects.bulk_create(
        [Expectation(skp=skp, value=code, text=text) for code, text in known.items() if text],
        update_conflicts=True,
        unique_fields=["instansi", "skp", "value"],
        update_fields=["text"],
    )
    tell(
        skp.person_id,
        "planning.expectations_saved",
        _("%(name)s menuliskan ekspektasi perilaku pada SKP Anda") % {"name": by.name},
        link=_link(skp),
        subject=skp,
    )
    record(
        verbs.EXPECTATIONS_SAVED, skp, by=by, also=skp.person_id, topics=topics_of(skp), expectations=known
    )
    return skp


def _link(skp: Skp) -> str:
    return reverse("planning:skp", args=[skp.pk])


def topics_of(skp: Skp) -> list[str]:
    """What changes on open screens: the employee's pages, the unit's boards, the rater's board."""
    found = [topics.person(skp.person_id), topics.unit(skp.unit_id)]
    return [*found, topics.board(skp.rater_id)] if skp.rater_id else found
