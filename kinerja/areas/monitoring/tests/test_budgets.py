"""Queries per page of monitoring, as tests/budgets/queries.json has them."""

from collections.abc import Callable

from django.test import Client

from kinerja.areas.monitoring.tests.test_board import TODAY, _with_team
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock
from tests.budgets.checking import assert_as_written


def test_the_team_of_fifty_takes_what_is_written(cast: Cast, client_of: Callable[[Person], Client]) -> None:
    client = _with_team(cast, client_of)

    with clock.at(TODAY):
        assert_as_written(client, "monitoring:team")
