"""The tables of moves, whole."""

from itertools import product

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import PeriodRefused, SkpLocked
from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.states import (
    EDITABLE,
    PENDING,
    PERIOD_MOVES,
    SKP_MOVES,
    ChangeReason,
    PeriodState,
    SkpState,
)
from kinerja.areas.planning.tests.factories import make_period
from kinerja.base.organization.tests.cast import Cast

SKP_ACTS = {
    "propose": lambda skp, cast: actions.propose(skp, by=skp.person),
    "take_back": lambda skp, cast: actions.take_back(skp, by=skp.person),
    "send_back": lambda skp, cast: actions.send_back(skp, by=cast.sari, remarks={None: "Perbaiki."}),
    "agree": lambda skp, cast: actions.agree(skp, by=cast.sari),
    "replace": lambda skp, cast: actions.start_version(
        skp, by=skp.person, kind=ChangeReason.BUDGET, reason="x"
    ),
}
PERIOD_ACTS = {
    "open": actions.open_period,
    "close": actions.close_period,
    "reopen": lambda period, by: actions.reopen_period(period, by=by, reason="Koreksi"),
}


def absent(states: type, acts: dict, moves: dict) -> list[tuple[str, str]]:
    return sorted((state, verb) for state, verb in product(states, acts) if (state, verb) not in moves)


@pytest.mark.parametrize(("state", "verb"), absent(SkpState, SKP_ACTS, SKP_MOVES))
def test_an_skp_makes_no_other_move(state: str, verb: str, cast: Cast, draft: Skp, kota: Cast) -> None:
    Skp.objects.filter(pk=draft.pk).update(state=state)
    draft.refresh_from_db()

    with pytest.raises(SkpLocked):
        SKP_ACTS[verb](draft, cast)

    assert Skp.objects.get(pk=draft.pk).state == state


@pytest.mark.parametrize(("state", "verb"), absent(PeriodState, PERIOD_ACTS, PERIOD_MOVES))
def test_a_period_makes_no_other_move(state: str, verb: str, kota: Cast) -> None:
    period = make_period(state=state)

    with pytest.raises(PeriodRefused, match="Muat ulang"):
        PERIOD_ACTS[verb](period, by=kota.ratna)


def test_only_drafts_and_returned_ones_are_editable() -> None:
    assert {SkpState.DRAFT, SkpState.RETURNED} == EDITABLE
    assert EDITABLE | {SkpState.PROPOSED} == PENDING
