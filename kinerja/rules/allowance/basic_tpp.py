"""Basic TPP: the reference allowance of the job class times three indices of the region."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.rules import money, parameters
from kinerja.rules.allowance import ippd
from kinerja.rules.allowance.codes import FiscalCapacity
from kinerja.rules.allowance.perkada import job_class_of
from kinerja.rules.citation import Citation, Standing
from kinerja.rules.refusal import Refused
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation("Kepmendagri 900-4700/2020", "", date(2020, 1, 1), None, Standing.KNOWN, ("S24", "S25"), "4"),
)
#: no region's index was ever near this: a larger one is a slip of the pen
MOST_INDEX = 10


def basic_tpp(job_class: int, itpp: Decimal, *, on: date) -> Verdict[int]:
    """Whole rupiah, half up: the reference of the class × ITPP (= IKFD × IKK × IPPD).

    Refused for a class whose reference is not known and for an ITPP of 0 or above 10.
    """
    return _of(job_class, Fraction(_index("itpp", itpp)), on, ())


def from_indices(
    job_class: int,
    capacity: FiscalCapacity,
    construction_index: Decimal,
    reference_index: Decimal,
    ippd_score: Decimal,
    *,
    on: date,
) -> Verdict[int]:
    """As `basic_tpp`, from the group of fiscal capacity, the two construction-cost indices, and the IPPD score."""
    index = itpp(capacity, construction_index, reference_index, ippd_score, on=on)
    return _of(job_class, index.value, on, index.steps)


def itpp(
    capacity: FiscalCapacity,
    construction_index: Decimal,
    reference_index: Decimal,
    ippd_score: Decimal,
    *,
    on: date,
) -> Verdict[Fraction]:
    """The exact ITPP: IKFD factor × (region's construction index ÷ reference region's) × IPPD factor."""
    for field, number in (("construction_index", construction_index), ("reference_index", reference_index)):
        if not number.is_finite() or not 0 < number <= money.ONE_PERCENT:
            raise Refused(
                field, _("Indeks harus lebih dari 0 dan paling banyak {most}."), {"most": money.ONE_PERCENT}
            )
    fiscal = parameters.table("allowance.ikfd", on=on)
    percent = next(row["percent"] for row in fiscal.rows if row["group"] == capacity)
    cost = Fraction(construction_index) / Fraction(reference_index)
    if cost > MOST_INDEX:
        raise Refused(
            "construction_index", _("Perbandingan indeks paling banyak {most}."), {"most": MOST_INDEX}
        )
    governed = ippd.factor(ippd_score, on=on)
    index = Fraction(percent) / 100 * cost * Fraction(governed.value) / 100
    steps = (
        Step(
            _("Kapasitas fiskal {group}: IKFD {percent:persen}."),
            {"group": capacity, "percent": percent},
            (fiscal.cite,),
        ),
        Step(
            _("IKK {index} ÷ {reference} = {share:bagian}."),
            {"index": construction_index, "reference": reference_index, "share": cost},
            CITES,
        ),
        *governed.steps,
        Step(_("ITPP = IKFD × IKK × IPPD = {share:bagian}."), {"share": index}, CITES),
    )
    return Verdict(index, steps, CITES)


def _index(field: str, index: Decimal) -> Decimal:
    if not index.is_finite() or not 0 < index <= MOST_INDEX:
        raise Refused(field, _("Indeks harus lebih dari 0 dan paling banyak {most}."), {"most": MOST_INDEX})
    return index


def _of(job_class: int, index: Fraction, on: date, before: tuple[Step, ...]) -> Verdict[int]:
    table = parameters.table("allowance.bpk", on=on)
    job_class_of("job_class", job_class)
    reference = next((row["rupiah"] for row in table.rows if row["job_class"] == job_class), None)
    if reference is None:
        raise Refused(
            "job_class", _("Tunjangan acuan kelas {job_class} belum diketahui."), {"job_class": job_class}
        )
    amount = money.half_up(reference * index.numerator, index.denominator)
    steps = (
        *before,
        Step(
            _("Kelas {job_class}: tunjangan kinerja BPK Rp{rupiah}."),
            {"job_class": job_class, "rupiah": reference},
            (table.cite,),
            Decimal(reference),
        ),
        Step(
            _("Rp{rupiah} × ITPP {share:bagian} = Rp{amount}."),
            {"rupiah": reference, "share": index, "amount": amount},
            CITES,
            Decimal(amount),
        ),
    )
    return Verdict(amount, steps, CITES)
