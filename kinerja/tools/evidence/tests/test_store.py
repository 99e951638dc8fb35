"""The store: whole files, private, apart by space."""

import hashlib
import stat
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from kinerja.tools.evidence import store


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.EVIDENCE_DIR = tmp_path
    return tmp_path


def test_a_file_is_found_by_its_content(folder: Path) -> None:
    space = uuid4()

    sha256 = store.keep(space, b"isi", b"kecil")

    assert sha256 == hashlib.sha256(b"isi").hexdigest()
    assert (folder / str(space) / sha256[:2] / sha256).read_bytes() == b"isi"
    with store.read(space, sha256) as file, store.read_preview(space, sha256) as small:
        assert (file.read(), small.read()) == (b"isi", b"kecil")


def test_files_and_folders_are_closed_to_others(folder: Path) -> None:
    space = uuid4()
    sha256 = store.keep(space, b"isi", b"kecil")
    place = folder / str(space) / sha256[:2]

    assert {stat.S_IMODE(path.stat().st_mode) for path in place.iterdir()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (place, place.parent)} == {0o700}


def test_the_same_content_is_kept_once_and_nothing_half_is_left(folder: Path) -> None:
    space = uuid4()
    store.keep(space, b"isi")
    store.keep(space, b"isi")

    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_a_failed_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(store.os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        store.keep(uuid4(), b"isi")
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_spaces_do_not_see_each_other(folder: Path) -> None:
    mine, other = uuid4(), uuid4()
    sha256 = store.keep(mine, b"isi")

    assert store.is_kept(mine, sha256)
    assert not store.is_kept(other, sha256)
    with pytest.raises(store.NotKept):
        store.read(other, sha256)


def test_removing_takes_file_and_preview_of_one_space(folder: Path) -> None:
    mine, other = uuid4(), uuid4()
    sha256 = store.keep(mine, b"isi", b"kecil")
    store.keep(other, b"isi")

    store.remove(mine, sha256)
    store.remove(mine, sha256)

    assert not store.is_kept(mine, sha256)
    assert store.is_kept(other, sha256)
    with pytest.raises(store.NotKept):
        store.read_preview(mine, sha256)


@pytest.mark.parametrize("name", ["../" * 8 + "etc/passwd", "", "A" * 64, "0" * 63])
def test_only_hashes_are_names(folder: Path, name: str) -> None:
    with pytest.raises(store.NotKept):
        store.read(uuid4(), name)


def test_a_space_is_an_id(folder: Path) -> None:
    with pytest.raises(ValueError, match="badly formed"):
        store.keep("../x", b"isi")  # type: ignore[arg-type]


def test_what_is_kept_can_be_listed(folder: Path) -> None:
    space = uuid4()
    first, second = store.keep(space, b"1", b"p"), store.keep(space, b"2")

    assert {sha256 for sha256, _moment in store.kept(space)} == {first, second}
