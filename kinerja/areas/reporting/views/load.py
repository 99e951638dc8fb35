"""Beban sistem: what comes in by the minute, what waits to be computed, what was refused, and what was measured."""

import os
from datetime import UTC, datetime, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.areas.reporting.queries import behind as queries
from kinerja.base.access.doors import Request, door
from kinerja.rules.workload import measured_peak
from kinerja.tools import clock
from kinerja.tools.serving import load as front
from kinerja.tools.ui import formats

MINUTES = 30
#: the page counts to the end, unlike a receipt
ALL = 1_000_000


@require_safe
@door("load.read")
def load(request: Request) -> HttpResponse:
    """The last half hour, minute by minute."""
    counted, waiting = front.read(os.environ.get(front.VARIABLE, ""))
    behind = queries.behind(ALL)
    rows = _rows({datetime.fromtimestamp(each.begins, UTC): each for each in counted})
    context = {
        "behind": behind,
        "minutes": behind.minutes(clock.real_now()),
        "waiting": waiting,
        "rows": rows,
        "peak": measured_peak(request.principal.day),
        "is_counted": bool(counted),
        "taken": sum(row["taken"] for row in rows),
        "refused": sum(row["front"].refused_read + row["front"].refused_sent for row in rows if row["front"]),
    }
    return render(request, "reporting/load.html", context)


def _rows(counted: dict[datetime, front.Minute]) -> list[dict[str, Any]]:
    """A row for each minute in which something happened, the newest first. The front counts by the machine's own clock."""
    taken, rows = queries.taken_by_minute(MINUTES), []
    for minute in queries.steps(clock.now(), MINUTES):
        ends = minute + timedelta(seconds=59) - clock.shift()
        row = {
            "at": formats.hour(minute),
            "taken": taken.get(minute, 0),
            "front": counted.get(ends.replace(second=0, microsecond=0)),
        }
        if row["taken"] or row["front"]:
            rows.append(row)
    return rows
