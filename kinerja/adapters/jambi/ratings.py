"""A quarter's predikat and receipts of a whole government, written in sets under the invariants the actions keep.

The rules compute every verdict from the facts of the quarter, and the receipt is composed by the room of assessment;
only the two ratings and the words are chosen here. Weak results appear only in units marked fictitious.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.adapters.jambi import verbs, words
from kinerja.adapters.jambi.chance import key
from kinerja.adapters.jambi.quarters import Quarter
from kinerja.areas.assessment import queries
from kinerja.areas.assessment.actions import Choice
from kinerja.areas.assessment.documents.compose import VERSION, Table, compose
from kinerja.areas.assessment.models import Assessment, CurveNote, Review, RhkNote, UnitPredicate
from kinerja.areas.assessment.queries.facts import Facts
from kinerja.areas.assessment.queries.raters import Duty
from kinerja.areas.assessment.queries.reviews import due_in
from kinerja.areas.assessment.states import AssessmentState
from kinerja.base.inbox.models import Message
from kinerja.base.inbox.sending import settle
from kinerja.base.ledger.recording import canonical, record_batches
from kinerja.base.organization import lines
from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.base.tenancy.models import Instansi
from kinerja.rules.assessment import distribution, organisation_predicate
from kinerja.rules.codes import Behaviour, OrganisationPredicate, Predicate, Rating
from kinerja.rules.planning import achievement
from kinerja.rules.verdict import Verdict
from kinerja.rules.wording import half_up

#: of a hundred units how many still wait in the newest quarter, and of a hundred people how many opened the receipt
WAITING, OPENED_NOW, OPENED_THEN = 10, 60, 97


@dataclass
class Hand:
    """One superior's signing of a quarter: where he is in his day, and which pairs of ratings he has given."""

    at: datetime
    pairs: list[tuple[str, str]] = field(default_factory=list)

    def alike(self, work: Rating, behaviour: Rating) -> int:
        """As `queries.alike`: how many others have exactly these ratings while nobody got others."""
        pair = (work.value, behaviour.value)
        return len(self.pairs) if all(each == pair for each in self.pairs) else 0


class Ratings:
    """The predikat of one quarter. `skip` are people whose rating is told through the actions; `among`: units, all without."""

    def __init__(
        self,
        instansi: Instansi,
        review: Review,
        quarter: Quarter,
        today: date,
        seed: int,
        skip: frozenset[UUID] = frozenset(),
        waiting: frozenset[str] = frozenset(),
        among: frozenset[UUID] | None = None,
    ) -> None:
        self.instansi, self.review, self.quarter, self.today = instansi, review, quarter, today
        self.skip, self.waiting, self.among = skip, waiting, among
        self.random = Random(f"{seed}/ratings/{instansi.code}/{quarter.name}")
        self.units = Unit.objects.in_bulk()
        self.people = Person.objects.in_bulk()
        seats = Assignment.objects.on(review.ends).filter(kind=Assignment.Kind.DEFINITIVE)
        self.titles = dict(seats.values_list("person_id", "position__title"))
        self.above = lines.lines_of(self.people, review.ends)
        self.hands: dict[UUID, Hand] = {}
        self.predicates: list[UnitPredicate] = []
        self.signed: list[Assessment] = []
        self.notes: list[RhkNote] = []
        self.curves: list[CurveNote] = []
        self.messages: list[Message] = []

    def write(self) -> int:
        """Every unit that is rated in this quarter. Returns how many people got a receipt."""
        duties = [
            duty
            for duty in due_in(self.review)
            if duty.rater_id is not None and (self.among is None or duty.unit_id in self.among)
        ]
        by_unit: dict[UUID, list[Duty]] = {}
        for duty in sorted(duties, key=lambda duty: (not duty.is_head, self.people[duty.person_id].nip)):
            by_unit.setdefault(duty.unit_id, []).append(duty)
        known = queries.unit_predicates(self.review, by_unit)
        for unit_id in sorted(by_unit, key=lambda unit_id: self.units[unit_id].siasn_id):
            self._unit(self.units[unit_id], by_unit[unit_id], known.get(unit_id))
        UnitPredicate.objects.bulk_create(self.predicates, 500)
        Assessment.objects.bulk_create(self.signed, 500)
        RhkNote.objects.bulk_create(self.notes, 2_000)
        CurveNote.objects.bulk_create(self.curves, 500)
        Message.objects.bulk_create(self.messages, 2_000)
        for rater_id in self.hands:
            if queries.has_rated_everybody(self.review, rater_id):
                settle(self.review.pk, "assessment.review_opened", person=rater_id)
        record_batches(verbs.RATINGS_LOADED, self.review, by=None, digests=self._digests())
        return len(self.signed)

    def _digests(self) -> Iterator[bytes]:
        for unit in self.predicates:
            yield hashlib.sha256(f"{unit.pk}|{unit.predicate}".encode()).digest()
        for row in self.signed:
            yield hashlib.sha256(f"{row.pk}|{row.predicate}|".encode() + canonical(row.receipt)).digest()
        for note in self.curves:
            yield hashlib.sha256(f"{note.pk}|{note.text}".encode()).digest()

    def _unit(self, unit: Unit, duties: list[Duty], known: UnitPredicate | None) -> None:
        if known is None and self._waits(unit):
            return
        facts = queries.facts_of(self.review, [duty.person_id for duty in duties])
        current = known or self._predicate(unit, duties, facts)
        if current is None:
            return
        rated = [duty for duty in duties if duty.person_id not in self.skip and facts[duty.person_id].skp]
        if not rated:
            return
        everything = _together([facts[duty.person_id] for duty in rated])
        paces = queries.paces(self.review, everything)
        tallies = queries.tallies(self.review, everything)
        counts = dict.fromkeys(Predicate, 0)
        for duty in rated:
            assessment = self._draft(duty, facts[duty.person_id], current)
            by, hand = self.people[assessment.rater_id], self._hand(assessment.rater_id)
            work, behaviour = Rating(assessment.work), Rating(assessment.behaviour)
            above = self.above.get(by.pk)
            table = Table(
                assessment=assessment, duty=duty, unit_predicate=current, title=self.titles.get(duty.person_id, ""),
                facts=facts[duty.person_id], tallies=tallies, paces=paces, feedback=[],
                leader=queries.leader_default(duty, current), alike=hand.alike(work, behaviour),
                objection_to=self.people[above.rater_id] if above and above.rater_id else None,
            )  # fmt: skip
            self._sign(assessment, table, by)
            hand.pairs.append((work.value, behaviour.value))
            hand.at += timedelta(minutes=6)
            if not duty.is_head:
                counts[Predicate(assessment.predicate)] += 1
        if known is None:
            self._curve(unit, current, rated[-1], counts)

    def _waits(self, unit: Unit) -> bool:
        if not self.quarter.is_open or unit.is_fictitious:
            return False
        return unit.siasn_id in self.waiting or self.random.randrange(100) < WAITING

    def _predicate(self, unit: Unit, duties: list[Duty], facts: dict[UUID, Facts]) -> UnitPredicate | None:
        """The unit's predikat by the first leader above; its two inputs as `set_unit_predicate` keeps them."""
        setter = queries.setter_of(unit)
        if setter.person_id is None:
            return None
        own = Facts() if not duties[0].is_head else facts[duties[0].person_id]
        average = achievement.average(own.achievements, on=self.review.ends).value
        suggested = organisation_predicate.suggestion(average, on=self.review.ends).value
        predicate = suggested or OrganisationPredicate.BAIK
        if not unit.is_fictitious and predicate is not OrganisationPredicate.ISTIMEWA:
            predicate = OrganisationPredicate.BAIK
        moment = self.quarter.day(5, 8 + self.random.randrange(8), self.random.randrange(60))
        row = UnitPredicate(
            id=key(self.random, moment), review=self.review, unit=unit, predicate=predicate.value,
            suggested=suggested or "", average=None if average is None else half_up(average, 2),
            expectation=organisation_predicate.leader_rating(predicate).value, reason=words.UNIT[predicate],
            by=self.people[setter.person_id], at=moment,
        )  # fmt: skip
        self.predicates.append(row)
        if duties[0].is_head:
            title = _("Predikat %(unit)s: %(predicate)s") % {
                "unit": unit.name,
                "predicate": _(predicate.label),
            }
            self._tell(
                duties[0].person_id, "unit_predicate", title, row.reason, "assessment:team", row.pk, moment
            )
        return row

    def _hand(self, rater_id: UUID) -> Hand:
        """A superior signs on one day, eight to eighteen days after the quarter."""
        if rater_id not in self.hands:
            start = self.quarter.day(self.random.randint(8, 18), 8, self.random.randrange(60))
            self.hands[rater_id] = Hand(start)
        return self.hands[rater_id]

    def _draft(self, duty: Duty, facts: Facts, current: UnitPredicate) -> Assessment:
        """What the rater puts down: his two ratings and his reason."""
        assert duty.rater_id is not None, "whoever has no rater is not rated"
        unit = self.units[duty.unit_id]
        leader = queries.leader_default(duty, current)
        suggested = leader.value if leader else facts.suggested.value
        choice = self._weak(suggested) if unit.is_fictitious else self._sound(suggested)
        moment = self._hand(duty.rater_id).at
        return Assessment(
            id=key(self.random, moment), review=self.review, person=self.people[duty.person_id], skp=facts.skp,
            unit=unit, rater=self.people[duty.rater_id], rater_capacity=duty.capacity, work=choice.work,
            behaviour=choice.behaviour, weak_values=list(choice.weak_values), predicate=choice.predicate,
            reason=choice.reason, drafted_at=moment - timedelta(minutes=4),
        )  # fmt: skip

    def _sound(self, suggested: Rating | None) -> Choice:
        work = Rating.DIATAS if suggested is Rating.DIATAS else Rating.SESUAI
        behaviour = Rating.DIATAS if self.random.randrange(100) < 30 else Rating.SESUAI
        return Choice(work=work, behaviour=behaviour, reason=self.random.choice(words.REASONS[work]))

    def _weak(self, suggested: Rating | None) -> Choice:
        chance = self.random.randrange(100)
        if chance < 10:
            codes = self.random.sample([each.value for each in Behaviour], 2)
            reason = self.random.choice(words.CONDUCT)
            return Choice(Rating.DIBAWAH, Rating.DIBAWAH, reason, weak_values=codes)
        if chance < 25 and suggested is Rating.DIBAWAH:
            return Choice(Rating.SESUAI, Rating.SESUAI, words.KINDER)
        work = suggested or Rating.DIBAWAH
        return Choice(work, Rating.SESUAI, self.random.choice(words.REASONS[work]))

    def _sign(self, assessment: Assessment, table: Table, by: Person) -> None:
        at = self._hand(by.pk).at
        receipt = compose(table, by=by, at=at)
        assessment.state = AssessmentState.SIGNED
        assessment.suggested_work = Verdict.from_json(receipt["verdicts"]["suggestion"]).value or ""
        assessment.signed_by, assessment.signed_at = by, at
        assessment.receipt, assessment.rule_version = receipt, f"kwitansi/{VERSION}"
        assessment.received_at = self._received(at)
        self.signed.append(assessment)
        self.notes += [
            RhkNote(
                id=key(self.random, at), assessment=assessment, rhk=each.rhk, suggested=each.suggested.value or "",
                achievement=each.average.value,
            )
            for each in table.facts.rhks
        ]  # fmt: skip
        title = _("Predikat %(review)s: %(predicate)s") % {
            "review": self.review.name,
            "predicate": assessment.predicate_label,
        }
        body = _("Kwitansinya menjelaskan dasar, hitungan, dan hak keberatan Anda.")
        self._tell(
            assessment.person_id, "receipt", title, body, reverse("assessment:receipt", args=[assessment.pk]),
            assessment.pk, at, done=assessment.received_at,
        )  # fmt: skip

    def _received(self, signed: datetime) -> datetime | None:
        """When the employee opened the receipt, if he has by today."""
        opened = OPENED_NOW if self.quarter.is_open else OPENED_THEN
        after = timedelta(days=self.random.randint(1, 6), minutes=self.random.randrange(240))
        known = self.random.randrange(100) < opened and (signed + after).date() < self.today
        return signed + after if known else None

    def _curve(self, unit: Unit, current: UnitPredicate, last: Duty, counts: dict[Predicate, int]) -> None:
        """Why the spread departs from the pattern, by the one who rated."""
        verdict = distribution.check(OrganisationPredicate(current.predicate), counts, on=self.review.ends)
        if last.rater_id is None or not verdict.value.needs_reason:
            return
        moment = self._hand(last.rater_id).at
        text = words.CURVE_WEAK if unit.is_fictitious else self.random.choice(words.CURVES)
        self.curves.append(
            CurveNote(
                id=key(self.random, moment), review=self.review, unit=unit, text=text, at=moment,
                by=self.people[last.rater_id],
            )
        )  # fmt: skip

    def _tell(
        self, person_id: UUID, kind: str, title: str, body: str, link: str, subject: UUID, at: datetime,
        done: datetime | None = None,
    ) -> None:  # fmt: skip
        read = done or (None if self.quarter.is_open else at + timedelta(hours=self.random.randint(1, 30)))
        self.messages.append(
            Message(
                id=key(self.random, at), person=self.people[person_id], kind=f"assessment.{kind}", title=title,
                body=body, link=link if link.startswith("/") else reverse(link), sent_at=at, read_at=read,
                done_at=done, subject_id=subject,
            )
        )  # fmt: skip


def _together(facts: list[Facts]) -> Facts:
    """The facts of several people whose SKP cover the same days, to ask for paces and tallies once."""
    spans = Counter((each.skp.begins, each.skp.ends) for each in facts if each.skp)
    assert len(spans) == 1, "everybody's SKP covers the whole year"
    rhks = tuple(rhk for each in facts for rhk in each.rhks)
    return Facts(facts[0].skp, rhks, facts[0].suggested, facts[0].free_days)
