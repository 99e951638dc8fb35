"""Reports and files, every argument optional. Used inside `inside(instansi)`."""

import io
from datetime import date
from decimal import Decimal
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kinerja.areas.planning.models import Indicator
from kinerja.areas.planning.tests import factories as planning
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.base.organization.models import Person
from kinerja.tools import clock


def make_patients(person: Person, **extra: Any) -> Indicator:
    """An agreed SKP with one indicator: 600 patients served to standard, to be added up over the year."""
    rhk = planning.make_rhk(planning.make_skp(person))
    fields = {"unit_of_measure": "pasien", "target": Decimal(600), "is_service": True} | extra
    return planning.make_indicator(rhk, **fields)


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


def upload(content: bytes | None = None, name: str = "rekap.jpg") -> SimpleUploadedFile:
    """What a browser sends for a chosen file: a photo unless told."""
    return SimpleUploadedFile(name, photo() if content is None else content)
