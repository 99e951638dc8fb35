"""The commands of `kinerja`: a thin layer over management commands, and the start of an installation.

Exit status: 0 done, 1 refused or failed (a sentence says why), 2 used wrongly. Sentences and progress go to
standard error, results to standard output. Without DATABASE_URL the embedded database is started when a
command needs it.
"""

import argparse
import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import django
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands, load_command_class
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from kinerja.rules import command as rules
from kinerja.tools.postgres import places
from kinerja.tools.postgres.cluster import Cluster
from kinerja.tools.postgres.errors import PostgresProblem
from kinerja.tools.serving import lowering
from kinerja.tools.serving.installation import CannotServe, Installation, Plan
from kinerja.tools.serving.lifeline import end_soon_after_parent
from kinerja.tools.serving.lowering import Identity
from kinerja.tools.serving.words import Parser

#: set for the processes of `serve`: their database is looked after already
SUPERVISED = "KINERJA_SUPERVISED"
MARKER = "demo.json"
#: people of the demonstration that nobody asked to be larger, and of the largest
DEMO_PEOPLE, DEMO_MOST = 3_000, 90_000
#: options that Django gives to every command; shown by `kinerja manage` alone
DJANGO_OWN = {
    "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
}  # fmt: skip

#: commands of other rooms: name here → management command, what it does
PASSED_ON = {
    "import": ("siasn_import", "Mengimpor berkas unit kerja atau pegawai dari SIASN."),
    "export": ("export", "Mengekspor kwitansi satu periode penilaian sebagai JSON Lines."),
    "login-link": ("login_link", "Membuat tautan masuk sekali pakai untuk seorang pegawai (NIP)."),
    "operator": ("first_operator", "Membuat operator pertama pada pemasangan baru."),
    "notices": ("notices", "Memeriksa kanal pemberitahuan di luar, atau mencoba satu kiriman."),
    "manage": ("", "Menjalankan perintah pengelolaan lain menurut namanya, untuk pengembang."),
}


class Refused(Exception):
    """The command cannot be done; the sentence says why and what to do."""


def say(sentence: str) -> None:
    """Tell the person at the terminal."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def tell(result: object) -> None:
    """Hand a result to a program."""
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


@contextlib.contextmanager
def database() -> Iterator[Cluster | None]:
    """The embedded database runs inside the block, unless a server is named or somebody looks after it."""
    if os.environ.get("DATABASE_URL") or os.environ.get(SUPERVISED):
        yield None
        return
    cluster = Cluster(places.data_root())
    cluster.start(progress=say)
    try:
        yield cluster
    finally:
        cluster.stop()


def set_up(*, owner: bool = False) -> None:
    """Load the settings, for the application's role or for the owner of the tables."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.config.settings")
    if owner:
        os.environ["KINERJA_ROLE"] = "owner"
    django.setup()


def run_command(name: str, arguments: Sequence[str], *, called: str = "") -> int:
    """Run a management command with its own arguments; its refusals become exit status 1.

    With `called`, a command of ours under that name: its help leaves out what Django adds for developers.
    """
    set_up()
    provider = get_commands().get(name)
    if provider is None:
        raise Refused(f"Perintah '{name}' tidak ada pada pemasangan ini. Lihat 'kinerja --help'.")
    command = provider if not isinstance(provider, str) else load_command_class(provider, name)
    if called:
        command.suppressed_base_arguments = DJANGO_OWN
        command.requires_system_checks = []  # `serve` made them when it started
    command.run_from_argv(["kinerja", called or name, *arguments])
    return 0


# the commands


def collect_static(given: argparse.Namespace) -> None:
    """Put the files of all rooms where the web process serves them, when `serve` asks for it."""
    if given.static:
        call_command("collectstatic", interactive=False, verbosity=0)


def db(given: argparse.Namespace) -> int:
    """start, stop and status of the embedded database."""
    if os.environ.get("DATABASE_URL"):
        raise Refused("DATABASE_URL menunjuk server lain; 'kinerja db' hanya untuk basis data bawaan.")
    cluster = Cluster(places.data_root())
    if given.act == "start":
        cluster.start(detached=True, progress=say)
    elif given.act == "stop":
        cluster.stop()
    status = cluster.status()
    if given.json:
        tell(asdict(status))
    else:
        words = {
            "absent": "belum dibuat",
            "stopped": "berhenti",
            "starting": "sedang dimulai",
            "running": "berjalan",
        }
        sys.stdout.write(f"Basis data di {status.root}: {words[status.state]}.\n")
    return 0 if given.act != "status" or status.state == "running" else 1


def migrate(given: argparse.Namespace) -> int:
    """Bring the tables up to date, as their owner."""
    with database():
        set_up(owner=True)
        executor = MigrationExecutor(connection)
        before = set(executor.loader.applied_migrations)
        if waiting := executor.migration_plan(executor.loader.graph.leaf_nodes()):
            say(f"Memutakhirkan tabel basis data, {len(waiting)} langkah …")
        call_command("migrate", interactive=False, verbosity=0)
        after = set(MigrationExecutor(connection).loader.applied_migrations)
        collect_static(given)
    applied = sorted(".".join(name) for name in after - before)
    if given.json:
        tell({"applied": applied})
    else:
        say(f"Tabel sudah mutakhir; {len(applied)} langkah diterapkan.")
    return 0


def check(given: argparse.Namespace) -> int:
    """Settings, database and tables: what is wrong, and how to mend it."""
    with database():
        set_up()
        found = checks.run_checks(include_deployment_checks=not os.environ.get("KINERJA_DEMO"))
        problems = [{"id": item.id, "message": str(item.msg), "hint": item.hint} for item in found]
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
        collect_static(given)
    failed = bool(waiting) or any(item.level >= checks.ERROR for item in found)
    if given.json:
        tell({"ok": not failed, "problems": problems, "migrations_waiting": len(waiting)})
        return int(failed)
    for problem in problems:
        say(f"{problem['id']}: {problem['message']}")
    if waiting:
        say(f"{len(waiting)} langkah migrasi belum diterapkan. Jalankan 'kinerja migrate'.")
    sys.stdout.write("Ada yang perlu dibenahi.\n" if failed else "Pemasangan ini siap.\n")
    return int(failed)


def work(given: argparse.Namespace) -> int:
    """A worker in the foreground."""
    if os.environ.get(SUPERVISED):
        end_soon_after_parent(grace=12)
    with database():
        return run_command("work", [])


def dispatch(given: argparse.Namespace) -> int:
    """A dispatcher in the foreground."""
    with database():
        return run_command("dispatch", [])


def pass_on(given: argparse.Namespace) -> int:
    """A command of another room, with its own arguments."""
    name, arguments, called = PASSED_ON[given.command][0], list(given.arguments), given.command
    if not name:
        called = ""
        if not arguments or arguments[0].startswith("-"):
            raise Refused("Sebutkan nama perintahnya, misalnya 'kinerja manage showmigrations'.")
        name = arguments.pop(0)
    if {"-h", "--help"} & set(arguments):
        return run_command(name, arguments, called=called)
    with database():
        try:
            return run_command(name, arguments, called=called)
        finally:
            _give_back()


def _give_back() -> None:
    """What root's command wrote belongs to the user of the processes that root started."""
    root = places.data_root()
    if os.geteuid() == 0 and lowering.is_handed_over(root):
        lowering.hand_over(root, _database_user())


def _database_user() -> Identity:
    user = Cluster(places.data_root()).user
    return Identity(user.name, user.uid, user.gid, user.home)


def serve(given: argparse.Namespace) -> int:
    """The whole installation on one port, until it is asked to stop."""
    heart = places.data_root() / "last-answer"
    return _serve(given, ready=lambda address: say(f"Kinerja siap di {address}"), heart=heart)


def _serve(given: argparse.Namespace, ready: Callable[[str], None], heart: Path | None = None) -> int:
    plan = Plan(host=given.host, port=given.port, workers=given.workers, threads=given.threads)
    installation = Installation(plan, say=say)
    with database() as cluster:
        os.environ[SUPERVISED] = "1"
        # named, since the place of a user is another than root's
        os.environ["KINERJA_DATA_DIR"] = str(places.data_root())
        os.environ.setdefault("KINERJA_STATIC_DIR", str(places.data_root() / "static"))
        installation.run_step("migrate" if cluster else "check", "--static")
        installation.identity = _unprivileged()
        installation.run(ready, watch=cluster.look_after if cluster else None, heart=heart)
    return 0


def _unprivileged() -> Identity | None:
    """The user who carries the processes that root starts, the database's own; None when they run as who starts them.

    Where he cannot read the installation (a checkout in /root) root carries on, and says so.
    """
    if os.geteuid() != 0:
        return None
    root = places.data_root()
    try:
        identity = _database_user()
        lowering.hand_over(root, identity)
        why = lowering.hindrance(root, identity)
    except (
        PostgresProblem,
        OSError,
    ) as problem:  # a container without useradd, or whose root may give nothing away
        why = str(problem)
    if not why:
        return identity
    say(
        f"Layanan berjalan sebagai root, karena pengguna tanpa hak istimewa tidak dapat menjalankannya ({why}). "
        "Untuk dipakai sungguhan, pasanglah di tempat yang terbaca, misalnya /opt, atau jalankan sebagai pengguna biasa."
    )
    return None


def demo(given: argparse.Namespace) -> int:
    """A demonstration with invented people: its own data, this machine only."""
    if os.environ.get("DATABASE_URL"):
        raise Refused(
            "DATABASE_URL terpasang, dan 'kinerja demo' tidak menyentuh basis data yang tidak dibuatnya sendiri. "
            "Kosongkan DATABASE_URL dulu ('env -u DATABASE_URL kinerja demo')."
        )
    root, people = _demo_root(fresh=given.fresh, people=given.people)
    os.environ |= {"KINERJA_DATA_DIR": str(root), "KINERJA_DEMO": "1"}
    given.host = "127.0.0.1"

    def ready(address: str) -> None:
        say(f"Peragaan siap di {address} (data contoh, hanya dari komputer ini).")
        Installation.child("manage", "demo_links", f"--base={address}")

    with database():
        os.environ[SUPERVISED] = "1"
        for step in (["migrate"], ["manage", "load_demo", f"--people={people}"]):
            if Installation.child(*step):
                raise Refused("Data contoh tidak dapat disiapkan; penyebabnya tertulis di atas.")
        return _serve(given, ready)


def _demo_root(*, fresh: bool, people: int | None) -> tuple[Path, int]:
    """The folder of the demonstration and how many people it has; refuses one that it did not make, or of another size."""
    if people is not None and not DEMO_PEOPLE <= people <= DEMO_MOST:
        raise Refused(f"Jumlah orang harus {DEMO_PEOPLE} sampai {DEMO_MOST}. Perbaiki --people.")
    root = places.demo_root()
    marker = root / MARKER
    if root.exists() and any(root.iterdir()) and not marker.exists():
        raise Refused(f"Map {root} tidak dibuat oleh 'kinerja demo'. Pilih map lain dengan KINERJA_DATA_DIR.")
    if fresh and marker.exists():
        Cluster(root).stop()
        shutil.rmtree(root)
    made = json.loads(marker.read_text()).get("people", DEMO_PEOPLE) if marker.exists() else None
    if people and made and people != made:
        raise Refused(
            f"Peragaan di {root} berisi {made} orang, bukan {people}. Pakai KINERJA_DATA_DIR lain, atau tambahkan "
            "--fresh agar yang lama dihapus lebih dahulu."
        )
    root.mkdir(parents=True, exist_ok=True)
    count = people or made or DEMO_PEOPLE
    marker.write_text(json.dumps({"made_by": "kinerja demo", "people": count}))
    return root, count


# words of the command line


def parser() -> Parser:
    """All commands with their help."""
    top = Parser(
        prog="kinerja",
        description="Kinerja: pengelolaan kinerja ASN. Tanpa DATABASE_URL dipakai basis data bawaan.",
        epilog="Status keluar: 0 berhasil, 1 ditolak atau gagal, 2 salah pakai.",
    )
    commands = top.add_subparsers(dest="command", metavar="PERINTAH", required=True)

    def add(name: str, run: Callable[[argparse.Namespace], int], help: str) -> Parser:
        made: Parser = commands.add_parser(name, help=help, description=help)
        made.set_defaults(run=run)
        return made

    shown = add("demo", demo, "Memperagakan aplikasi dengan data contoh, hanya untuk komputer ini.")
    shown.add_argument("--fresh", action="store_true", help="Hapus peragaan lama dan mulai dari awal.")
    shown.add_argument(
        "--people", type=int, metavar="N",
        help=f"Jumlah orang rekaan, {DEMO_PEOPLE} (bawaan) sampai {DEMO_MOST} untuk melihat seluruh provinsi.",
    )  # fmt: skip
    served = add("serve", serve, "Menjalankan seluruh aplikasi pada satu porta sampai dihentikan.")
    served.add_argument("--host", default="127.0.0.1", help="Alamat yang didengarkan (bawaan: %(default)s).")
    for command in (shown, served):
        command.add_argument("--port", type=int, default=8000, help="Nomor porta (bawaan: %(default)s).")
        command.add_argument(
            "--workers", type=int, default=2, help="Jumlah proses halaman (bawaan: %(default)s)."
        )
        command.add_argument("--threads", type=int, default=4, help="Utas tiap proses (bawaan: %(default)s).")
    add("work", work, "Menjalankan pekerja latar di latar depan sampai dihentikan.")
    add("dispatch", dispatch, "Menjalankan penyalur perubahan ke layar dan pekerjaan latar.")
    for name, run, help in (
        ("migrate", migrate, "Memutakhirkan tabel basis data, sebagai pemiliknya."),
        ("check", check, "Memeriksa apakah pemasangan ini siap dipakai."),
    ):
        made = add(name, run, help)
        made.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")
        made.add_argument(
            "--static", action="store_true", help="Siapkan juga berkas statis (CSS, JavaScript)."
        )
    embedded = add("db", db, "Mengurus basis data bawaan: mulai, berhenti, atau keadaannya.")
    embedded.add_argument("act", choices=["start", "stop", "status"], help="start, stop, atau status.")
    embedded.add_argument("--json", action="store_true", help="Hasil sebagai JSON.")
    rules.add_arguments(add("rule", rules.rule, rules.MEANING))
    for name, (_, help) in PASSED_ON.items():
        passed = commands.add_parser(name, help=help, description=help, add_help=False, prefix_chars="\0")
        passed.add_argument(
            "arguments", nargs=argparse.REMAINDER, metavar="…", help=f"Lihat 'kinerja {name} --help'."
        )
        passed.set_defaults(run=pass_on)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """The entry point; returns the exit status."""
    given = parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except (Refused, PostgresProblem, CannotServe, ImproperlyConfigured) as refused:
        say(str(refused))
    except OperationalError as failed:
        say(f"Basis data tidak terjangkau: {str(failed).splitlines()[0]}")
    except DatabaseError as failed:
        say(f"Basis data menolak: {str(failed).splitlines()[0]}. Mungkin 'kinerja migrate' belum dijalankan.")
    except KeyboardInterrupt:
        say("Dibatalkan.")
    return 1
