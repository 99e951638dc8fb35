"""The command line as a person and a program meet it."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.serving import (
    REPOSITORY,
    alive,
    clean_environment,
    command,
    own_root,
    read_json,
    wait_until,
)


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """An empty data root that the database's user can reach."""
    yield from _place("command")


@pytest.fixture(scope="module")
def installed() -> Iterator[Path]:
    """A data root with migrated tables, whatever other tests this worker was given."""
    for place in _place("installed"):
        assert command("migrate", root=place).returncode == 0
        yield place


def _place(purpose: str) -> Iterator[Path]:
    place = own_root(purpose)
    shutil.rmtree(place, ignore_errors=True)
    yield place
    command("db", "stop", root=place)
    if place.parent.exists():  # none of the tests this worker was given may have made it
        shutil.rmtree(place.parent)


def test_help_is_indonesian_and_ends_well(root: Path) -> None:
    done = command("--help", root=root)
    assert done.returncode == 0
    assert "Status keluar: 0 berhasil, 1 ditolak atau gagal, 2 salah pakai." in done.stdout
    assert "usage" not in done.stdout


@pytest.mark.parametrize("name", ["import", "login-link", "operator"])
def test_help_of_a_passed_on_command_speaks_of_it_alone(root: Path, name: str) -> None:
    done = command(name, "--help", root=root)
    assert done.stdout.startswith(f"pemakaian: kinerja {name} ")
    assert not [word for word in ("usage", "show ", "--settings", "Verbosity", "the ") if word in done.stdout]


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["db"], ["db", "explode"], ["serve", "--port", "x"]])
def test_wrong_use_ends_with_two_and_says_where_help_is(root: Path, arguments: list[str]) -> None:
    done = command(*arguments, root=root)
    assert done.returncode == 2
    assert "--help" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_database_is_started_asked_and_stopped(root: Path) -> None:
    assert read_json(command("db", "status", "--json", root=root))["state"] == "absent"
    started = read_json(command("db", "start", "--json", root=root))
    assert (started["state"], started["program"]) == ("running", None)
    assert "berjalan" in command("db", "status", root=root).stdout
    assert read_json(command("db", "stop", "--json", root=root))["state"] == "stopped"
    assert command("db", "status", root=root).returncode == 1
    wait_until(lambda: not alive(int(str(started["server"]))))


def test_migrating_twice_changes_nothing_and_leaves_no_server(root: Path) -> None:
    first = read_json(command("migrate", "--json", root=root))
    assert "tenancy.0001_initial" in str(first["applied"])
    assert read_json(command("migrate", "--json", root=root)) == {"applied": []}
    assert read_json(command("db", "status", "--json", root=root))["state"] == "stopped"


def test_checking_tells_a_program_what_is_wrong(installed: Path) -> None:
    told = read_json(command("check", "--json", root=installed))
    assert told["migrations_waiting"] == 0
    assert all(set(problem) == {"id", "message", "hint"} for problem in told["problems"])  # type: ignore[attr-defined]


def test_an_unreachable_server_is_a_sentence_not_a_trace(root: Path) -> None:
    nowhere = "postgresql://kinerja_app@127.0.0.1:1/kinerja"
    done = command(
        "check", root=root, DATABASE_URL=nowhere, DATABASE_OWNER_URL=nowhere, DATABASE_DISPATCH_URL=nowhere,
        KINERJA_SECRET_KEY="x" * 40,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Basis data tidak terjangkau" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_named_server_without_a_secret_is_refused(root: Path) -> None:
    done = command("check", root=root, DATABASE_URL="postgresql://a@b/c")
    assert done.returncode == 1
    assert "KINERJA_SECRET_KEY" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_embedded_database_is_not_managed_beside_a_named_one(root: Path) -> None:
    done = command("db", "start", root=root, DATABASE_URL="postgresql://a@b/c")
    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr


def test_an_unknown_management_command_is_refused(root: Path) -> None:
    done = command("manage", "no_such_command", root=root)
    assert done.returncode == 1
    assert "no_such_command" in done.stderr
    assert command("manage", root=root).returncode == 1


def test_a_demonstration_refuses_a_database_it_did_not_make(root: Path) -> None:
    done = command("demo", root=root, DATABASE_URL="postgresql://a@b/c")
    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr


def test_a_demonstration_refuses_the_data_of_a_real_installation(installed: Path) -> None:
    command("db", "status", root=installed)
    assert (installed / "postgres").exists()
    done = command("demo", "--fresh", root=installed)
    assert done.returncode == 1
    assert "tidak dibuat oleh" in done.stderr
    assert (installed / "postgres" / "data" / "PG_VERSION").exists()


def test_a_port_in_use_is_refused_with_what_to_do(installed: Path) -> None:
    done = command("serve", "--host", "192.0.2.1", "--port", "9", root=installed)
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert read_json(command("db", "status", "--json", root=installed))["state"] == "stopped"


@pytest.mark.parametrize("name", ["work", "dispatch"])
def test_a_process_in_the_foreground_stops_when_asked(installed: Path, name: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kinerja", name],
        cwd=REPOSITORY,
        env=clean_environment(installed),
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: read_json(command("db", "status", "--json", root=installed))["state"] == "running")
    wait_until(lambda: _handles_term(process.pid))
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert read_json(command("db", "status", "--json", root=installed))["state"] == "stopped"


def _handles_term(pid: int) -> bool:
    """Has the program taken SIGTERM into its own hands?"""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    caught = int(next(line for line in lines if line.startswith("SigCgt")).split()[1], 16)
    return bool(caught & 1 << (signal.SIGTERM - 1))
