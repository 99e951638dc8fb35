"""Writing a draft: RHK, indicators, annex; each form with what goes wrong."""

from decimal import Decimal

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import LineInUse, PeriodNotOpen, SkpLocked
from kinerja.areas.planning.models import Approach, Indicator, Rhk, Skp
from kinerja.areas.planning.queries.skps import support_for
from kinerja.areas.planning.states import EDITABLE, SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import (
    DAY,
    Example,
    make_agreement,
    make_iku,
    make_indicator,
    make_rhk,
    make_skp,
)
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import BadInput

RHK = {
    "statement": "Bayi mendapat imunisasi dasar lengkap",
    "kind": "UTAMA",
    "assigned_from": "",
    "assigned_note": "",
}
INDICATOR = {
    "name": "Jumlah bayi dengan imunisasi dasar lengkap",
    "aspect": "KUANTITAS",
    "target": "1.250,5",
    "unit_of_measure": "bayi",
    "polarity": "MAXIMIZE",
    "frequency": "BULANAN",
    "consolidation": "SUM",
}


def test_a_result_is_added_at_the_end_and_recorded(kota: Cast, draft: Skp, example: Example) -> None:
    rhk = actions.save_rhk(draft, by=draft.person, statement="Hasil", kind="UTAMA", supports=example.sari_rhk)

    assert rhk.order == 1
    assert Entry.objects.about("planning.rhk", rhk.pk).get().verb == "planning.rhk_saved"


@pytest.mark.parametrize("state", sorted(set(SkpState) - EDITABLE))
def test_nothing_is_written_into_what_is_no_draft(kota: Cast, draft: Skp, state: str) -> None:
    rhk = draft.rhks.get()
    Skp.objects.filter(pk=draft.pk).update(state=state)

    for act in (
        lambda: actions.save_rhk(draft, by=draft.person, statement="Lain", kind="UTAMA"),
        lambda: actions.remove_rhk(rhk, by=draft.person),
        lambda: actions.save_indicator(rhk, by=draft.person, name="Lain", unit_of_measure="x", target=1),
        lambda: actions.remove_indicator(rhk.indicators.get(), by=draft.person),
        lambda: actions.save_annex(draft, by=draft.person, support="", accountability="", consequences=""),
    ):
        with pytest.raises(SkpLocked):
            act()


def test_nothing_is_written_after_the_period_closed(kota: Cast, draft: Skp, example: Example) -> None:
    actions.close_period(example.period, by=kota.ratna)

    with pytest.raises(PeriodNotOpen, match="hanya dapat dibaca"):
        actions.save_rhk(draft, by=draft.person, statement="Lain", kind="UTAMA")


def test_only_results_agreed_above_can_be_supported(kota: Cast, draft: Skp, example: Example) -> None:
    with pytest.raises(BadInput, match="tidak lagi tersedia"):
        actions.save_rhk(draft, by=draft.person, statement="Hasil", kind="UTAMA", supports=example.budi_rhk)


def test_a_result_that_others_support_stays(kota: Cast, example: Example) -> None:
    Skp.objects.filter(pk=example.sari_skp.pk).update(state=SkpState.DRAFT)

    with pytest.raises(LineInUse, match="Minta bawahan memilih RHK lain"):
        actions.remove_rhk(example.sari_rhk, by=kota.sari)


def test_removing_a_result_takes_its_indicators_along(kota: Cast, draft: Skp) -> None:
    actions.remove_rhk(draft.rhks.get(), by=draft.person)

    assert not Indicator.objects.filter(rhk__skp=draft).exists()
    assert Entry.objects.newest_first().first().verb == "planning.rhk_removed"


def test_the_annex_is_kept(kota: Cast, draft: Skp) -> None:
    actions.save_annex(
        draft, by=draft.person, support="Dua bidan", accountability="Bulanan", consequences="Pembinaan"
    )

    draft.refresh_from_db()
    assert (draft.support, draft.accountability, draft.consequences) == ("Dua bidan", "Bulanan", "Pembinaan")


def test_a_nurse_may_support_the_superiors_agreed_results(kota: Cast, draft: Skp, example: Example) -> None:
    support = support_for(draft, DAY)

    assert (support.rhks, support.ikus, support.cause) == ([example.sari_rhk], [], "")


def test_a_head_may_support_the_iku_of_the_unit_and_above(kota: Cast, example: Example) -> None:
    own = make_iku(make_agreement(kota.puskesmas), "Kunjungan sehat")

    assert support_for(example.sari_skp, DAY).ikus == [own, example.dinkes_iku, example.city_iku]


def test_the_cause_is_said_when_the_superior_has_nothing(kota: Cast) -> None:
    skp = make_skp(kota.budi, state=SkpState.DRAFT)
    assert "belum membuat SKP" in support_for(skp, DAY).cause

    make_skp(kota.sari, state=SkpState.PROPOSED)
    assert "masih “Diajukan”" in support_for(skp, DAY).cause

    Assignment.objects.filter(person__in=[kota.sari, kota.kadis, kota.walikota]).delete()
    assert "Tidak ada pimpinan yang terisi" in support_for(skp, DAY).cause


def test_the_rhk_form_saves_and_leads_to_the_line(cast: Cast, ask: Ask, draft: Skp, example: Example) -> None:
    answer = ask(draft.person, "rhk_new", draft.pk, data=RHK | {"supports": str(example.sari_rhk.pk)})

    with inside(cast.kota.pk):
        saved = Rhk.objects.get(statement=RHK["statement"])
    assert saved.supports_id == example.sari_rhk.pk
    assert answer.url.endswith(f"#rhk-{saved.pk}")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"statement": " "}, "masih kosong, padahal wajib"),
        ({"kind": "LAIN"}, "Pilihan itu tidak tersedia"),
        ({"supports": "019fa000-0000-7000-8000-000000000000"}, "Pilihan itu tidak tersedia"),
        ({"assigned_from": "TIM"}, "belum dijelaskan"),
        ({"statement": "x" * 401}, "paling banyak 400"),
    ],
)
def test_a_wrong_rhk_is_answered_beside_its_field(ask: Ask, draft: Skp, wrong: dict, sentence: str) -> None:
    answer = ask(draft.person, "rhk_new", draft.pk, data=RHK | wrong)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_an_indicator_reads_indonesian_numbers(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        rhk = draft.rhks.get()

    ask(draft.person, "indicator_new", rhk.pk, data=INDICATOR | {"is_service": "on"})

    with inside(cast.kota.pk):
        saved = Indicator.objects.get(name=INDICATOR["name"])
    assert (saved.target, saved.is_service, saved.order) == (Decimal("1250.5"), True, 1)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "masih kosong"),
        ({"target": ""}, "masih kosong"),
        ({"target": "banyak"}, "bukan angka yang dapat dibaca"),
        ({"target": "1.234"}, "bisa berarti"),
        ({"target": "-5"}, "tidak boleh di bawah nol"),
        ({"target_upper": "10"}, "harus lebih besar daripada target"),
        ({"polarity": "STABILIZE"}, "memerlukan batas atas"),
        ({"polarity": "NAIK"}, "Pilihan itu tidak tersedia"),
        ({"target": "1" * 19}, "paling banyak"),
    ],
)
def test_a_wrong_indicator_is_answered_and_kept_on_the_page(
    cast: Cast, ask: Ask, draft: Skp, wrong: dict, sentence: str
) -> None:
    with inside(cast.kota.pk):
        rhk = draft.rhks.get()

    answer = ask(draft.person, "indicator_new", rhk.pk, data=INDICATOR | {"baseline": "77,7"} | wrong)

    assert answer.status_code == 422
    text = answer.content.decode()
    assert sentence in text
    assert "77,7" in text
    with inside(cast.kota.pk):
        assert rhk.indicators.count() == 1


def test_an_indicator_is_changed_in_place(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        indicator = Indicator.objects.get(rhk__skp=draft)

    ask(draft.person, "indicator", indicator.pk, data=INDICATOR)

    with inside(cast.kota.pk):
        changed = Indicator.objects.get(rhk__skp=draft)
    assert (changed.pk, changed.name, changed.lineage) == (indicator.pk, INDICATOR["name"], indicator.lineage)


def test_in_the_qualitative_approach_success_is_said_in_words(cast: Cast, ask: Ask, example: Example) -> None:
    with inside(cast.kota.pk):
        rhk = make_rhk(make_skp(cast.joko, state=SkpState.DRAFT, approach=Approach.QUALITATIVE))
    typed = {
        "name": "Pedoman triase",
        "aspect": "KUALITAS",
        "success": "Dipakai di semua poli",
        "frequency": "BULANAN",
    }

    assert ask(cast.joko, "indicator_new", rhk.pk, data=typed | {"success": ""}).status_code == 422
    ask(cast.joko, "indicator_new", rhk.pk, data=typed)

    with inside(cast.kota.pk):
        saved = rhk.indicators.get()
    assert (saved.target, saved.unit_of_measure, saved.consolidation) == (100, "persen", "TAKE_LAST_KNOWN")


def test_the_annex_saves_while_typing_and_by_the_button(cast: Cast, ask: Ask, draft: Skp) -> None:
    typed = {"support": "Satu mobil", "accountability": "", "consequences": ""}

    quiet = ask(draft.person, "annex", draft.pk, data=typed, HTTP_HX_REQUEST="true")
    loud = ask(draft.person, "annex", draft.pk, data=typed | {"support": "Dua mobil"})

    assert "Draf tersimpan" in quiet.content.decode()
    assert loud.status_code == 302
    with inside(cast.kota.pk):
        assert Skp.objects.get(pk=draft.pk).support == "Dua mobil"


def test_a_refusal_on_a_form_keeps_what_was_typed(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        Skp.objects.filter(pk=draft.pk).update(state=SkpState.PROPOSED)

    answer = ask(draft.person, "rhk_new", draft.pk, data=RHK)

    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Tarik kembali pengajuannya" in text
    assert RHK["statement"] in text


def test_removal_asks_first_and_then_removes(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        rhk, indicator = draft.rhks.get(), Indicator.objects.get(rhk__skp=draft)

    assert rhk.statement in ask(draft.person, "rhk_removal", rhk.pk).content.decode()
    assert ask(draft.person, "indicator_removal", indicator.pk, data={}).status_code == 302
    assert ask(draft.person, "rhk_removal", rhk.pk, data={}).status_code == 302
    with inside(cast.kota.pk):
        assert not Rhk.objects.filter(skp=draft).exists()


def test_an_indicator_by_quantity_alone_is_advised_on_the_page(ask: Ask, draft: Skp) -> None:
    assert "hanya mengukur jumlah" in ask(draft.person, "skp", draft.pk).content.decode()


def test_two_indicators_of_two_aspects_need_no_advice(cast: Cast, ask: Ask, draft: Skp) -> None:
    with inside(cast.kota.pk):
        make_indicator(draft.rhks.get(), "Persentase ibu puas", aspect="KUALITAS")

    assert "hanya mengukur jumlah" not in ask(draft.person, "skp", draft.pk).content.decode()
