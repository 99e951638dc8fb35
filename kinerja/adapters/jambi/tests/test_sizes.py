"""A grown demonstration's governments: as many people as asked for, nobody twice, a year that adds up."""

from collections import Counter
from pathlib import Path

import pytest

from kinerja.adapters.jambi import files, shapes
from kinerja.adapters.jambi.governments import BY_CODE, GOVERNMENTS
from kinerja.adapters.jambi.quarters import quarter_ends
from kinerja.adapters.jambi.shapes import Shape
from kinerja.adapters.jambi.sizes import SIZES, SMALL, WHOLE, people_of
from kinerja.adapters.jambi.structure import Office, offices, size_of


def units(code: str, people: int) -> list[Office]:
    return list(offices(BY_CODE[code], people))


@pytest.mark.parametrize("government", GOVERNMENTS, ids=lambda each: each.code)
def test_the_whole_province_has_exactly_the_people_asked_for(government: object) -> None:
    code = government.code  # type: ignore[attr-defined]
    assert sum(map(size_of, units(code, WHOLE))) == SIZES[code].people == people_of(code, WHOLE)


def test_the_twelve_add_up_to_ninety_thousand() -> None:
    assert sum(size.people for size in SIZES.values()) == WHOLE


@pytest.mark.parametrize("people", [SMALL, 12_000, WHOLE])
def test_every_unit_has_a_key_of_its_own_and_comes_after_the_unit_above(people: int) -> None:
    for government in GOVERNMENTS:
        keys = [office.key for office in offices(government, people)]
        assert [key for key, count in Counter(keys).items() if count > 1] == []
        above = [office.parent for office in offices(government, people) if office.parent]
        assert set(above) <= set(keys)


def test_puskesmas_belong_to_kabupaten_and_kota_and_schools_of_the_province_are_secondary() -> None:
    province = [office.key for office in units("provinsi-jambi", WHOLE)]
    assert [key for key in province if key.startswith("PKM")] == []
    assert any(key.startswith("SMK") for key in province)
    assert sum(office.key.startswith("PKM0") or office.key.startswith("PKM1") or office.key.startswith("PKM2")
               for government in GOVERNMENTS for office in offices(government, WHOLE)) == 207  # fmt: skip


def test_a_hospital_has_one_superior_for_six_hundred() -> None:
    (hospital,) = [office for office in units("kota-jambi", WHOLE) if office.key == "RSUD"]
    assert size_of(hospital) == 601


def test_no_two_governments_invent_the_same_number(tmp_path: Path) -> None:
    numbers: Counter[str] = Counter()
    for code in ("sungai-penuh", "tanjab-timur", "kerinci"):
        _units, people = files.write(BY_CODE[code], tmp_path, seed=7, people=WHOLE)
        rows = people.read_text("utf-8-sig").splitlines()[1:]
        assert len(rows) == SIZES[code].people
        numbers.update(row.split(";")[1] for row in rows)
    assert numbers.most_common(1)[0][1] == 1


def test_the_small_demonstration_is_what_it_was() -> None:
    assert sum(size_of(office) for government in GOVERNMENTS for office in offices(government)) == 2_982
    assert files.serials(BY_CODE["kerinci"], SMALL) == range(900, 1_000)


@pytest.mark.parametrize("shape", [each for each in Shape if each is not Shape.OUTAGE])
def test_whatever_happens_every_quarter_adds_up_to_its_days(shape: Shape) -> None:
    for variant in range(48):
        done = shapes.work_until(shape, variant, 2026)
        assert len(done) == 366
        ends = [(end - quarter_ends(2025)[-1]).days for end in quarter_ends(2026)]
        assert [round(done[end]) for end in ends] == ends
        assert all(before <= after for before, after in zip(done, done[1:], strict=False))


def test_nothing_of_a_leave_is_work_and_it_lies_inside_a_quarter() -> None:
    for variant in range(48):
        first, last = shapes.gap(Shape.LEAVE, variant, 2026) or (None, None)
        assert first
        assert last
        assert (first.month - 1) // 3 == (last.month - 1) // 3
        done = shapes.work_until(Shape.LEAVE, variant, 2026)
        assert done[first.timetuple().tm_yday - 1] == done[last.timetuple().tm_yday]
