"""The catalogue: each table belongs to an instansi or is on the list with its reason; each tenant table has its walls."""

import pytest
from django.db import connection

from kinerja.base.tenancy.exits import TABLES_WITHOUT_INSTANSI

pytestmark = pytest.mark.django_db

_TABLES = """
SELECT c.relname,
       EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'instansi_id' AND a.attnotnull),
       c.relrowsecurity AND c.relforcerowsecurity,
       EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant')
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1
"""
_UNIQUE = """
SELECT c.relname, i.relname, a.attname
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
 WHERE n.nspname = 'public' AND x.indisunique ORDER BY 1, 2
"""
_FOREIGN = """
SELECT f.conrelid::regclass::text, f.conname, array_length(f.conkey, 1)
  FROM pg_constraint f JOIN pg_namespace n ON n.oid = f.connamespace
 WHERE f.contype = 'f' AND n.nspname = 'public'
   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attname = 'instansi_id')
   AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attname = 'instansi_id')
"""


def _rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _tenant_tables() -> set[str]:
    return {name for name, *_rest in _rows(_TABLES)} - set(TABLES_WITHOUT_INSTANSI)


def test_each_table_has_an_instansi_or_a_reason() -> None:
    missing = [
        name for name, tenant, *_rest in _rows(_TABLES) if not tenant and name not in TABLES_WITHOUT_INSTANSI
    ]

    assert missing == [], (
        "Add `instansi` (TenantModel), or the table with its reason to base/tenancy/exits.py."
    )


def test_the_list_of_exits_names_only_tables_that_exist() -> None:
    assert set(TABLES_WITHOUT_INSTANSI) - {name for name, *_rest in _rows(_TABLES)} == set()


def test_each_tenant_table_has_forced_row_security_and_the_policy() -> None:
    open_tables = [
        name
        for name, _tenant, forced, policy in _rows(_TABLES)
        if name not in TABLES_WITHOUT_INSTANSI and not (forced and policy)
    ]

    assert open_tables == [], "End the app's migration with SecureTenantTables."


def test_each_unique_constraint_of_a_tenant_table_begins_with_the_instansi() -> None:
    tenants = _tenant_tables()
    wrong = [
        (table, index)
        for table, index, first in _rows(_UNIQUE)
        if table in tenants and first not in {"instansi_id", "id"}
    ]

    assert wrong == [], "A unique constraint that does not begin with instansi_id stops partitioning later."


def test_foreign_keys_between_tenant_tables_are_composite() -> None:
    single = [
        (table, name) for table, name, columns in _rows(_FOREIGN) if columns < 2 and table in _tenant_tables()
    ]

    assert single == [], "Use TenantForeignKey, so that the key is (instansi_id, x_id)."
