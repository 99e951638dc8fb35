"""Perjanjian Kinerja: start, IKU, signature; and the page with the tree of units."""

from decimal import Decimal

import pytest

from kinerja.areas.planning import actions
from kinerja.areas.planning.errors import AgreementLocked, LineInUse, NotTheHead, PeriodNotOpen
from kinerja.areas.planning.models import Agreement, Iku
from kinerja.areas.planning.queries import agreements as tree
from kinerja.areas.planning.states import AgreementState, PeriodState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import DAY, Example, make_agreement, make_iku, make_period
from kinerja.base.inbox.models import Message
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import assign, make_position
from kinerja.base.tenancy.context import inside
from kinerja.tools.refusals import BadInput

IKU = {
    "goal": "Meningkatnya mutu layanan",
    "name": "Persentase pasien dilayani sesuai standar",
    "target": "92,5",
    "unit_of_measure": "persen",
    "polarity": "MAXIMIZE",
    "frequency": "TRIWULANAN",
    "consolidation": "TAKE_LAST_KNOWN",
}


@pytest.fixture
def open_draft(cast: Cast, example: Example) -> Agreement:
    with inside(cast.kota.pk):
        return make_agreement(cast.puskesmas, state=AgreementState.DRAFT, signed_at=None)


def test_starting_twice_gives_the_same_agreement(kota: Cast) -> None:
    period = make_period()

    first = actions.start_agreement(period, kota.puskesmas, by=kota.sari)

    assert actions.start_agreement(period, kota.puskesmas, by=kota.ratna) == first


def test_a_period_that_is_not_open_takes_no_agreement(kota: Cast) -> None:
    with pytest.raises(PeriodNotOpen, match="belum dibuka"):
        actions.start_agreement(make_period(state=PeriodState.DRAFT), kota.puskesmas, by=kota.sari)


def test_an_iku_may_support_only_the_nearest_unit_above(
    kota: Cast, example: Example, open_draft: Agreement
) -> None:
    assert tree.ikus_above(open_draft) == [example.dinkes_iku]

    with pytest.raises(BadInput, match="unit di atas unit ini"):
        actions.save_iku(open_draft, by=kota.sari, name="IKU", supports=example.city_iku)


def test_the_head_signs_and_the_head_above_is_told(kota: Cast, open_draft: Agreement) -> None:
    make_iku(open_draft)

    signed = actions.sign_agreement(open_draft, by=kota.sari)

    assert (signed.state, signed.signed_by, signed.counterpart_id) == (
        "DITANDATANGANI",
        kota.sari,
        kota.kadis.pk,
    )
    assert "Sari Wulandari menandatangani" in Message.objects.get(person=kota.kadis).title


def test_an_acting_head_signs_with_somebody_else_above(kota: Cast, open_draft: Agreement) -> None:
    make_iku(open_draft)
    Assignment.objects.filter(person=kota.sari).delete()
    assign(kota.kadis, make_position(kota.puskesmas, "Kepala Puskesmas 01"), kind="PLT")

    assert actions.sign_agreement(open_draft, by=kota.kadis).counterpart_id == kota.walikota.pk


def test_the_head_of_the_government_signs_alone(kota: Cast) -> None:
    agreement = make_agreement(kota.pemda, state=AgreementState.DRAFT)
    make_iku(agreement)

    assert actions.sign_agreement(agreement, by=kota.walikota).counterpart_id is None


@pytest.mark.parametrize("who", ["kadis", "budi", "ratna"])
def test_nobody_signs_for_the_head(kota: Cast, open_draft: Agreement, who: str) -> None:
    make_iku(open_draft)

    with pytest.raises(NotTheHead, match="hanya dapat ditandatangani oleh pimpinan unit"):
        actions.sign_agreement(open_draft, by=getattr(kota, who))


def test_an_empty_agreement_is_not_signed(kota: Cast, open_draft: Agreement) -> None:
    with pytest.raises(AgreementLocked, match="belum memuat IKU"):
        actions.sign_agreement(open_draft, by=kota.sari)


def test_a_signed_agreement_is_fixed(kota: Cast, example: Example) -> None:
    for act in (
        lambda: actions.save_iku(example.dinkes_iku.agreement, by=kota.kadis, name="Lain"),
        lambda: actions.remove_iku(example.dinkes_iku, by=kota.kadis),
        lambda: actions.sign_agreement(example.dinkes_iku.agreement, by=kota.kadis),
    ):
        with pytest.raises(AgreementLocked, match="sudah ditandatangani"):
            act()


def test_an_iku_that_others_support_stays(kota: Cast, example: Example) -> None:
    Agreement.objects.filter(unit=kota.dinkes).update(state=AgreementState.DRAFT)

    with pytest.raises(LineInUse, match="masih didukung"):
        actions.remove_iku(example.dinkes_iku, by=kota.kadis)


def test_the_tree_lists_parents_before_children(kota: Cast, example: Example) -> None:
    lines = tree.unit_tree(example.period, {kota.puskesmas.pk})

    assert [(line.unit.name, line.depth) for line in lines] == [
        ("Pemerintah Kota Jambi", 0),
        ("BKPSDM", 1),
        ("Dinas Kesehatan", 1),
        ("Puskesmas 01", 2),
        ("Inspektorat", 1),
    ]
    assert [line.may_manage for line in lines] == [False, False, False, True, False]


def test_every_employee_reads_agreements_and_iku(cast: Cast, ask: Ask, example: Example) -> None:
    assert "Dinas Kesehatan" in ask(cast.budi, "agreements").content.decode()
    text = ask(cast.budi, "agreement", example.dinkes_iku.agreement_id).content.decode()
    assert "Persentase layanan kesehatan sesuai standar" in text
    assert "Indeks pelayanan publik Kota Jambi" in text
    assert "Tambah IKU" not in text


def test_searching_units_narrows_the_tree(cast: Cast, ask: Ask, example: Example) -> None:
    from_search = ask(cast.budi, "agreements").wsgi_request.path
    assert from_search.endswith("/perjanjian/")
    with inside(cast.kota.pk):
        assert [line.unit.name for line in tree.unit_tree(example.period, set(), "puskes")] == [
            "Puskesmas 01"
        ]


def test_by_page_the_head_starts_writes_and_signs(cast: Cast, ask: Ask, example: Example) -> None:
    assert ask(cast.sari, "agreement_new", cast.puskesmas.pk).status_code == 200
    ask(cast.sari, "agreement_new", cast.puskesmas.pk, data={})
    with inside(cast.kota.pk):
        agreement = Agreement.objects.get(unit=cast.puskesmas)

    added = ask(cast.sari, "iku_new", agreement.pk, data=IKU | {"supports": str(example.dinkes_iku.pk)})
    signed = ask(cast.sari, "signature", agreement.pk, data={})

    assert (added.status_code, signed.status_code) == (302, 302)
    with inside(cast.kota.pk):
        iku = Iku.objects.get(agreement=agreement)
    assert (iku.target, iku.supports_id) == (Decimal("92.5"), example.dinkes_iku.pk)
    assert ask(cast.sari, "iku_new", agreement.pk).status_code == 409


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"goal": ""}, "masih kosong"),
        ({"target": "sembilan"}, "bukan angka"),
        ({"supports": "019fa000-0000-7000-8000-000000000000"}, "Pilihan itu tidak tersedia"),
        ({"polarity": "STABILIZE", "target_upper": "90"}, "harus lebih besar"),
    ],
)
def test_by_page_a_wrong_iku_is_answered(
    cast: Cast, ask: Ask, open_draft: Agreement, wrong: dict, sentence: str
) -> None:
    answer = ask(cast.sari, "iku_new", open_draft.pk, data=IKU | wrong)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_by_page_an_iku_is_changed_and_removed(cast: Cast, ask: Ask, open_draft: Agreement) -> None:
    with inside(cast.kota.pk):
        iku = make_iku(open_draft)

    assert ask(cast.sari, "iku", iku.pk).status_code == 200
    assert ask(cast.sari, "iku", iku.pk, data=IKU | {"name": "Angka kesembuhan TB"}).status_code == 302
    assert "Angka kesembuhan TB" in ask(cast.sari, "iku_removal", iku.pk).content.decode()
    assert ask(cast.sari, "iku_removal", iku.pk, data={}).status_code == 302
    with inside(cast.kota.pk):
        assert not open_draft.ikus.exists()
    assert DAY.year == 2026


def test_without_an_open_period_the_page_says_so(cast: Cast, ask: Ask) -> None:
    assert "Periode belum dibuka" in ask(cast.budi, "agreements").content.decode()
    assert ask(cast.sari, "agreement_new", cast.puskesmas.pk).status_code == 409
