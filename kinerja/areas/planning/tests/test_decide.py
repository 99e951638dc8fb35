"""The superior's side: send back with a comment beside a line, agree, write expectations."""

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import NotTheRater, SkpIncomplete, SkpLocked
from kinerja.areas.planning.models import Expectation, Remark, Skp
from kinerja.areas.planning.states import SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import Example, make_rhk
from kinerja.base.inbox.models import Message
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import BadInput


@pytest.fixture
def proposed(cast: Cast, draft: Skp) -> Skp:
    with inside(cast.kota.pk):
        return actions.propose(draft, by=draft.person)


def test_sending_back_keeps_the_comment_beside_its_line(kota: Cast, proposed: Skp) -> None:
    rhk = proposed.rhks.get()

    actions.send_back(proposed, by=kota.sari, remarks={rhk.pk: " Tambah mutu. ", None: ""})

    remark = Remark.objects.get()
    assert (remark.rhk, remark.about, remark.text) == (rhk, rhk.statement, "Tambah mutu.")
    assert Skp.objects.get(pk=proposed.pk).state == SkpState.RETURNED
    assert Message.objects.get(person=proposed.person).body == "Tambah mutu."
    assert Message.objects.get(person=kota.sari).done_at is not None


def test_the_comment_outlives_the_line_it_speaks_of(kota: Cast, proposed: Skp) -> None:
    rhk = proposed.rhks.get()
    actions.send_back(proposed, by=kota.sari, remarks={rhk.pk: "Hapus saja."})

    actions.remove_rhk(rhk, by=proposed.person)

    remark = Remark.objects.get()
    assert (remark.rhk_id, remark.about) == (None, rhk.statement)


def test_sending_back_without_a_word_is_refused(kota: Cast, proposed: Skp) -> None:
    with pytest.raises(BadInput, match="Belum ada catatan"):
        actions.send_back(proposed, by=kota.sari, remarks={None: "  "})


def test_a_comment_on_somebody_elses_line_is_not_kept(kota: Cast, proposed: Skp, example: Example) -> None:
    actions.send_back(
        proposed, by=kota.sari, remarks={example.budi_rhk.pk: "Salah alamat", None: "Perbaiki."}
    )

    assert [remark.text for remark in Remark.objects.all()] == ["Perbaiki."]


def test_after_a_return_it_is_proposed_again_and_agreed(kota: Cast, proposed: Skp) -> None:
    actions.send_back(proposed, by=kota.sari, remarks={None: "Perbaiki."})
    actions.propose(proposed, by=proposed.person)

    agreed = actions.agree(proposed, by=kota.sari)

    assert (agreed.state, agreed.decided_by, agreed.rater) == (SkpState.AGREED, kota.sari, kota.sari)
    verbs = [entry.verb for entry in Entry.objects.about("planning.skp", proposed.pk)]
    assert verbs[:2] == ["planning.skp_agreed", "planning.skp_proposed"]
    assert Message.objects.filter(person=proposed.person, kind="planning.skp_agreed").exists()


@pytest.mark.parametrize("who", ["kadis", "ratna", "budi"])
def test_nobody_but_todays_rater_decides(kota: Cast, proposed: Skp, who: str) -> None:
    somebody = getattr(kota, who)

    with pytest.raises(NotTheRater):
        actions.agree(proposed, by=somebody)
    with pytest.raises(NotTheRater):
        actions.send_back(proposed, by=somebody, remarks={None: "Tidak."})


def test_nobody_agrees_with_himself(kota: Cast, proposed: Skp) -> None:
    with pytest.raises(NotTheRater):
        actions.agree(proposed, by=proposed.person)


def test_a_successor_decides_what_was_proposed_to_the_one_before(kota: Cast, proposed: Skp) -> None:
    Assignment.objects.filter(person=kota.sari).delete()

    assert actions.agree(proposed, by=kota.kadis).rater == kota.kadis


def test_what_became_incomplete_is_not_agreed(kota: Cast, proposed: Skp) -> None:
    make_rhk(proposed, "Baris tanpa indikator")

    with pytest.raises(SkpIncomplete, match="belum punya indikator"):
        actions.agree(proposed, by=kota.sari)


def test_expectations_are_written_changed_and_taken_away(kota: Cast, draft: Skp) -> None:
    actions.save_expectations(draft, by=kota.sari, texts={"BP": "Ramah", "AK": "Jujur", "XX": "Tak dikenal"})
    actions.save_expectations(draft, by=kota.sari, texts={"BP": "Sangat ramah", "AK": " "})

    assert list(Expectation.objects.values_list("value", "text")) == [("BP", "Sangat ramah")]
    assert Message.objects.filter(person=draft.person, kind="planning.expectations_saved").count() == 2


def test_expectations_are_fixed_once_agreed(kota: Cast, example: Example) -> None:
    with pytest.raises(SkpLocked, match="sudah disepakati"):
        actions.save_expectations(example.budi_skp, by=kota.sari, texts={"BP": "Ramah"})


def test_the_employee_cannot_write_the_leaders_expectations(kota: Cast, draft: Skp) -> None:
    with pytest.raises(NotTheRater):
        actions.save_expectations(draft, by=draft.person, texts={"BP": "Cukup begini"})


def test_by_page_the_superior_sends_back_and_the_employee_reads_it(
    cast: Cast, ask: Ask, proposed: Skp
) -> None:
    with inside(cast.kota.pk):
        rhk = proposed.rhks.get()
    assert ask(cast.sari, "return", proposed.pk).status_code == 200

    answer = ask(cast.sari, "return", proposed.pk, data={f"rhk_{rhk.pk}": "Sebutkan mutu.", "whole": ""})

    assert answer.status_code == 302
    text = ask(proposed.person, "skp", proposed.pk).content.decode()
    assert "Sebutkan mutu." in text
    assert "Perlu Revisi" in text


def test_by_page_an_empty_return_is_answered(ask: Ask, cast: Cast, proposed: Skp) -> None:
    answer = ask(cast.sari, "return", proposed.pk, data={"whole": ""})

    assert answer.status_code == 422
    assert "Belum ada catatan" in answer.content.decode()


def test_by_page_too_long_a_comment_keeps_the_others(ask: Ask, cast: Cast, proposed: Skp) -> None:
    with inside(cast.kota.pk):
        rhk = proposed.rhks.get()

    answer = ask(cast.sari, "return", proposed.pk, data={f"rhk_{rhk.pk}": "Tetap ada", "whole": "x" * 2001})

    assert answer.status_code == 422
    assert "Tetap ada" in answer.content.decode()


def test_by_page_the_superior_agrees(cast: Cast, ask: Ask, proposed: Skp) -> None:
    assert "Setujui" in ask(cast.sari, "skp", proposed.pk).content.decode()

    assert ask(cast.sari, "approval", proposed.pk, data={}).status_code == 302
    assert ask(cast.sari, "approval", proposed.pk, data={}).status_code == 409


def test_by_page_expectations_are_written_and_too_long_ones_answered(
    cast: Cast, ask: Ask, draft: Skp
) -> None:
    assert ask(cast.sari, "expectations", draft.pk).status_code == 200
    assert ask(cast.sari, "expectations", draft.pk, data={"BP": "x" * 1001}).status_code == 422
    assert ask(cast.sari, "expectations", draft.pk, data={"BP": "Ramah kepada lansia"}).status_code == 302
    assert "Ramah kepada lansia" in ask(draft.person, "skp", draft.pk).content.decode()
