"""A change after agreement is a new version; the old one stays in force until then, and readable ever after."""

import pytest

from kinerja.areas.planning import actions, queries
from kinerja.areas.planning.errors import SkpLocked, UnlawfulReason
from kinerja.areas.planning.models import Expectation, Indicator, Skp
from kinerja.areas.planning.queries import differences
from kinerja.areas.planning.states import ChangeReason, SkpState
from kinerja.areas.planning.tests.conftest import Ask
from kinerja.areas.planning.tests.factories import DAY, Example, make_indicator, make_rhk
from kinerja.base.organization.models import Assignment
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import assign, make_position
from kinerja.base.tenancy.context import inside

BUDGET = {"kind": ChangeReason.BUDGET, "reason": "Poli sore ditambah"}


def test_a_version_copies_every_line_and_keeps_its_lineage(kota: Cast, example: Example) -> None:
    Expectation.objects.create(skp=example.budi_skp, value="BP", text="Ramah")

    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)

    assert (new.version, new.state, new.replaces, new.begins) == (
        2,
        SkpState.DRAFT,
        example.budi_skp,
        example.budi_skp.begins,
    )
    copy = new.rhks.get()
    assert (copy.lineage, copy.supports) == (example.budi_rhk.lineage, example.sari_rhk)
    assert [each.lineage for each in copy.indicators.all()] == [
        each.lineage for each in (example.quantity, example.quality, example.time)
    ]
    assert new.expectations.get().text == "Ramah"


def test_the_old_version_is_in_force_until_the_new_one_is_agreed(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)
    actions.propose(new, by=kota.budi)
    assert queries.agreed_skp(kota.budi.pk, DAY) == example.budi_skp

    actions.agree(new, by=kota.sari)

    assert queries.agreed_skp(kota.budi.pk, DAY) == new
    assert Skp.objects.get(pk=example.budi_skp.pk).state == SkpState.REPLACED
    assert len(queries.indicators_of(kota.budi.pk, DAY)) == 3


def test_what_was_reported_on_the_old_line_is_found_from_the_new_one(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)
    twin = Indicator.objects.get(rhk__skp=new, lineage=example.quantity.lineage)

    assert set(queries.earlier_indicator_ids([twin.pk])[twin.pk]) == {twin.pk, example.quantity.pk}


@pytest.mark.parametrize(
    ("kind", "reason"), [("SUKA", "Ingin saja"), ("", "Ingin saja"), (ChangeReason.BUDGET, "  ")]
)
def test_only_a_lawful_reason_with_a_word_of_ones_own_will_do(
    kota: Cast, example: Example, kind: str, reason: str
) -> None:
    with pytest.raises(UnlawfulReason, match="alasan yang sah"):
        actions.start_version(example.budi_skp, by=kota.budi, kind=kind, reason=reason)


def test_one_version_is_in_work_at_a_time(kota: Cast, example: Example) -> None:
    actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)

    with pytest.raises(SkpLocked, match="belum selesai"):
        actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)


def test_after_a_move_the_version_begins_today_in_the_new_post(kota: Cast, example: Example) -> None:
    Assignment.objects.filter(person=kota.budi).delete()
    assign(kota.budi, make_position(kota.dinkes, "Perawat Ahli Muda"))

    new = actions.start_version(
        example.budi_skp, by=kota.budi, kind=ChangeReason.HOLDER, reason="Pindah tugas"
    )

    assert (new.begins, new.unit, new.rater_id) == (DAY, kota.dinkes, kota.kadis.pk)


def test_a_discarded_version_leaves_the_old_one_as_it_was(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)

    actions.discard_skp(new, by=kota.budi)

    assert list(Skp.objects.of(kota.budi.pk)) == [example.budi_skp]


def test_the_differences_name_what_changed_line_by_line(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)
    quantity = Indicator.objects.get(rhk__skp=new, lineage=example.quantity.lineage)
    actions.save_indicator(quantity.rhk, by=kota.budi, indicator=quantity, target=3000)
    actions.remove_indicator(Indicator.objects.get(rhk__skp=new, lineage=example.time.lineage), by=kota.budi)
    make_indicator(make_rhk(new, "Poli sore berjalan"), "Jumlah pasien poli sore")

    changes = differences.between(example.budi_skp, new)

    assert [(change.kind, change.title) for change in changes] == [
        ("added", "Poli sore berjalan"),
        ("added", "Jumlah pasien poli sore"),
        ("changed", "Jumlah pasien dilayani sesuai standar"),
        ("removed", "Rata-rata waktu tunggu pasien poli umum"),
    ]
    assert changes[2].fields == [("Target", 2400, 3000)]


def test_an_untouched_version_has_no_differences(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)

    assert differences.between(example.budi_skp, new) == []


def test_annex_and_expectations_are_compared_too(kota: Cast, example: Example) -> None:
    new = actions.start_version(example.budi_skp, by=kota.budi, **BUDGET)
    new = actions.save_annex(new, by=kota.budi, support="Dua perawat", accountability="", consequences="")
    Expectation.objects.create(skp=new, value="KO", text="Pelatihan triase")

    titles = [(change.what, change.fields) for change in differences.between(example.budi_skp, new)]

    assert titles == [
        ("Ekspektasi khusus pimpinan", [("Kompeten", "", "Pelatihan triase")]),
        ("Lampiran dan masa berlaku", [("Dukungan sumber daya", "", "Dua perawat")]),
    ]


def test_by_page_a_version_begins_and_its_changes_are_shown(cast: Cast, ask: Ask, example: Example) -> None:
    assert ask(cast.budi, "version", example.budi_skp.pk).status_code == 200
    answer = ask(cast.budi, "version", example.budi_skp.pk, data={"kind": "ANGGARAN", "reason": "Poli sore"})
    with inside(cast.kota.pk):
        new = Skp.objects.get(version=2)
        Indicator.objects.filter(rhk__skp=new, lineage=example.quantity.lineage).update(target=3000)

    assert answer.url.endswith(f"{new.pk}/")
    text = ask(cast.budi, "changes", new.pk).content.decode()
    assert "2.400" in text
    assert "3.000" in text
    assert "versi 1 masih berlaku" in ask(cast.budi, "mine").content.decode()


@pytest.mark.parametrize("wrong", [{"kind": "LAINNYA"}, {"reason": ""}, {"reason": "x" * 301}])
def test_by_page_a_wrong_reason_is_answered(cast: Cast, ask: Ask, example: Example, wrong: dict) -> None:
    typed = {"kind": "ANGGARAN", "reason": "Poli sore"} | wrong

    assert ask(cast.budi, "version", example.budi_skp.pk, data=typed).status_code == 422


def test_the_replaced_version_stays_readable_but_not_writable(cast: Cast, ask: Ask, example: Example) -> None:
    with inside(cast.kota.pk):
        new = actions.start_version(example.budi_skp, by=cast.budi, **BUDGET)
        actions.agree(actions.propose(new, by=cast.budi), by=cast.sari)

    text = ask(cast.budi, "skp", example.budi_skp.pk).content.decode()

    assert "Diganti versi baru" in text
    assert "Tambah RHK" not in text
    assert ask(cast.budi, "annex", example.budi_skp.pk).status_code == 409
