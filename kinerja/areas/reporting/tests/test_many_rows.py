"""Several rows at once: of one indicator, of a month; and what is typed but not sent."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.states import SkpState
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.models import Draft, Report
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.areas.reporting.tests.factories import make_report
from kinerja.areas.reporting.tests.test_record_page import row, sheet
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

ClientOf = Callable[[Any], Client]
PAGE, MONTH, DRAFT = "/laporan/catat/", "/laporan/catat/bulan/", "/laporan/catat/draf/"


@pytest.fixture
def budi(patients: Indicator, kota: Cast, client_of: ClientOf) -> Client:
    """Budi's browser; he has an indicator to report on."""
    return client_of(kota.budi)


def day_row(indicator: Indicator, day: date, value: str, key: UUID | None = None) -> dict[str, Any]:
    """What a browser sends for one day of the sheet of a month."""
    name = f"{indicator.pk}.{day.day}"
    return {f"{name}-key": str(key or uuid4()), f"{name}-day": day.isoformat(), f"{name}-value": value}


def test_one_indicator_takes_several_rows_of_a_day(patients: Indicator, budi: Client) -> None:
    second = {
        f"{patients.pk}.2-key": str(uuid4()),
        f"{patients.pk}.2-value": "4",
        f"{patients.pk}.2-note": "Sore",
    }

    budi.post(PAGE, sheet(row(patients, "12", note="Pagi"), second))

    assert {(r.value, r.note) for r in Report.objects.all()} == {(12, "Pagi"), (4, "Sore")}


def test_more_rows_need_no_program_in_the_browser(patients: Indicator, budi: Client) -> None:
    page = budi.get(PAGE).content.decode()

    assert page.count("Tambah baris") == 3
    assert f'name="{patients.pk}.4-value"' in page


def test_a_faulty_second_row_keeps_the_first_from_being_saved(patients: Indicator, budi: Client) -> None:
    second = {f"{patients.pk}.2-key": str(uuid4()), f"{patients.pk}.2-value": "banyak"}

    answer = budi.post(PAGE, sheet(row(patients, "12", note="Pagi"), second))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="banyak"' in text
    assert 'value="12"' in text
    assert "bukan angka" in text
    assert not Report.objects.exists()
    assert not Entry.objects.filter(verb="reporting.submitted").exists()


def test_a_plan_that_is_no_longer_agreed_says_so_and_what_was_typed_is_still_there(
    patients: Indicator, budi: Client
) -> None:
    patients.rhk.skp.state = SkpState.PROPOSED
    patients.rhk.skp.save()

    answer = budi.post(PAGE, sheet(row(patients, "12", note="Poli umum")))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "tidak sedang berlaku" in text
    assert "Isian yang tidak lagi punya indikator" in text
    assert "Poli umum" in text
    assert not Report.objects.exists()


def test_more_rows_than_a_sheet_takes_are_said_before_anything_is_read(
    patients: Indicator, budi: Client
) -> None:
    many = {f"{patients.pk}.{n}-value": "1" for n in range(2, 65)}

    answer = budi.post(PAGE, sheet(many))

    assert answer.status_code == 422
    assert "paling banyak 62 baris" in answer.content.decode()


# the sheet of a month


def test_a_month_lists_the_working_days_that_lack_a_figure(patients: Indicator, budi: Client) -> None:
    make_report(patients, date(2026, 6, 2), 9)

    page = budi.get(MONTH, {"bulan": "2026-06"}).content.decode()

    assert page.count('inputmode="decimal"') == 21  # of 22 working days one is there
    assert "sudah 9" in page
    assert f'name="{patients.pk}.6-value"' not in page  # a Saturday
    with_free = budi.get(MONTH, {"bulan": "2026-06", "semua": "1"}).content.decode()
    assert with_free.count('inputmode="decimal"') == 29


def test_a_template_fills_every_day_of_a_month(patients: Indicator, kota: Cast, budi: Client) -> None:
    template = actions.save_template("Jaga", [TemplateRow(patients.lineage, (), "12", "Poli")], by=kota.budi)

    page = budi.get(MONTH, {"bulan": "2026-06", "templat": str(template.pk)}).content.decode()

    assert page.count('value="12"') == 22
    assert 'name="catatan_bersama" value="Poli"' in page


def test_a_month_is_saved_in_one_go_each_day_in_its_place(patients: Indicator, budi: Client) -> None:
    days = [date(2026, 6, 1) + timedelta(days=n) for n in range(30)]
    days = [day for day in days if day.weekday() < 5]
    sent = sheet(*[day_row(patients, day, str(n)) for n, day in enumerate(days, 1)])
    sent |= {"catatan_bersama": "Poli umum"}

    answer = budi.post(MONTH, sent, follow=True)

    assert answer.status_code == 200
    assert {r.day: r.value for r in Report.objects.all()} == {day: n for n, day in enumerate(days, 1)}
    assert set(Report.objects.values_list("note", flat=True)) == {"Poli umum"}
    assert Entry.objects.filter(verb="reporting.submitted").count() == 22


def test_the_same_month_sent_twice_is_saved_once(patients: Indicator, budi: Client) -> None:
    sent = sheet(*[day_row(patients, date(2026, 6, day), "5") for day in (1, 2, 3)])

    assert budi.post(MONTH, sent)["Location"] == budi.post(MONTH, sent)["Location"]

    assert Report.objects.count() == 3


def test_one_bad_day_of_a_month_keeps_all_days_from_being_saved_and_is_named(
    patients: Indicator, budi: Client
) -> None:
    sent = sheet(day_row(patients, date(2026, 6, 1), "5"), day_row(patients, date(2026, 6, 2), "1.234"))

    answer = budi.post(f"{MONTH}?bulan=2026-06", sent)

    text = answer.content.decode()
    assert answer.status_code == 422
    assert "bisa berarti" in text
    assert 'value="1.234"' in text
    assert 'value="5"' in text
    assert not Report.objects.exists()


def test_a_day_outside_the_plan_is_answered_at_its_figure(patients: Indicator, budi: Client) -> None:
    sent = sheet(day_row(patients, date(2026, 7, 3), "5"), day_row(patients, date(2026, 6, 2), "7"))

    answer = budi.post(f"{MONTH}?bulan=2026-06", sent)

    assert answer.status_code == 422
    assert 'value="7"' in answer.content.decode()
    assert not Report.objects.exists()


@pytest.mark.parametrize("month", ["", "kemarin", "2026-13", "1999-01", "2026-08"])
def test_a_month_that_cannot_be_means_this_one(month: str, budi: Client) -> None:
    assert "Isi Juli 2026" in budi.get(MONTH, {"bulan": month}).content.decode()


def test_without_a_plan_a_month_says_when_there_will_be_something(kota: Cast, client_of: ClientOf) -> None:
    assert "setelah SKP Anda disetujui" in client_of(kota.ratna).get(MONTH).content.decode()


def test_two_columns_are_the_most_a_month_shows(patients: Indicator, budi: Client) -> None:
    ids = [str(patients.pk), *(str(make_indicator(patients.rhk, f"Lain {n}").pk) for n in range(3))]

    page = budi.get(MONTH, {"iki": ids, "bulan": "2026-06"}).content.decode()

    assert page.count('inputmode="decimal"') == 44


# drafts


def test_what_is_typed_and_not_sent_is_there_again(
    patients: Indicator, kota: Cast, client_of: ClientOf, budi: Client
) -> None:

    assert budi.post(DRAFT, sheet(row(patients, "12", note="Poli"), day="2026-06-30")).status_code == 204

    page = budi.get(PAGE).content.decode()
    assert 'value="12"' in page
    assert "Poli" in page
    assert 'value="2026-06-30"' in page
    assert "Yang Anda ketik tadi" in page
    assert not Report.objects.exists()
    assert 'value="12"' not in client_of(kota.sari).get(PAGE).content.decode()


def test_what_was_sent_meanwhile_is_no_draft_any_more(patients: Indicator, budi: Client) -> None:
    sent = sheet(row(patients, "12"))
    budi.post(DRAFT, sent)
    budi.post(PAGE, sent)

    page = budi.get(PAGE).content.decode()

    assert 'value="12"' not in page
    assert "Yang Anda ketik tadi" not in page


def test_a_draft_is_given_up_by_hand_and_by_time(patients: Indicator, budi: Client) -> None:
    sent = sheet(row(patients, "12"))
    budi.post(DRAFT, sent)
    with clock.at(date(2026, 7, 16)):
        assert 'value="12"' not in budi.get(PAGE).content.decode()

    assert budi.post(DRAFT, sent | {"kosongkan": "1"}).status_code == 302

    assert not Draft.objects.exists()


def test_a_draft_of_a_hostile_browser_stays_small(budi: Client) -> None:
    sent = {f"{uuid4()}-value": "9" * 9_000 for _n in range(90)} | {"day": "x" * 500, "bukan-baris": "y"}

    budi.post(DRAFT, sent)

    content = Draft.objects.get().content
    assert len(content["rows"]) == 62
    assert {len(each["value"]) for each in content["rows"].values()} == {2_000}
    assert len(content["day"]) == 20
    assert budi.get(PAGE).status_code == 200


def test_figures_of_every_row_reach_the_line(patients: Indicator, budi: Client) -> None:
    sent = sheet(*[day_row(patients, date(2026, 6, day), "1,5") for day in (1, 2)])

    budi.post(MONTH, sent)

    assert sum(r.value for r in Report.objects.all()) == Decimal(3)
