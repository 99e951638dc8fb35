"""The groups of kinds a person chooses for. Which kind is in which: `settings.NOTICE_KINDS`, the table of the switchboard."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Group(models.TextChoices):
    """What a message is about, as far as somebody decides how to hear of it."""

    TASK = "TUGAS", _("Tugas yang menunggu Anda")
    RESULT = "HASIL", _("Keputusan dan hasil untuk Anda")
    WARNING = "PERINGATAN", _("Peringatan dini dan umpan balik")
    SAFETY = "KEAMANAN", _("Keamanan akun")


#: groups that a person may choose for; safety goes at once, at any hour, on every channel that is on
CHOSEN = (Group.TASK, Group.RESULT, Group.WARNING)
#: what `escalating` adds to the kind of a task that was not done
OVERDUE = ".overdue"


def kinds() -> dict[str, Group]:
    """Every kind of message of this installation with its group."""
    return {name: Group(group) for name, group in settings.NOTICE_KINDS.items()}


def group_of(kind: str) -> Group:
    """The group of a kind. One that no table knows is a task: it waits for the digest."""
    if kind.endswith(OVERDUE):
        return Group.TASK
    return Group(settings.NOTICE_KINDS.get(kind, Group.TASK))
