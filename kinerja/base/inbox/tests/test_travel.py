"""The whole way: an act tells somebody, the dispatcher wakes the job, a real worker sends the letter. Committed rows."""

import psycopg
import pytest
from django.db import connection
from procrastinate.contrib.django import app

from conftest import cluster
from kinerja.adapters.mail.tests.server import Post
from kinerja.base.inbox.models import Delivery, NoticeRule
from kinerja.base.inbox.sending import tell
from kinerja.base.inbox.tests.listening import listen
from kinerja.base.ledger.verbs import listeners
from kinerja.base.organization.tests.cast import Cast, make_cast
from kinerja.base.tenancy.context import inside
from kinerja.config.wiring import wake
from kinerja.tools import clock
from kinerja.tools.live.dispatcher import Dispatcher


@pytest.fixture
def town(own_database: None, post: Post) -> Cast:
    cast = make_cast()
    with inside(cast.kota.pk):
        NoticeRule.objects.create(channels=["mail"], set_at=clock.now())
        listen(cast.budi)
    return cast


def dispatched() -> list[str]:
    """What the dispatcher takes out of the outbox in a round, and what it wakes."""
    address = cluster().url("kinerja_dispatch", connection.settings_dict["NAME"])
    woken: list[str] = []
    with psycopg.connect(address, autocommit=True) as taking:
        Dispatcher(
            b"k" * 32,
            address,
            listeners(),
            lambda calls: (woken.extend(call.job for call in calls), wake(calls))[0],
        ).round(taking)
    return woken


def test_an_act_becomes_a_letter_for_whoever_listens(town: Cast, post: Post) -> None:
    dispatched()
    with inside(town.kota.pk):
        tell(town.budi, "access.link_issued", "Tautan masuk dibuat")
        tell(town.sari, "access.link_issued", "Tautan masuk dibuat")

    assert dispatched() == ["inbox.notify"]
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)

    assert [letter["To"] for letter in post.letters] == ["budi@example.go.id"]
    with inside(town.kota.pk):
        assert Delivery.objects.get().state == "TERKIRIM"
