"""Queries per page of the rules, as tests/budgets/queries.json has them: a page asks the database nothing."""

import pytest
from django.test import Client

from tests.budgets.checking import assert_as_written

pytestmark = pytest.mark.django_db


def test_the_pages_ask_nothing() -> None:
    assert_as_written(Client(), "rules:index")
    assert_as_written(Client(), "rules:rule", "allowance.monthly_payment")


def test_the_interface_only_counts_who_asks() -> None:
    assert_as_written(Client(), "api-1:list_rules")
    assert_as_written(Client(), "api-1:show_rule", "allowance.monthly_payment")
