"""The ten minutes before a deadline: `python -m bench surge`, or `python -m bench.surge [--seconds=N] [--kill]`.

The last seconds (120) of ten minutes in which 12,000 people come (curve.py), at the real rates: the whole with --seconds=600.
A whole installation (front, pages, streams, worker, dispatcher) on the demonstration's data; one report in ten has a
photo. Afterwards every id is looked for: in the reports, and in the ledger.
"""

import argparse
import asyncio
import io
import os
import random
import signal
import subprocess
import time
from collections import Counter
from datetime import date
from typing import Any
from uuid import uuid4

import psycopg

from bench import demonstration
from bench.serving import cluster, installation, running
from bench.surge.curve import PEAK, arrivals
from bench.surge.person import Found, Person, Reporter

SECONDS, PHOTOS, ONE_IN = 120, 40, 10
SEED = 1957
_WAITING = """
SELECT (SELECT count(*) FROM ledger_outbox),
       (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND task_name LIKE 'monitoring.%')
"""


def measure(seconds: int, *, kill: bool = False) -> dict[str, Any]:
    """What everybody met, how long the computing behind took, and what is stored of it."""
    demonstration.prepare()
    chance = random.Random(SEED)
    moments = arrivals(seconds)
    people = _reporters([rate for _moment, rate in moments], chance)
    demonstration.manage("collectstatic", "--noinput", "-v0")
    with installation(demonstration.environment()) as (port, process):
        found, queues = asyncio.run(_run(port, people, moments, chance, process if kill else 0))
        drained = _drain()
    return _told(people, found, queues, drained)


async def _run(
    port: int, people: list[Reporter], moments: list[tuple[float, int]], chance: random.Random, victim: int
) -> tuple[Found, list[tuple[int, int]]]:
    found, begin = Found(), time.perf_counter()
    queues: list[tuple[int, int]] = []

    async def come(who: Reporter, moment: float) -> None:
        await asyncio.sleep(max(0.0, begin + moment - time.perf_counter()))
        await Person(port, who, found, chance).run()

    visits = [
        asyncio.create_task(come(who, moment)) for who, (moment, _rate) in zip(people, moments, strict=True)
    ]
    beside = [asyncio.create_task(_watch(queues))]
    if victim:
        beside.append(asyncio.create_task(_kill(victim, chance)))
    await asyncio.gather(*visits)
    for task in beside:
        task.cancel()
    return found, queues


async def _watch(queues: list[tuple[int, int]]) -> None:
    while True:
        queues.append(await asyncio.to_thread(_waiting))
        await asyncio.sleep(2)


async def _kill(installation: int, chance: random.Random) -> None:
    """Kill a page worker, the worker or the dispatcher every few seconds."""
    words = ("granian", "kinerja work", "granian", "kinerja dispatch")
    for turn in range(10_000):
        await asyncio.sleep(chance.uniform(3, 8))
        rows = subprocess.run(["ps", "-e", "-o", "pid=,ppid=,args="], capture_output=True, text=True).stdout
        family = {installation}
        lines = [line.split(None, 2) for line in rows.splitlines()]
        for _depth in range(3):
            family |= {int(pid) for pid, above, _args in lines if int(above) in family}
        word = words[turn % len(words)]
        own = [int(pid) for pid, above, args in lines if int(pid) in family and word in args]
        if own:
            os.kill(own[-1], signal.SIGKILL)


def _waiting() -> tuple[int, int]:
    with psycopg.connect(cluster().url("kinerja_owner", demonstration.NAME)) as connection:
        row = connection.execute(_WAITING).fetchone()
    assert row is not None
    return row[0], row[1]


def _drain() -> float:
    """Seconds after the last report until everything behind it is computed."""
    began = time.perf_counter()
    while sum(_waiting()) and time.perf_counter() - began < 900:
        time.sleep(0.5)
    return time.perf_counter() - began


def _reporters(rates: list[int], chance: random.Random) -> list[Reporter]:
    """A report for each of these, by the demonstration's people in turn, each with a session."""
    from bench.signing_in import all_reporters

    photos = [_photo(number) for number in range(PHOTOS)]
    known = all_reporters(len(rates))
    chance.shuffle(known)
    day = date.today().isoformat()
    return [
        Reporter(
            *known[number % len(known)],
            day,
            str(uuid4()),
            rate,
            photos[number % PHOTOS] if number % ONE_IN == 0 else b"",
        )
        for number, rate in enumerate(rates)
    ]


def _photo(number: int) -> bytes:
    """A picture as the page has made it small: 1,600 × 1,200, some 300 KB."""
    from PIL import Image

    grain = Image.effect_noise((400, 300), 40 + number).resize((1600, 1200))
    made = io.BytesIO()
    Image.merge("RGB", (grain, grain.rotate(180), grain)).save(made, "JPEG", quality=72)
    return made.getvalue()


def _told(
    people: list[Reporter], found: Found, queues: list[tuple[int, int]], drained: float
) -> dict[str, Any]:
    reports, acts = _stored([each.key for each in people])
    return {
        "people": len(people),
        "peak arrivals a second": PEAK,
        "acknowledged": len(found.acknowledged),
        "lost": len(set(found.acknowledged) - set(reports)),
        "doubled": sum(count - 1 for count in reports.values()) + sum(count - 1 for count in acts.values()),
        "without their act in the ledger": len(set(reports) - set(acts)),
        "sent ms (p50, p95, p99, slowest)": _percentiles(found.sent),
        "read ms (p50, p95, p99, slowest)": _percentiles(found.read),
        "waited on their device": len(found.held),
        "seconds they waited (p50, p95, p99, slowest)": _percentiles(found.held),
        "by people a second: (reports, sent ms p50, p95, p99, slowest, waited on their device)": {
            rate: (len(took), *_percentiles(took), found.held_at[rate]) for rate, took in found.taken_at.items()
        },
        "answers": dict(sorted(found.statuses.items())),
        "longest queue (outbox, computing)": (max(q[0] for q in queues), max(q[1] for q in queues)),
        "seconds until all was computed": round(drained, 1),
    }  # fmt: skip


def _stored(keys: list[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each of these ids is there as a report, and as the act of sending one."""
    from kinerja.areas.reporting.models import Report
    from kinerja.base.ledger.models import Entry
    from kinerja.base.tenancy.context import inside
    from kinerja.base.tenancy.models import Instansi

    reports: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    for instansi in Instansi.objects.values_list("pk", flat=True):
        with inside(instansi):
            reports.update(map(str, Report.objects.filter(pk__in=keys).values_list("pk", flat=True)))
            sent = Entry.objects.filter(subject_id__in=keys, verb="reporting.submitted")
            acts.update(map(str, sent.values_list("subject_id", flat=True)))
    return reports, acts


def _percentiles(values: list[float]) -> list[float]:
    ordered = sorted(values) or [0.0]
    return [
        round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1) for share in (0.5, 0.95, 0.99, 1)
    ]


def main() -> None:
    given = argparse.ArgumentParser()
    given.add_argument("--seconds", type=int, default=SECONDS)
    given.add_argument("--kill", action="store_true")
    asked = given.parse_args()
    with running():
        for name, figure in measure(asked.seconds, kill=asked.kill).items():
            print(f"- {name}: {figure}", flush=True)


if __name__ == "__main__":
    main()
