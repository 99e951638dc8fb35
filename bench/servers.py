"""How many workers and threads make pages: the same reading and writing against each setting, on the same two cores."""

from datetime import date
from typing import Any

from bench import demonstration, load, submit
from bench.serving import granian, running

SETTINGS = ((1, 1), (1, 4), (2, 1), (2, 2), (2, 4), (3, 1), (4, 1), (4, 2))


def measure() -> list[tuple[int, int, dict[str, Any], dict[str, Any]]]:
    """(workers, threads, reading "Hari ini", submitting) with requests a second and p99."""
    demonstration.prepare()
    from bench.signing_in import reporters

    people = reporters(submit.CLIENTS, date.today())
    found = []
    for workers, threads in SETTINGS:
        with granian(
            "kinerja.config.wsgi:application", demonstration.environment(), workers, threads
        ) as port:
            reads = load.run(port, lambda c, _t, p=port: _home(p, people[c % len(people)][0]), 16, 4.0)
            writes = load.run(port, lambda c, _t, p=port: submit._report(p, people[c % len(people)]), 16, 4.0)
        found.append((workers, threads, submit._summary([reads]), submit._summary([writes])))
    return found


def _home(port: int, session: str) -> bytes:
    return load.get("/", f"127.0.0.1:{port}", f"sessionid={session}")


def show() -> None:
    print("| workers | threads | Hari ini/s | p99 ms | reports/s | p99 ms |\n|---|---|---|---|---|---|")
    with running():
        for workers, threads, reads, writes in measure():
            print(
                f"| {workers} | {threads} | {reads['per_second']} | {reads['p99_ms']} "
                f"| {writes['per_second']} | {writes['p99_ms']} |"
            )


if __name__ == "__main__":
    show()
