"""The instansi's own switches: which channels, from when until when quiet, when the digest goes."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.base.inbox import channels, verbs
from kinerja.base.inbox.addresses import ChannelRefused
from kinerja.base.inbox.models import NoticeRule
from kinerja.base.ledger import recording, topics
from kinerja.base.organization.changing import queue, required
from kinerja.base.organization.models import Person
from kinerja.base.tenancy.context import current_id
from kinerja.tools import clock

_DAY = 24 * 60


@transaction.atomic
def set_rule(
    *, on: Sequence[str], quiet_from: int | None, quiet_until: int | None, digest_at: int | None, reason: str, by: Person
) -> NoticeRule:  # fmt: skip
    """Hours in minutes since midnight; None: the product's own. A channel the operator did not configure is refused."""
    queue("inbox.notice_rule")
    reason = required(reason, _("Alasan"), 200)
    if any(channels.get(name) is None for name in on):
        raise ChannelRefused(_("Kanal itu belum disiapkan operator. Pilih dari daftar yang tampil."))
    times = {"quiet_from": quiet_from, "quiet_until": quiet_until, "digest_at": digest_at}
    if (quiet_from is None) != (quiet_until is None):
        raise ChannelRefused(_("Jam tenang perlu awal dan akhir. Isi keduanya, atau kosongkan keduanya."))
    if any(value is not None and not 0 <= value < _DAY for value in times.values()):
        raise ChannelRefused(_("Jam harus antara 00.00 dan 23.59."))
    row, _made = NoticeRule.objects.update_or_create(
        instansi_id=current_id(), defaults={"channels": sorted(set(on)), "set_at": clock.now(), **times}
    )
    recording.record(
        verbs.RULE_SET, row, by=by, topics=[topics.instansi(current_id())], channels=row.channels, hours=times,
        reason=reason,
    )  # fmt: skip
    return row
