"""Templates: one's own, the agency's for posts, and "seperti kemarin" on the sheet."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests.factories import make_indicator
from kinerja.areas.reporting import actions
from kinerja.areas.reporting.errors import WrongTemplate
from kinerja.areas.reporting.models import Report, Template
from kinerja.areas.reporting.models.templates import TemplateRow
from kinerja.areas.reporting.tests.factories import make_report, upload
from kinerja.areas.reporting.tests.test_record_page import row, sheet
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member

ClientOf = Callable[[Any], Client]
PAGE, OWN, POSTS = "/laporan/catat/", "/laporan/templat/", "/laporan/templat/jabatan/"


def test_as_yesterday_puts_the_figures_of_the_last_day_with_reports(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    make_report(patients, date(2026, 6, 26), 7, note="Lama")
    make_report(patients, date(2026, 6, 29), "12.5", note="Poli umum")

    page = client_of(kota.budi).post(PAGE, {"day": "2026-07-01", "bantu": "kemarin"}).content.decode()

    assert 'value="12,5"' in page
    assert "Poli umum" in page
    assert "Lama" not in page
    assert Report.objects.count() == 2  # nothing is sent by it


def test_as_yesterday_leaves_alone_what_is_typed(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    second = make_indicator(patients.rhk, "Kepuasan pasien")
    make_report(patients, date(2026, 6, 30), 12)
    make_report(second, date(2026, 6, 30), 88)
    typed = sheet(row(patients, "15", note="Ramai"), day="2026-07-01") | {"bantu": "kemarin"}

    page = client_of(kota.budi).post(PAGE, typed).content.decode()

    assert 'value="15"' in page
    assert "Ramai" in page
    assert 'value="12"' not in page
    assert 'value="88"' in page


def test_reports_on_an_earlier_version_of_the_plan_are_found_again(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    make_report(patients, date(2026, 6, 30), 12)
    newer = make_indicator(patients.rhk, "Pasien, dirumuskan ulang", lineage=patients.lineage)

    page = client_of(kota.budi).post(PAGE, {"day": "", "bantu": "kemarin"}).content.decode()

    assert 'value="12"' in page
    assert newer.name in page


def test_what_is_typed_is_kept_as_a_template_and_stays_on_the_page(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    client = client_of(kota.budi)
    typed = sheet(row(patients, "12", note="Poli umum")) | {"bantu": "simpan", "nama_templat": "Jaga pagi"}

    page = client.post(PAGE, typed).content.decode()

    template = Template.objects.get()
    assert "Templat “Jaga pagi” tersimpan." in page
    assert 'value="12"' in page
    assert (template.owner_id, template.name) == (kota.budi.pk, "Jaga pagi")
    assert list(template.lines()) == [TemplateRow(patients.lineage, (), "12", "Poli umum")]
    assert Entry.objects.filter(verb="reporting.template_saved").count() == 1
    filled = client.post(PAGE, {"day": "2026-07-01", "bantu": str(template.pk)}).content.decode()
    assert "Poli umum" in filled


def test_a_template_without_a_name_is_refused_and_nothing_typed_is_lost(
    patients: Indicator, kota: Cast, client_of: ClientOf
) -> None:
    typed = sheet(row(patients, "12")) | {"bantu": "simpan", "nama_templat": " "}

    page = client_of(kota.budi).post(PAGE, typed).content.decode()

    assert "belum bernama" in page
    assert 'value="12"' in page
    assert not Template.objects.exists()


def test_an_own_template_is_given_up(kota: Cast, patients: Indicator, client_of: ClientOf) -> None:
    actions.save_template("Jaga pagi", [TemplateRow(patients.lineage, (), "12")], by=kota.budi)

    assert client_of(kota.sari).post(OWN, {"hapus": "Jaga pagi"}).status_code == 404
    assert client_of(kota.budi).post(OWN, {"hapus": "Jaga pagi"}).status_code == 302

    assert not Template.objects.exists()


def test_nobody_fills_his_sheet_with_a_colleagues_template(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    template = actions.save_template("Jaga pagi", [TemplateRow(patients.lineage, (), "12")], by=kota.budi)
    client = client_of(kota.sari)

    assert client.post(PAGE, {"day": "", "bantu": str(template.pk)}).status_code == 404
    assert client.post(PAGE, {"day": "", "bantu": "bukan-templat"}).status_code == 404


def test_more_than_twenty_templates_are_refused(kota: Cast, patients: Indicator) -> None:
    rows = [TemplateRow(patients.lineage, (), "1")]
    for number in range(20):
        actions.save_template(f"Templat {number}", rows, by=kota.budi)

    with pytest.raises(WrongTemplate, match="sudah punya 20 templat"):
        actions.save_template("Satu lagi", rows, by=kota.budi)
    actions.save_template("Templat 3", rows, by=kota.budi)  # the same name replaces


def test_the_agency_begins_with_the_templates_that_ship(kota: Cast, client_of: ClientOf) -> None:
    client = client_of(kota.ratna)

    client.post(f"{POSTS}contoh/")
    client.post(f"{POSTS}contoh/")

    names = set(Template.objects.of_agency().values_list("name", flat=True))
    assert names == {"Pelayanan poli", "Posyandu", "Mengajar", "Piket", "Surat dan berkas"}
    assert client_of(kota.budi).get(POSTS).status_code == 404


def test_a_template_for_posts_is_offered_to_those_posts_alone(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    actions.add_starters(by=kota.ratna)
    teacher = make_member(kota.puskesmas, "Tuti Guru", "Guru Ahli Pertama")
    nurse = client_of(kota.budi).get(PAGE).content.decode()

    assert "Surat dan berkas" in nurse
    assert "Mengajar" not in nurse
    fitting = {each.name for each in Template.objects.of_agency() if each.fits("Guru Ahli Pertama")}
    assert fitting == {"Mengajar", "Piket", "Surat dan berkas"}
    assert "setelah SKP Anda disetujui" in client_of(teacher).get(PAGE).content.decode()


def test_a_template_for_posts_finds_the_indicator_by_its_words(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    other = make_indicator(patients.rhk, "Surat keluar tepat waktu", unit_of_measure="surat")
    template = actions.save_template(
        "Harian",
        [
            TemplateRow(None, ("SURAT",), "3"),
            TemplateRow(None, ("pasien",), "12"),
            TemplateRow(None, ("kapal",)),
        ],
        for_posts=True,
        by=kota.ratna,
    )

    page = client_of(kota.budi).post(PAGE, {"day": "", "bantu": str(template.pk)}).content.decode()

    for one, value in ((other, "3"), (patients, "12")):
        assert f'name="{one.pk}-value" value="{value}"' in page
    assert "Templat ini menyebut kapal, tetapi tidak ada indikator Anda yang cocok." in page


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("| 3 | Surat", "belum menyebut kata indikatornya"),
        ("surat | 1.234 | x", "bisa berarti"),
        ("surat | banyak", "bukan angka"),
        ("\n".join(["surat"] * 9), "paling banyak 8 baris"),
        ("", "wajib"),
    ],
)
def test_a_line_of_a_template_that_cannot_be_read_is_answered(
    lines: str, sentence: str, kota: Cast, client_of: ClientOf
) -> None:
    answer = client_of(kota.ratna).post(POSTS, {"name": "Surat", "posts": "", "lines": lines})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Template.objects.exists()


def test_the_agency_changes_and_removes_a_template(kota: Cast, client_of: ClientOf) -> None:
    client = client_of(kota.ratna)
    client.post(POSTS, {"name": "Surat", "posts": "arsiparis", "lines": "surat | 3 | Surat masuk"})
    page = f"{POSTS}{Template.objects.get().pk}/"

    assert "surat | 3 | Surat masuk" in client.get(page).content.decode()
    client.post(page, {"name": "Persuratan", "posts": "", "lines": "surat, naskah"})

    template = Template.objects.get()
    assert (template.name, template.posts) == ("Persuratan", "")
    assert list(template.lines()) == [TemplateRow(None, ("surat", "naskah"))]
    client.post(page, {"hapus": "1"})
    assert not Template.objects.exists()


def test_two_templates_of_the_agency_do_not_share_a_name(kota: Cast, client_of: ClientOf) -> None:
    rows = [TemplateRow(None, ("surat",))]
    actions.save_template("Surat", rows, for_posts=True, by=kota.ratna)
    other = actions.save_template("Naskah", rows, for_posts=True, by=kota.ratna)

    answer = client_of(kota.ratna).post(
        f"{POSTS}{other.pk}/", {"name": "Surat", "posts": "", "lines": "surat"}
    )

    assert answer.status_code == 422
    assert "sudah ada" in answer.content.decode()


def test_an_own_template_is_none_of_the_agencys_business(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    template = actions.save_template("Jaga", [TemplateRow(patients.lineage, (), "1")], by=kota.budi)

    assert client_of(kota.ratna).get(f"{POSTS}{template.pk}/").status_code == 404
    assert "Jaga" not in client_of(kota.ratna).get(POSTS).content.decode()


def test_a_file_chosen_before_a_template_is_asked_for_again(
    kota: Cast, patients: Indicator, client_of: ClientOf
) -> None:
    sent = sheet(row(patients, "3", key=uuid4(), evidence=upload())) | {"bantu": "kemarin"}

    assert "Pilih lagi berkas buktinya" in client_of(kota.budi).post(PAGE, sent).content.decode()
