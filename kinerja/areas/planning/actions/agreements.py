"""Perjanjian Kinerja: start it, write its IKU, sign it."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.planning import verbs
from kinerja.areas.planning.actions.guards import require_draft, require_linkable, require_open
from kinerja.areas.planning.errors import AgreementLocked, LineInUse, NotTheHead
from kinerja.areas.planning.models import Agreement, Iku, Period
from kinerja.areas.planning.queries.agreements import iku_content, ikus_above
from kinerja.areas.planning.queries.people import head_above, heads
from kinerja.areas.planning.states import AGREEMENT_MOVES
from kinerja.base.inbox.sending import tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.lines import line_of
from kinerja.base.organization.models import Person, Unit
from kinerja.tools import clock
from kinerja.tools.refusals import BadInput


@transaction.atomic
def start_agreement(period: Period, unit: Unit, *, by: Person) -> Agreement:
    """The agreement of a unit for a period, in draft; the one that exists when somebody was quicker."""
    require_open(period)
    agreement, is_new = Agreement.objects.get_or_create(period=period, unit=unit)
    if is_new:
        record(verbs.AGREEMENT_STARTED, agreement, by=by, topics=_topics(agreement))
    return agreement


@transaction.atomic
def save_iku(agreement: Agreement, *, by: Person, iku: Iku | None = None, **values: Any) -> Iku:
    """Add or change an IKU while the agreement is a draft. `values` are fields of Iku."""
    agreement = _draft(agreement)
    supports = values.get("supports")
    if supports is not None and supports not in ikus_above(agreement):
        raise BadInput(
            _(
                "IKU yang didukung harus milik unit di atas unit ini. Muat ulang halaman, lalu pilih dari daftar."
            )
        )
    if iku is None:
        last = agreement.ikus.aggregate(last=Max("order"))["last"]
        iku = Iku(agreement=agreement, order=0 if last is None else last + 1)
    for name, value in values.items():
        setattr(iku, name, value)
    require_linkable(agreement.unit_id, iku)
    iku.save()
    record(verbs.IKU_SAVED, iku, by=by, topics=_topics(agreement), iku=iku_content(iku))
    return iku


@transaction.atomic
def remove_iku(iku: Iku, *, by: Person) -> None:
    """Remove an IKU from a draft. Refused (409) while an IKU or RHK below names it."""
    agreement = _draft(iku.agreement)
    if iku.supported_by.exists() or iku.supported_by_rhks.exists():
        raise LineInUse(
            _(
                "IKU “%(name)s” masih didukung oleh IKU atau RHK di bawahnya, jadi belum dapat dihapus. "
                "Minta unit di bawah memilih IKU lain dahulu."
            )
            % {"name": iku.name}
        )
    removed = iku_content(iku)
    Iku.objects.filter(pk=iku.pk).delete()
    record(verbs.IKU_REMOVED, iku, by=by, topics=_topics(agreement), iku=removed)


@transaction.atomic
def sign_agreement(agreement: Agreement, *, by: Person) -> Agreement:
    """The head of the unit signs; the head above is the counterpart and is told. Acting heads sign too."""
    agreement = _draft(agreement)
    today = clock.today()
    if not heads(agreement.unit_id, by.pk, today):
        raise NotTheHead(
            _("Perjanjian Kinerja %(unit)s hanya dapat ditandatangani oleh pimpinan unit itu sendiri.")
            % {"unit": agreement.unit}
        )
    ikus = list(agreement.ikus.all())
    if not ikus:
        raise AgreementLocked(
            _(
                "Perjanjian Kinerja ini belum memuat IKU. Tambahkan paling sedikit satu IKU, lalu tandatangani."
            )
        )
    agreement.state = AGREEMENT_MOVES[(agreement.state, "sign")]
    agreement.signed_by, agreement.signed_at = by, clock.now()
    agreement.counterpart_id = _counterpart_id(agreement, by)
    agreement.save(update_fields=["state", "signed_by", "signed_at", "counterpart"])
    _tell_counterpart(agreement, by)
    signed = [iku_content(iku) for iku in ikus]
    record(
        verbs.AGREEMENT_SIGNED,
        agreement,
        by=by,
        also=agreement.counterpart_id,
        topics=_topics(agreement),
        ikus=signed,
    )
    return agreement


def _counterpart_id(agreement: Agreement, by: Person) -> Any:
    """Who rates the head in this unit; for an acting head the nearest head above who is somebody else."""
    line = line_of(by.pk, clock.today())
    if line is not None and line.unit_id == agreement.unit_id:
        return line.rater_id
    above = head_above(agreement.unit_id, by.pk, clock.today())
    return above.pk if above else None


def _tell_counterpart(agreement: Agreement, by: Person) -> None:
    if agreement.counterpart_id is not None:
        tell(
            agreement.counterpart_id,
            "planning.agreement_signed",
            _("%(name)s menandatangani Perjanjian Kinerja %(unit)s")
            % {"name": by.name, "unit": agreement.unit},
            link=reverse("planning:agreement", args=[agreement.pk]),
            subject=agreement,
        )


def _draft(agreement: Agreement) -> Agreement:
    locked = (
        Agreement.objects.select_for_update(of=("self",))
        .select_related("unit", "period")
        .get(pk=agreement.pk)
    )
    require_draft(locked)
    return locked


def _topics(agreement: Agreement) -> list[str]:
    return [topics.unit(agreement.unit_id)]
