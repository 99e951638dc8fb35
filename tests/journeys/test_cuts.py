"""Reports and photos made in flight mode; the network cut at random, tabs closed, batteries pulled, the clock wrong by a day:
nothing lost, nothing doubled, the order right, nobody late.

The everyday size is small. `python -m bench offline` runs the same with 500 reports, 50 photos and 50 cuts.
"""

import os
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from django.test import Client

from kinerja.areas.reporting.models import Evidence
from kinerja.areas.reporting.queries.writing import written
from kinerja.areas.reporting.tests.factories import make_patients
from kinerja.base.ledger.models import Entry
from kinerja.base.organization.tests.cast import Cast
from kinerja.base.tenancy.context import inside
from tests.journeys.devices import Phone, as_they_came, phone
from tests.journeys.wires import Wire, wired
from tests.pages.house import open_house

pytestmark = pytest.mark.browser

REPORTS, CUTS, PHOTOS = map(int, os.environ.get("KINERJA_OFFLINE_SIZE", "60 6 8").split())
SEED = int(os.environ.get("KINERJA_OFFLINE_SEED", "1"))
#: until the worker has kept what the page needs without a connection
KEPT = """async () => {
  while (!(await caches.keys()).length) await new Promise((done) => setTimeout(done, 50));
}"""
TODAY = date(2026, 7, 1)
DAY = 86_400_000


def test_nothing_is_lost_or_doubled_however_often_the_network_breaks(
    cast: Cast, client_of: Callable[[Any], Client], tmp_path: Path
) -> None:
    with inside(cast.kota.pk):
        indicator = make_patients(cast.budi)
    budi, chance, began = client_of(cast.budi), random.Random(SEED), monotonic()
    with (
        open_house(TODAY) as address,
        wired(address) as wire,
        phone(address=wire.address, profile=tmp_path / "p") as device,
    ):
        device.sign_in_as(budi)
        device.open("/laporan/catat/")
        device.settle()
        device.page.evaluate(KEPT)
        write_in_flight_mode(device, wire, cast.budi.pk, indicator.pk)
        suffer(device, wire, chance)
        wire.mend()
        device.open("/laporan/antrean/")
        device.send()
        assert device.left() == 0
        assert wire.cuts > CUTS
        assert device.complaints == []
        assert device.killed == 2
    with inside(cast.kota.pk):
        assert_all_there(began, f"the browser killed {device.killed} times")


def write_in_flight_mode(device: Phone, wire: Wire, owner: Any, indicator: Any) -> None:
    """Two thirds with the clock a day ahead, the rest, after the battery was pulled, with the clock a day behind."""
    wire.cut()
    reports = [
        (number, str(TODAY - timedelta(days=30 - 30 * number // REPORTS)), number % (REPORTS // PHOTOS) == 0)
        for number in range(1, REPORTS + 1)
    ]
    first = REPORTS * 2 // 3
    device.context.close()
    device.charge(clock_off=DAY)
    device.open("/laporan/catat/")  # from the worker: there is no network
    device.write(owner, indicator, reports[:first])
    device.pull_the_battery()
    device.charge(clock_off=-DAY)
    device.open("/laporan/catat/")
    assert device.left() == first
    device.write(owner, indicator, reports[first:])


def suffer(device: Phone, wire: Wire, chance: random.Random) -> None:
    """Every time the network is back it breaks again after some bytes; now and then the tab or the battery goes first."""
    kills = set(chance.sample(range(CUTS), max(2, CUTS // 12)))
    for number in range(CUTS):
        wire.mend()
        wire.cut_after(chance)
        device.begin_sending()
        if number in kills:
            device.page.wait_for_timeout(chance.randrange(20, 200))
            if number == max(kills):
                device.pull_the_battery()
                wire.cut()
                device.charge(clock_off=-DAY)
            else:
                device.page.close(run_before_unload=False)
                wire.cut()
                device.page = device.new_page()
            device.open("/laporan/antrean/")
            continue
        for _look in range(200):
            if wire.is_cut:
                break
            device.page.wait_for_timeout(50)
        assert wire.is_cut, f"cut {number} did not come, {device.left()} wait: {device.words()[:300]}"


def assert_all_there(began: float, killed: str) -> None:
    reports = as_they_came()
    values = [int(each.value) for each in reports]
    print(f"\n{len(values)} reports, {Evidence.objects.count()} photos, {CUTS} cuts, {killed}, seed {SEED}: "
          f"{monotonic() - began:.0f} s")  # fmt: skip
    assert values == list(range(1, REPORTS + 1))
    assert Entry.objects.filter(verb="reporting.submitted").count() == REPORTS
    files = list(Evidence.objects.values_list("sha256", flat=True))
    assert len(files) == len(set(files)) == sum(n % (REPORTS // PHOTOS) == 0 for n in range(1, REPORTS + 1))
    assert all(each.written_at and each.sent_at for each in reports)
    # two clocks that were wrong by a day, and one changed in between: by our clock all were written within this hour
    assert all(timedelta(0) <= each.sent_at - written(each).at < timedelta(hours=1) for each in reports)
