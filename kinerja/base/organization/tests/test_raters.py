"""A named exception says who rates somebody, and never makes two people rate each other."""

from datetime import date, timedelta

import pytest

from kinerja.base.organization import actions, lines
from kinerja.base.organization.errors import OrganizationRefusal, WrongDay
from kinerja.base.organization.models import RaterOverride
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools.refusals import Refusal

DAY = date(2026, 3, 3)
LATER = date(2026, 6, 30)


def test_the_named_rater_rates_between_the_days(kota: Cast) -> None:
    actions.override_rater(kota.budi, kota.kadis, begins=DAY, ends=LATER, by=kota.ratna, reason="SK 12/2026")

    raters = [lines.line_of(kota.budi.pk, on).rater_id for on in (DAY, LATER, LATER + timedelta(days=1))]  # type: ignore[union-attr]
    assert raters == [kota.kadis.pk, kota.kadis.pk, kota.sari.pk]


def test_nobody_is_named_to_rate_himself(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="tidak boleh pegawai itu sendiri"):
        actions.override_rater(kota.budi, kota.budi, begins=DAY, ends=None, by=kota.ratna, reason="SK")


def test_two_people_do_not_rate_each_other(kota: Cast) -> None:
    with pytest.raises(OrganizationRefusal, match="tidak boleh saling menilai"):
        actions.override_rater(kota.sari, kota.budi, begins=DAY, ends=None, by=kota.ratna, reason="SK")


def test_a_second_exception_at_the_same_time_is_refused(kota: Cast) -> None:
    actions.override_rater(kota.budi, kota.kadis, begins=DAY, ends=None, by=kota.ratna, reason="SK 12")

    with pytest.raises(OrganizationRefusal, match="sudah ditetapkan dinilai oleh Hasan Basri"):
        actions.override_rater(kota.budi, kota.joko, begins=LATER, ends=None, by=kota.ratna, reason="SK 13")


@pytest.mark.parametrize(("wrong", "said"), [
    ({"reason": ""}, "belum diisi"), ({"ends": date(2026, 1, 1)}, "mendahului"), ({"begins": date(1800, 1, 1)}, "jangkauan"),
])  # fmt: skip
def test_an_exception_that_cannot_be_is_refused(kota: Cast, wrong: dict, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        actions.override_rater(
            kota.budi, kota.kadis, **{"begins": DAY, "ends": None, "by": kota.ratna, "reason": "SK"} | wrong
        )


def test_a_rater_who_left_is_refused(kota: Cast) -> None:
    actions.person_leaves(kota.joko, on=DAY, by=kota.ratna, reason="Pensiun")
    kota.joko.refresh_from_db()

    with pytest.raises(OrganizationRefusal, match="Pilih penilai lain"):
        actions.override_rater(kota.budi, kota.joko, begins=DAY, ends=None, by=kota.ratna, reason="SK")


def test_an_exception_ends_and_the_tree_decides_again(kota: Cast) -> None:
    override = actions.override_rater(
        kota.budi, kota.kadis, begins=DAY, ends=None, by=kota.ratna, reason="SK"
    )

    actions.end_rater_override(override, last=LATER, by=kota.ratna, reason="Selesai")

    line = lines.line_of(kota.budi.pk, LATER + timedelta(days=1))
    assert line is not None
    assert line.rater_id == kota.sari.pk
    with pytest.raises(WrongDay, match="sudah berakhir"):
        actions.end_rater_override(override, last=LATER, by=kota.ratna, reason="Selesai")


def test_an_exception_that_has_not_begun_is_taken_away(kota: Cast) -> None:
    override = actions.override_rater(
        kota.budi, kota.kadis, begins=LATER, ends=None, by=kota.ratna, reason="SK"
    )

    actions.end_rater_override(override, last=DAY, by=kota.ratna, reason="Keliru")

    assert not RaterOverride.objects.exists()
