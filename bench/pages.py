"""Reading pages: home, "Tim saya" of the largest team, the sheet; requests a second at 16 clients."""

from datetime import date
from typing import Any

from bench import demonstration, load
from bench.serving import granian, running


def measure() -> dict[str, Any]:
    """Each page with requests a second, p99 and the answer's status."""
    demonstration.prepare()
    from bench.signing_in import head_of_largest_unit, reporters

    people = [session for session, *_rest in reporters(16, date.today())]
    head, size = head_of_largest_unit()
    found: dict[str, Any] = {}
    with granian("kinerja.config.wsgi:application", demonstration.environment()) as port:
        for name, path, sessions in (
            ("Hari ini", "/", people),
            ("Catat progres", "/laporan/catat/", people),
            (f"Tim saya ({size} orang)", "/pantau/tim/", [head]),
        ):
            result = load.run(port, lambda c, _t, p=path, s=sessions: _get(port, p, s[c % len(s)]), 16, 5.0)
            found[name] = {
                "per_second": round(result.per_second), "p99_ms": round(result.percentile(0.99), 1),
                "statuses": result.statuses,
            }  # fmt: skip
    return found


def _get(port: int, path: str, session: str) -> bytes:
    return load.get(path, f"127.0.0.1:{port}", f"sessionid={session}")


def show() -> None:
    print("| page | requests/s | p99 ms | statuses |\n|---|---|---|---|")
    with running():
        for name, figure in measure().items():
            print(f"| {name} | {figure['per_second']} | {figure['p99_ms']} | {figure['statuses']} |")


if __name__ == "__main__":
    show()
