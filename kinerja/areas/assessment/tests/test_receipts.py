"""The receipt: kept whole, computed again to the same result, read without computing."""

import itertools
import json
from decimal import Decimal
from typing import Any

import pytest

from kinerja.areas.assessment import actions, queries
from kinerja.areas.assessment.documents import show
from kinerja.areas.assessment.models import Assessment
from kinerja.areas.assessment.tests.factories import (
    BEGINS,
    ENDS,
    REASON,
    Table,
    choose,
    colleague,
    rhk_of,
    set_unit,
    sign_budi,
)
from kinerja.areas.monitoring.models import Feedback
from kinerja.areas.planning.tests.factories import make_indicator, make_rhk
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.base.calendar.models import FreeDay
from kinerja.rules import recompute
from kinerja.rules.codes import Rating
from kinerja.tools import clock


def exported(signed: Assessment) -> dict[str, Any]:
    """As the file holds it."""
    return json.loads(json.dumps(signed.receipt))


@pytest.mark.parametrize(("work", "behaviour"), itertools.product(Rating, Rating))
def test_every_receipt_is_computed_again_to_the_same_result(
    table: Table, work: Rating, behaviour: Rating
) -> None:
    choice = choose(
        work.value, behaviour.value, weak_values=["AK", "KO"] if behaviour is Rating.DIBAWAH else []
    )

    signed = sign_budi(table, choice)

    assert recompute.differences(exported(signed)) == []
    assert recompute.verdicts(exported(signed)["inputs"])["quadrant"].value == signed.predicate


@pytest.mark.parametrize("value", [0, 1, 299, 587, 588, 589, 600, 647, 2400])
@pytest.mark.parametrize("polarity", ["MAXIMIZE", "MINIMIZE"])
def test_it_agrees_for_every_figure(table: Table, value: int, polarity: str) -> None:
    ani = colleague(table, "Ani", value)
    FreeDay.objects.create(day="2026-03-03", name="Libur", kind="DAERAH", decree="SK 1")
    indicator = ani.skps.get().rhks.get().indicators.get()
    indicator.polarity = polarity
    indicator.save(update_fields=["polarity"])
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis)

    signed = actions.sign(table.review, ani, choice=choose(), by=table.sari)

    assert recompute.differences(exported(signed)) == []
    facts = queries.facts_of(table.review, [ani.pk])[ani.pk]
    kept = recompute.verdicts(exported(signed)["inputs"])
    assert kept["achievement.0.0"].value == facts.achievements[0]
    assert signed.suggested_work == facts.suggested.value


@pytest.mark.parametrize("consolidation", ["AVERAGE", "TAKE_LAST_KNOWN"])
def test_levels_and_figures_from_before_the_review_agree(table: Table, consolidation: str) -> None:
    rhk = make_rhk(table.example.budi_skp, "Obat tersedia", order=3)
    level = make_indicator(rhk, "Ketersediaan obat", consolidation=consolidation, target=Decimal(95))
    make_report(level, BEGINS, 91)
    make_report(level, ENDS, Decimal("88.3333"))

    assert recompute.differences(exported(sign_budi(table))) == []


def test_an_rhk_without_indicators_is_rated_by_the_rater(table: Table) -> None:
    rhk = make_rhk(table.example.budi_skp, "Tim kompak", order=4)

    signed = sign_budi(table, choose(rhks={rhk.pk: "DIATAS"}))

    assert recompute.differences(exported(signed)) == []
    assert signed.receipt["inputs"]["rhks"][-1]["rating"] == "DIATAS"


def test_a_leaders_own_rating_follows_his_unit(table: Table) -> None:
    set_unit(table.review, table.cast.puskesmas, table.cast.kadis, "BUTUH_PERBAIKAN")

    signed = actions.sign(table.review, table.sari, choice=choose("DIBAWAH"), by=table.cast.kadis)

    assert signed.predicate == "BUTUH_PERBAIKAN"
    assert recompute.differences(exported(signed)) == []
    sentences = recompute.verdicts(signed.receipt["inputs"])["leader"].sentences()
    assert "hasil kerja pimpinan di bawah ekspektasi" in sentences[-1]


def test_a_tampered_receipt_is_found(table: Table) -> None:
    receipt = exported(sign_budi(table))
    receipt["inputs"]["rhks"][0]["indicators"][0]["figures"] = ["999999"]

    assert "achievement.0.0" in recompute.differences(receipt)


def test_what_did_not_count_is_named_with_its_reason(table: Table) -> None:
    make_report(table.example.quantity, ENDS, 70, state="DIKEMBALIKAN")
    make_report(table.example.quantity, ENDS, 70, state="DITARIK")
    report = make_report(table.example.quantity, ENDS, 10)
    make_evidence(report, removed_at=clock.now())

    proof = show.read(sign_budi(table)).proofs[0]

    assert (proof.reports, proof.evidence) == (13, 6)
    assert proof.uncounted == ("1 laporan dikembalikan", "1 laporan ditarik", "1 bukti dihapus")


def test_feedback_stands_on_the_receipt(table: Table) -> None:
    Feedback.objects.create(
        person=table.budi, by=table.sari, rhk=table.example.budi_rhk, text="Antrean tertib.", at=clock.now()
    )

    said = show.read(sign_budi(table)).feedback[0]

    assert (said.by, said.about, said.text) == (
        table.sari.full_name,
        "Pasien poli umum dilayani sesuai standar",
        "Antrean tertib.",
    )


def test_what_happens_later_does_not_change_it(table: Table) -> None:
    signed = sign_budi(table)
    before = show.read(signed)
    make_report(table.example.quantity, ENDS, 5000)
    table.budi.name = "Nama Baru"
    table.budi.save(update_fields=["name"])

    assert show.read(Assessment.objects.for_door().get(pk=signed.pk)).sections == before.sections


def test_each_rule_is_named_with_how_sure_we_are(table: Table) -> None:
    page = show.read(actions.receive(sign_budi(table), by=table.budi))

    assert {basis.standing_code for basis in page.bases} == {"source", "known", "design", "unsure"}
    assert [basis.number for basis in page.bases] == list(range(1, len(page.bases) + 1))


def test_what_kept_the_suggestion_down_is_help_only(table: Table) -> None:
    page = show.read(sign_budi(table, choose("DIBAWAH", rhks={rhk_of(table): "DIBAWAH"})))

    assert "menahan saran" in page.held_down[0]
    assert "hanya bantuan" in page.held_down[-1]
    assert page.nearest == ("Bila hasil kerja dinilai sesuai ekspektasi, predikatnya menjadi Baik.",)


def test_each_weak_value_has_one_next_step(table: Table) -> None:
    page = show.read(sign_budi(table, choose("SESUAI", "DIBAWAH", weak_values=["AK"])))

    assert page.weak_values == ("Akuntabel",)
    assert page.areas == ("Akuntabel: catat setiap tugas pada hari dikerjakan dan lampirkan satu buktinya.",)


def test_the_reason_stands_where_the_employee_reads_it(table: Table) -> None:
    lines = [line for _title, section in show.read(sign_budi(table)).sections for line in section]

    assert REASON in {line.note for line in lines}
    assert lines[-1].kind == "total"
    assert lines[-1].value == "Baik"
