"""`python -m bench.years`: the table of warnings, false alarms and intervals on the seeds kept for reporting.

`--tuning` takes the seeds on which thresholds may be chosen. No database; two processes; a few minutes.
"""

from __future__ import annotations

import sys
import time
from multiprocessing import Pool

from bench.years import REPORTED, TUNING, families, judging


def main() -> None:
    """Print the table, and how long one forecast takes."""
    seeds = TUNING if "--tuning" in sys.argv[1:] else REPORTED
    years = families.every_year(seeds)
    with Pool(2) as pool:
        judged = pool.map(judging.judge, years, chunksize=25)
    print(f"Seeds {seeds.start}-{seeds.stop - 1}, {len(years)} years, {len(judging.LOOKS)} looks each; "
          f"intervals are meant to hold {judging.NOMINAL} of 100.\n")  # fmt: skip
    print("| | warned in time / missed | | false alarms / met | | interval held |\n|---|---|---|---|---|---|")
    for line in judging.lines(judged):
        print(line.row())
    begun = time.perf_counter()
    for year in years[:10]:
        judging.judge(year)
    each = (time.perf_counter() - begun) / 10 / len(judging.LOOKS)
    print(f"\nOne look, its series made of reports included: {each * 1_000_000:.0f} µs.")


if __name__ == "__main__":
    main()
