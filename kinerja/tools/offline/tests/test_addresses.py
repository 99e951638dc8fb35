"""The worker and the manifest: what they name is there, and a changed file is a new version."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from kinerja.tools.offline import release


def found(address: str) -> Path:
    path = finders.find(address.removeprefix("/static/"))
    assert path, f"{address} is not there"
    return Path(path)


def started(client: Client) -> dict[str, Any]:
    text = client.get("/sw.js").content.decode()
    told: dict[str, Any] = json.loads(text.partition("start(")[2].rpartition(");")[0])
    return told


def test_the_worker_is_a_module_for_the_whole_place_that_may_be_kept_for_minutes(client: Client) -> None:
    answer = client.get("/sw.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "max-age=300"
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "Cookie" not in answer.get("Vary", "")
    assert answer.content.decode().startswith('import { start } from "/static/offline/worker.js";')


def test_every_file_the_worker_keeps_is_there_with_all_it_imports(client: Client) -> None:
    files = started(client)["files"]

    for address in files:
        text = found(address).read_text(encoding="utf-8") if address.endswith(".js") else ""
        for name in re.findall(r"""(?:from|import\()\s*["'](\.[^"']+)["']""", text):
            assert str(Path(address).parent / name).replace("offline/../", "") in files


def test_the_kept_page_is_one_that_needs_nobody(client: Client) -> None:
    told = started(client)

    assert client.get(told["shell"]).status_code == 200
    assert told["places"] == ["/", "/laporan/catat/"]


def test_every_page_says_the_version_the_worker_has(client: Client) -> None:
    assert client.get("/sw.js")["X-Kinerja-Version"] == started(client)["version"] == release.version()


def test_a_changed_source_is_a_new_version(settings: Any, tmp_path: Path) -> None:
    before = release.version()
    (tmp_path / "halaman.html").write_text("lain", encoding="utf-8")
    settings.OFFLINE = settings.OFFLINE | {"sources": [tmp_path / "halaman.html"]}
    release.version.cache_clear()

    after = release.version()

    release.version.cache_clear()
    assert after != before


def test_the_manifest_makes_the_product_installable(client: Client) -> None:
    told = client.get("/manifest.webmanifest").json()

    assert (told["start_url"], told["scope"], told["display"], told["lang"]) == ("/", "/", "standalone", "id")
    assert {each["url"] for each in told["shortcuts"]} == {"/laporan/catat/", "/laporan/kalender/"}
    for icon in told["icons"]:
        width, height = Image.open(found(icon["src"])).size
        assert icon["sizes"] == f"{width}x{height}"


@pytest.mark.parametrize("name", release.FILES)
def test_a_kept_file_is_small(name: str) -> None:
    assert found(f"/static/{name}").stat().st_size < 300_000
