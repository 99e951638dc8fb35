"""Is the ledger linear? Batches of growing size in one statement each, in microseconds a row."""

import time

import psycopg

from bench import demonstration
from bench.serving import cluster, running
from kinerja.tools.keys import uuid7

INSERT = """
INSERT INTO ledger_entry (id, instansi_id, at, verb, subject_type, subject_id, rule_version, rows, content_hash)
SELECT kinerja_uuid7(), %s, now(), 'bench.wrote', 'bench.row', kinerja_uuid7(), '', 1, sha256('x')
  FROM generate_series(1, %s)
"""
BARE = """
INSERT INTO bench_entry SELECT kinerja_uuid7(), %s, now(), 'bench.wrote', 'bench.row', kinerja_uuid7(), '', 1, sha256('x'),
       n, sha256('y') FROM generate_series(1, %s) n
"""
TABLE = """
CREATE TABLE bench_entry (id uuid PRIMARY KEY, instansi_id uuid NOT NULL, at timestamptz, verb text, subject_type text,
  subject_id uuid, rule_version text, rows int, content_hash bytea, seq bigint, hash bytea, UNIQUE (instansi_id, seq))
"""


def measure() -> list[tuple[str, float, float]]:
    """(rows, microseconds a row with the chain, without it)."""
    name = f"bench_ledger_{uuid7().hex[:12]}"
    demonstration.prepare()
    cluster().create_database(name, template=demonstration.NAME)
    with psycopg.connect(cluster().url("kinerja_owner", name), autocommit=True) as owner:
        owner.execute(TABLE)
        owner.execute("GRANT ALL ON bench_entry TO kinerja_app")
        tenants = [row[0] for row in owner.execute("SELECT id FROM tenancy_instansi ORDER BY id")]
    results = []
    with psycopg.connect(cluster().url("kinerja_app", name), autocommit=True) as connection:
        for tenant, rows in zip(tenants, (5_000, 10_000, 20_000, 50_000, 100_000), strict=False):
            results.append(
                (f"{rows:,}", _run(connection, INSERT, tenant, rows), _run(connection, BARE, tenant, rows))
            )
    cluster().drop_database(name)
    return results


def _run(connection: psycopg.Connection, statement: str, tenant: object, rows: int) -> float:
    with connection.transaction():
        connection.execute("SELECT set_config('kinerja.instansi', %s, true)", [str(tenant)])
        begin = time.perf_counter()
        connection.execute(statement, [tenant, rows])
    return (time.perf_counter() - begin) / rows * 1_000_000


def show() -> None:
    print("| rows in one statement | µs a row with the chain | µs a row bare | ratio |\n|---|---|---|---|")
    with running():
        for rows, chained, bare in measure():
            print(f"| {rows} | {chained:.1f} | {bare:.1f} | {chained / bare:.1f} |")


if __name__ == "__main__":
    show()
