"""Ajukan SKP and take it back."""

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.actions import moves
from kinerja.areas.planning.errors import NoRater, PeriodNotOpen, SkpIncomplete
from kinerja.areas.planning.models import Skp
from kinerja.areas.planning.states import SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import Example, make_indicator, make_rhk, make_skp
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside


def test_a_proposal_tells_the_rater_and_is_recorded(kota: Cast, draft: Skp) -> None:
    proposed = actions.propose(draft, by=draft.person)

    assert (proposed.state, proposed.rater_id) == (SkpState.PROPOSED, kota.sari.pk)
    message = Message.objects.get(person=kota.sari)
    assert "Rina Amelia mengajukan SKP" in message.title
    assert str(draft.pk) in message.link
    entry = Entry.objects.about("planning.skp", draft.pk).get()
    assert (entry.verb, entry.also) == ("planning.skp_proposed", kota.sari.pk)


def test_the_open_boards_of_both_sides_hear_of_it(kota: Cast, draft: Skp) -> None:
    proposed = actions.propose(draft, by=draft.person)

    assert moves.topics_of(proposed) == [
        f"person:{draft.person_id}",
        f"unit:{kota.puskesmas.pk}",
        f"board:{kota.sari.pk}",
    ]


def test_vector_1_16_a_result_without_support_or_assignment_is_blocked(kota: Cast, example: Example) -> None:
    skp = make_skp(kota.joko, state=SkpState.DRAFT)
    make_indicator(make_rhk(skp, "Laporan tersusun"))

    with pytest.raises(SkpIncomplete, match="“Laporan tersusun” belum menyebut RHK pimpinan"):
        actions.propose(skp, by=kota.joko)


def test_an_assignment_stands_in_for_the_superiors_result(kota: Cast, example: Example) -> None:
    skp = make_skp(kota.budi, state=SkpState.DRAFT, version=2)
    make_indicator(make_rhk(skp, assigned_from="TIM", assigned_note="Tim Stunting"))

    assert actions.propose(skp, by=kota.budi).state == SkpState.PROPOSED


def test_every_missing_thing_is_named_at_once(kota: Cast, example: Example) -> None:
    skp = make_skp(kota.joko, state=SkpState.DRAFT)
    make_rhk(skp, "Vaksinasi", kind="TAMBAHAN")

    with pytest.raises(SkpIncomplete) as refused:
        actions.propose(skp, by=kota.joko)

    for words in ("belum memuat RHK utama", "belum menyebut RHK pimpinan", "belum punya indikator"):
        assert words in refused.value.sentence


def test_the_head_of_an_independent_unit_needs_no_superiors_result(kota: Cast) -> None:
    skp = make_skp(kota.sari, state=SkpState.DRAFT)
    make_indicator(make_rhk(skp))

    assert actions.propose(skp, by=kota.sari).rater_id == kota.kadis.pk


def test_without_a_rater_it_says_so_and_who_helps(kota: Cast, draft: Skp) -> None:
    Assignment.objects.filter(person__in=[kota.sari, kota.kadis, kota.walikota]).delete()

    with pytest.raises(NoRater, match="Belum ada pejabat penilai") as refused:
        actions.propose(draft, by=draft.person)

    assert "Plt." in refused.value.helper
    assert Skp.objects.get(pk=draft.pk).state == SkpState.DRAFT


def test_the_rater_of_the_day_is_stored_not_the_one_of_the_draft(kota: Cast, draft: Skp) -> None:
    Assignment.objects.filter(person=kota.sari).delete()

    assert actions.propose(draft, by=draft.person).rater_id == kota.kadis.pk


def test_after_batas_pengisian_it_is_taken_and_shown_as_late(kota: Cast, draft: Skp) -> None:
    assert actions.propose(draft, by=draft.person).days_late() == 31


def test_a_closed_period_takes_no_proposal(kota: Cast, draft: Skp, example: Example) -> None:
    actions.close_period(example.period, by=kota.ratna)

    with pytest.raises(PeriodNotOpen):
        actions.propose(draft, by=draft.person)


def test_taking_back_makes_a_draft_and_tells_the_rater(kota: Cast, draft: Skp) -> None:
    actions.propose(draft, by=draft.person)

    assert actions.take_back(draft, by=draft.person).state == SkpState.DRAFT
    titles = [message.title for message in Message.objects.filter(person=kota.sari)]
    assert "Rina Amelia menarik kembali SKP (SKP 2026)" in titles
    assert not Message.objects.filter(kind="planning.skp_proposed", done_at=None).exists()


def test_by_page_a_second_proposal_is_told_to_reload(ask: Ask, draft: Skp) -> None:
    assert ask(draft.person, "proposal", draft.pk, data={}).status_code == 302

    again = ask(draft.person, "proposal", draft.pk, data={})

    assert again.status_code == 409
    assert "Muat ulang halaman SKP" in again.content.decode()
    assert ask(draft.person, "withdrawal", draft.pk, data={}).status_code == 302


def test_an_incomplete_draft_lists_what_is_missing_and_offers_no_button(
    cast: Cast, ask: Ask, example: Example
) -> None:
    with inside(cast.kota.pk):
        skp = make_skp(cast.joko, state=SkpState.DRAFT)

    text = ask(cast.joko, "skp", skp.pk).content.decode()

    assert "Belum lengkap untuk diajukan" in text
    assert "Ajukan SKP" not in text


def test_sent_twice_with_one_key_it_is_proposed_once(cast: Cast, ask: Ask, draft: Skp) -> None:
    key = {"_retry_key": "019fa000-0000-7000-8000-000000000001"}

    first = ask(draft.person, "proposal", draft.pk, data=key)
    second = ask(draft.person, "proposal", draft.pk, data=key)

    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    with inside(cast.kota.pk):
        assert Message.objects.filter(person=cast.sari).count() == 1
