"""Invented people: common names put together by chance, numbers that nobody has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

MEN = [
    "Ahmad", "Budi", "Dedi", "Hendra", "Rudi", "Agus", "Eko", "Fajar", "Hasan", "Indra", "Joko", "Kurnia", "Lukman",
    "Mulyadi", "Nanang", "Oki", "Purwanto", "Rahmat", "Slamet", "Taufik", "Usman", "Wahyu", "Yusuf", "Zainal",
    "Ardi", "Bambang", "Candra", "Dani", "Edi", "Firman", "Gunawan", "Heri", "Iwan", "Jamal", "Kamal", "Lutfi",
    "Maman", "Nasir", "Ridwan", "Syamsul", "Teguh", "Umar", "Wawan", "Yanto", "Zul", "Arif", "Bayu",
]  # fmt: skip
WOMEN = [
    "Ani", "Dewi", "Fitri", "Hartati", "Indah", "Kartika", "Lestari", "Maya", "Nina", "Putri", "Ratna", "Sari",
    "Tuti", "Umi", "Wati", "Yuni", "Zahra", "Aisyah", "Bunga", "Citra", "Desi", "Elok", "Farida", "Gita", "Hani",
    "Ida", "Juwita", "Khadijah", "Lina", "Mega", "Nurul", "Okta", "Puspita", "Rina", "Siti", "Tri", "Ulfa", "Vina",
    "Winda", "Yulia", "Zulfa", "Ayu", "Betty", "Cahya", "Dina", "Erna", "Fatma",
]  # fmt: skip
LAST = [
    "Santoso", "Wulandari", "Hidayat", "Saputra", "Siregar", "Nasution", "Lubis", "Harahap", "Syahputra",
    "Kurniawan", "Pratama", "Rahman", "Hakim", "Putra", "Utami", "Handayani", "Susanti", "Anggraini", "Permata",
    "Maharani", "Safitri", "Rahayu", "Puspitasari", "Wijaya", "Setiawan", "Gunadi", "Firmansyah", "Ramadhan",
    "Yulianti", "Marlina", "Oktaviani", "Sulaiman", "Ibrahim", "Ismail", "Yusuf", "Arifin", "Basri", "Darmawan",
    "Effendi", "Fauzi", "Halim", "Iskandar", "Jailani", "Kusuma", "Maulana", "Nugroho", "Pasaribu", "Qomar",
    "Rosadi", "Simanjuntak",
]  # fmt: skip
#: serial numbers of NIP that are never given out
ANY_SERIAL = range(900, 1_000)


@dataclass(frozen=True, slots=True)
class Invented:
    """A name, a birth date, and numbers nobody has: NIP serial 900–999, NIK serial 0000."""

    name: str
    sex: str
    born: date
    began: date
    nip: str
    nik: str
    is_pppk: bool


class People:
    """Invents people, each only once; the same seed gives the same people."""

    def __init__(
        self, random: Random, area: str, taken: Iterable[str] = (), serials: range = ANY_SERIAL
    ) -> None:
        self._random = random
        self._area = area.replace(".", "").ljust(4, "0")[:4] + "00"
        self._taken: set[str] = set()
        #: names of the cast: nobody else is called so, that the links lead to the right person
        self._names = frozenset(taken)
        self._serials = serials

    def invent(self, *, name: str = "", sex: str = "", pppk: bool = False) -> Invented:
        """A person; `name` and `sex` may be given (the cast)."""
        sex = sex or self._random.choice("LP")
        name = name or self._name(sex)
        while True:
            born = date(1969, 1, 1) + timedelta(days=self._random.randrange(11_000))
            began = date(born.year + self._random.randint(22, 27), self._random.randint(1, 12), 1)
            began = min(began, date(2025, 6, 1))
            nip = self._nip(born, began, sex, pppk)
            if nip not in self._taken:
                self._taken.add(nip)
                return Invented(name, sex, born, began, nip, self._nik(born, sex), pppk)

    def _name(self, sex: str) -> str:
        while True:
            name = f"{self._random.choice(MEN if sex == 'L' else WOMEN)} {self._random.choice(LAST)}"
            if name not in self._names:
                return name

    def _nip(self, born: date, began: date, sex: str, pppk: bool) -> str:
        first = f"{max(began.year, 2021)}21" if pppk else f"{began:%Y%m}"
        return f"{born:%Y%m%d}{first}{'1' if sex == 'L' else '2'}{self._random.choice(self._serials)}"

    def _nik(self, born: date, sex: str) -> str:
        day = born.day + (40 if sex == "P" else 0)
        return f"{self._area}{day:02d}{born:%m%y}0000"
