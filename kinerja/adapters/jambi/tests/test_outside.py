"""Notices of the demonstration: a visitor sees what would have been sent, and nothing is sent."""

from datetime import timedelta
from pathlib import Path

from kinerja.adapters.jambi.outside import switch_on
from kinerja.adapters.mail.sample import SampleMail
from kinerja.base.inbox import channels
from kinerja.base.inbox.models import Delivery
from kinerja.base.inbox.sending import tell
from kinerja.base.inbox.tests.conftest import SENDER, WORKDAY
from kinerja.base.inbox.tests.listening import work
from kinerja.base.organization.tests.cast import Cast
from kinerja.tools import clock


def test_the_cast_has_a_digest_in_the_sample_outbox(kota: Cast, tmp_path: Path) -> None:
    channels.register(SampleMail(url="smtp://localhost", sender=SENDER, folder=tmp_path))
    with clock.at(WORKDAY - timedelta(days=2)):
        tell(kota.budi, "feedback", "Umpan balik")
    with clock.at(WORKDAY):
        assert switch_on([kota.budi, kota.sari], clock.now()) == 1
        assert switch_on([kota.budi], clock.now()) == 0
        assert work() == 1
    channels.unregister("mail")

    [letter] = tmp_path.iterdir()
    assert "To: budi@contoh.go.id" in letter.read_text()
    assert Delivery.objects.get().state == "TERKIRIM"
