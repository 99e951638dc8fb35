"""`make bench`: measure what this machine can, and print tables in Markdown.

`python -m bench [NAME …]` runs these one after another, each in a process of its own; without a name all of them that end
within some minutes. `python -m bench NAME --option` hands options on. Keep the machine quiet.
"""

import json
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: name → what is measured; each is the module (or package) `bench.NAME`
ALL = {
    "ledger": "is the ledger's chain linear",
    "submit": "a report against minimal views",
    "pages": "pages on the demonstration's data",
    "mix": "300 reporters, reading and writing",
    "streams": "1,000 open streams and two browsers while reports come",
    "team": "Tim saya with much stored",
    "first": "the first load of a page in a browser",
    "board": "from commit to the row on an open board",
    "servers": "how many workers and threads",
    "rules": "the rules alone",
    "people": "100,000 people from a file",
    "reports": "1,000 reports from a workbook",
    "volumes": "volumes by counter, file and connected system",
    "surge": "the last minutes before a deadline",
    "duplicates": "photos and texts that were used before, and honest ones beside them",
    "offline": "reports that wait on a device, in full size",
}
#: by name only: these take longer
LONG = {"years": "warnings on simulated years", "mutants": "every small change of the rules"}


def main() -> int:
    """Run what is named, or everything."""
    names = [each for each in sys.argv[1:] if not each.startswith("-")]
    options = [each for each in sys.argv[1:] if each.startswith("-")]
    if unknown := set(names) - set(ALL | LONG):
        listed = "\n".join(f"  {name:10} {meaning}" for name, meaning in (ALL | LONG).items())
        sys.stderr.write(f"Unknown: {', '.join(sorted(unknown))}. Choose from\n{listed}\n")
        return 2
    machine = {
        "date": date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
    }
    print(json.dumps(machine), flush=True)
    failed = 0
    for name in names or ALL:
        print(f"\n## {name}\n", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"bench.{name}", *options], cwd=ROOT).returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
