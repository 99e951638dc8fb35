"""What root starts does not run as root; who is no user of the kind keeps what he has."""

import os
import subprocess
import sys
from pathlib import Path

from kinerja.tools.serving.lowering import Identity, hand_over, hindrance, is_handed_over
from kinerja.tools.serving.tests.conftest import alive, children, wait_until

REPOSITORY = Path(__file__).parents[4]
ROOT = os.geteuid() == 0
#: root may become anybody, others only themselves
OTHER = (
    Identity("nobody", 65534, 65534, "/nonexistent")
    if ROOT
    else Identity("me", os.getuid(), os.getgid(), "/me")
)
PROGRAM = f"""
from kinerja.tools.serving.lowering import Identity
from kinerja.tools.serving.supervisor import Child, Supervisor
words = "echo $(id -u) $(id -G) $HOME $USER; exec sleep 600"
supervisor = Supervisor([Child("one", ["/bin/sh", "-c", words], identity={OTHER!r})])
supervisor.start()
supervisor.run()
"""  # fmt: skip


def test_a_child_runs_as_its_identity_in_its_own_home_and_dies_with_the_supervisor() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        uid, *groups, home, name = process.stdout.readline().split()
        child = children(process.pid)[0]
        process.kill()
        wait_until(lambda: not alive(child))  # the kernel forgets this wish when the user changes

    assert (int(uid), home, name) == (OTHER.uid, OTHER.home, OTHER.name)
    assert [int(group) for group in groups] == [OTHER.gid] or not ROOT


def test_what_root_wrote_is_handed_over_and_nothing_else(tmp_path: Path) -> None:
    inside = tmp_path / "imports" / "a" / "b"
    inside.mkdir(parents=True)
    file, outside, twice = inside / "file", tmp_path / "outside", tmp_path / "twice"
    for each in (file, outside, twice, tmp_path / "secret-key"):
        each.write_text("x")
    (inside / "link").symlink_to(outside)
    (inside / "hard").hardlink_to(twice)
    assert not is_handed_over(tmp_path)

    hand_over(tmp_path, OTHER)

    given = [tmp_path / "evidence", tmp_path / "imports", inside, file]
    assert {each.lstat().st_uid for each in given} == {OTHER.uid}
    assert {each.lstat().st_uid for each in (tmp_path, outside, twice)} == {os.geteuid()}
    assert is_handed_over(tmp_path)


def test_the_secret_is_read_by_the_user_and_changed_by_root_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret-key"
    secret.write_text("x")
    secret.chmod(0o600)

    hand_over(tmp_path, OTHER)

    found = secret.stat()
    assert (found.st_uid, found.st_mode & 0o777) == (os.geteuid(), 0o640 if ROOT else 0o600)
    assert found.st_gid == OTHER.gid or not ROOT


def test_a_second_start_gives_what_root_wrote_since_among_the_shared(tmp_path: Path) -> None:
    hand_over(tmp_path, OTHER)
    for name in ("imports", "evidence"):
        (tmp_path / name / "later").write_text("x")

    hand_over(tmp_path, OTHER)

    assert (tmp_path / "imports" / "later").stat().st_uid == OTHER.uid
    assert (
        tmp_path / "evidence" / "later"
    ).stat().st_uid == os.geteuid()  # a large store is not walked again


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "inner").mkdir(parents=True)
    (tmp_path / "imports").symlink_to(elsewhere)

    hand_over(tmp_path, OTHER)

    assert (elsewhere / "inner").stat().st_uid == os.geteuid()


def test_who_cannot_read_the_installation_is_known_before_anything_is_started(tmp_path: Path) -> None:
    for name in ("evidence", "imports"):
        (tmp_path / name).mkdir()
    me = Identity("me", os.geteuid(), os.getegid(), "/")
    assert hindrance(tmp_path, me) == ""
    assert "No such file" in hindrance(tmp_path / "missing", me)

    (tmp_path / "imports").chmod(0)

    assert "Permission denied" in hindrance(tmp_path, OTHER)
