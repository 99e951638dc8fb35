"""A counter entry, a file of 1,000 rows of volumes and a sending of 1,000 rows, through the product's own addresses.

python -m bench volumes

Requests go through middleware, session, door, rules, ledger and commit, without a network. Goal: each at most 2 s.
"""

import io
import json
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any
from uuid import uuid4

from bench.own import own_database

ROWS, SERVICES, ENTRIES = 1_000, 10, 60
BEGINS = date(2026, 1, 1)


def measure() -> dict[str, Any]:
    """Seconds of each; the median of all counter entries, the slower of two for the others."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    from kinerja.base.accounts.models import User

    head, service, token = _stage()
    client = Client()
    backend = "kinerja.base.accounts.backends.AuthenticationBackend"
    client.force_login(User.objects.get(pk=head), backend)

    def entry() -> None:
        sent = {"key": str(uuid4()), "served": "1", "to_standard": "1"}
        assert client.post(f"/layanan/{service}/hitung/", sent).status_code == 302

    def file(first: int) -> None:
        upload = SimpleUploadedFile("volume.xlsx", _workbook(first))
        page = client.post("/layanan/impor/", {"file": upload})["Location"]
        done = client.post(f"{page}penerapan/", {})
        assert done.status_code == 302, done.content

    def sending(first: int) -> None:
        headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
        body = json.dumps({"volumes": list(_rows(first))})
        answer = client.put(
            "/api/v1/services/volumes", body, content_type="application/json", headers=headers
        )
        assert json.loads(answer.content)["new"] == ROWS, answer.content

    return {
        "counter_entry_ms": round(median(_timed(entry) for _number in range(ENTRIES)) * 1_000, 1),
        "file_of_1000_rows_s": round(max(_timed(lambda n=n: file(n)) for n in (0, 1)), 2),
        "sending_of_1000_rows_s": round(max(_timed(lambda n=n: sending(n)) for n in (2, 3)), 2),
    }


def _timed(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _stage() -> tuple[Any, Any, str]:
    """A puskesmas whose head keeps ten services, and a connected system."""
    from kinerja.areas.service_quality.tests.factories import make_service
    from kinerja.base.access.actions import connect_system
    from kinerja.base.organization.tests.factories import make_head, make_instansi, make_unit
    from kinerja.base.tenancy.context import inside
    from kinerja.tools import clock

    kota = make_instansi()
    with inside(kota.pk):
        unit = make_unit("Puskesmas 01")
        head = make_head(unit, "Sari Wulandari")
        made = [make_service(unit, f"Layanan {n}", code=f"PKM01-{n}") for n in range(SERVICES)]
        for each in made:  # long open, so that a thousand days fit
            type(each).objects.filter(pk=each.pk).update(opened_on=BEGINS - timedelta(days=3_000))
        until = clock.today() + timedelta(days=30)
        _system, token = connect_system(name="SIMPUS", rights=["volume.write"], expires_on=until, by=head)
    return head.pk, made[0].pk, token


def _rows(first: int) -> Any:
    """A thousand rows of days that no other set has."""
    for number in range(ROWS):
        day = BEGINS - timedelta(days=1 + first * ROWS // SERVICES + number // SERVICES)
        yield {
            "service": f"PKM01-{number % SERVICES}",
            "day": day.isoformat(),
            "served": 40 + number % 9,
            "to_standard": 38,
        }


def _workbook(first: int) -> bytes:
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["TANGGAL", "KODE LAYANAN", "DILAYANI", "SESUAI STANDAR"])
        for at, row in enumerate(_rows(first), start=1):
            sheet.write_row(at, 0, [row["day"], row["service"], row["served"], row["to_standard"]])
    return made.getvalue()


def show() -> None:
    with own_database(KINERJA_ALLOWED_HOSTS="testserver"):
        for name, value in measure().items():
            print(f"- {name}: {value}")


if __name__ == "__main__":
    show()
