"""Reports with real files that were used before."""

from datetime import date, timedelta
from typing import Any

from PIL import Image

from kinerja.areas.planning.models import Indicator
from kinerja.areas.reporting.actions import add_evidence
from kinerja.areas.reporting.actions.comparing import compare
from kinerja.areas.reporting.models import Report
from kinerja.areas.reporting.tests.factories import make_patients, make_report, upload
from kinerja.base.organization.models import Person
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.organization.tests.factories import make_member
from kinerja.tools import clock
from kinerja.tools.evidence.intake import accept
from kinerja.tools.evidence.tests.drawings import drawing, jpeg


def shown(indicator: Indicator, picture: Image.Image | bytes | None, **extra: Any) -> Report:
    """A report with this picture as evidence, compared with what was there before."""
    report = make_report(indicator, **extra)
    loaded = Report.objects.for_door().get(pk=report.pk)
    if picture is not None:
        content = picture if isinstance(picture, bytes) else jpeg(picture)
        add_evidence(loaded, [accept(upload(content))], by=loaded.person)
    compare([loaded.person_id])
    return loaded


def a_pair(kota: Cast, line: Indicator | None = None, **extra: Any) -> tuple[Report, Report]:
    """Rina's photo of yesterday, and a part of it sent by Budi today."""
    rina = colleague(kota)
    today = clock.today()
    earlier = shown(
        make_patients(rina), drawing(1), day=today - timedelta(days=1),
        sent_at=clock.now() - timedelta(hours=2),
    )  # fmt: skip
    return earlier, shown(
        line or make_patients(kota.budi), drawing(1).crop((60, 40, 720, 540)), day=today, **extra
    )


def colleague(kota: Cast, unit: Any = None, name: str = "Rina Amelia") -> Person:
    return make_member(unit or kota.puskesmas, name, password="")


def day_before(days: int) -> date:
    return clock.today() - timedelta(days=days)
