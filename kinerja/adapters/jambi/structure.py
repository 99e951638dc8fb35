"""Units of a government: kinds of offices every government has, numbered where a real name would need a source."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kinerja.adapters.jambi.governments import WORKED_EXAMPLE, Government
from kinerja.adapters.jambi.sizes import SIZES, SMALL, WHOLE, people_of


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
SECONDARY = (
    Post("Guru Ahli Pertama", 24, ranks=("III/a", "III/b"), pppk=50),
    Post("Guru Ahli Muda", 14, ranks=("III/c", "III/d")),
    Post("Pranata Laboratorium Pendidikan Terampil", 1, ranks=("II/c", "II/d"), pppk=50),
    Post("Pengadministrasi Perkantoran", 4, "Jabatan Pelaksana", ("II/c", "II/d")),
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


@dataclass(frozen=True, slots=True)
class Plan:
    """How many units of each kind a government has. `people`: schools are added until it has so many; 0 for none."""

    puskesmas: int = 1
    primary: int = 1
    middle: int = 0
    whole: bool = False
    fictitious: bool = False
    hospital: int = 0
    people: int = 0


def plan_of(government: Government, people: int = SMALL) -> Plan:
    """The small demonstration has one whole government and eleven sketches; a grown one has twelve whole ones."""
    worked = government.code == WORKED_EXAMPLE
    small = Plan(20, 45, 16, whole=True, fictitious=True) if worked else Plan()
    if people <= SMALL:
        return small
    grown = people / WHOLE
    return Plan(
        puskesmas=small.puskesmas if worked else round(SIZES[government.code].puskesmas * grown),
        primary=small.primary, middle=small.middle, whole=True, fictitious=SIZES[government.code].puskesmas > 0,
        hospital=max(1, round(grown * 10)), people=people_of(government.code, people),
    )  # fmt: skip


def offices(government: Government, people: int = SMALL) -> Iterator[Office]:
    """Every unit of a government, parents first."""
    plan = plan_of(government, people)
    known = list(_known(government, plan))
    yield from known
    if plan.people:
        missing = plan.people - sum(map(size_of, known))
        schools = list(_more_schools(missing, plan, secondary=government.kind == "PROVINSI"))
        yield from schools
        left = missing - sum(map(size_of, schools))
        if left > 0:
            clerks = Post(
                "Pengadministrasi Perkantoran", left - 1, "Jabatan Pelaksana", ("II/c", "II/d", "III/a")
            )
            yield Office("SETDA-UMUM", "Bagian Umum", "Kepala Bagian Umum", "III.a", "SETDA", (clerks,))


def size_of(office: Office) -> int:
    """How many people work in an office."""
    return int(office.has_head) + sum(post.count for post in office.posts)


def _known(government: Government, plan: Plan) -> Iterator[Office]:
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
    yield from _health(plan)
    yield from _schools(plan)
    if plan.whole:
        yield from _rest()
    if plan.hospital:
        yield _hospital(plan.hospital)


def _department(key: str, name: str, divisions: tuple[str, ...]) -> Iterator[Office]:
    yield Office(key, name, f"Kepala {name}", "II.b", "PEMDA")
    yield Office(f"{key}-SEK", f"Sekretariat {name}", "Sekretaris Dinas", "III.a", key, EXPERTS)
    for number, division in enumerate(divisions, start=1):
        yield Office(
            f"{key}-B{number}", f"Bidang {division}", f"Kepala Bidang {division}", "III.b", key, EXPERTS
        )


def _health(plan: Plan) -> Iterator[Office]:
    divisions = ("Kesehatan Masyarakat", "Pelayanan Kesehatan", "Pencegahan Penyakit") if plan.whole else ()
    yield from _department("DINKES", "Dinas Kesehatan", divisions)
    for number in range(1, plan.puskesmas + 1):
        name = f"Puskesmas {number:02d}"
        yield Office(f"PKM{number:02d}", name, f"Kepala {name}", "IV.a", "DINKES", PUSKESMAS)
    if plan.fictitious:
        yield Office("PKM-FIKTIF", FICTITIOUS, "Kepala Puskesmas Contoh", "IV.a", "DINKES", PUSKESMAS)


def _hospital(tens: int) -> Office:
    """A hospital whose director rates everybody: about 600 people in the whole province's demonstration."""
    posts = (
        Post("Dokter Ahli Pertama", 6 * tens, ranks=("III/b", "III/c")),
        Post("Perawat Ahli Pertama", 18 * tens, pppk=30),
        Post("Perawat Terampil", 14 * tens, ranks=("II/c", "II/d"), pppk=40),
        Post("Bidan Ahli Pertama", 8 * tens, pppk=30),
        Post("Apoteker Ahli Pertama", 3 * tens),
        Post("Pranata Laboratorium Kesehatan Terampil", 5 * tens, ranks=("II/c", "II/d"), pppk=50),
        Post("Perekam Medis Terampil", 4 * tens, ranks=("II/c", "II/d"), pppk=50),
        Post("Pengadministrasi Perkantoran", 2 * tens, "Jabatan Pelaksana", ("II/c", "II/d", "III/a")),
    )
    return Office(
        "RSUD", "Rumah Sakit Umum Daerah", "Direktur Rumah Sakit Umum Daerah", "III.a", "DINKES", posts
    )


def _schools(plan: Plan) -> Iterator[Office]:
    divisions = ("Pembinaan SD", "Pembinaan SMP") if plan.whole else ()
    yield from _department("DISDIK", "Dinas Pendidikan", divisions)
    for level, count in (("SD", plan.primary), ("SMP", plan.middle)):
        for number in range(1, count + 1):
            yield _school(level, number, SCHOOL)


def _school(level: str, number: int, posts: tuple[Post, ...]) -> Office:
    return Office(
        f"{level}{number:02d}", f"{level} Negeri {number:02d}", "Kepala Sekolah, Guru Ahli Madya", "", "DISDIK",
        posts, "Jabatan Fungsional Tertentu",
    )  # fmt: skip


def _more_schools(missing: int, plan: Plan, *, secondary: bool) -> Iterator[Office]:
    """Of four schools three are SD; the province keeps SMA and SMK, which are larger."""
    posts = SECONDARY if secondary else SCHOOL
    levels = ("SMA", "SMA", "SMK") if secondary else ("SD", "SD", "SMP", "SD")
    numbers = {"SD": plan.primary, "SMP": plan.middle, "SMA": 0, "SMK": 0}
    for turn in range(missing // (1 + sum(post.count for post in posts))):
        level = levels[turn % len(levels)]
        numbers[level] += 1
        yield _school(level, numbers[level], posts)


def _rest() -> Iterator[Office]:
    for number, name in enumerate(AGENCIES, start=1):
        title = "Kepala Satuan Polisi Pamong Praja" if name.startswith("Satuan") else f"Kepala {name}"
        yield Office(f"BDN{number:02d}", name, title, "II.b", "PEMDA", EXPERTS)
    for number, name in enumerate(DEPARTMENTS, start=1):
        yield from _department(f"DIN{number:02d}", name, ("Program", "Layanan"))
    for number in range(1, 12):
        name = f"Kecamatan {number:02d}"
        yield Office(f"KEC{number:02d}", name, f"Camat {number:02d}", "III.a", "PEMDA", EXPERTS)
