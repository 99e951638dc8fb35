"""Tambah SKP: Setting Periode, and what is copied from last year."""

from datetime import date

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import PeriodNotOpen, SkpLocked
from kinerja.areas.planning.models import Approach, Rhk, Skp
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import (
    agreed_example,
    make_indicator,
    make_period,
    make_rhk,
    make_skp,
)
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment, Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import BadInput

FORM = {"begins": "01-01-2026", "ends": "31-12-2026", "approach": "KUANTITATIF"}


def start(person: Person, **extra: object) -> Skp:
    period = make_period()
    values = {"approach": Approach.QUANTITATIVE, "begins": period.begins, "ends": period.ends}
    return actions.start_skp(period, by=person, **(values | extra))


def test_an_skp_keeps_post_unit_and_rater_of_its_day(kota: Cast) -> None:
    skp = start(kota.budi)

    assert (skp.unit, skp.position_title, skp.is_head) == (kota.puskesmas, "Perawat Ahli Pertama", False)
    assert (skp.rater_id, skp.rater_capacity, skp.state) == (kota.sari.pk, "DEFINITIF", SkpState.DRAFT)
    assert Entry.objects.about("planning.skp", skp.pk).get().verb == "planning.skp_started"


def test_the_head_of_an_independent_unit_takes_results_from_the_agreement(kota: Cast) -> None:
    assert start(kota.sari).is_head


def test_a_second_one_for_the_same_period_is_refused(kota: Cast) -> None:
    start(kota.budi)

    with pytest.raises(SkpLocked, match="sudah ada"):
        start(kota.budi)


@pytest.mark.parametrize("state", [PeriodState.DRAFT, PeriodState.CLOSED])
def test_a_period_that_is_not_open_takes_no_skp(kota: Cast, state: str) -> None:
    make_period(state=state)

    with pytest.raises(PeriodNotOpen):
        start(kota.budi)


def test_days_outside_the_period_are_refused(kota: Cast) -> None:
    with pytest.raises(BadInput, match="1 Januari 2026 sampai 31 Desember 2026"):
        start(kota.budi, ends=date(2027, 1, 1))


def test_somebody_without_a_post_hears_who_helps(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.budi).delete()

    with pytest.raises(SkpLocked) as refused:
        start(kota.budi)

    assert "Pengelola kepegawaian" in refused.value.helper


def test_without_a_rater_the_draft_still_begins(kota: Cast) -> None:
    assert start(kota.walikota).rater_id is None


def test_last_years_lines_are_copied_and_choose_their_support_anew(kota: Cast) -> None:
    last = make_period("SKP 2025", begins=date(2025, 1, 1), ends=date(2025, 12, 31), state=PeriodState.CLOSED)
    old = agreed_example(kota, last)

    skp = start(kota.budi, copies_previous=True)

    copy = skp.rhks.get()
    assert (copy.statement, copy.supports_id) == (old.budi_rhk.statement, None)
    assert copy.lineage != old.budi_rhk.lineage
    assert [each.target for each in copy.indicators.all()] == [2400, 90, 30]


def test_the_form_starts_a_draft_and_leads_to_it(cast: Cast, ask: Ask) -> None:
    with inside(cast.kota.pk):
        period = make_period()

    answer = ask(cast.budi, "start", period.pk, data=FORM)

    with inside(cast.kota.pk):
        assert answer.url.endswith(f"/rencana/skp/{Skp.objects.get().pk}/")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"begins": "31-02-2026"}, "tidak ada di kalender"),
        ({"approach": "LAIN"}, "Pilihan itu tidak tersedia"),
        ({"begins": "01-12-2026", "ends": "01-11-2026"}, "lebih awal daripada periode awal"),
        ({"ends": "01-01-2027"}, "harus berada dalam periode"),
    ],
)
def test_bad_input_keeps_what_was_typed(cast: Cast, ask: Ask, wrong: dict, sentence: str) -> None:
    with inside(cast.kota.pk):
        period = make_period()

    answer = ask(cast.budi, "start", period.pk, data=FORM | wrong)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    with inside(cast.kota.pk):
        assert not Skp.objects.exists()


def test_a_draft_nobody_has_seen_may_be_thrown_away(kota: Cast) -> None:
    skp = make_skp(kota.budi, state=SkpState.DRAFT)
    make_indicator(make_rhk(skp))

    actions.discard_skp(skp, by=kota.budi)

    assert not Skp.objects.exists()
    assert not Rhk.objects.exists()
    assert Entry.objects.about("planning.skp", skp.pk).get().verb == "planning.skp_discarded"


def test_what_was_once_proposed_is_kept(kota: Cast, draft: Skp) -> None:
    actions.propose(draft, by=draft.person)
    actions.take_back(draft, by=draft.person)

    with pytest.raises(SkpLocked, match="hanya diubah"):
        actions.discard_skp(draft, by=draft.person)
