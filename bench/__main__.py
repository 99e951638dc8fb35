"""`make bench`: measure everything that this machine can, and print the table in Markdown.

`python -m bench [ledger|submit|pages|people|board|servers|rules|offline|volumes]`; without a name all of them, one after another.
Keep the machine quiet.
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import date

from bench import board, ledger, pages, rules, servers, submit
from bench.serving import ROOT, cluster


def _ledger() -> None:
    print("| rows in one statement | µs a row with the chain | µs a row bare | ratio |\n|---|---|---|---|")
    for rows, chained, bare in ledger.measure():
        print(f"| {rows} | {chained:.1f} | {bare:.1f} | {chained / bare:.1f} |")


def _submit() -> None:
    found = submit.measure()
    print("| what | requests/s | p99 ms | statuses |\n|---|---|---|---|")
    for name, figure in found.items():
        print(f"| {name} | {figure['per_second']} | {figure['p99_ms']} | {figure['statuses']} |")
    for yardstick in ("signed-in", "bare"):
        print(f"\nreport / {yardstick}: {found['report']['per_second'] / found[yardstick]['per_second']:.2f}")


def _pages() -> None:
    print("| page | requests/s | p99 ms | statuses |\n|---|---|---|---|")
    for name, figure in pages.measure().items():
        print(f"| {name} | {figure['per_second']} | {figure['p99_ms']} | {figure['statuses']} |")


def _board() -> None:
    for name, figure in board.measure().items():
        print(f"- {name}: {figure}")


def _servers() -> None:
    print("| workers | threads | Hari ini/s | p99 ms | reports/s | p99 ms |\n|---|---|---|---|---|---|")
    for workers, threads, reads, writes in servers.measure():
        print(
            f"| {workers} | {threads} | {reads['per_second']} | {reads['p99_ms']} "
            f"| {writes['per_second']} | {writes['p99_ms']} |"
        )


def _people() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench.import_people"], cwd=ROOT, capture_output=True, text=True
    )
    print(done.stdout or done.stderr)


def _volumes() -> None:
    done = subprocess.run([sys.executable, "-m", "bench.volumes"], cwd=ROOT, capture_output=True, text=True)
    print(done.stdout or done.stderr)


def _rules() -> None:
    print("| question (its example) | answers/s |\n|---|---|")
    for name, per_second in rules.each_rule():
        print(f"| {name} | {per_second:,.0f} |")
    print(
        "\n| one month of each person | people | s | µs each | MiB before | MiB after |\n|---|---|---|---|---|---|"
    )
    for each in rules.chains():
        print(f"| {each.name} | {each.people:,} | {each.seconds:.1f} | {each.microseconds:.0f} "
              f"| {each.before_mib:.1f} | {each.after_mib:.1f} |")  # fmt: skip


def _offline() -> None:
    """The test of cuts in its full size: it fails when one of them is lost, doubled, out of order."""
    sizes = os.environ | {"KINERJA_OFFLINE_SIZE": "500 50 50"}
    for seed in ("1", "2"):
        test = [
            sys.executable,
            "-m",
            "pytest",
            "tests/journeys/test_cuts.py",
            "-q",
            "-s",
            "-p",
            "no:cacheprovider",
        ]
        done = subprocess.run(
            test, cwd=ROOT, capture_output=True, text=True, env=sizes | {"KINERJA_OFFLINE_SEED": seed}
        )
        found = [line for line in done.stdout.splitlines() if " reports, " in line]
        print(
            f"- {found[0]}; {'all as it should be' if done.returncode == 0 else 'FAILED'}"
            if found
            else done.stdout
        )


#: these ask no database, or start their own
ALONE = {"rules", "offline", "volumes"}
ALL: dict[str, Callable[[], None]] = {
    "ledger": _ledger,
    "submit": _submit,
    "pages": _pages,
    "people": _people,
    "board": _board,
    "servers": _servers,
    "rules": _rules,
    "offline": _offline,
    "volumes": _volumes,
}


def main() -> int:
    """Run what is named, or everything."""
    wanted = sys.argv[1:] or list(ALL)
    if unknown := set(wanted) - set(ALL):
        sys.stderr.write(f"Unknown: {', '.join(sorted(unknown))}. Choose from {', '.join(ALL)}.\n")
        return 2
    machine = {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    print(json.dumps(machine))
    needs_database = bool(set(wanted) - ALONE)
    running = cluster()
    if needs_database:
        running.start()
    for name in wanted:
        print(f"\n## {name}\n")
        ALL[name]()
    if needs_database:
        running.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
