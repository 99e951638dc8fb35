"""The head of government comes in by hand: he is no civil servant and in no export."""

from datetime import date

import pytest

from kinerja.base.accounts.models import User
from kinerja.base.ledger.models import Entry
from kinerja.base.organization import lines
from kinerja.base.organization.actions import admit_official, appoint, create_position
from kinerja.base.organization.errors import WrongText
from kinerja.base.organization.models import Position
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_head, make_unit

DAY = date(2026, 3, 2)


def test_he_has_an_account_a_person_and_an_entry(kota: Cast) -> None:
    person = admit_official(number="kdh1571", name="Wali Kota Contoh", by=kota.ratna)

    assert (person.nip, person.status) == ("KDH1571", "NON_ASN")
    assert not User.objects.get(pk=person.pk).has_usable_password()
    assert Entry.objects.get(verb="organization.official_admitted").subject_id == person.pk


def test_appointed_he_stands_at_the_top_of_the_line(kota: Cast) -> None:
    root = make_unit("Pemerintah lain")
    head = make_head(make_unit("Dinas", root), "Kadis")
    post = create_position(root, title="Bupati", kind="KEPALA_DAERAH", on=DAY, by=kota.ratna, is_head=True)
    official = admit_official(number="KDH1599", name="Bupati Contoh", by=kota.ratna)

    appoint(official, Position.objects.get(pk=post.pk), on=DAY, by=kota.ratna, decree="SK 1")

    line = lines.line_of(head.pk, DAY)
    assert line is not None
    assert line.rater_id == official.pk


@pytest.mark.parametrize("number", ["", "KDH", "198609262015051001", "KDH 1571", "X" * 19])
def test_a_crooked_number_is_refused_with_a_sentence(kota: Cast, number: str) -> None:
    with pytest.raises(WrongText, match="tidak dapat dipakai"):
        admit_official(number=number, name="X", by=kota.ratna)


def test_a_number_serves_once(kota: Cast) -> None:
    admit_official(number="KDH1571", name="A", by=kota.ratna)

    with pytest.raises(WrongText, match="sudah dipakai"):
        admit_official(number="KDH1571", name="B", by=kota.ratna)
