"""Rate one person: save a draft, sign it, open a decision again, and take the receipt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.areas.assessment import queries, verbs
from kinerja.areas.assessment.documents.compose import Table, compose
from kinerja.areas.assessment.errors import (
    AlreadySigned,
    AssessmentRefused,
    NothingToSign,
    NotTheRater,
    ReasonMissing,
    ReviewRefused,
    UnitFirst,
)
from kinerja.areas.assessment.models import Assessment, Review, RhkNote, UnitPredicate
from kinerja.areas.assessment.states import ASSESSMENT_MOVES, AssessmentState
from kinerja.base.inbox.sending import settle, tell
from kinerja.base.ledger import topics
from kinerja.base.ledger.recording import record
from kinerja.base.organization import lines
from kinerja.base.organization.models import Person
from kinerja.rules.assessment import order, quadrant
from kinerja.rules.codes import OrganisationPredicate, Rating
from kinerja.rules.verdict import Verdict
from kinerja.tools import clock

REASON = 20


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rater chose. Ratings may still be missing in a draft; `rhks` are his views of single RHK, by id."""

    work: str = ""
    behaviour: str = ""
    reason: str = ""
    weak_values: Sequence[str] = ()
    rhks: Mapping[UUID, str] | None = None

    @property
    def is_whole(self) -> bool:
        return bool(self.work and self.behaviour)

    @property
    def predicate(self) -> str:
        return quadrant.TABLE[Rating(self.work), Rating(self.behaviour)].value if self.is_whole else ""


@transaction.atomic
def save_draft(review: Review, person: Person, *, choice: Choice, by: Person) -> Assessment:
    """Keep what the rater chose so far. Nobody but he sees it. One draft a person and review, whoever saves first."""
    assessment = _drafted(review, person, choice, by)
    record(
        verbs.DRAFTED, assessment, by=by, also=person, topics=[topics.board(by.pk)],
        work=choice.work, behaviour=choice.behaviour, reason=assessment.reason,
        rhks={str(key): value for key, value in (choice.rhks or {}).items()},
    )  # fmt: skip
    return assessment


@transaction.atomic
def sign(review: Review, person: Person, *, choice: Choice, by: Person) -> Assessment:
    """Fix the predikat: the named person `by` signs, the receipt is written, the employee is told.

    Refused without the unit's predikat, without both ratings, without a reason where one is needed, before the last
    day of the review, and when somebody signed first. PermenPANRB 6/2022; SE MenPANRB 3/2023.
    """
    if not choice.is_whole:
        raise NothingToSign(_("Pilih dahulu penilaian hasil kerja dan perilaku kerja, lalu tanda tangani."))
    if clock.today() < review.ends:
        raise AssessmentRefused(
            _("%(review)s belum berakhir, jadi capaiannya belum lengkap. Simpan sebagai draf dahulu.")
            % {"review": review.name}
        )
    draft = _drafted(review, person, choice, by)
    unit = _unit_first(draft)
    table = _table(draft, unit, by)
    at = clock.now()
    receipt = compose(table, by=by, at=at)
    _check_reason(receipt, choice)
    moved = Assessment.objects.filter(pk=draft.pk, state=AssessmentState.DRAFT).update(
        state=ASSESSMENT_MOVES[AssessmentState.DRAFT, "sign"],
        suggested_work=Verdict.from_json(receipt["verdicts"]["suggestion"]).value or "",
        signed_by=by, signed_at=at, receipt=receipt, rule_version=f"kwitansi/{receipt['version']}",
    )  # fmt: skip
    if not moved:
        raise _signed_first(review, person)
    signed = Assessment.objects.for_door().get(pk=draft.pk)
    tell(
        person,
        "assessment.receipt",
        _("Predikat %(review)s: %(predicate)s")
        % {"review": review.name, "predicate": signed.predicate_label},
        body=_("Kwitansinya menjelaskan dasar, hitungan, dan hak keberatan Anda."),
        link=reverse("assessment:receipt", args=[signed.pk]),
        subject=signed,
    )
    if queries.has_rated_everybody(review, by.pk):
        settle(review.pk, "assessment.review_opened", person=by)
    record(
        verbs.SIGNED, signed, by=by, also=person, rule_version=signed.rule_version, receipt=receipt,
        topics=[topics.person(person.pk), topics.inbox(person.pk), topics.board(by.pk), topics.unit(signed.unit_id)],
    )  # fmt: skip
    return signed


@transaction.atomic
def reopen(assessment: Assessment, *, reason: str, by: Person) -> Assessment:
    """Open a signed decision again while its review is open: the old row stays as replaced, a new draft begins."""
    if len(reason.strip()) < REASON:
        raise ReasonMissing(_reason_words())
    _check_rater(assessment.review, assessment.person, by)
    replaced = Assessment.objects.filter(pk=assessment.pk, state=AssessmentState.SIGNED).update(
        state=ASSESSMENT_MOVES[AssessmentState.SIGNED, "replace"]
    )
    if not replaced:
        raise AssessmentRefused(
            _("Penilaian ini bukan yang berlaku lagi. Muat ulang halaman untuk melihat keadaannya.")
        )
    draft = Assessment.objects.create(
        review=assessment.review, person=assessment.person, skp=assessment.skp, unit=assessment.unit, rater=by,
        rater_capacity=assessment.rater_capacity, work=assessment.work, behaviour=assessment.behaviour,
        predicate=assessment.predicate, reason=assessment.reason, weak_values=assessment.weak_values,
        drafted_at=clock.now(), replaces=assessment, replace_reason=reason.strip(),
    )  # fmt: skip
    tell(
        assessment.person,
        "assessment.reopened",
        _("Penilaian %(review)s dibuka lagi oleh penilai Anda") % {"review": assessment.review.name},
        body=reason.strip(),
        link=reverse("assessment:mine"),
        subject=assessment,
    )
    record(
        verbs.REOPENED, assessment, by=by, also=assessment.person, reason=reason.strip(),
        topics=[topics.person(assessment.person_id), topics.inbox(assessment.person_id)],
    )  # fmt: skip
    return draft


@transaction.atomic
def receive(assessment: Assessment, *, by: Person) -> Assessment:
    """The employee opens the receipt for the first time: the days for an objection begin (regulations 1.12)."""
    if assessment.person_id != by.pk:
        raise NotTheRater(_("Kwitansi ini milik pegawai lain, jadi tidak dapat Anda terima atas namanya."))
    at = clock.now()
    first = (
        Assessment.objects.decided().filter(pk=assessment.pk, received_at__isnull=True).update(received_at=at)
    )
    if first:
        assessment.received_at = at
        settle(assessment.pk, "assessment.receipt")
        record(verbs.RECEIVED, assessment, by=by, topics=[topics.person(by.pk), topics.inbox(by.pk)])
    return assessment


def _check_rater(review: Review, person: Person, by: Person) -> queries.Duty:
    if not queries.hold_open(review.pk):
        raise ReviewRefused(
            _(
                "%(review)s sudah ditutup. Minta pengelola kepegawaian membukanya kembali bila masih ada yang keliru."
            )
            % {"review": review.name}
        )
    duty = queries.duties(review, [person.pk]).get(person.pk)
    if duty is None or duty.rater_id != by.pk or person.pk == by.pk:
        raise NotTheRater(
            _(
                "%(person)s dinilai pejabat lain pada %(review)s. Hubungi pengelola kepegawaian bila itu keliru."
            )
            % {"person": person.full_name, "review": review.name}
        )
    return duty


def _drafted(review: Review, person: Person, choice: Choice, by: Person) -> Assessment:
    duty = _check_rater(review, person, by)
    facts = queries.facts_of(review, [person.pk])[person.pk]
    if facts.skp is None:
        raise AssessmentRefused(
            _(
                "SKP %(person)s belum disetujui, jadi belum ada yang dapat dinilai. Setujui SKP-nya lebih dahulu."
            )
            % {"person": person.full_name}
        )
    fields = {
        "work": choice.work, "behaviour": choice.behaviour, "predicate": choice.predicate,
        "reason": choice.reason.strip(), "weak_values": list(choice.weak_values), "skp": facts.skp,
        "unit_id": duty.unit_id, "rater": by, "rater_capacity": duty.capacity, "drafted_at": clock.now(),
        "suggested_work": facts.suggested.value or "",
    }  # fmt: skip
    here = Assessment.objects.in_force().filter(review=review, person=person)
    if not here.filter(state=AssessmentState.DRAFT).update(**fields):
        try:
            with transaction.atomic():
                Assessment.objects.create(review=review, person=person, **fields)
        except IntegrityError:
            if not here.filter(state=AssessmentState.DRAFT).update(**fields):
                raise _signed_first(review, person) from None
    draft = Assessment.objects.for_door().in_force().get(review=review, person=person)
    _keep_notes(draft, facts, choice.rhks or {})
    return draft


def _keep_notes(draft: Assessment, facts: queries.Facts, given: Mapping[UUID, str]) -> None:
    """The rater's view of each RHK, with the suggestion of the moment beside it."""
    draft.rhk_notes.all().delete()
    RhkNote.objects.bulk_create(
        RhkNote(
            assessment=draft,
            rhk=each.rhk,
            rating=given.get(each.rhk.pk, ""),
            suggested=each.suggested.value or "",
            achievement=each.average.value,
        )
        for each in facts.rhks
    )


def _unit_first(draft: Assessment) -> UnitPredicate:
    """Organisation first; the database refuses it too."""
    current = queries.unit_predicate(draft.review, draft.unit_id)
    known = OrganisationPredicate(current.predicate) if current else None
    verdict = order.may_fix_employee_predicates(draft.unit.name, known)
    if current is None:
        raise UnitFirst(verdict.steps[0].sentence(_))
    return current


def _table(draft: Assessment, unit: UnitPredicate, by: Person) -> Table:
    review, facts = draft.review, queries.facts_of(draft.review, [draft.person_id])[draft.person_id]
    duty = queries.duties(review, [draft.person_id])[draft.person_id]
    seat = queries.seat_of(review, draft.person_id)
    above = lines.line_of(by.pk, clock.today())
    return Table(
        assessment=draft, duty=duty, unit_predicate=unit, title=seat.position.title if seat else "",
        facts=facts, tallies=queries.tallies(review, facts), paces=queries.paces(review, facts),
        feedback=queries.feedback_in(review, draft.person_id), leader=queries.leader_default(duty, unit),
        alike=queries.alike(review, by.pk, draft.person_id, Rating(draft.work), Rating(draft.behaviour)),
        objection_to=Person.objects.filter(pk=above.rater_id).first() if above and above.rater_id else None,
    )  # fmt: skip


def _check_reason(receipt: dict[str, Any], choice: Choice) -> None:
    needed = Verdict.from_json(receipt["verdicts"]["reason"])
    if needed.value and len(choice.reason.strip()) < REASON:
        raise ReasonMissing(f"{' '.join(needed.sentences(_))} {_reason_words()}")
    if choice.behaviour == Rating.DIBAWAH and not choice.weak_values:
        raise ReasonMissing(
            _("Perilaku kerja dinilai di bawah ekspektasi: pilih nilai BerAKHLAK mana yang perlu diperbaiki.")
        )


def _reason_words() -> str:
    return _("Tuliskan alasannya, paling sedikit %(count)d huruf.") % {"count": REASON}


def _signed_first(review: Review, person: Person) -> AlreadySigned:
    other = queries.assessment_in_force(review, person.pk)
    label = other.predicate_label if other else ""
    name = other.signed_by.full_name if other and other.signed_by else _("pejabat lain")
    return AlreadySigned(
        _(
            "Predikat %(person)s sudah ditetapkan %(predicate)s oleh %(name)s. Muat ulang halaman untuk melihatnya."
        )
        % {"person": person.full_name, "predicate": label, "name": name}
    )
