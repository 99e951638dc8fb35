"""What holds for every jenjang, every golongan of entry and every retirement."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.codes import Education, Jenjang, PositionKind, StaffKind
from kinerja.rules.identity import entry_golongan, golongan, jenjang, nip, retirement
from kinerja.rules.identity.codes import JenjangCategory

ON = date(2026, 12, 31)
births = st.dates(date(1940, 1, 1), date(2010, 12, 31))


def height(code):
    return golongan.parse(code).value.order


@pytest.mark.parametrize("kind", StaffKind)
def test_more_education_never_begins_lower(kind):
    learned = [each for each in Education if not (kind is StaffKind.PPPK and each is Education.PROFESI)]
    heights = [entry_golongan.entry(kind, each, on=ON).value.order for each in learned]

    assert heights == sorted(heights)
    assert all(
        entry_golongan.entry(kind, each, on=ON).value.is_pppk == (kind is StaffKind.PPPK) for each in learned
    )


@pytest.mark.parametrize("category", JenjangCategory)
def test_the_levels_of_a_category_follow_each_other_without_a_gap(category):
    levels = {each: jenjang.describe(each, on=ON).value for each in Jenjang}
    chain = [each for each in Jenjang if levels[each].category is category]
    codes = [code for each in chain for code in levels[each].golongan]

    assert [levels[each].above for each in chain] == [*chain[1:], None]
    assert [height(code) for code in codes] == list(range(height(codes[0]), height(codes[0]) + len(codes)))


@given(st.sampled_from(Jenjang), st.sampled_from(list(golongan.PNS_RANKS)))
def test_a_golongan_fits_exactly_the_levels_that_name_it(level, code):
    found = jenjang.fits(level, code, on=ON)

    assert found.value == (code in jenjang.describe(level, on=ON).value.golongan)
    assert found.value == (not found.warnings)


@given(births, st.sampled_from(PositionKind), st.sampled_from(Jenjang), st.booleans())
def test_one_leaves_on_the_first_of_the_month_after_the_birthday(born, kind, level, is_teacher):
    found = retirement.when(born, kind, level, is_teacher=is_teacher, on=ON).value

    assert found.age == retirement.age(kind, level, is_teacher=is_teacher, on=ON).value
    assert found.reached.year - born.year == found.age
    assert found.leaves.day == 1
    assert (found.leaves - timedelta(days=1)).month == found.reached.month == born.month
    assert 0 < (found.leaves - found.reached).days <= 31


@given(st.text("0123456789 .'", max_size=14))
def test_an_old_number_is_nine_digits_or_none(text):
    digits = nip.clean(text)
    found = nip.parse_old(text)

    assert found.value == (digits if len(digits) == 9 else None)
    assert bool(found.errors) == (found.value is None)


@given(st.text(max_size=30))
def test_no_text_makes_the_reading_of_a_contract_fail(text):
    found = nip.contract(text)

    assert (found.value is None) == bool(found.errors)
