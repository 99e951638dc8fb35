"""Submitting a report, whole (session, CSRF, door, rules, ledger, outbox, commit), against minimal Django views.

The same web server, two workers, PostgreSQL on the same cores, 16 clients; medians of rounds taken in turn.
"""

import os
from datetime import date
from statistics import median
from typing import Any
from uuid import uuid4

import psycopg

from bench import demonstration, load
from bench.serving import cluster, granian, running

ROUNDS, SECONDS, CLIENTS = 3, 6.0, 16
MINIMAL = "bench_minimal"
TOKEN = "x" * 32


def measure() -> dict[str, Any]:
    """Requests a second and p99 of each, and the ratios."""
    demonstration.prepare()
    people = _people()
    _minimal_database()
    figures: dict[str, list[load.Result]] = {"bare": [], "signed-in": [], "report": []}
    for _round in range(ROUNDS):
        with granian("bench.minimal.wsgi:application", _minimal(bare=True)) as port:
            figures["bare"].append(
                _run(port, lambda _c, _t, p=port: load.post("/bare/", f"127.0.0.1:{p}", "", b""))
            )
        with granian("bench.minimal.wsgi:application", _minimal(bare=False)) as port:
            figures["signed-in"].append(_run(port, lambda c, _t, p=port: _signed_in(p, c)))
        with granian("kinerja.config.wsgi:application", demonstration.environment()) as port:
            figures["report"].append(_run(port, lambda c, _t, p=port: _report(p, people[c % len(people)])))
    return {name: _summary(results) for name, results in figures.items()}


def _run(port: int, build: load.Build) -> load.Result:
    return load.run(port, build, CLIENTS, SECONDS)


def _summary(results: list[load.Result]) -> dict[str, Any]:
    statuses: dict[int, int] = {}
    for result in results:
        for status, count in result.statuses.items():
            statuses[status] = statuses.get(status, 0) + count
    return {
        "per_second": round(median(result.per_second for result in results)),
        "p99_ms": round(median(result.percentile(0.99) for result in results), 1),
        "statuses": statuses,
    }


def _report(port: int, who: tuple[str, Any, str]) -> bytes:
    session, indicator, day = who
    sent = {
        "csrfmiddlewaretoken": TOKEN,
        "day": day,
        demonstration.indicator_field(indicator, "key"): str(uuid4()),
        demonstration.indicator_field(indicator, "value"): "12",
        demonstration.indicator_field(indicator, "note"): "",
    }
    cookies = f"sessionid={session}; csrftoken={TOKEN}"
    return load.post("/laporan/catat/", f"127.0.0.1:{port}", cookies, demonstration.body(sent))


def _signed_in(port: int, client: int) -> bytes:
    cookies = f"sessionid={_sessions[client % len(_sessions)]}; csrftoken={TOKEN}"
    sent = demonstration.body({"csrfmiddlewaretoken": TOKEN, "value": "12"})
    return load.post("/signed-in/", f"127.0.0.1:{port}", cookies, sent)


def _people() -> list[tuple[str, Any, str]]:
    """Sixteen employees with a session each and an indicator to report on."""
    from bench.signing_in import reporters

    return reporters(CLIENTS, date.today())


_sessions: list[str] = []


def _minimal(*, bare: bool) -> dict[str, str]:
    environment = {"BENCH_DATABASE": MINIMAL, "BENCH_SOCKET": str(cluster().sockets)}
    return environment | ({"BENCH_BARE": "1"} if bare else {})


def _minimal_database() -> None:
    """The yardstick's own database: Django's tables, a user, sixteen sessions, a table to write into."""
    import subprocess
    import sys

    from bench.serving import ROOT

    cluster().drop_database(MINIMAL)
    cluster().create_database(MINIMAL)
    environment = os.environ | _minimal(bare=False) | {"DJANGO_SETTINGS_MODULE": "bench.minimal.settings"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], check=True, env=environment, cwd=ROOT)
    made = subprocess.run(
        [sys.executable, "-m", "bench.minimal.sessions", str(CLIENTS)],
        check=True, env=environment, cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    _sessions[:] = made.stdout.split()
    with psycopg.connect(cluster().url("kinerja_owner", MINIMAL), autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE bench_row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, value text)"
        )


def show() -> None:
    with running():
        found = measure()
    print("| what | requests/s | p99 ms | statuses |\n|---|---|---|---|")
    for name, figure in found.items():
        print(f"| {name} | {figure['per_second']} | {figure['p99_ms']} | {figure['statuses']} |")
    for yardstick in ("signed-in", "bare"):
        print(f"\nreport / {yardstick}: {found['report']['per_second'] / found[yardstick]['per_second']:.2f}")


if __name__ == "__main__":
    show()
