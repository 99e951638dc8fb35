"""Roles, databases and extensions, made by the cluster's superuser. Every function may run twice."""

import psycopg
from psycopg.sql import SQL, Identifier

from kinerja.tools.postgres.configuration import EXTENSIONS, ROLES

OWNER, *GUESTS = ROLES
APPLICATION = GUESTS[0]
_SYSTEM_DATABASES = ["postgres", "template0", "template1"]


def settle(admin: str) -> None:
    """Make the roles of the house: they may sign in, and none passes row-level security."""
    with psycopg.connect(admin, autocommit=True) as connection:
        have = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role in ROLES:
            if role not in have:
                connection.execute(SQL("CREATE ROLE {}").format(Identifier(role)))
            connection.execute(
                SQL(
                    "ALTER ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION"
                ).format(Identifier(role))
            )


def create_database(admin: str, inside: str, name: str, template: str | None) -> None:
    """Make `name` (reached as superuser by `inside`): guests may connect, nobody else."""
    with psycopg.connect(admin, autocommit=True) as connection:
        statement = SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
        connection.execute(
            statement.format(Identifier(name), Identifier(OWNER), Identifier(template or "template0"))
        )
        connection.execute(SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(Identifier(name)))
        for role in GUESTS:
            connection.execute(
                SQL("GRANT CONNECT ON DATABASE {} TO {}").format(Identifier(name), Identifier(role))
            )
        # imports compare a file with what is stored in a temporary table
        connection.execute(
            SQL("GRANT TEMPORARY ON DATABASE {} TO {}").format(Identifier(name), Identifier(APPLICATION))
        )
    if template is None:
        with psycopg.connect(inside, autocommit=True) as connection:
            for extension in EXTENSIONS:
                connection.execute(SQL("CREATE EXTENSION IF NOT EXISTS {}").format(Identifier(extension)))


def drop_database(admin: str, name: str) -> None:
    """Drop `name` and end its connections."""
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def databases(admin: str) -> list[str]:
    """All databases but PostgreSQL's own."""
    with psycopg.connect(admin, autocommit=True) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE datname <> ALL(%s) ORDER BY datname", [_SYSTEM_DATABASES]
        )
        return [name for (name,) in rows]
