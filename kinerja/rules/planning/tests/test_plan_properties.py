"""What holds for every matrix, every evaluation, every deadline and every division of a target."""

from calendar import monthrange
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Cascading, Consolidation
from kinerja.rules.planning import akip, cascade, consolidation, deadlines, role_matrix, skp_change
from kinerja.rules.planning.akip import AkipAnswers
from kinerja.rules.planning.codes import (
    AkipAnswer,
    AkipGrade,
    LocationConsolidation,
    ReportLevel,
    SkpChangeReason,
)
from kinerja.rules.working_days import count_working_days

ON = date(2026, 12, 31)
answers = st.builds(AkipAnswers, *[st.sampled_from(AkipAnswer)] * 3)
every_answer = st.lists(answers, min_size=4, max_size=4)
scores = st.decimals(0, 100, places=2)
amounts = st.decimals(0, 1_000, places=2)
days = st.dates(date(2019, 1, 1), date(2040, 12, 31))


@given(every_answer)
def test_the_parts_of_an_evaluation_add_up_to_its_score(given_answers):
    result = akip.evaluate(*given_answers, on=ON).value

    assert sum(result.parts) == result.score
    assert 0 <= result.score <= 100
    assert result.grade is akip.grade(result.score, on=ON).value


@given(every_answer, st.integers(0, 3), st.sampled_from([each.name for each in fields(AkipAnswers)]))
def test_one_better_answer_never_lowers_the_score(given_answers, place, part):
    before = akip.evaluate(*given_answers, on=ON).value.score
    values = {each.name: getattr(given_answers[place], each.name) for each in fields(AkipAnswers)}
    raised = [
        *given_answers[:place],
        AkipAnswers(**{**values, part: AkipAnswer.AA}),
        *given_answers[place + 1 :],
    ]
    after = akip.evaluate(*raised, on=ON).value.score

    assert after > before or values[part] is AkipAnswer.AA


@given(scores, scores)
def test_a_higher_score_never_has_a_lower_grade(one, other):
    low, high = sorted([one, other])
    place = list(AkipGrade).index

    assert place(akip.grade(high, on=ON).value) <= place(akip.grade(low, on=ON).value)


@given(
    st.lists(st.sampled_from("abcdef"), unique=True),
    st.lists(st.sampled_from("uvwxyz"), unique=True),
    st.data(),
)
def test_a_matrix_names_exactly_its_empty_rows_and_columns(results, people, data):
    cells = []
    if results and people:
        cells = data.draw(
            st.lists(
                st.builds(
                    role_matrix.MatrixCell,
                    st.sampled_from(people),
                    st.sampled_from(results),
                    st.sampled_from(["", " ", "hasil"]),
                ),
                max_size=12,
            )
        )
    found = role_matrix.check(results, people, cells)
    filled = [cell for cell in cells if cell.role == "hasil"]

    assert found.value.orphans == tuple(
        each for each in results if all(cell.result != each for cell in filled)
    )
    assert found.value.idle == tuple(each for each in people if all(cell.person != each for cell in filled))
    assert len(found.warnings) == len(found.value.orphans)
    assert len(found.errors) == len(found.value.idle)
    assert found.value.may_be_approved == (not found.errors)


@given(days, st.frozensets(days, max_size=20), st.integers(1, 100))
def test_exactly_the_given_working_days_lie_before_a_deadline(started, free_days, count):
    last = deadlines.skp_due(started, free_days, days=count).value

    assert count_working_days(started + timedelta(days=1), last, free_days) == count
    assert count_working_days(last, last, free_days) == 1


@given(days)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(approved):
    last = deadlines.agreement_due(approved).value
    length = monthrange(last.year, last.month)[1]

    assert (last.year * 12 + last.month) - (approved.year * 12 + approved.month) == 1
    assert last.day == min(approved.day, length)


@given(st.integers(2019, 9000))
def test_a_government_reports_a_month_after_its_offices(year):
    office, whole = (deadlines.report_due(year, level).value for level in ReportLevel)

    assert (office.year, office.month, whole.year, whole.month) == (year + 1, 2, year + 1, 3)
    assert office == whole.replace(month=3, day=1) - timedelta(days=1)
    assert deadlines.annual_skp_due(year).value == date(year, 1, 31)


@given(st.sampled_from(LocationConsolidation), st.lists(amounts, min_size=1, max_size=6), st.integers(0, 3))
def test_places_that_reported_nothing_change_nothing_and_are_named(kind, figures, silent):
    rows = [consolidation.LocationFigure(f"L{n}", each, each, each + 1) for n, each in enumerate(figures)]
    gaps = [consolidation.LocationFigure(f"S{n}") for n in range(silent)]
    found = consolidation.by_location(kind, [*rows, *gaps])

    assert found.value == consolidation.by_location(kind, rows).value
    assert (
        len([told for told in found.sentences() if told.endswith("belum melapor dan tidak ikut dihitung.")])
        == silent
    )


@given(st.lists(st.tuples(amounts, st.integers(1, 900)), min_size=1, max_size=6))
def test_raw_data_lies_between_the_lowest_and_the_highest_place(pairs):
    rows = [
        consolidation.LocationFigure(f"L{n}", None, top, Decimal(low)) for n, (top, low) in enumerate(pairs)
    ]
    found = consolidation.by_location(LocationConsolidation.RAW_DATA, rows).value
    each = [top / low * 100 for top, low in pairs]
    tiny = Decimal("1e-9")

    assert min(each) - tiny <= found <= max(each) + tiny


@given(amounts, st.lists(amounts, min_size=1, max_size=6))
def test_only_a_direct_sum_can_be_short(parent, targets):
    children = [cascade.ChildTarget(f"N{n}", each) for n, each in enumerate(targets)]

    for kind in Cascading:
        for way in Consolidation:
            found = cascade.passed_down(kind, way, parent, children).value
            is_compared = kind is Cascading.LANGSUNG and way is Consolidation.SUM
            assert found == (not is_compared or sum(targets) >= parent)


@given(
    st.none() | st.sampled_from(SkpChangeReason),
    st.sampled_from(["", "  ", "karena"]),
    st.booleans(),
    st.booleans(),
)
def test_a_change_is_allowed_exactly_when_nothing_is_missing(reason, explanation, is_fixed, is_accepted):
    found = skp_change.may_change(reason, explanation, is_fixed=is_fixed, is_accepted_by_leader=is_accepted)

    assert found.value == (not found.errors)
    lawful = reason is not None and (reason is not SkpChangeReason.LAIN or is_accepted)
    assert found.value == (not is_fixed or (lawful and explanation == "karena"))
