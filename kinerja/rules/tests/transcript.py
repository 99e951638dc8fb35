"""What the command line says, word for word: `transcript.txt` holds each line typed, what came out, and the exit status.

Written anew by `python -m kinerja.rules.tests.told`, as what the cases tell.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kinerja import __main__
from kinerja.rules import asking, catalogue, examples, inputs

PATH = Path(__file__).with_name("transcript.txt")
_QUADRANT: dict[str, Any] = {"work": "DIATAS", "behaviour": "SESUAI"}
_PAYMENT = "allowance.monthly_payment"


def _example(name: str) -> dict[str, Any]:
    found = examples.example(catalogue.rule(name))
    assert found is not None
    return json.loads(json.dumps(found.given, default=inputs.plain_value))


def _records() -> list[dict[str, Any]]:
    """One that agrees, one that does not, one that nobody can read."""
    same = asking.ask(asking.named("assessment.quadrant"), _QUADRANT).to_json()
    other = json.loads(json.dumps(same))
    other["result"]["value"]["code"] = "SANGAT_BAIK"
    return [same, other, {**same, "rule": "assessment.horoscope"}]


def calls() -> Iterator[tuple[str, str]]:
    """What is typed behind `kinerja rule`, and standard input."""
    yield "list", ""
    for name in ("assessment.quadrant", "allowance.tpp_criteria", "privacy.clocks"):
        yield f"show {name}", ""
    yield "show assessment.quadrant --json", ""
    yield "show discipline.legal_status --json", ""
    for act in ("run", "run --json", "explain"):
        yield f"{act} assessment.quadrant --input -", json.dumps(_QUADRANT)
        yield f"{act} {_PAYMENT} --input -", json.dumps(_example(_PAYMENT))
    yield "explain --json assessment.quadrant --input -", json.dumps(_QUADRANT)
    yield "explain development.professionality --input -", json.dumps(_example("development.professionality"))
    for wrong in ({"work": "HEBAT", "behaviour": None}, {"work": "", "usia": 40, "behaviour": ["ä"]}, []):
        yield "run assessment.quadrant --input -", json.dumps(wrong)
        yield "run assessment.quadrant --json --input -", json.dumps(wrong)
    bad_day = {"month": "2026-03-01", "days": [{"day": "2026-04-01", "shift_start": 450, "shift_end": 960}]}
    yield "run allowance.attendance_codes.month_codes --input -", json.dumps(bad_day)
    yield (
        "run allowance.attendance_codes.month_codes --input -",
        json.dumps({**bad_day, "days": []} | {"month": "1999-01-01"}),
    )
    for name in ("assessment.quadrnt", "zzz", "x" * 90):
        yield f"show {name}", ""
    yield "show zzz --json", ""
    for act in ("replay", "replay --json"):
        lines = [json.dumps(each) + "\n" for each in _records()]
        yield f"{act} -", "".join(lines)
        yield f"{act} -", lines[0]
        yield f"{act} -", "".join(lines[:2])
        yield f"{act} -", lines[0] + "{"
        yield f"{act} -", ""
    yield "replay tidak-ada.json", ""
    yield "run assessment.quadrant --input tidak-ada.json", ""


def now() -> str:
    return "\n".join(_said(typed, given) for typed, given in calls())


def _said(typed: str, given: str) -> str:
    out, err, usual = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode()), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = __main__.main(["rule", *typed.split()])
    finally:
        sys.stdin = usual
    told = "".join(f"{_readable(line)}\n" for line in out.getvalue().splitlines())
    refused = "".join(f"! {line}\n" for line in err.getvalue().splitlines())
    return f"$ kinerja rule {typed}\n{told}{refused}= {status}\n"


def _readable(line: str) -> str:
    """JSON over several lines, so that a difference can be read."""
    return json.dumps(json.loads(line), ensure_ascii=False, indent=1) if line[:2] in ('{"', "[{") else line
