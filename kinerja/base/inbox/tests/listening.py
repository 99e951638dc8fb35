"""People with a channel, and the work that the worker does."""

from kinerja.base.inbox import addresses
from kinerja.base.inbox.delivering import empty
from kinerja.base.inbox.models import Address, Delivery, Message
from kinerja.base.inbox.notifying import notify
from kinerja.base.inbox.sending import tell
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id, inside


def work(channel: str = "mail") -> int:
    """What the job of the channel does."""
    instansi = current_id()
    return empty(channel, lambda: inside(instansi))


def listen(person: Person, mail: str = "budi@example.go.id") -> Address:
    """A confirmed mail address."""
    row = addresses.ask("mail", mail, by=person)
    Delivery.objects.all().delete()  # its code: other tests send that
    return addresses.confirm("mail", addresses.code_of(row), by=person)


def told(person: Person, kind: str = "reporting.sent_back", **more: str) -> Message:
    """A message, and what the job it wakes does."""
    message = tell(person, kind, **({"title": "Laporan dikembalikan"} | more))
    notify(message.pk)
    return message


def states() -> list[tuple[str, str]]:
    return list(Delivery.objects.order_by("made_at", "pk").values_list("state", "reason"))
