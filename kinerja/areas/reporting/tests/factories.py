"""Reports and files, every argument optional. Used inside `inside(instansi)`."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pikepdf
from PIL import Image

from kinerja.areas.planning.models import Indicator, Period, Rhk, Skp
from kinerja.areas.planning.states import PeriodState, SkpState
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.base.organization.models import Person, Unit
from kinerja.tools import clock

BEGINS, ENDS = date(2026, 1, 1), date(2026, 12, 31)


def open_period(**extra: Any) -> Period:
    return Period.objects.get_or_create(
        name=extra.pop("name", "Tahun 2026"),
        defaults={"begins": BEGINS, "ends": ENDS, "fill_until": ENDS, "state": PeriodState.OPEN} | extra,
    )[0]


def agreed_skp(person: Person, unit: Unit, rater: Person | None, **extra: Any) -> Skp:
    fields = {"state": SkpState.AGREED, "begins": BEGINS, "ends": ENDS, "position_title": "Perawat"} | extra
    fields.setdefault("period", open_period())
    return Skp.objects.create(person=person, unit=unit, rater=rater, **fields)


def make_indicator(
    skp: Skp, name: str = "Jumlah pasien yang dilayani sesuai standar", **extra: Any
) -> Indicator:
    """An indicator of an RHK of its own: 600 patients, to be added up."""
    rhk = Rhk.objects.create(skp=skp, statement=extra.pop("statement", "Pasien terlayani sesuai standar"))
    fields = {"unit_of_measure": "pasien", "target": Decimal(600), "is_service": True} | extra
    return Indicator.objects.create(rhk=rhk, name=name, **fields)


def make_report(indicator: Indicator, day: date | None = None, value: Any = 1, **extra: Any) -> Report:
    """A report straight into the table, by the owner of the indicator's SKP, with the ledger left out."""
    skp = indicator.rhk.skp
    return Report.objects.create(
        person_id=extra.pop("person_id", skp.person_id),
        unit_id=skp.unit_id,
        indicator=indicator,
        day=day or clock.today(),
        value=Decimal(str(value)),
        sent_at=extra.pop("sent_at", clock.now()),
        **extra,
    )


def make_evidence(report: Report, sha256: str = "0" * 64, **extra: Any) -> Evidence:
    """A row of evidence without a file behind it."""
    extra = {"kind": Evidence.Kind.PHOTO, "name": "rekap.jpg", "size": 1, "added_at": clock.now()} | extra
    return Evidence.objects.create(report=report, sha256=sha256, **extra)


def photo(
    size: tuple[int, int] = (64, 48), colour: str = "teal", kind: str = "JPEG", **options: Any
) -> bytes:
    """A real picture."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, kind, **options)
    return buffer.getvalue()


def pdf(pages: int = 1) -> bytes:
    """A real PDF of blank pages."""
    buffer = io.BytesIO()
    with pikepdf.new() as document:
        for _number in range(pages):
            document.add_blank_page()
        document.save(buffer)
    return buffer.getvalue()
