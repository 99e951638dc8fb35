"""The predikat of a unit, and the reason for a spread of predikat that departs from the pattern."""

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.assessment import queries, verbs
from kinerja.areas.assessment.errors import (
    NotTheLeaderAbove,
    ReasonMissing,
    ReviewRefused,
    UnitPredicateRefused,
)
from kinerja.areas.assessment.models import CurveNote, Review, UnitPredicate
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization.models import Person, Unit
from kinerja.rules.assessment import organisation_predicate
from kinerja.rules.codes import OrganisationPredicate, Rating
from kinerja.tools import clock

REASON = 20


@transaction.atomic
def set_unit_predicate(
    review: Review,
    unit: Unit,
    *,
    predicate: OrganisationPredicate,
    expectation: Rating,
    reason: str,
    by: Person,
    leads_all: bool = False,
    seen: object = None,
) -> UnitPredicate:
    """Set it, or replace it by a new row. `leads_all`: `by` is of the leadership of the instansi.

    `seen` is the id of the row the leader had before him (None: there was none); when another one took its place
    meanwhile, the later leader is refused and looks again. SE MenPANRB 3/2023; regulations 1.9.
    """
    _check(review, unit, by, leads_all, reason)
    before = queries.unit_predicate(review, unit.pk)
    if (before.pk if before else None) != seen:
        raise _raced(unit)
    facts = queries.unit_facts(review, unit)
    suggested = organisation_predicate.suggestion(facts.average, on=review.ends).value
    row = UnitPredicate(
        review=review, unit=unit, predicate=predicate, expectation=expectation, average=facts.average_shown,
        suggested=suggested or "", reason=reason.strip(), by=by, at=clock.now(), replaces=before,
    )  # fmt: skip
    if before and not UnitPredicate.objects.filter(pk=before.pk).in_force().update(is_current=False):
        raise _raced(unit)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise _raced(unit) from error
    _tell_head(review, unit, row)
    record(
        verbs.UNIT_PREDICATE_REPLACED if before else verbs.UNIT_PREDICATE_SET, row, by=by, also=unit,
        topics=[topics.unit(unit.pk)], predicate=predicate.value, expectation=expectation.value,
        suggested=suggested.value if suggested else "", reason=row.reason,
    )  # fmt: skip
    return row


def _check(review: Review, unit: Unit, by: Person, leads_all: bool, reason: str) -> None:
    if not queries.hold_open(review.pk):
        raise ReviewRefused(
            _("%(review)s sudah ditutup, jadi predikat unit tidak dapat diubah. Minta pengelola kepegawaian "
              "membukanya kembali.") % {"review": review.name}
        )  # fmt: skip
    setter = queries.setter_of(unit)
    if setter.person_id != by.pk and not (leads_all and setter.own_head_id != by.pk):
        raise NotTheLeaderAbove(
            _(
                "Predikat %(unit)s ditetapkan oleh pimpinan di atasnya, %(setter)s. Anda dapat memberi masukan kepadanya."
            )
            % {"unit": unit.name, "setter": setter.name or _("yang belum terisi")}
        )
    if clock.today() < review.ends:
        raise UnitPredicateRefused(
            _("%(review)s belum berakhir, jadi capaian unit belum lengkap. Tetapkan mulai hari terakhirnya.")
            % {"review": review.name}
        )
    if len(reason.strip()) < REASON:
        raise ReasonMissing(
            _("Tuliskan alasan predikat unit, paling sedikit %(count)d huruf.") % {"count": REASON}
        )


def _raced(unit: Unit) -> UnitPredicateRefused:
    return UnitPredicateRefused(
        _("Predikat %(unit)s baru saja ditetapkan orang lain. Muat ulang halaman dan lihat hasilnya dahulu.")
        % {"unit": unit.name}
    )


def _tell_head(review: Review, unit: Unit, row: UnitPredicate) -> None:
    """The unit's head may go on with his people."""
    settle(unit.pk, "assessment.unit_waits")
    label = _(OrganisationPredicate(row.predicate).label)
    for person_id, _kind in queries.heads_on([unit.pk], clock.today()).get(unit.pk, [])[:1]:
        if person_id != row.by_id:
            tell(
                person_id,
                "assessment.unit_predicate",
                _("Predikat %(unit)s: %(predicate)s") % {"unit": unit.name, "predicate": label},
                body=row.reason,
                link=reverse("assessment:team"),
                subject=row,
            )


@transaction.atomic
def explain_curve(review: Review, unit: Unit, *, text: str, by: Person) -> CurveNote:
    """Keep why the spread of predikat departs from the pattern. It changes nobody's predikat."""
    if len(text.strip()) < REASON:
        raise ReasonMissing(
            _("Tuliskan alasan sebaran ini, paling sedikit %(count)d huruf.") % {"count": REASON}
        )
    if not queries.hold_open(review.pk):
        raise ReviewRefused(_("%(review)s sudah ditutup.") % {"review": review.name})
    note = CurveNote.objects.create(review=review, unit=unit, text=text.strip(), by=by, at=clock.now())
    record(verbs.CURVE_EXPLAINED, note, by=by, also=unit, unit=str(unit.pk), reason=note.text)
    return note
