"""What the server is told: no network, no password or trust, durable, frugal, no personal data in its log."""

from collections.abc import Iterable
from pathlib import Path

#: the roles of the house, in the order they are made; `postgres` is the launcher's own
ROLES = ("kinerja_owner", "kinerja_app", "kinerja_dispatch")
SUPERUSER = "postgres"
EXTENSIONS = ("pg_trgm", "btree_gist", "unaccent", "citext", "pg_stat_statements", "amcheck")

_FIXED = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_permissions": "0700",
    "cluster_name": "kinerja",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "effective_cache_size": "512MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_wal_size": "1GB",
    "wal_compression": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # a recovery of minutes tells how far it is, for whoever waits in front of it
    "log_startup_progress_interval": "5s",
    "logging_collector": "on",
    "log_filename": "postgresql-%a.log",
    "log_rotation_age": "1d",
    "log_truncate_on_rotation": "on",
    "log_checkpoints": "off",
    # statements and DETAIL lines carry what people typed (a NIK, a name): they stay out of the log
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}
_DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


_HEAD = "# Written at every start by the launcher: changes here are lost."


def files(
    base: Path, *, sockets: Path, durable: bool, statistics: bool, users: Iterable[str]
) -> dict[Path, str]:
    """The three configuration files below `base`, whole.

    `durable=False` is for tests, where a crash may lose everything. `users` are those of the operating
    system who may sign in by the socket, as any role of the house.
    """
    ident = [f'kinerja "{user}" {role}' for user in dict.fromkeys(users) for role in (SUPERUSER, *ROLES)]
    values = _FIXED | (_DURABLE if durable else _FORGETFUL)
    values |= {
        "unix_socket_directories": str(sockets),
        "log_directory": str(base / "log"),
        "hba_file": str(base / "pg_hba.conf"),
        "ident_file": str(base / "pg_ident.conf"),
    }
    if statistics:
        values |= {
            "shared_preload_libraries": "pg_stat_statements",
            "pg_stat_statements.track_utility": "off",
        }
    settings = [f"{name} = '{_escaped(value)}'" for name, value in values.items()]
    return {
        base / "postgresql.conf": _text(settings),
        base / "pg_hba.conf": _text(["local all all peer map=kinerja"]),
        base / "pg_ident.conf": _text(ident),
    }


def _escaped(value: str) -> str:
    return value.replace("'", "''")


def _text(lines: list[str]) -> str:
    return "\n".join([_HEAD, *lines, ""])
