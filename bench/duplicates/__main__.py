"""`python -m bench.duplicates`: recall and false hints per family, on the seeds kept for reporting.

`--tuning` takes the seeds on which thresholds may be chosen. No database; two processes; a few minutes.
"""

from __future__ import annotations

import sys
import time

from bench.duplicates import REPORTED, TUNING, sets
from bench.duplicates.judging import judge


def main() -> None:
    """Print both tables and what a report takes."""
    seeds = TUNING if "--tuning" in sys.argv[1:] else REPORTED
    begun = time.perf_counter()
    photos, notes = judge(seeds)
    number = photos.there.total()
    print(f"Seeds {seeds.start}-{seeds.stop - 1}, {number} reports in one set.\n")
    for title, tables, reused in (("photos", photos, tuple(sets.REUSED)), ("texts", notes, sets.COPIED)):
        print(f"| {title} | reports | | named | |\n|---|---|---|---|---|")
        print("\n".join(tables.rows(reused)) + "\n")
    print(
        f"Drawing, printing and comparing: {(time.perf_counter() - begun) / number * 1000:.0f} ms a report."
    )


if __name__ == "__main__":
    main()
