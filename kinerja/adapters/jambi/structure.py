"""Units of a government: kinds of offices every government has, numbered where a real name would need a source."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.adapters.jambi.governments import WORKED_EXAMPLE, Government


@dataclass(frozen=True, slots=True)
class Post:
    """A post with how many hold it: kind as SIASN names it, title, golongan to choose from, share of PPPK in per cent."""

    title: str
    count: int
    kind: str = "Jabatan Fungsional Tertentu"
    ranks: tuple[str, ...] = ("III/a", "III/b", "III/c")
    pppk: int = 0


@dataclass
class Office:
    """A unit of the units file, with the people who work in it."""

    key: str
    name: str
    head_title: str
    echelon: str
    parent: str = ""
    posts: tuple[Post, ...] = field(default=())
    head_kind: str = "Jabatan Struktural"
    head_ranks: tuple[str, ...] = ("IV/a", "IV/b")
    has_head: bool = True


CLERKS = (
    Post("Pengadministrasi Perkantoran", 2, "Jabatan Pelaksana", ("II/c", "II/d", "III/a")),
    Post("Pengolah Data dan Informasi", 2, "Jabatan Pelaksana", ("II/d", "III/a"), 40),
)
EXPERTS = (Post("Analis Kebijakan Ahli Muda", 1), Post("Perencana Ahli Pertama", 1), *CLERKS)
PUSKESMAS = (
    Post("Dokter Ahli Pertama", 2, ranks=("III/b", "III/c")),
    Post("Dokter Gigi Ahli Pertama", 1, ranks=("III/b", "III/c")),
    Post("Perawat Ahli Pertama", 7, pppk=30),
    Post("Perawat Terampil", 6, ranks=("II/c", "II/d"), pppk=40),
    Post("Bidan Ahli Pertama", 5, pppk=30),
    Post("Bidan Terampil", 5, ranks=("II/c", "II/d"), pppk=40),
    Post("Apoteker Ahli Pertama", 1),
    Post("Nutrisionis Ahli Pertama", 1, pppk=50),
    Post("Sanitarian Ahli Pertama", 1),
    Post("Pranata Laboratorium Kesehatan Terampil", 2, ranks=("II/c", "II/d"), pppk=50),
    Post("Perekam Medis Terampil", 2, ranks=("II/c", "II/d"), pppk=50),
    *CLERKS,
)
SCHOOL = (
    Post("Guru Ahli Pertama", 7, ranks=("III/a", "III/b"), pppk=50),
    Post("Guru Ahli Muda", 4, ranks=("III/c", "III/d")),
    Post("Pengadministrasi Perkantoran", 1, "Jabatan Pelaksana", ("II/c", "II/d")),
)
AGENCIES = (
    "Badan Perencanaan Pembangunan Daerah", "Badan Pengelola Keuangan dan Aset Daerah", "Badan Pendapatan Daerah",
    "Badan Kesatuan Bangsa dan Politik", "Badan Penanggulangan Bencana Daerah", "Satuan Polisi Pamong Praja",
)  # fmt: skip
DEPARTMENTS = (
    "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Sosial", "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Lingkungan Hidup", "Dinas Perhubungan", "Dinas Komunikasi dan Informatika",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Dinas Perpustakaan dan Arsip",
    "Dinas Perdagangan dan Perindustrian", "Dinas Ketahanan Pangan",
)  # fmt: skip
#: weak results are shown only here, and the name says that the unit does not exist
FICTITIOUS = "Puskesmas Contoh (fiktif)"


def offices(government: Government) -> Iterator[Office]:
    """Every unit of a government, parents first."""
    whole = government.code == WORKED_EXAMPLE
    yield Office("PEMDA", government.name, government.head_title, "", has_head=False)
    yield Office("SETDA", "Sekretariat Daerah", "Sekretaris Daerah", "II.a", "PEMDA", CLERKS)
    yield Office(
        "BKPSDM", government.agency, f"Kepala {government.agency}", "II.b", "PEMDA",
        (Post("Analis SDM Aparatur Ahli Muda", 2), *EXPERTS),
    )  # fmt: skip
    yield Office(
        "INSPEKTORAT",
        "Inspektorat",
        "Inspektur Daerah",
        "II.b",
        "PEMDA",
        (Post("Auditor Ahli Muda", 3), *CLERKS),
    )
    yield from _health(whole)
    yield from _schools(whole)
    if whole:
        yield from _rest()


def _department(key: str, name: str, divisions: tuple[str, ...]) -> Iterator[Office]:
    yield Office(key, name, f"Kepala {name}", "II.b", "PEMDA")
    yield Office(f"{key}-SEK", f"Sekretariat {name}", "Sekretaris Dinas", "III.a", key, EXPERTS)
    for number, division in enumerate(divisions, start=1):
        yield Office(
            f"{key}-B{number}", f"Bidang {division}", f"Kepala Bidang {division}", "III.b", key, EXPERTS
        )


def _health(whole: bool) -> Iterator[Office]:
    divisions = ("Kesehatan Masyarakat", "Pelayanan Kesehatan", "Pencegahan Penyakit") if whole else ()
    yield from _department("DINKES", "Dinas Kesehatan", divisions)
    for number in range(1, (20 if whole else 1) + 1):
        name = f"Puskesmas {number:02d}"
        yield Office(f"PKM{number:02d}", name, f"Kepala {name}", "IV.a", "DINKES", PUSKESMAS)
    if whole:
        yield Office("PKM-FIKTIF", FICTITIOUS, "Kepala Puskesmas Contoh", "IV.a", "DINKES", PUSKESMAS)


def _schools(whole: bool) -> Iterator[Office]:
    divisions = ("Pembinaan SD", "Pembinaan SMP") if whole else ()
    yield from _department("DISDIK", "Dinas Pendidikan", divisions)
    for level, count in (("SD", 45 if whole else 1), ("SMP", 16 if whole else 0)):
        for number in range(1, count + 1):
            yield Office(
                f"{level}{number:02d}", f"{level} Negeri {number:02d}", "Kepala Sekolah, Guru Ahli Madya", "",
                "DISDIK", SCHOOL, "Jabatan Fungsional Tertentu",
            )  # fmt: skip


def _rest() -> Iterator[Office]:
    for number, name in enumerate(AGENCIES, start=1):
        title = "Kepala Satuan Polisi Pamong Praja" if name.startswith("Satuan") else f"Kepala {name}"
        yield Office(f"BDN{number:02d}", name, title, "II.b", "PEMDA", EXPERTS)
    for number, name in enumerate(DEPARTMENTS, start=1):
        yield from _department(f"DIN{number:02d}", name, ("Program", "Layanan"))
    for number in range(1, 12):
        name = f"Kecamatan {number:02d}"
        yield Office(f"KEC{number:02d}", name, f"Camat {number:02d}", "III.a", "PEMDA", EXPERTS)
