"""Files that others wrote are the ones we say they are."""

import hashlib
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
ROWS = re.findall(
    r"^\| `([^`]+)` \| ([\w.-]+) \| ([\d.]+) \| ([\w-]+) \| `([0-9a-f]{64})` \|$",
    (HERE / "VENDORED.md").read_text(),
    re.M,
)
LICENCES = {"bootstrap": "bootstrap", "bootstrap-icons": "bootstrap-icons", "htmx.org": "htmx", "idb": "idb"}


@pytest.mark.parametrize(
    ("path", "package", "version", "licence", "digest"), ROWS, ids=[row[1] for row in ROWS]
)
def test_a_vendored_file_has_its_checksum_and_licence(
    path: str, package: str, version: str, licence: str, digest: str
) -> None:
    assert hashlib.sha256((HERE / path).read_bytes()).hexdigest() == digest
    assert licence in {"MIT", "0BSD", "ISC"}
    assert (HERE / "licences" / f"{LICENCES[package]}.txt").read_text().strip()


def test_every_file_of_others_is_in_the_table() -> None:
    vendored = {path for folder in ("static/vendor", "styles/vendor") for path in (HERE / folder).iterdir()}
    assert vendored <= {HERE / row[0] for row in ROWS}
    assert len(ROWS) == 4
