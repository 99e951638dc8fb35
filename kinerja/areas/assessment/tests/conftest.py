"""The second of April 2026: the first quarter is over, its reports are in, nothing is set yet."""

from collections.abc import Iterator

import pytest

from kinerja.areas.assessment.tests.factories import AFTER, Table, lay_the_table
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from tests.again import again


@pytest.fixture(autouse=True)
def _after_the_quarter() -> Iterator[None]:
    with clock.at(AFTER):
        yield


@pytest.fixture
def table(kota: Cast) -> Table:
    return again(lay_the_table, kota)
