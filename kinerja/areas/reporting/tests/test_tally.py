"""The kept tally is what the reports add up to: after every act, after bulk loading, and never written by hand."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator, make_rhk, make_skp
from kinerja.areas.reporting import actions, queries
from kinerja.areas.reporting.management.commands.check_tallies import wrong_tallies
from kinerja.areas.reporting.models import Evidence, Report, Tally
from kinerja.areas.reporting.tests.conftest import TODAY
from kinerja.areas.reporting.tests.factories import make_evidence, make_report
from kinerja.areas.reporting.tests.stages import Stage
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from kinerja.tools import clock
from kinerja.tools.refusals import Refusal

KINDS = ("SUM", "AVERAGE", "TAKE_LAST_KNOWN")


def in_plain(indicator: Indicator, begin: date, end: date) -> queries.Progress:
    """The same as progress_of, added up in Python from the rows."""
    lines = Indicator.objects.filter(lineage=indicator.lineage)
    known = sorted(
        Report.objects.counting().filter(indicator__in=lines, day__lte=end),
        key=lambda row: (row.day, row.sent_at, row.pk),
    )
    rows = [row for row in known if row.day >= begin]
    files = [row.evidence.there().count() for row in rows]
    values = [row.value for row in rows]
    value = {
        "SUM": sum(values) if values else None,
        "AVERAGE": sum(values) / len(values) if values else None,
        "TAKE_LAST_KNOWN": known[-1].value if known else None,
    }[indicator.consolidation]
    return queries.Progress(
        indicator.pk,
        None if value is None else Decimal(value).quantize(Decimal("0.0000000001")).normalize() + 0,
        len(rows),
        max((row.day for row in rows), default=None),
        max((row.sent_at for row in rows), default=None),
        sum(files),
        sum(1 for each in files if each),
        sum(row.is_submitted for row in rows),
    )


class Play:
    """A person, his rater and some indicators, and acts drawn at random: many are refused, which must change nothing."""

    def __init__(self, kota: Cast, seed: int) -> None:
        self.random, self.kota = Random(seed), kota
        self.rhk = make_rhk(make_skp(kota.budi))
        self.indicators = [make_indicator(self.rhk, kind, consolidation=kind) for kind in KINDS]

    def step(self) -> None:
        acts: list[Callable[[], object]] = [
            self.submit, self.submit, self.submit, self.accept, self.send_back, self.correct, self.withdraw, self.prove,
            self.unprove, self.replace_version,
        ]  # fmt: skip
        try:
            with clock.at(TODAY + timedelta(minutes=self.random.randrange(600))), transaction.atomic():
                self.random.choice(acts)()
        except Refusal:
            pass

    def submit(self) -> None:
        chosen = self.random.sample(self.indicators, self.random.randint(1, 3))
        actions.submit([self._entry(each) for each in chosen], by=self.kota.budi)

    def _entry(self, indicator: Indicator) -> actions.Entry:
        day = TODAY - timedelta(days=self.random.randrange(12))
        return actions.Entry(uuid4(), indicator.pk, day, Decimal(self.random.randrange(100_000)) / 1000)

    def _any(self) -> Report:
        found = list(Report.objects.for_door().order_by("pk"))
        return self.random.choice(found) if found else make_report(self.indicators[0])

    def accept(self) -> None:
        actions.accept(self._any(), by=self.kota.sari)

    def send_back(self) -> None:
        actions.send_back(self._any(), comment="Angkanya?", by=self.kota.sari)

    def correct(self) -> None:
        report = self._any()
        actions.correct(report, self._entry(report.indicator), reason="salah", by=self.kota.budi)

    def withdraw(self) -> None:
        actions.withdraw(self._any(), reason="keliru", by=self.kota.budi)

    def prove(self) -> None:
        make_evidence(self._any(), sha256=f"{self.random.randrange(4):064d}")

    def unprove(self) -> None:
        found = Evidence.objects.for_door().there().order_by("pk").first()
        if found:
            actions.remove_evidence(found, reason="nama pasien", by=self.kota.sari)

    def replace_version(self) -> None:
        """Now and then the lines go on under a new version of the SKP."""
        old = self.rhk.skp
        old.state = "DIGANTI"
        old.save(update_fields=["state"])
        self.rhk = make_rhk(make_skp(self.kota.budi, old.period, version=old.version + 1))
        self.indicators = [
            make_indicator(self.rhk, each.name, consolidation=each.consolidation, lineage=each.lineage)
            for each in self.indicators
        ]


@pytest.mark.parametrize("seed", range(6))
def test_after_any_acts_the_tally_is_what_the_reports_add_up_to(kota: Cast, seed: int) -> None:
    play = Play(kota, seed)

    for _number in range(60):
        play.step()
        assert wrong_tallies() == []

    for begin, end in (
        (TODAY - timedelta(days=40), TODAY),
        (TODAY - timedelta(days=5), TODAY - timedelta(days=2)),
    ):
        found = queries.progress_of([each.pk for each in play.indicators], begin, end)
        assert found == {each.pk: in_plain(each, begin, end) for each in play.indicators}
    assert Report.objects.count() > 20


def test_rows_loaded_in_one_statement_are_counted(kota: Cast, patients: Indicator) -> None:
    other = make_indicator(patients.rhk, "Kepuasan", consolidation="AVERAGE")
    rows = [
        Report(
            person=kota.budi, unit_id=patients.rhk.skp.unit_id, indicator=(patients, other)[number % 2], value=number,
            day=TODAY - timedelta(days=number), sent_at=clock.now(), state=("DIKIRIM", "DITERIMA", "DITARIK")[number % 3],
        )
        for number in range(30)
    ]  # fmt: skip

    Report.objects.bulk_create(rows)

    assert wrong_tallies() == []
    assert Tally.objects.get(lineage=patients.lineage).reports == 10


def test_rows_changed_and_deleted_in_one_statement_are_counted(patients: Indicator) -> None:
    reports = [make_report(patients, TODAY - timedelta(days=number), number + 1) for number in range(4)]

    Report.objects.filter(pk__in=[reports[0].pk, reports[1].pk]).update(value=50)
    Report.objects.filter(pk=reports[3].pk).delete()

    assert wrong_tallies() == []
    assert Tally.objects.get(lineage=patients.lineage).total == 103


def test_a_line_whose_last_report_is_gone_has_no_figure(kota: Cast, patients: Indicator) -> None:
    report = Report.objects.for_door().get(pk=make_report(patients).pk)

    actions.withdraw(report, reason="keliru", by=kota.budi)

    assert wrong_tallies() == []
    assert queries.progress_of([patients.pk], TODAY, TODAY)[patients.pk] == queries.Progress(patients.pk)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reporting_tally SET total = 0",
        "DELETE FROM reporting_tally",
        "INSERT INTO reporting_tally SELECT * FROM reporting_tally",
    ],
)
def test_the_application_cannot_write_a_tally(patients: Indicator, statement: str) -> None:
    make_report(patients)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)


def test_another_government_sees_no_tally(cast: Cast) -> None:
    with inside(cast.kota.pk):
        make_report(make_indicator(make_rhk(make_skp(cast.budi))))
        assert Tally.objects.count() == 1

    with inside(cast.dewi.instansi_id):
        assert Tally.objects.count() == 0


def test_the_check_is_content_with_what_the_database_kept(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    with inside(cast.kota.pk):
        make_report(make_indicator(make_rhk(make_skp(cast.budi))))

    call_command("check_tallies")

    assert "cocok" in capsys.readouterr().out


def test_what_somebody_changed_by_hand_is_found_and_mended(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    report, code = stage.report(), stage.instansi.code
    stage.by_hand("UPDATE reporting_tally SET total = 1000 WHERE latest_id = %s", report.pk)

    with pytest.raises(CommandError, match="1 baris berbeda"):
        call_command("check_tallies", code)
    call_command("check_tallies", code, "--mend")
    call_command("check_tallies", code)

    assert capsys.readouterr().out.count("cocok") == 1
    with inside(stage.instansi.pk):
        assert Tally.objects.get().total == 1


def test_a_tally_that_is_missing_is_found(stage: Stage) -> None:
    report = stage.report()
    stage.by_hand("DELETE FROM reporting_tally WHERE latest_id = %s", report.pk)

    with pytest.raises(CommandError, match="1 baris berbeda"):
        call_command("check_tallies", stage.instansi.code)


def test_the_check_knows_only_instansi_that_exist(cast: Cast) -> None:
    with pytest.raises(CommandError, match="tidak-ada"):
        call_command("check_tallies", "tidak-ada")
