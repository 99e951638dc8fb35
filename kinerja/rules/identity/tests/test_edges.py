"""Edges of the numbers that no case file can hold: ages at appointment, the last codes of a kind, what differs from the file."""

from datetime import date

import pytest

from kinerja.rules.codes import NumberKind, Sex
from kinerja.rules.identity import nik, nip
from kinerja.rules.verdict import Level


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("01", NumberKind.NIP),
        ("12", NumberKind.NIP),
        ("21", NumberKind.NI_PPPK),
        ("29", NumberKind.NI_PPPK),
    ],
)
def test_the_first_and_the_last_code_of_each_kind(code, kind):
    assert nip.parse(f"198609262015{code}1001").value.kind is kind


@pytest.mark.parametrize("code", ["00", "13", "20", "30"])
def test_the_codes_between_are_none(code):
    assert nip.parse(f"198609262015{code}1001").value is None


@pytest.mark.parametrize(
    ("born", "appointed", "warns"),
    [
        ("19860926", "200409", 0),
        ("19860926", "200408", 1),
        ("19500326", "200803", 0),
        ("19500326", "200903", 1),
        # of a NI PPPK only the year is known
        ("19600326", "202421", 0),
        ("19600326", "202521", 1),
        ("20061226", "202421", 0),
        ("20071226", "202421", 1),
    ],
)
def test_who_is_appointed_is_between_18_and_58_or_64(born, appointed, warns):
    assert len(nip.parse(f"{born}{appointed}1001").warnings) == warns


def test_what_differs_from_the_file_is_a_warning_and_blocks_nothing():
    read = nik.parse("1571015503900001").value

    told = nik.disagreements(read, born=date(1990, 3, 16), sex=Sex.L)

    assert [(step.level, step.params) for step in told] == [
        (Level.WARNING, {"born": date(1990, 3, 16)}),
        (Level.WARNING, {"sex": Sex.L}),
    ]
    assert [step.sentence() for step in told] == [
        "Tanggal lahir 16 Maret 1990 tidak sama dengan yang termuat dalam NIK.",
        f"Jenis kelamin {Sex.L.label} tidak sama dengan yang termuat dalam NIK.",
    ]
    assert all(step.cites for step in told)
    assert nik.disagreements(read, born=date(1990, 3, 15), sex=Sex.P) == ()
