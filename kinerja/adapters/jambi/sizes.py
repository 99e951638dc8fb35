"""How many people each government of a grown demonstration has: `kinerja demo --people 90000`.

Shares of 90,000 accounts (docs/reference/regulations, section 11.2). Two figures have a source, Kota Jambi (10,100) and the
province (11,400 PNS, 3,400 PPPK, 6,400 part-time PPPK, less those who left); the others are estimates, and so marked there.
Puskesmas: 20 in Kota Jambi, 21 in Kerinci, 207 in all (section 11.4).
"""

from dataclasses import dataclass

#: the demonstration that `kinerja demo` shows without being asked for more
SMALL = 3_000
#: what the figures below add up to; a larger demonstration would invent a province that does not exist
WHOLE = 90_000


@dataclass(frozen=True, slots=True)
class Size:
    """A government's people and puskesmas, and the serial numbers of NIP that only it gives out."""

    people: int
    puskesmas: int
    serials: range

    @property
    def share(self) -> float:
        return self.people / WHOLE


def _sizes() -> dict[str, Size]:
    rows = (
        ("provinsi-jambi", 19_700, 0), ("kerinci", 6_500, 21), ("merangin", 7_000, 27), ("sarolangun", 5_800, 16),
        ("batang-hari", 6_000, 18), ("muaro-jambi", 6_800, 22), ("tanjab-barat", 6_300, 16), ("tanjab-timur", 5_600, 17),
        ("bungo", 6_800, 19), ("tebo", 5_900, 20), ("kota-jambi", 10_100, 20), ("sungai-penuh", 3_500, 11),
    )  # fmt: skip
    # a hundred serials that BKN never gives out, eight for each: two governments never invent the same number
    return {
        code: Size(people, puskesmas, range(900 + 8 * place, 908 + 8 * place))
        for place, (code, people, puskesmas) in enumerate(rows)
    }


SIZES = _sizes()
assert sum(size.people for size in SIZES.values()) == WHOLE, "the shares add up"


def people_of(code: str, people: int) -> int:
    """How many of `people` serve this government."""
    return round(SIZES[code].share * people)
