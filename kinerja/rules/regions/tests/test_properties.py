"""What holds for the areas of Jambi."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules import parameters
from kinerja.rules.regions import areas
from kinerja.rules.regions.codes import RegionCodes, RegionKind

ON = date(2026, 11, 24)
ROWS = parameters.table("regions.jambi", on=ON).rows


def test_both_codes_lead_to_the_same_region():
    for row in ROWS:
        by_ministry = areas.region(RegionCodes.KEMENDAGRI, row["kemendagri"], on=ON).value
        by_statistics = areas.region(RegionCodes.BPS, row["bps"], on=ON).value

        assert by_ministry == by_statistics
        assert by_ministry.name == row["name"]


def test_the_two_systems_differ_for_four_kabupaten():
    differ = [
        row["name"]
        for row in ROWS
        if row["kemendagri"].replace(".", "") != row["bps"][: len(row["kemendagri"].replace(".", ""))]
    ]

    assert len(differ) == 4


def test_the_kinds_add_up_to_all():
    assert sum(areas.count(kind, on=ON).value for kind in RegionKind) == areas.count(on=ON).value


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 100))
def test_more_contract_employees_never_lower_their_share(pns, pppk, more):
    assert areas.pppk_share(pns, pppk + more).value >= areas.pppk_share(pns, pppk).value
