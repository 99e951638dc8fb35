"""Photos of tally sheets, names covered, each day another photo; and some of them sent a second time, for the hint to be seen."""

import io
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from kinerja.areas.reporting import actions as reporting
from kinerja.areas.reporting.actions.comparing import compare
from kinerja.areas.reporting.models import Evidence, Report
from kinerja.areas.reporting.states import ReportState
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock
from kinerja.tools.evidence import store
from kinerja.tools.evidence.intake import accept as take_in


def tally_photo(day: date, value: Decimal) -> bytes:
    """A sheet as somebody photographs it: strokes in fives, on a desk, never held quite straight."""
    random = Random(f"{day}/{value}")  # noqa: S311 - a picture of invented data
    sheet = Image.new("RGB", (520, 380), "#fbfaf6")
    pen = ImageDraw.Draw(sheet)
    pen.text((20, 14), f"Rekap layanan {day:%d-%m-%Y} (data contoh)", fill="#16202a")
    for row in range(9):
        top = 46 + row * 34
        pen.rectangle((20, top, 150, top + 16), fill="#16202a")
        pen.line((14, top + 26, 506, top + 26), fill="#8a949c")
        for stroke in range(random.randint(2, 40)):
            x, lean = 166 + stroke * 7 + stroke // 5 * 9, random.randint(-3, 3)
            pen.line((x, top + random.randint(-4, 2), x + lean, top + 20), fill="#1f2f7a", width=2)
    pen.text((20, 356), f"Jumlah: {value}", fill="#16202a")
    desk = Image.new("RGB", (640, 480), random.choice(("#7a5c43", "#9aa3a8", "#5f6b52")))
    desk.paste(sheet, (random.randint(30, 90), random.randint(30, 70)))
    held = desk.rotate(random.uniform(-5, 5), Image.Resampling.BICUBIC, fillcolor="#6d6258")
    return _jpeg(held.crop((14, 14, 626, 466)))


def send_again(sender: Person, others: Sequence[Person]) -> None:
    """Two colleagues attach a photo of `sender`'s: one a part of it, unexplained; one the whole of it, with her sentence."""
    photos = Evidence.objects.there().filter(
        report__person=sender, report__state=ReportState.ACCEPTED, kind="FOTO"
    )
    source = photos.order_by("-report__day").first()
    if source is None:
        return
    with store.read(current_id(), source.sha256) as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as picture:
        part = _jpeg(picture.convert("RGB").crop((40, 30, picture.width - 60, picture.height - 40)))
    compare_later = [sender]
    for person, sent in zip(others, (part, content), strict=False):
        waiting = (
            Report.objects.for_door().of(person.pk).filter(state=ReportState.SUBMITTED, service__isnull=True)
        )
        report = waiting.order_by("-sent_at").first()
        if report is not None:
            with clock.at(report.sent_at + timedelta(minutes=2)):
                reporting.add_evidence(report, [take_in(SimpleUploadedFile("rekap.jpg", sent))], by=person)
            compare_later.append(person)
            last = report
    compare([each.pk for each in compare_later])
    if len(compare_later) > 2 and last.likenesses.exists():
        reporting.explain(
            last, text="Lembar rekap bersama, satu foto untuk loket kami berdua (contoh).", by=last.person
        )


def _jpeg(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=75)
    return buffer.getvalue()
