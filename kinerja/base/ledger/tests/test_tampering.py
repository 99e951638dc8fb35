"""Whoever changes history as the database's owner is found, and the entry is named."""

from collections.abc import Iterator

import psycopg
import pytest

from conftest import cluster, template
from kinerja.base.ledger.verifying import _BROKEN, _HEAD
from kinerja.tools.keys import uuid7

INSTANSI = uuid7()
TAMPER = {
    "a changed verb": ("UPDATE ledger_entry SET verb = 'test.lied' WHERE seq = 3", [3]),
    "a changed time": ("UPDATE ledger_entry SET at = at + interval '1 second' WHERE seq = 2", [2]),
    "a changed person": ("UPDATE ledger_entry SET by_id = kinerja_uuid7() WHERE seq = 4", [4]),
    "a changed hash": ("UPDATE ledger_entry SET hash = sha256('x') WHERE seq = 2", [2, 3]),
    "a removed entry": ("DELETE FROM ledger_entry WHERE seq = 3", [4]),
    "two entries in the other order": (
        "UPDATE ledger_entry SET seq = -seq WHERE seq IN (2, 3);"
        "UPDATE ledger_entry SET seq = CASE seq WHEN -2 THEN 3 ELSE 2 END WHERE seq < 0",
        [2, 3, 4],
    ),
    "nothing": ("SELECT 1", []),
}


@pytest.fixture
def owner() -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A database of its own with five entries, as its superuser: nobody can be stronger."""
    name = f"tamper_{uuid7().hex}"
    cluster().create_database(name, template=template())
    with psycopg.connect(cluster()._admin(name), autocommit=True) as found:
        found.execute("SELECT set_config('kinerja.instansi', %s, false)", [str(INSTANSI)])
        found.execute(
            "INSERT INTO tenancy_instansi (id, code, name, kind, kemendagri_code, bps_code, agency_name)"
            " VALUES (%s, 'x', 'X', 'KOTA', '', '', '')",
            [INSTANSI],
        )
        found.execute(
            "INSERT INTO ledger_entry (id, instansi_id, at, verb, subject_type, subject_id, rule_version, rows, content_hash)"
            " SELECT kinerja_uuid7(), %s, now(), 'test.said', 'x', kinerja_uuid7(), '', 1, '\\x00'"
            " FROM generate_series(1, 5)",
            [INSTANSI],
        )
        found.execute("ALTER TABLE ledger_entry DISABLE TRIGGER USER")
        yield found
    cluster().drop_database(name)


@pytest.mark.parametrize("how", TAMPER)
def test_the_check_finds_and_names(owner: psycopg.Connection[tuple[object, ...]], how: str) -> None:
    statement, broken = TAMPER[how]

    owner.execute(statement)

    assert [row[1] for row in owner.execute(_BROKEN, {"instansi": INSTANSI})] == broken


def test_cutting_the_end_off_is_seen_at_the_head(owner: psycopg.Connection[tuple[object, ...]]) -> None:
    owner.execute("DELETE FROM ledger_entry WHERE seq = 5")

    head = owner.execute(_HEAD, {"instansi": INSTANSI}).fetchone()
    assert head is not None
    assert head[1] is False


def test_retention_may_take_the_salt_and_nothing_else(owner: psycopg.Connection[tuple[object, ...]]) -> None:
    owner.execute("ALTER TABLE ledger_entry ENABLE TRIGGER USER")
    owner.execute("UPDATE ledger_entry SET salt = NULL WHERE seq = 2")

    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute("UPDATE ledger_entry SET salt = NULL, verb = 'x' WHERE seq = 2")
    assert list(owner.execute(_BROKEN, {"instansi": INSTANSI})) == []
