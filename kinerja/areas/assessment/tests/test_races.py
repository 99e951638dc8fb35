"""Two officials at the same moment, on real connections: one wins, the other is told."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.errors import AlreadySigned, ReviewRefused, UnitPredicateRefused
from kinerja.areas.assessment.models import Assessment, Review, UnitPredicate
from kinerja.areas.assessment.tests.factories import AFTER, choose, make_review, set_unit
from kinerja.areas.planning.tests.factories import make_indicator, make_rhk, make_skp
from kinerja.areas.reporting.tests.stages import Stage as ReportingStage
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.factories import make_head, make_instansi, make_member, make_unit
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock


class Stage(ReportingStage):
    """A dinas above a puskesmas with a nurse who has an agreed SKP, in a review that is over."""

    def __init__(self) -> None:
        self.instansi = make_instansi(f"lomba-{uuid4().hex[:12]}", "Instansi untuk lomba")
        with clock.at(AFTER), inside(self.instansi.pk):
            dinas = make_unit("Dinas lomba")
            self.unit = make_unit("Puskesmas lomba", dinas)
            self.leader, self.rater = make_head(dinas, "Hasan"), make_head(self.unit, "Sari Lomba")
            self.nurse = make_member(self.unit, "Budi Lomba")
            make_indicator(make_rhk(make_skp(self.nurse)))
            self.review: Review = make_review()

    def set_unit(self, predicate: str = "BAIK") -> UnitPredicate:
        return set_unit(self.review, self.unit, self.leader, predicate)

    def sign(self, work: str) -> Assessment:
        return actions.sign(self.review, self.nurse, choice=choose(work), by=self.rater)


@pytest.fixture
def stage(own_database: None) -> Stage:
    return Stage()


def kinds(results: list[Any]) -> set[type]:
    return {type(each) for each in results}


def at_april(act: Callable[[], Any]) -> Callable[[], Any]:
    """The racers' clock stands in April, when the quarter is over."""

    def moved() -> Any:
        with clock.at(AFTER):
            return act()

    return moved


def test_of_two_signatures_at_once_one_wins(stage: Stage) -> None:
    with clock.at(AFTER), inside(stage.instansi.pk):
        stage.set_unit()

    results = stage.race(at_april(lambda: stage.sign("SESUAI")), at_april(lambda: stage.sign("DIATAS")))

    assert kinds(results) == {Assessment, AlreadySigned}
    with inside(stage.instansi.pk):
        assert Assessment.objects.signed().count() == 1
        assert Entry.objects.filter(verb="assessment.signed").count() == 1


def test_of_two_leaders_at_once_one_sets_the_unit(stage: Stage) -> None:
    results = stage.race(at_april(stage.set_unit), at_april(lambda: stage.set_unit("KURANG")))

    assert kinds(results) == {UnitPredicate, UnitPredicateRefused}
    with inside(stage.instansi.pk):
        assert UnitPredicate.objects.in_force().count() == 1


def test_a_closing_and_a_signature_at_once_leave_nothing_signed_in_a_closed_review_unseen(
    stage: Stage,
) -> None:
    with clock.at(AFTER), inside(stage.instansi.pk):
        stage.set_unit()
    closing = {"by": stage.leader, "confirmed": True, "reason": "Batas nasional lewat"}

    signed, closed = stage.race(
        at_april(lambda: stage.sign("SESUAI")),
        at_april(lambda: actions.close_review(stage.review, **closing)),
    )

    assert isinstance(closed, Review)
    assert isinstance(signed, Assessment | ReviewRefused)
    with inside(stage.instansi.pk):
        verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
        assert Assessment.objects.signed().count() == verbs.count("assessment.signed")
        assert isinstance(signed, ReviewRefused) or verbs.index("assessment.signed") < verbs.index(
            "assessment.review_closed"
        )
