"""One unit's year through the actions: Puskesmas 01, from the city's IKU to the receipts of its nurses."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q

from kinerja.adapters.jambi import words
from kinerja.adapters.jambi.chance import at, key
from kinerja.adapters.jambi.counters import open_catalogue
from kinerja.adapters.jambi.duties import Measure, duties_of
from kinerja.adapters.jambi.quarters import Quarter, next_report, weekday
from kinerja.adapters.jambi.tallies import send_again, tally_photo
from kinerja.areas.assessment.actions import Choice, explain_curve, receive, set_unit_predicate, sign
from kinerja.areas.assessment.models import Assessment, Review
from kinerja.areas.monitoring.actions import give_feedback
from kinerja.areas.planning import actions as planning
from kinerja.areas.planning.models import Approach, Iku, Indicator, Period, Rhk, Skp
from kinerja.areas.reporting import actions as reporting
from kinerja.areas.reporting.actions.feeding import feed
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.states import ReportState
from kinerja.areas.service_quality.models import Figure
from kinerja.base.inbox.reading import mark_all_read
from kinerja.base.organization.lines import rated_by
from kinerja.base.organization.models import Assignment, Person, Unit
from kinerja.base.tenancy.statistics import refresh_statistics
from kinerja.rules.codes import Aspect, Consolidation, OrganisationPredicate, Polarity, Rating
from kinerja.tools import clock
from kinerja.tools.evidence.intake import accept as take_in


class Story:
    """Walks through the year day by day, each act by the person who does it, the clock at its moment."""

    #: the unit whose predikat of the newest quarter Hasan has not set yet, for whoever looks to try
    left_for_hasan = "KOTA-JAMBI/PKM20"

    def __init__(self, period: Period, today: date, seed: int, walikota: Person) -> None:
        self.period, self.today, self.walikota = period, today, walikota
        self.random = Random(f"{seed}/story")
        #: of its own, so that the rest of the year stays what it was without services
        self.random_of_services = Random(f"{seed}/services")
        self.dinkes = Unit.objects.get(siasn_id="KOTA-JAMBI/DINKES")
        self.puskesmas = Unit.objects.get(siasn_id="KOTA-JAMBI/PKM01")
        self.kadis, self.sari = self._head(self.dinkes), self._head(self.puskesmas)
        self.budi = Person.objects.get(name__iexact="Budi Santoso", assignments__unit=self.puskesmas)
        ids = [line.person_id for line in rated_by(self.sari.pk, period.begins)]
        self.staff = list(Person.objects.filter(pk__in=ids).order_by("nip"))

    def _head(self, unit: Unit) -> Person:
        return Person.objects.get(assignments__position__unit=unit, assignments__position__is_head=True)

    def plan(self) -> dict[Unit, Iku]:
        """Agreements and SKP of January."""
        self.services = open_catalogue(self.puskesmas, self.sari, self.period.begins, self.random_of_services)
        ikus = self._agreements()
        sari_rhk = self._leader(
            self.sari, ikus[self.puskesmas], self._leader(self.kadis, ikus[self.dinkes], None)
        )
        for person in self.staff:
            self._member(person, sari_rhk)
        return ikus

    def _agreements(self) -> dict[Unit, Iku]:
        root = Unit.objects.get(siasn_id="KOTA-JAMBI/PEMDA")
        ikus: dict[Unit, Iku] = {}
        steps = (
            (root, self.walikota, "Indeks pelayanan publik", "indeks", Decimal("4.2"), None),
            (self.dinkes, self.kadis, "Persentase layanan kesehatan sesuai standar", "persen", Decimal(90), root),
            (self.puskesmas, self.sari, "Persentase pasien dilayani sesuai standar", "persen", Decimal(90), self.dinkes),
        )  # fmt: skip
        for unit, head, name, measure, target, above in steps:
            with clock.at(at(self.period.begins + timedelta(days=8), self.random)):
                agreement = planning.start_agreement(self.period, unit, by=head)
                ikus[unit] = planning.save_iku(
                    agreement, by=head, name=name, unit_of_measure=measure, target=target,
                    goal="Meningkatnya kualitas pelayanan publik", polarity=Polarity.MAXIMIZE,
                    definition="Layanan yang memenuhi standar dibagi seluruh layanan yang diberikan.",
                    formula="layanan sesuai standar ÷ seluruh layanan × 100", source="Rekapitulasi layanan",
                    consolidation=Consolidation.TAKE_LAST_KNOWN, frequency="TRIWULANAN",
                    supports=ikus[above] if above else None,
                    **(self._served_to_standard() if unit == self.puskesmas else {}),
                )  # fmt: skip
                planning.sign_agreement(agreement, by=head)
        return ikus

    def _leader(self, person: Person, iku: Iku, above: Rhk | None) -> Rhk:
        skp, rhks = self._write(person, title="", is_head=True, supports=above, supports_iku=iku)
        self._agree(skp)
        return rhks[0]

    def _member(self, person: Person, above: Rhk) -> None:
        seat = (
            Assignment.objects.on(self.period.begins)
            .select_related("position")
            .get(person=person, kind="DEFINITIF")
        )
        skp, rhks = self._write(
            person, title=seat.position.title, is_head=False, supports=above, supports_iku=None
        )
        if person == self.budi:
            self._return_once(skp, rhks[0])
        self._agree(skp)

    def _write(
        self, person: Person, *, title: str, is_head: bool, supports: Rhk | None, supports_iku: Iku | None
    ) -> tuple[Skp, list[Rhk]]:
        begin = at(self.period.begins + timedelta(days=self.random.randint(9, 16)), self.random)
        rhks = []
        with clock.at(begin):
            skp = planning.start_skp(
                self.period,
                by=person,
                approach=Approach.QUANTITATIVE,
                begins=self.period.begins,
                ends=self.period.ends,
            )
            for duty in duties_of(title, is_head):
                extra = {"supports_iku": supports_iku} if supports_iku else {"supports": supports}
                rhk = planning.save_rhk(skp, by=person, statement=duty.statement, **extra)
                rhks.append(rhk)
                for measure in duty.measures:
                    planning.save_indicator(rhk, by=person, **_fields(measure))
            if person == self.budi:
                self._add_counted(rhks[0])
            planning.propose(skp, by=person)
        return skp, rhks

    def _served_to_standard(self) -> dict[str, Any]:
        """The outpatients' service as the source of an indicator: nobody types its progress."""
        return {"service": self.services[0], "figure": Figure.SHARE}

    def _add_counted(self, rhk: Rhk) -> None:
        """Budi's indicator that follows the volumes of his puskesmas."""
        planning.save_indicator(
            rhk, by=self.budi, name="Persentase kunjungan rawat jalan dilayani sesuai standar", unit_of_measure="persen",
            target=Decimal(90), aspect=Aspect.KUALITAS, polarity=Polarity.MAXIMIZE, frequency="HARIAN",
            consolidation=Consolidation.TAKE_LAST_KNOWN, **self._served_to_standard(),
        )  # fmt: skip

    def _return_once(self, skp: Skp, rhk: Rhk) -> None:
        with clock.at(at(self.period.begins + timedelta(days=19), self.random, 8, 11)):
            planning.send_back(
                skp, by=self.sari,
                remarks={rhk.pk: "Tambahkan ukuran mutu, supaya tidak hanya jumlah pasien yang terlihat."},
            )  # fmt: skip
        with clock.at(at(self.period.begins + timedelta(days=19), self.random)):
            planning.propose(skp, by=self.budi)

    def _agree(self, skp: Skp) -> None:
        rater = skp.rater
        assert rater is not None, "start_skp refuses without a rater"
        with clock.at(at(self.period.begins + timedelta(days=self.random.randint(20, 24)), self.random)):
            planning.agree(skp, by=rater)

    def report(self) -> int:
        """Everybody's reports, in the order of the days; Sari looks at most of them. Returns how many."""
        sent = sorted(self._entries(), key=lambda pair: pair[0])
        for moment, person, entry in sent:
            with clock.at(moment):
                reporting.submit([entry], by=person)
        refresh_statistics()
        self._look_at(self.sari, 4)
        self._look_at(self.kadis, 20)
        with clock.at(at(self.today - timedelta(days=1), self.random_of_services)):
            feed(Q(service__in=self.services))
        return len(sent)

    def _entries(self) -> Iterator[tuple[datetime, Person, reporting.Entry]]:
        people = {person.pk: person for person in [*self.staff, self.sari, self.kadis]}
        indicators = Indicator.objects.filter(rhk__skp__person_id__in=people).select_related("rhk__skp")
        indicators = indicators.filter(service__isnull=True)
        for indicator in indicators.order_by("rhk__skp__person__nip", "rhk__order", "order"):
            person = people[indicator.rhk.skp.person_id]
            yield from self._entries_of(person, indicator, every=4 if person == self.budi else 14)

    def _entries_of(
        self, person: Person, indicator: Indicator, every: int
    ) -> Iterator[tuple[datetime, Person, reporting.Entry]]:
        sums = indicator.consolidation == Consolidation.SUM
        day, counted = self.period.begins + timedelta(days=26), self.period.begins
        while day < self.today:
            workday = weekday(day)
            share = (
                Decimal((workday - counted).days)
                / 365
                * Decimal(str(round(self.random.uniform(0.98, 1.12), 3)))
            )
            value = (indicator.target * share).quantize(Decimal(1)) if sums else self._level(indicator)
            moment = at(workday, self.random)
            evidence = (
                (take_in(SimpleUploadedFile("rekap.jpg", tally_photo(workday, value))),)
                if self._shows(person)
                else ()
            )
            entry = reporting.Entry(
                key(self.random, moment), indicator.pk, workday, value, "", evidence, moment
            )
            yield moment, person, entry
            counted, day = workday, next_report(workday, every if sums else 30)

    def _shows(self, person: Person) -> bool:
        return person == self.budi and self.random.random() < 0.4

    def _level(self, indicator: Indicator) -> Decimal:
        chance = Decimal(str(round(self.random.uniform(0.99, 1.06), 3)))
        if indicator.polarity == Polarity.MINIMIZE:
            return (indicator.target * (2 - chance)).quantize(Decimal("0.1"))
        return min(Decimal(100), (indicator.target * chance).quantize(Decimal("0.1")))

    def _look_at(self, rater: Person, days: int) -> None:
        waiting = Report.objects.filter(
            person_id__in=[line.person_id for line in rated_by(rater.pk, self.today)], state=ReportState.SUBMITTED,
            day__lt=self.today - timedelta(days=days),
        )  # fmt: skip
        for report in waiting.select_related("indicator__rhk__skp__period").order_by("day", "id"):
            with clock.at(report.sent_at + timedelta(hours=18)):
                reporting.accept(report, by=rater)

    def talk(self, day: date, text: str) -> None:
        """Feedback on the spot, from Sari to Budi."""
        rhk = Rhk.objects.filter(skp__person=self.budi).first()
        with clock.at(at(weekday(day), self.random)):
            give_feedback(self.budi, by=self.sari, rhk=rhk, text=text)

    def talk_of_late(self) -> None:
        """What was said these days, after the newest quarter was rated; by now they have read their messages."""
        for person in (self.budi, self.sari, self.kadis):
            with clock.at(at(weekday(self.today - timedelta(days=14)), self.random)):
                mark_all_read(by=person)
        self.talk(self.today - timedelta(days=12), words.QUEUE)
        with clock.at(self.today):
            send_again(self.budi, [each for each in self.staff if each != self.budi])

    def rate(self, review: Review, quarter: Quarter) -> None:
        """A quarter: the unit's predikat first, then everybody's, and Budi reads his receipt.

        In the quarter that is still open Sari has two left, for whoever looks to try.
        """
        if quarter.is_open:
            self.talk(quarter.ends - timedelta(days=41), words.RECORDS)
        with clock.at(quarter.day(6, 10)):
            set_unit_predicate(
                review, self.puskesmas, predicate=OrganisationPredicate.BAIK, expectation=Rating.SESUAI, by=self.kadis,
                reason="Rencana aksi triwulan tercapai sesuai kesepakatan; waktu tunggu turun.",
            )  # fmt: skip
        staff = [person for person in self.staff if person not in self._left(quarter)]
        for number, person in enumerate(staff):
            with clock.at(quarter.day(8, 9) + timedelta(minutes=7 * number)):
                sign(review, person, choice=self._choice(person), by=self.sari)
        with clock.at(quarter.day(8, 16)):
            explain_curve(review, self.puskesmas, text=words.CURVES[0], by=self.sari)
        with clock.at(quarter.day(9, 7)):
            receive(Assessment.objects.in_force().get(review=review, person=self.budi), by=self.budi)

    def _left(self, quarter: Quarter) -> list[Person]:
        return [person for person in self.staff if person != self.budi][-2:] if quarter.is_open else []

    def _choice(self, person: Person) -> Choice:
        above = person == self.budi or self.random.random() < 0.15
        words = "Layanan tertib, catatan lengkap, dan membantu rekan saat loket penuh."
        steady = "Target triwulan tercapai sesuai kesepakatan, bukti sesuai, kerja sama baik."
        return Choice(
            work=Rating.SESUAI,
            behaviour=Rating.DIATAS if above else Rating.SESUAI,
            reason=words if above else steady,
        )


def _fields(measure: Measure) -> dict[str, Any]:
    return {
        "name": measure.name, "unit_of_measure": measure.unit, "target": measure.target_value,
        "aspect": measure.aspect, "polarity": measure.polarity, "consolidation": measure.consolidation,
        "frequency": measure.frequency, "is_service": measure.is_service,
    }  # fmt: skip
