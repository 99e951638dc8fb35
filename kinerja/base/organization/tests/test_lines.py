"""Who rates whom on this day, and why."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange

from kinerja.base.organization import lines
from kinerja.base.organization.models import Assignment, RaterOverride
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import assign, make_head, make_member, make_position, make_unit

DAY = date(2026, 3, 3)


def test_a_member_is_rated_by_the_head_of_the_unit(kota: Cast) -> None:
    line = lines.line_of(kota.budi.pk, DAY)

    assert line is not None
    assert line.rater_id == kota.sari.pk
    assert line.why() == "Yang bertugas di unit dinilai pimpinan unitnya."


def test_a_head_is_rated_by_the_head_above(kota: Cast) -> None:
    line = lines.line_of(kota.sari.pk, DAY)

    assert line is not None
    assert line.rater_id == kota.kadis.pk
    assert "memimpin unit" in line.why()


def test_the_top_has_no_rater_and_it_is_said(kota: Cast) -> None:
    line = lines.line_of(kota.walikota.pk, DAY)

    assert line is not None
    assert line.rater_id is None
    assert "Hubungi" in line.why()


def test_a_vacant_post_is_filled_by_its_plt(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.sari).update(during=DateRange(date(2020, 1, 1), DAY))
    assign(kota.kadis, make_position(kota.puskesmas, "Kepala Puskesmas 01"), DAY, kind="PLT")

    line = lines.line_of(kota.budi.pk, DAY)

    assert line is not None
    assert (line.rater_id, line.capacity) == (kota.kadis.pk, "PLT")
    assert "Plt." in line.why()


def test_without_an_acting_head_the_line_climbs_and_says_so(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.sari).update(during=DateRange(date(2020, 1, 1), DAY))

    line = lines.line_of(kota.budi.pk, DAY)

    assert line is not None
    assert (line.rater_id, line.climbed) == (kota.kadis.pk, 1)
    assert "belum terisi" in line.why()


def test_the_day_before_the_change_still_has_the_old_line(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.sari).update(during=DateRange(date(2020, 1, 1), DAY))

    line = lines.line_of(kota.budi.pk, DAY - timedelta(days=1))

    assert line is not None
    assert line.rater_id == kota.sari.pk


def test_a_named_exception_goes_before_the_tree(kota: Cast) -> None:
    RaterOverride.objects.create(
        person=kota.budi, rater=kota.ratna, during=DateRange(DAY, None), reason="SK 12/2026"
    )

    line = lines.line_of(kota.budi.pk, DAY)

    assert line is not None
    assert (line.rater_id, line.capacity) == (kota.ratna.pk, "KHUSUS")
    assert line.why() == "Ditetapkan khusus: SK 12/2026"


def test_nobody_rates_himself_even_when_he_heads_two_units(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.kadis).update(during=DateRange(date(2020, 1, 1), DAY))
    assign(kota.sari, make_position(kota.dinkes, "Kepala Dinas Kesehatan"), DAY, kind="PLT")

    line = lines.line_of(kota.sari.pk, DAY)

    assert line is not None
    assert line.rater_id == kota.walikota.pk


def test_somebody_without_a_post_has_no_line(kota: Cast) -> None:
    Assignment.objects.filter(person=kota.budi).delete()

    assert lines.line_of(kota.budi.pk, DAY) is None


def test_the_superiors_list_agrees_with_everybodys_own_line(kota: Cast) -> None:
    seksi = make_unit("Seksi tanpa pimpinan", kota.puskesmas)
    make_member(seksi, "Rina")
    make_head(make_unit("UPTD", seksi), "Tono")
    assign(
        kota.sari, make_position(kota.inspektorat, "Inspektur", "JPT_PRATAMA", is_head=True), DAY, kind="PLH"
    )
    RaterOverride.objects.create(person=kota.ratna, rater=kota.sari, during=DateRange(DAY, None), reason="SK")
    everybody = lines.all_lines(DAY)

    for rater in {line.rater_id for line in everybody if line.rater_id}:
        expected = {line.person_id for line in everybody if line.rater_id == rater}
        assert {line.person_id for line in lines.rated_by(rater, DAY)} == expected
    assert kota.ratna.pk in {line.person_id for line in lines.rated_by(kota.sari.pk, DAY)}


def test_a_superiors_list_names_people_with_post_and_unit(kota: Cast) -> None:
    seats = lines.seats_rated_by(kota.sari.pk, DAY)

    assert [(seat.name, seat.position_title, seat.unit_name) for seat in seats] == [
        ("Budi Santoso", "Perawat Ahli Pertama", "Puskesmas 01")
    ]


def test_the_list_holds_whom_the_lines_hold(kota: Cast) -> None:
    for rater in (kota.walikota, kota.kadis, kota.sari, kota.budi):
        listed = {seat.person_id for seat in lines.seats_rated_by(rater.pk, DAY)}
        assert listed == {line.person_id for line in lines.rated_by(rater.pk, DAY)}
