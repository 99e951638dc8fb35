"""Notices in a demonstration: mail is on, the cast listens, and what would be sent lies in files (adapters/mail/sample.py)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from kinerja.base.inbox.models import Address, NoticeRule
from kinerja.base.inbox.notifying import digest
from kinerja.base.organization.models import Person
from kinerja.tools import clock


def switch_on(people: Iterable[Person], moment: datetime) -> int:
    """Inside an instansi: its agency switched mail on, each of `people` confirmed an address a week ago; one digest."""
    if NoticeRule.objects.exists():
        return 0
    NoticeRule.objects.create(channels=["mail"], set_at=moment)
    before = moment - timedelta(days=7)
    Address.objects.bulk_create(
        Address(
            person=person, channel="mail", address=f"{person.name.split()[0].lower()}@contoh.go.id", asked_at=before,
            confirmed_at=before, told_until=before,
        )
        for person in people
    )  # fmt: skip
    return digest(moment.astimezone(clock.WIB).replace(hour=10, minute=0))
