"""Migration operations that put the walls around tenant tables.

`SecureTenantTables("app")` is the last operation of each schema migration of an app with tenant tables. It is
idempotent: it adds what is missing, for each table with an `instansi` column:

* UNIQUE (instansi_id, id), so that composite foreign keys can point to it;
* FOREIGN KEY (instansi_id, x_id) for each foreign key to another tenant table;
* row-level security, forced, with the tenant policy; and the rights of the application's role.
"""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.migrations.operations.base import Operation

CONTEXT = "(SELECT nullif(current_setting('kinerja.instansi', true), '')::uuid)"


def _constraint(table: str, name: str, definition: str) -> str:
    return f"""
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{name}' AND conrelid = '{table}'::regclass) THEN
        ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition};
      END IF;
    END $$;"""  # noqa: S608


def key_sql(model: type[models.Model]) -> list[str]:
    """UNIQUE (instansi_id, id), which composite foreign keys point to."""
    table = model._meta.db_table
    if model._meta.pk is None or model._meta.pk.name != "id":
        return []
    return [_constraint(table, f"{table}_tenant_key"[:63], "UNIQUE (instansi_id, id)")]


def foreign_key_sql(model: type[models.Model]) -> list[str]:
    """FOREIGN KEY (instansi_id, x_id) for each foreign key to another tenant table."""
    table = model._meta.db_table
    statements = []
    for field in model._meta.local_fields:
        remote = field.related_model if isinstance(field, models.ForeignKey) else None
        if remote is None or isinstance(remote, str) or field.name == "instansi" or not is_tenant(remote):
            continue
        definition = f'FOREIGN KEY (instansi_id, "{field.column}") REFERENCES "{remote._meta.db_table}" (instansi_id, id)'
        statements.append(_constraint(table, f"{table}_{field.column}_tenant_fk"[:63], definition))
    return statements


def is_tenant(model: type[models.Model]) -> bool:
    """Whether each row of this model's table belongs to one instansi."""
    return any(field.name == "instansi" for field in model._meta.local_fields)


def wall_sql(table: str, privileges: str) -> list[str]:
    """Row-level security with the tenant policy, and the application's rights, for one table."""
    return [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY; ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;',
        f'DROP POLICY IF EXISTS tenant ON "{table}";',
        f'CREATE POLICY tenant ON "{table}" USING (instansi_id = {CONTEXT}) WITH CHECK (instansi_id = {CONTEXT});',
        f'REVOKE ALL ON "{table}" FROM "{settings.DATABASE_APP_ROLE}";',
        f'GRANT {privileges} ON "{table}" TO "{settings.DATABASE_APP_ROLE}";',
    ]


class SecureTenantTables(Operation):
    """Wall in every tenant table of an app; `append_only` names models whose rows may only be added."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, app_label: str, append_only: tuple[str, ...] = ()) -> None:
        self.app_label = app_label
        self.append_only = append_only

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (self.__class__.__name__, [self.app_label], {"append_only": self.append_only})

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        tables = [
            model for model in to_state.apps.get_app_config(self.app_label).get_models() if is_tenant(model)
        ]
        statements = [statement for model in tables for statement in key_sql(model)]
        for model in tables:
            rights = (
                "SELECT, INSERT" if model.__name__ in self.append_only else "SELECT, INSERT, UPDATE, DELETE"
            )
            statements += foreign_key_sql(model) + wall_sql(model._meta.db_table, rights)
        for statement in statements:
            schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The walls go with the tables."""

    def describe(self) -> str:
        return f"Wall in the tenant tables of {self.app_label}"


class GrantGlobalTables(Operation):
    """Give the application's role its rights on tables without an instansi (listed in exits.py)."""

    reduces_to_sql = True
    reversible = True

    def __init__(self, *tables: str) -> None:
        self.tables = tables

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (self.__class__.__name__, list(self.tables), {})

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in the models."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for table in self.tables:
            schema_editor.execute(
                f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO "{settings.DATABASE_APP_ROLE}"'
            )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The rights go with the tables."""

    def describe(self) -> str:
        return "Give the application its rights on global tables"
