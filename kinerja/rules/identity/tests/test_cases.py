"""Every case of `identity/cases/*.toml`, run against its rule."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kinerja.rules.codes import NumberKind
from kinerja.rules.identity import golongan, nik, nip, position_kinds
from kinerja.rules.tests import cases
from kinerja.rules.verdict import Verdict


def _nip(given: Mapping[str, Any]) -> Verdict[Any]:
    expected = NumberKind(given["expected"]) if "expected" in given else None
    return nip.parse(given["text"], expected=expected)


def _position(given: Mapping[str, Any]) -> Verdict[Any]:
    return position_kinds.classify(given["kind"], given["position"], given.get("echelon", ""))


RULES = {
    "nip": _nip,
    "nik": lambda given: nik.parse(given["text"]),
    "golongan": lambda given: golongan.parse(given["text"]),
    "position_kinds": _position,
}


@pytest.mark.parametrize("case", cases.in_folder(Path(__file__).parents[1]))
def test_every_case_of_identity(case):
    cases.check(case, RULES)
