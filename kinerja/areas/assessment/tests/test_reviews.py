"""Opening, closing and reopening a period of assessment."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.errors import ReasonMissing, ReviewIncomplete, ReviewRefused
from kinerja.areas.assessment.forms import CloseReviewForm, ReopenReviewForm, ReviewForm
from kinerja.areas.assessment.models import Review
from kinerja.areas.assessment.tests.factories import Table, colleague, make_review, set_unit, sign_budi
from kinerja.areas.planning.models import Period
from kinerja.base.inbox.models import Message
from kinerja.base.organization.models import Person

SECOND = {"begins": date(2026, 4, 1), "ends": date(2026, 6, 30), "fill_until": date(2026, 7, 15)}


def open_second(table: Table, **extra: Any) -> Review:
    values = {"period": table.example.period, "name": "Triwulan II 2026"} | SECOND | extra
    return actions.open_review(by=table.cast.ratna, **values)


def test_opening_tells_each_rater_how_many_wait(table: Table) -> None:
    review = open_second(table)

    message = Message.objects.get(person=table.sari, subject_id=review.pk)
    assert message.title == "Triwulan II 2026 dibuka: Anda menilai 1 pegawai"
    assert message.due_on == date(2026, 7, 15)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"begins": date(2025, 12, 1)}, "harus berada di dalam"),
        ({"ends": date(2027, 1, 1), "fill_until": date(2027, 2, 1)}, "harus berada di dalam"),
        ({"begins": date(2026, 6, 30)}, "harus berada di dalam"),
        ({"fill_until": date(2026, 6, 29)}, "tidak boleh sebelum hari terakhir"),
        ({"begins": date(2026, 3, 31)}, "sudah termasuk Triwulan I 2026"),
        ({"name": "Triwulan I 2026"}, "Sudah ada periode penilaian"),
    ],
)
def test_days_and_names_that_do_not_fit_are_refused(table: Table, change: dict[str, Any], says: str) -> None:
    with pytest.raises(ReviewRefused, match=says):
        open_second(table, **change)
    assert Review.objects.count() == 1


def test_a_period_that_is_not_open_has_no_review(table: Table) -> None:
    Period.objects.update(state="DITUTUP")
    table.example.period.refresh_from_db()

    with pytest.raises(ReviewRefused, match="belum dibuka atau sudah ditutup"):
        open_second(table)


def test_the_database_keeps_reviews_apart(table: Table) -> None:
    with pytest.raises(DatabaseError, match="assessment_review_apart"), transaction.atomic():
        make_review(
            table.example.period,
            "Lain",
            begins=date(2026, 3, 31),
            ends=date(2026, 5, 1),
            fill_until=date(2026, 5, 2),
        )


def test_progress_counts_people_units_and_says_why_somebody_is_missing(table: Table) -> None:
    found = queries.review_progress(table.review)

    why = {row.name: row.why for row in found.missing}
    assert why["Budi Santoso"] == "Predikat unit belum ditetapkan"
    assert why["Ratna Dewanti"] == "SKP belum disetujui"
    assert "Wali Kota" not in why
    assert (found.signed, found.units_set) == (0, 0)


def test_progress_moves_with_each_step(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)
    ani = colleague(table, "Ani")
    sign_budi(table)

    found = queries.review_progress(table.review)

    why = {row.person_id: row.why for row in found.missing}
    assert (found.signed, found.units_set) == (1, 1)
    assert table.budi.pk not in why
    assert why[ani.pk] == "Belum dinilai"


def test_somebody_on_unpaid_leave_is_not_missing(table: Table) -> None:
    Person.objects.filter(pk=table.budi.pk).update(standing="Cuti di Luar Tanggungan Negara (CLTN)")

    assert table.budi.pk not in {row.person_id for row in queries.review_progress(table.review).missing}


def test_closing_with_people_missing_names_them(table: Table) -> None:
    with pytest.raises(ReviewIncomplete, match="belum dapat ditutup") as refused:
        actions.close_review(table.review, by=table.cast.ratna)

    assert ("Budi Santoso", "Predikat unit belum ditetapkan") in refused.value.missing
    table.review.refresh_from_db()
    assert table.review.state == "DIBUKA"


@pytest.mark.parametrize("reason", ["", "lewat"])
def test_closing_anyway_needs_a_reason(table: Table, reason: str) -> None:
    with pytest.raises(ReasonMissing, match="alasan penutupan"):
        actions.close_review(table.review, by=table.cast.ratna, confirmed=True, reason=reason)


def test_a_closed_review_settles_what_was_asked_and_opens_again_with_a_reason(table: Table) -> None:
    review = open_second(table)
    actions.close_review(review, by=table.cast.ratna, confirmed=True, reason="Batas nasional sudah lewat")

    assert (review.state, review.closed_at is not None) == ("DITUTUP", True)
    assert not Message.objects.filter(subject_id=review.pk, done_at__isnull=True).exists()

    actions.reopen_review(review, by=table.cast.ratna, reason="Dua penilai sakit pekan lalu")
    assert (review.state, review.closed_at) == ("DIBUKA", None)


def test_the_second_official_finds_it_closed(table: Table) -> None:
    actions.close_review(table.review, by=table.cast.ratna, confirmed=True, reason="Batas nasional lewat")

    with pytest.raises(ReviewRefused, match="sudah ditutup"):
        actions.close_review(table.review, by=table.cast.ratna, confirmed=True, reason="Batas nasional lewat")


def test_reopening_needs_a_reason_and_a_closed_review(table: Table) -> None:
    with pytest.raises(ReasonMissing):
        actions.reopen_review(table.review, by=table.cast.ratna, reason="")
    with pytest.raises(ReviewRefused, match="sedang dibuka"):
        actions.reopen_review(table.review, by=table.cast.ratna, reason="Dua penilai sakit")


def test_the_open_review_that_ends_first_is_shown(table: Table) -> None:
    later = open_second(table)

    assert queries.review_to_show(queries.reviews()) == table.review
    assert queries.review_to_show(queries.reviews(), str(later.pk)) == later
    assert queries.review_to_show(queries.reviews(), "bukan-kunci") == table.review


def form_data(table: Table, **extra: Any) -> dict[str, Any]:
    days = {"begins": "2026-04-01", "ends": "2026-06-30", "fill_until": "2026-07-15"}
    return {"period": table.example.period.pk, "name": "Triwulan II 2026"} | days | extra


def test_the_form_hands_the_action_what_it_wants(table: Table) -> None:
    form = ReviewForm(form_data(table))

    assert form.is_valid(), form.errors
    assert actions.open_review(by=table.cast.ratna, **form.cleaned_data).name == "Triwulan II 2026"


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"name": ""}, "name", "masih kosong"),
        ({"name": "a" * 81}, "name", "paling banyak 80"),
        ({"begins": "31-02-2026"}, "begins", "tidak ada di kalender"),
        ({"ends": "2026-03-01"}, "ends", "harus sesudah hari pertama"),
        ({"fill_until": "2026-06-01"}, "fill_until", "tidak boleh sebelum"),
        ({"period": "0192f0c1-2b3c-7d4e-8f50-123456789abc"}, "period", "tidak tersedia"),
        ({"period": "2026"}, "period", "bukan UUID"),
    ],
)
def test_a_wrong_form_answers_beside_the_field(
    table: Table, change: dict[str, Any], field: str, says: str
) -> None:
    form = ReviewForm(form_data(table, **change))

    assert not form.is_valid()
    assert says in " ".join(form.errors[field])


def test_the_forms_of_closing_and_reopening_ask_for_words(table: Table) -> None:
    assert CloseReviewForm({}).is_valid()
    assert "paling banyak 1000" in str(CloseReviewForm({"reason": "a" * 1001}).errors)
    assert "paling sedikit 10" in str(ReopenReviewForm({"reason": "salah"}).errors)
