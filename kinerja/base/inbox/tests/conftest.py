"""An instansi whose agency switched mail on, and a post office on this machine."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from kinerja.adapters.mail.channel import Mail
from kinerja.adapters.mail.tests.server import Post, post_office
from kinerja.base.inbox import channels
from kinerja.base.inbox.models import NoticeRule
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock

#: a Wednesday, half past ten in the morning
WORKDAY = datetime(2026, 4, 8, 10, 30, tzinfo=clock.WIB)
SENDER = "Kinerja <kinerja@jambikota.go.id>"


@pytest.fixture
def post(settings: Any) -> Iterator[Post]:
    settings.PUBLIC_ADDRESS = "https://kinerja.example.go.id"
    with post_office() as office:
        channels.register(Mail(url=office.url, sender=SENDER))
        yield office
        channels.unregister("mail")


@pytest.fixture
def on(kota: Cast, post: Post) -> Iterator[Cast]:
    """Inside Kota Jambi, mail switched on, on a working day."""
    with clock.at(WORKDAY):
        NoticeRule.objects.create(channels=["mail"], set_at=clock.now())
        yield kota
