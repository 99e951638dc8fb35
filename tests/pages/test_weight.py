"""What travels is small: pages are compressed for whoever can read that, files lie compressed beside themselves."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.test import Client, override_settings

from kinerja.base.organization.tests.cast import Cast


def test_a_page_travels_compressed_when_the_browser_can_read_that(
    cast: Cast, client_of: Callable[[Any], Client]
) -> None:
    client = client_of(cast.sari)
    plain = client.get("/pantau/tim/")
    small = client.get("/pantau/tim/", headers={"accept-encoding": "gzip, deflate, br"})
    assert "Content-Encoding" not in plain
    assert small["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small["Vary"]
    assert len(small.content) < len(plain.content) / 2
    assert gzip.decompress(small.content).startswith(plain.content[:100])


def test_two_answers_of_one_page_differ_in_length_by_chance(
    cast: Cast, client_of: Callable[[Any], Client]
) -> None:
    client = client_of(cast.sari)
    lengths = {
        len(client.get("/pantau/tim/", headers={"accept-encoding": "gzip"}).content) for _turn in range(8)
    }
    assert len(lengths) > 1


def test_files_lie_compressed_beside_themselves(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path):
        call_command("collectstatic", "--noinput", "-v0")
    sheet = tmp_path / "ui" / "app.css"
    assert (tmp_path / "ui" / "app.css.br").stat().st_size < sheet.stat().st_size / 5
    assert (tmp_path / "ui" / "app.css.gz").exists()
