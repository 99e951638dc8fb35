"""The demonstration's people and units as the files BKN hands out: they come in through the same doors as anybody's."""

import csv
from collections.abc import Iterator
from pathlib import Path
from random import Random

from kinerja.adapters.jambi.governments import Government
from kinerja.adapters.jambi.names import ANY_SERIAL, Invented, People
from kinerja.adapters.jambi.sizes import SIZES, SMALL
from kinerja.adapters.jambi.structure import Office, Post, offices

UNIT_COLUMNS = ("UNOR ID", "NAMA", "ATASAN UNOR ID", "JABATAN PIMPINAN", "ESELON")
PERSON_COLUMNS = (
    "PNS ID", "NIP BARU", "NAMA", "GELAR DEPAN", "GELAR BLK", "TANGGAL LAHIR", "JENIS KELAMIN", "NIK", "NOMOR HP",
    "EMAIL", "STATUS CPNS PNS", "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM NAMA", "TMT CPNS", "GOL AKHIR NAMA",
    "TMT GOLONGAN", "JENIS JABATAN NAMA", "JABATAN NAMA", "TMT JABATAN", "TINGKAT PENDIDIKAN NAMA", "UNOR ID",
    "UNOR NAMA", "INSTANSI INDUK NAMA", "INSTANSI KERJA NAMA",
)  # fmt: skip
PPPK_RANKS = ("VII", "IX", "IX", "X")
#: the cast: (government, office, post's title or "" for the head) → (name, sex, title before, title after)
CAST = {
    ("kota-jambi", "PKM01", "Perawat Ahli Pertama"): ("Budi Santoso", "L", "Ns.", "S.Kep."),
    ("kota-jambi", "PKM01", ""): ("Sari Wulandari", "P", "dr.", "M.Kes."),
    ("kota-jambi", "BKPSDM", "Analis SDM Aparatur Ahli Muda"): ("Ratna Dewanti", "P", "", "S.E."),
    ("kota-jambi", "INSPEKTORAT", "Auditor Ahli Muda"): ("Joko Purnomo", "L", "", "S.E., Ak."),
    ("kota-jambi", "DINKES", ""): ("Hasan Basri", "L", "dr.", "M.K.M."),
    ("muaro-jambi", "BKPSDM", "Analis SDM Aparatur Ahli Muda"): ("Dewi Lestari", "P", "", "S.H."),
}


def write(government: Government, folder: Path, seed: int, people: int = SMALL) -> tuple[Path, Path]:
    """Write units.csv and people.csv of one government. The same seed gives the same bytes."""
    random = Random(f"{seed}/{government.code}")
    units, persons = folder / f"{government.code}-unit.csv", folder / f"{government.code}-pegawai.csv"
    all_offices = list(offices(government, people))
    with units.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(UNIT_COLUMNS)
        writer.writerows(_unit_row(government, office) for office in all_offices)
    with persons.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(PERSON_COLUMNS)
        writer.writerows(_people_rows(government, all_offices, random, serials(government, people)))
    return units, persons


def serials(government: Government, people: int) -> range:
    """The serial numbers of the government's NIP: its own ones when there are so many people that two could meet."""
    return SIZES[government.code].serials if people > SMALL else ANY_SERIAL


def unit_id(government: Government, key: str) -> str:
    """The UNOR ID of an office in the demonstration's files."""
    return f"{government.code}/{key}".upper()


def _unit_row(government: Government, office: Office) -> tuple[str, ...]:
    parent = unit_id(government, office.parent) if office.parent else ""
    return (unit_id(government, office.key), office.name, parent, office.head_title, office.echelon)


def _people_rows(
    government: Government, all_offices: list[Office], random: Random, serials: range
) -> Iterator[tuple[str, ...]]:
    people = People(random, government.kemendagri, taken={cast[0] for cast in CAST.values()}, serials=serials)
    told: set[tuple[str, str, str]] = set()
    for office in all_offices:
        for post in _posts(office):
            for _seat in range(post.count):
                role = (government.code, office.key, "" if post.title == office.head_title else post.title)
                cast = CAST.get(role) if role not in told else None
                told.add(role)
                pppk = cast is None and random.randrange(100) < post.pppk
                person = people.invent(name=cast[0] if cast else "", sex=cast[1] if cast else "", pppk=pppk)
                titles = (cast[2], cast[3]) if cast else _titles(post, random)
                yield _person_row(government, office, post, person, titles, random)


def _posts(office: Office) -> Iterator[Post]:
    if office.has_head:
        yield Post(office.head_title, 1, office.head_kind, office.head_ranks)
    yield from office.posts


def _titles(post: Post, random: Random) -> tuple[str, str]:
    words = {"Dokter": ("dr.", ""), "Perawat": ("", "S.Kep."), "Bidan": ("", "S.Keb."), "Guru": ("", "S.Pd."),
             "Apoteker": ("apt.", "S.Farm."), "Auditor": ("", "S.E.")}  # fmt: skip
    return words.get(post.title.split()[0], ("", random.choice(("", "", "S.Sos.", "S.E.", "A.Md."))))


def _person_row(
    government: Government,
    office: Office,
    post: Post,
    person: Invented,
    titles: tuple[str, str],
    random: Random,
) -> tuple[str, ...]:
    since = f"{random.randint(1, 28):02d}-{random.randint(1, 12):02d}-{random.randint(2021, 2025)}"
    rank = random.choice(PPPK_RANKS if person.is_pppk else post.ranks)
    return (
        f"{government.code}-{person.nip}", person.nip, person.name.upper(), titles[0], titles[1],
        f"{person.born:%d-%m-%Y}", "M" if person.sex == "L" else "F", person.nik, "",
        f"{person.nip}@example.org", "" if person.is_pppk else "P",
        "PPPK" if person.is_pppk else "PNS Daerah", "Aktif", f"{person.began:%d-%m-%Y}", rank, since,
        post.kind, post.title, since, "S-1/Sarjana", unit_id(government, office.key), office.name,
        government.name, government.name,
    )  # fmt: skip
