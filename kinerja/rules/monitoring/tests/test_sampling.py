"""How large the sample is."""

from datetime import date

import pytest

from kinerja.rules.monitoring.sampling import sample_size
from kinerja.rules.refusal import Refused

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("reports", "opened"), [(0, 0), (1, 1), (2, 2), (3, 2), (20, 2), (21, 3), (30, 3), (31, 4), (50, 5)]
)
def test_a_tenth_rounded_up_at_least_two_at_most_all(reports: int, opened: int) -> None:
    assert sample_size(reports, DAY) == opened


def test_fewer_than_none_is_refused() -> None:
    with pytest.raises(Refused):
        sample_size(-1, DAY)
