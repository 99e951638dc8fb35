"""`kinerja export receipts`: what the inspectorate computes again."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from kinerja.areas.assessment import actions
from kinerja.areas.assessment.tests.factories import Table, choose, colleague, sign_budi
from kinerja.base.ledger.models import Entry
from kinerja.rules import replay


def export(*arguments: str) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("export", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_every_receipt_of_the_period_is_a_line_that_replay_agrees_with(table: Table) -> None:
    sign_budi(table)
    actions.sign(table.review, colleague(table, "Ani", 600), choice=choose(), by=table.sari)
    code = table.cast.kota.code

    lines, told = export("receipts", "--instansi", code, "--period", table.review.name)

    assert [json.loads(line)["inputs"]["person"]["name"][:4] for line in lines.splitlines()][0] == "Budi"
    assert "2 kwitansi" in told
    found = list(replay.outcomes(io.StringIO(lines)))
    assert [(each.different, each.problem) for each in found] == [((), ""), ((), "")]


def test_a_decision_that_was_replaced_is_exported_as_well_and_a_draft_is_not(table: Table) -> None:
    signed = sign_budi(table)
    actions.reopen(signed, by=table.sari, reason="Angka bulan Maret keliru dicatat.")

    lines, _told = export("receipts", "--instansi", table.cast.kota.code, "--period", table.review.name)

    assert len(lines.splitlines()) == 1


def test_the_ledger_says_that_receipts_were_taken_and_how_many(table: Table) -> None:
    sign_budi(table)

    export("receipts", "--instansi", table.cast.kota.code, "--period", table.review.name)

    entry = Entry.objects.get(verb="assessment.receipts_exported")
    assert entry.by_id is None
    assert str(table.review.pk) == str(entry.subject_id)


def test_an_unknown_instansi_or_period_is_refused_with_those_that_exist(table: Table) -> None:
    with pytest.raises(CommandError, match=table.cast.kota.code) as refused:
        export("receipts", "--instansi", "atlantis", "--period", table.review.name)
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match=table.review.name):
        export("receipts", "--instansi", table.cast.kota.code, "--period", "Triwulan IX")
