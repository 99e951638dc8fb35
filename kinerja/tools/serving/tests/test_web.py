"""A real granian with an application that answers before it reads."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kinerja.tools.serving.tests.conftest import alive, children, wait_until

APPLICATION = """
def application(request, start_response):
    start_response("302 Found", [("Location", "/akun/login/"), ("Content-Length", "0"), ("X-Seen", request["REMOTE_ADDR"])])
    return [b""]
"""


@pytest.fixture
def granian(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    (tmp_path / "probe_web.py").write_text(APPLICATION)
    path = str(tmp_path / "w")
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--uds",
            path,
            "--workers",
            "2",
            "--http",
            "1",
        ]
        + ["--log-level", "warning", "kinerja.tools.serving.web:application"],
        env={
            **os.environ,
            "KINERJA_WSGI": "probe_web:application",
            "PYTHONPATH": f"{tmp_path}:{os.getcwd()}",
        },
        start_new_session=True,
    )
    wait_until(lambda: accepts(path) and len(children(process.pid)) >= 2)
    yield process, path
    if alive(process.pid):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def accepts(path: str) -> bool:
    """The socket is bound a moment before anybody listens on it."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(path) == 0


def post(path: str, size: int) -> int:
    return answer(path, size).status


def answer(path: str, size: int) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("localhost")
    connection.sock = socket.socket(socket.AF_UNIX)
    connection.sock.settimeout(20)
    connection.sock.connect(path)
    connection.request("POST", "/", body=b"x" * size, headers={"X-Forwarded-For": "203.0.113.7"})
    return connection.getresponse()


def test_an_answer_before_the_body_is_read_is_not_lost(granian: tuple[subprocess.Popen[bytes], str]) -> None:
    assert [post(granian[1], 2_000_000) for _ in range(20)] == [302] * 20


def test_the_application_hears_the_address_that_the_front_wrote(
    granian: tuple[subprocess.Popen[bytes], str],
) -> None:
    assert answer(granian[1], 1).headers["X-Seen"] == "203.0.113.7"


def test_workers_end_when_their_server_is_killed(granian: tuple[subprocess.Popen[bytes], str]) -> None:
    workers = children(granian[0].pid)
    granian[0].kill()
    wait_until(lambda: not any(alive(pid) for pid in workers))
