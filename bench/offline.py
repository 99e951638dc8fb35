"""The test of cuts in its full size: it fails when one of the reports is lost, doubled, out of order.

python -m bench offline
"""

import os
import subprocess
import sys

from bench.serving import ROOT

SIZE = "500 50 50"
TEST = [sys.executable, "-m", "pytest", "tests/journeys/test_cuts.py", "-q", "-s", "-p", "no:cacheprovider"]


def show() -> None:
    for seed in ("1", "2"):
        environment = os.environ | {"KINERJA_OFFLINE_SIZE": SIZE, "KINERJA_OFFLINE_SEED": seed}
        done = subprocess.run(TEST, cwd=ROOT, capture_output=True, text=True, env=environment)
        found = [line for line in done.stdout.splitlines() if " reports, " in line]
        verdict = "all as it should be" if done.returncode == 0 else "FAILED"
        print(f"- {found[0]}; {verdict}" if found else done.stdout, flush=True)


if __name__ == "__main__":
    show()
