"""What people of a post agree to reach in a year: results with indicators, as a superior would word them."""

from dataclasses import dataclass
from decimal import Decimal

from kinerja.areas.planning.models import Frequency
from kinerja.rules.codes import Aspect, Consolidation, Polarity


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator to agree on; `typical` is how far a usual year gets, as a share of the target (a level: around it)."""

    name: str
    unit: str
    target: int
    aspect: Aspect = Aspect.KUANTITAS
    polarity: Polarity = Polarity.MAXIMIZE
    consolidation: Consolidation = Consolidation.SUM
    frequency: Frequency = Frequency.DAILY
    is_service: bool = False

    @property
    def target_value(self) -> Decimal:
        return Decimal(self.target)


@dataclass(frozen=True, slots=True)
class Duty:
    """A planned result with its indicators."""

    statement: str
    measures: tuple[Measure, ...]


def _level(
    name: str,
    unit: str,
    target: int,
    aspect: Aspect = Aspect.KUALITAS,
    polarity: Polarity = Polarity.MAXIMIZE,
) -> Measure:
    return Measure(
        name,
        unit,
        target,
        aspect,
        consolidation=Consolidation.AVERAGE,
        frequency=Frequency.MONTHLY,
        polarity=polarity,
    )


PATIENTS = Duty(
    "Pasien dilayani sesuai standar",
    (
        Measure("Jumlah pasien dilayani sesuai standar", "orang", 2_400, is_service=True),
        _level("Persentase pasien yang menilai layanan baik", "persen", 90),
    ),
)
RECORDS = Duty(
    "Catatan layanan lengkap dan tepat waktu",
    (_level("Rata-rata waktu tunggu pasien", "menit", 30, Aspect.WAKTU, polarity=Polarity.MINIMIZE),),
)
#: the beginning of a post's title → what its holders agree to
DUTIES: dict[str, tuple[Duty, ...]] = {
    "Perawat": (PATIENTS, RECORDS),
    "Dokter": (PATIENTS, RECORDS),
    "Bidan": (
        Duty("Ibu hamil dan bayi mendapat pelayanan sesuai standar",
             (Measure("Jumlah ibu hamil dan bayi dilayani sesuai standar", "orang", 620, is_service=True),)),
        RECORDS,
    ),
    "Apoteker": (Duty("Obat tersedia dan diserahkan dengan benar",
                      (Measure("Jumlah resep dilayani", "resep", 9_600),
                       _level("Persentase obat esensial tersedia", "persen", 95))),),
    "Pranata Laboratorium": (Duty("Hasil pemeriksaan laboratorium selesai tepat waktu",
                                  (Measure("Jumlah pemeriksaan selesai", "pemeriksaan", 3_600),)),),
    "Perekam Medis": (Duty("Rekam medis lengkap", (Measure("Jumlah rekam medis lengkap", "berkas", 4_800),)),),
    "Nutrisionis": (Duty("Balita mendapat pemantauan gizi",
                         (Measure("Jumlah balita dipantau", "anak", 900, is_service=True),)),),
    "Sanitarian": (Duty("Tempat umum memenuhi syarat kesehatan",
                        (Measure("Jumlah tempat umum diperiksa", "tempat", 240),)),),
    "Guru": (
        Duty("Pembelajaran terlaksana sesuai rencana",
             (Measure("Jumlah jam tatap muka terlaksana", "jam", 912, is_service=True),
              _level("Persentase siswa mencapai ketuntasan belajar", "persen", 85))),
    ),
    "Auditor": (Duty("Hasil pengawasan ditindaklanjuti",
                     (Measure("Jumlah laporan hasil pengawasan", "laporan", 24),)),),
    "Analis SDM": (Duty("Data dan layanan kepegawaian akurat",
                        (Measure("Jumlah layanan kepegawaian selesai", "layanan", 720),)),),
}  # fmt: skip
OFFICE = (
    Duty(
        "Dokumen dan layanan administrasi selesai tepat waktu",
        (
            Measure("Jumlah dokumen selesai", "dokumen", 480),
            _level("Persentase dokumen selesai tepat waktu", "persen", 95, Aspect.WAKTU),
        ),
    ),
)
LEADING = (
    Duty(
        "Meningkatnya layanan unit yang sesuai standar",
        (
            Measure(
                "Persentase layanan unit sesuai standar", "persen", 90, Aspect.KUALITAS,
                consolidation=Consolidation.TAKE_LAST_KNOWN, frequency=Frequency.MONTHLY,
            ),
            Measure(
                "Persentase temuan pengawasan selesai ditindaklanjuti", "persen", 100, Aspect.KUALITAS,
                consolidation=Consolidation.TAKE_LAST_KNOWN, frequency=Frequency.QUARTERLY,
            ),
        ),
    ),
)  # fmt: skip


def duties_of(title: str, is_head: bool) -> tuple[Duty, ...]:
    """What a holder of this post agrees to."""
    if is_head:
        return LEADING
    return next((duties for begin, duties in DUTIES.items() if title.startswith(begin)), OFFICE)
