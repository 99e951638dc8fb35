"""300 reporters of a working afternoon: 70 of 100 requests read, 30 write. A whole installation, every client its own pace.

python -m bench mix

Of a hundred requests: 24 Hari ini, 18 the sheet of Catat progres, 10 the calendar, 8 SKP saya, 6 Persetujuan and 4 Tim saya
of superiors; 24 reports with one row, 6 with two. Goal: 200 a second at least (wanted 300), p99 at most 400 ms, no error.
"""

from datetime import date
from random import Random
from typing import Any
from uuid import uuid4

from bench import demonstration, load
from bench.serving import installation, running

CLIENTS, HEADS, SECONDS = 300, 30, 15.0
#: address → of a hundred requests; of superiors
READS = {"/": 24, "/laporan/catat/": 18, "/laporan/kalender/": 10, "/rencana/skp/": 8}
OF_SUPERIORS = {"/pantau/persetujuan/": 6, "/pantau/tim/": 4}
#: rows of a report → of a hundred requests
WRITES = {1: 24, 2: 6}
RATES = (200, 300)
TOKEN = "x" * 32


class Mix:
    """Who sends what next. The same seed, the same requests."""

    def __init__(self, reporters: list[tuple[str, list[Any]]], heads: list[str]) -> None:
        self.reporters, self.heads, self.random = reporters, heads, Random(1957)
        self.kinds = [*READS, *OF_SUPERIORS, *WRITES]
        self.weights = [*READS.values(), *OF_SUPERIORS.values(), *WRITES.values()]
        assert sum(self.weights) == 100

    def build(self, port: int, client: int) -> bytes:
        """The bytes of a client's next request."""
        kind = self.random.choices(self.kinds, self.weights)[0]
        host = f"127.0.0.1:{port}"
        session, indicators = self.reporters[client % len(self.reporters)]
        if kind in OF_SUPERIORS:
            return load.get(str(kind), host, f"sessionid={self.heads[client % len(self.heads)]}")
        if isinstance(kind, str):
            return load.get(kind, host, f"sessionid={session}")
        sent = {"csrfmiddlewaretoken": TOKEN, "day": date.today().isoformat()}
        for indicator in indicators[:kind]:
            sent |= {
                demonstration.indicator_field(indicator, "key"): str(uuid4()),
                demonstration.indicator_field(indicator, "value"): str(self.random.randint(1, 30)),
                demonstration.indicator_field(indicator, "note"): "",
            }
        cookies = f"sessionid={session}; csrftoken={TOKEN}"
        return load.post("/laporan/catat/", host, cookies, demonstration.body(sent))


def measure() -> dict[str, dict[str, Any]]:
    """For each offered rate, and for clients that never wait: requests a second, percentiles, statuses."""
    demonstration.prepare()
    mix = people()
    found: dict[str, dict[str, Any]] = {}
    with installation(demonstration.environment()) as (port, _pid):

        def build(client: int, _turn: int) -> bytes:
            return mix.build(port, client)

        for rate in RATES:
            found[f"{rate} offered"] = summary(load.paced(port, build, CLIENTS, rate, SECONDS))
        found["16 clients without a pause"] = summary(load.run(port, build, 16, 8.0))
    return found


def people() -> Mix:
    """Reporters and superiors with a session each."""
    from bench.signing_in import session_of, teams, with_lines

    heads = sorted(teams().items(), key=lambda each: (-len(each[1]), str(each[0])))[:HEADS]
    return Mix(with_lines(CLIENTS), [session_of(rater) for rater, _members in heads])


def summary(result: load.Result) -> dict[str, Any]:
    """What the table shows."""
    return {
        "per_second": round(result.per_second),
        "median_ms": round(result.percentile(0.5)),
        "p99_ms": round(result.percentile(0.99)),
        "statuses": result.statuses,
    }


def show() -> None:
    with running():
        print("| 300 reporters | requests/s | median ms | p99 ms | statuses |\n|---|---|---|---|---|")
        for name, each in measure().items():
            print(
                f"| {name} | {each['per_second']} | {each['median_ms']} | {each['p99_ms']} | {each['statuses']} |"
            )


if __name__ == "__main__":
    show()
