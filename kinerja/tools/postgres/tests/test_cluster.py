import os
import stat
import subprocess
from pathlib import Path

import psycopg
import pytest

from kinerja.tools.postgres.cluster import Cluster
from kinerja.tools.postgres.configuration import EXTENSIONS, ROLES
from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.postgres.places import SOCKET_NAME, SOCKET_PATH_LIMIT
from kinerja.tools.postgres.tests.conftest import MAJORS, gone, wait_until


def ask(cluster: Cluster, query: str, role: str = "kinerja_owner", database: str = "kinerja") -> list[tuple]:
    with psycopg.connect(cluster.url(role, database), autocommit=True) as connection:
        return connection.execute(query).fetchall()


def test_a_new_cluster_is_durable_and_off_the_network(standing: Cluster, major: int) -> None:
    for name, value in {
        "data_checksums": "on",
        "listen_addresses": "",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "server_encoding": "UTF8",
        "cluster_name": "kinerja",
        "shared_preload_libraries": "pg_stat_statements",
    }.items():
        assert ask(standing, f"SHOW {name}", "postgres") == [(value,)], name
    assert ask(standing, "SHOW server_version_num")[0][0].startswith(str(major))


def test_roles_have_no_power_of_their_own(standing: Cluster) -> None:
    rows = ask(
        standing,
        "SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication FROM pg_roles"
        " WHERE rolname LIKE 'kinerja%' ORDER BY rolname",
    )
    assert [row[0] for row in rows] == sorted(ROLES)
    assert not any(any(row[1:]) for row in rows)


def test_the_owner_owns_the_database_and_only_the_house_may_connect(standing: Cluster) -> None:
    assert ask(standing, "SELECT datdba::regrole::text FROM pg_database WHERE datname = 'kinerja'") == [
        ("kinerja_owner",)
    ]
    assert ask(standing, "SELECT 1", "kinerja_app") == [(1,)]
    assert ask(standing, "SELECT 1", "kinerja_dispatch") == [(1,)]
    with psycopg.connect(standing.url("postgres")) as connection:
        connection.execute("CREATE ROLE newcomer")
        answer = connection.execute("SELECT has_database_privilege('newcomer', 'kinerja', 'CONNECT')")
        assert answer.fetchone() == (False,)


def test_the_application_may_not_make_tables(standing: Cluster) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(standing, "CREATE TABLE mine (id int)", "kinerja_app")


def test_the_extensions_of_the_house_are_there(standing: Cluster) -> None:
    have = {name for (name,) in ask(standing, "SELECT extname FROM pg_extension")}
    assert set(EXTENSIONS) <= have


def test_a_role_outside_the_map_is_refused(standing: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match=r'Peer authentication failed|role "stranger"'):
        ask(standing, "SELECT 1", "stranger")


def test_other_users_of_the_machine_cannot_reach_the_socket(standing: Cluster) -> None:
    assert stat.S_IMODE(standing.sockets.stat().st_mode) == 0o700
    rules = (standing.base / "pg_hba.conf").read_text().splitlines()
    assert [line for line in rules if not line.startswith("#")] == ["local all all peer map=kinerja"]


def test_the_log_keeps_what_people_typed_out(standing: Cluster) -> None:
    with pytest.raises(psycopg.Error):
        ask(standing, "SELECT '1571000000000000'::int2")
    with psycopg.connect(standing.url("kinerja_owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE secret (nik text PRIMARY KEY)")
        connection.execute("INSERT INTO secret VALUES ('1571999999999999')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO secret VALUES ('1571999999999999')")

    def logs() -> str:
        return "".join(path.read_text() for path in (standing.base / "log").glob("*.log"))

    wait_until(lambda: "duplicate key" in logs())  # a process of the server's writes it, a moment later
    assert "1571999999999999" not in logs()


def test_data_stay_over_stop_and_start(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("kinerja_owner")) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    cluster.stop()
    assert cluster.status().state == "stopped"
    cluster.start(wait=60)
    assert ask(cluster, "SELECT answer FROM kept") == [(42,)]


def test_databases_are_copied_and_dropped_under_open_connections(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url("kinerja_owner")) as connection:
        connection.execute("CREATE TABLE seed AS SELECT 7 AS number")
    cluster.create_database("copy", template="kinerja")
    assert ask(cluster, "SELECT number FROM seed", database="copy") == [(7,)]
    assert cluster.databases() == ["copy", "kinerja"]
    with psycopg.connect(cluster.url("kinerja_app", "copy")):
        cluster.drop_database("copy")
    assert cluster.databases() == ["kinerja"]
    cluster.drop_database("copy")


def test_a_server_started_to_stay_outlives_its_starter_and_is_stopped_by_name(root: Path) -> None:
    starter = Cluster(root)
    starter.start(detached=True, wait=60)
    found = Cluster(root).status()
    assert (found.state, found.program) == ("running", None)
    starter.start(detached=True)
    assert Cluster(root).status().guard == found.guard
    Cluster(root).stop()
    assert Cluster(root).status().state == "stopped"
    wait_until(gone(found.server))
    Cluster(root).stop()


def test_another_programs_server_is_not_stopped_behind_its_back(cluster: Cluster, root: Path) -> None:
    with pytest.raises(PostgresProblem, match=f"proses {os.getpid()}"):
        Cluster(root).stop()
    assert cluster.status().state == "running"


def test_an_empty_root_is_absent_and_asking_makes_nothing(root: Path) -> None:
    assert Cluster(root / "none").status().state == "absent"
    assert Cluster(root / "none").url("kinerja_app").startswith("postgresql://kinerja_app@/kinerja?host=")
    assert not (root / "none").exists()


def test_a_long_path_gets_a_short_socket(root: Path) -> None:
    deep = root / ("x" * 60) / ("y" * 60)
    cluster = Cluster(deep, durable=False)
    cluster.start(wait=60)
    try:
        assert len(os.fsencode(cluster.sockets / SOCKET_NAME)) <= SOCKET_PATH_LIMIT
        assert ask(cluster, "SELECT 1") == [(1,)]
    finally:
        cluster.stop()
        cluster.sockets.rmdir()


def test_a_socket_folder_that_somebody_else_made_is_refused(root: Path) -> None:
    cluster = Cluster(root)
    cluster.base.mkdir(parents=True)
    (root / "elsewhere").mkdir()
    (cluster.base / "run").symlink_to(root / "elsewhere")
    with pytest.raises(PostgresProblem, match="tidak aman"):
        cluster.start(wait=60)


def test_data_of_a_version_that_is_not_here_are_refused_untouched(root: Path) -> None:
    cluster = Cluster(root)
    cluster.ensure()
    (cluster.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(PostgresProblem, match="PostgreSQL 12"):
        cluster.start()
    assert (cluster.data / "PG_VERSION").read_text() == "12\n"


def test_the_version_of_the_data_wins_over_a_newer_one(root: Path) -> None:
    Cluster(root, major=MAJORS[0]).ensure()
    later = Cluster(root)
    later.start(wait=60)
    assert ask(later, "SHOW server_version_num")[0][0].startswith(str(MAJORS[0]))
    later.stop()


def test_a_server_that_refuses_to_start_says_why_at_once(root: Path) -> None:
    cluster = Cluster(root)
    cluster.ensure()
    (cluster.data / "global" / "pg_control").unlink()
    with pytest.raises(PostgresProblem, match="could not (open|find)"):
        cluster.start(wait=60)
    assert cluster.status().server is None


def test_a_killed_first_start_leaves_nothing_half_made(root: Path) -> None:
    cluster = Cluster(root)
    left = cluster.base / "data.new"
    left.mkdir(parents=True)
    (left / "PG_VERSION").write_text("18")
    cluster.ensure()
    assert not left.exists()
    assert (cluster.data / "global" / "pg_control").exists()


def test_the_files_of_the_server_are_closed_to_others(root: Path) -> None:
    cluster = Cluster(root)
    cluster.ensure()
    for folder in (cluster.data, cluster.base / "log", cluster.sockets):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    owners = {path.stat().st_uid for path in (cluster.data, cluster.sockets)}
    assert owners == {subprocess_uid()}


def subprocess_uid() -> int:
    """The user the server should run as: nobody's root."""
    if os.geteuid() != 0:
        return os.geteuid()
    told = subprocess.run(["id", "-u", "postgres"], capture_output=True, text=True)
    return int(told.stdout or subprocess.run(["id", "-u", "kinerja"], capture_output=True, text=True).stdout)
