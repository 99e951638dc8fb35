"""A draft: the rater's own paper, nobody else's."""

import pytest
from django.db import DatabaseError, transaction

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.errors import NotTheRater
from kinerja.areas.assessment.models import Assessment
from kinerja.areas.assessment.tests.factories import Table, choose, make_review, rhk_of
from kinerja.base.inbox.models import Message
from kinerja.rules.codes import Rating


def save(table: Table, **extra: object) -> Assessment:
    return actions.save_draft(table.review, table.budi, choice=choose(**extra), by=table.sari)  # type: ignore[arg-type]


def test_a_draft_may_be_incomplete(table: Table) -> None:
    draft = save(table, work="DIATAS", behaviour="", reason="")

    assert (draft.work, draft.behaviour, draft.predicate, draft.state) == ("DIATAS", "", "", "DRAF")


def test_a_whole_draft_knows_its_predikat_for_the_spread(table: Table) -> None:
    assert save(table, work="DIATAS", behaviour="DIATAS").predicate == "SANGAT_BAIK"


def test_saving_again_changes_the_same_draft(table: Table) -> None:
    first, second = save(table), save(table, work="DIBAWAH")

    assert first.pk == second.pk
    assert Assessment.objects.get().work == "DIBAWAH"


def test_the_employee_hears_nothing_of_a_draft(table: Table) -> None:
    save(table)

    assert not Message.objects.filter(person=table.budi).exists()


def test_the_raters_view_of_an_rhk_is_kept_beside_the_suggestion(table: Table) -> None:
    note = save(table, rhks={rhk_of(table): "DIBAWAH"}).rhk_notes.get()

    assert (note.rating, note.suggested) == ("DIBAWAH", Rating.SESUAI)
    assert str(note.achievement) == "108.09"


def test_a_later_draft_replaces_the_views_of_the_earlier(table: Table) -> None:
    save(table, rhks={rhk_of(table): "DIBAWAH"})

    assert save(table).rhk_notes.get().rating == ""


def test_only_the_rater_writes_one(table: Table) -> None:
    with pytest.raises(NotTheRater):
        actions.save_draft(table.review, table.budi, choice=choose(), by=table.cast.kadis)


def test_a_person_has_one_draft_a_review(table: Table) -> None:
    draft = save(table)
    fields = {"unit": draft.unit, "rater": draft.rater, "drafted_at": draft.drafted_at}

    with pytest.raises(DatabaseError, match="assessment_assessment_one"), transaction.atomic():
        Assessment.objects.create(review=table.review, person=table.budi, **fields)


def test_another_review_has_a_draft_of_its_own(table: Table) -> None:
    save(table)
    later = make_review(
        table.example.period,
        "Triwulan II 2026",
        begins="2026-04-01",
        ends="2026-06-30",
        fill_until="2026-07-15",
    )
    later.refresh_from_db()

    actions.save_draft(later, table.budi, choice=choose(), by=table.sari)

    assert Assessment.objects.count() == 2
