"""Nothing of a reasoning changes unseen: each case tells to the letter what is written beside it."""

import pytest

from kinerja.rules import catalogue, examples
from kinerja.rules.tests import cases, told, transcript


@pytest.mark.parametrize("rule", catalogue.RULES, ids=lambda rule: rule.name)
def test_every_case_tells_what_is_written_beside_it(rule):
    now = [(case.name, told.tell(rule, case)) for case in cases.load(examples.cases(rule))]

    assert now == list(told.read(rule).items()), "if it is meant: python -m kinerja.rules.tests.told"


def test_the_command_line_says_what_is_written_down():
    assert transcript.now() == transcript.PATH.read_text("utf-8"), (
        "if it is meant: python -m kinerja.rules.tests.told"
    )
