"""Tim saya of a team of about 50 and of about 600: statements and server time, with however many reports are stored.

python -m bench team          BENCH_DATA=DIR python -m bench team  with the data of `kinerja demo --people 90000`

The page is made in this process, as a page worker makes it: middleware, session, door, statements, template, no network.
Goal: at most 8 statements and 100 ms.
"""

from statistics import median
from time import perf_counter
from typing import Any

from bench import demonstration
from bench.serving import running

WANTED, TIMES, PAGE = (50, 600), 15, "/pantau/tim/"


def measure() -> list[dict[str, Any]]:
    """For each team: size, statements, first and median milliseconds, reports stored."""
    demonstration.prepare()
    from bench.signing_in import session_of, sizes_of_teams

    sizes = sizes_of_teams("kota-jambi")
    found = []
    for wanted in WANTED:
        rater = min(sizes, key=lambda each: (abs(sizes[each] - wanted), str(each)))
        found.append({"people": sizes[rater], "stored": stored(), **asked(session_of(rater))})
    return found


def asked(session: str) -> dict[str, Any]:
    """Look at the page as this person."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1"})
    client.cookies["sessionid"] = session
    milliseconds = []
    for _time in range(TIMES):
        begun = perf_counter()
        answer = client.get(PAGE)
        milliseconds.append((perf_counter() - begun) * 1000)
        assert answer.status_code == 200, answer.status_code
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(PAGE)
    statements = [
        each["sql"]
        for each in captured
        if not each["sql"].startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))
    ]
    return {
        "statements": len(statements), "first_ms": round(milliseconds[0], 1), "median_ms": round(median(milliseconds[3:]), 1),
        "slowest_ms": round(max(milliseconds[3:]), 1), "kilobytes": round(len(answer.content) / 1000),
    }  # fmt: skip


def stored() -> int:
    """Reports of all governments; each sees only its own, so they are counted one after the other."""
    from kinerja.areas.reporting.models import Report
    from kinerja.base.tenancy.context import inside
    from kinerja.base.tenancy.models import Instansi

    count = 0
    for pk in Instansi.objects.values_list("pk", flat=True):
        with inside(pk):
            count += Report.objects.count()
    return count


def show() -> None:
    with running():
        print("| people | reports stored | statements | first ms | median ms | slowest ms | page KB |")
        print("|---|---|---|---|---|---|---|")
        for each in measure():
            print(f"| {each['people']} | {each['stored']:,} | {each['statements']} | {each['first_ms']} | {each['median_ms']} "
                  f"| {each['slowest_ms']} | {each['kilobytes']} |")  # fmt: skip


if __name__ == "__main__":
    show()
