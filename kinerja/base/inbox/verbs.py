"""What the inbox writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import subscribe, verb

ESCALATED = verb("inbox.escalated", _("Tugas yang lewat batas diteruskan ke atasan"), "kind", "due_on")
DONE = verb("inbox.done", _("Tugas di kotak masuk ditandai selesai"), "kind")
CHANNEL_CONFIRMED = verb(
    "inbox.channel_confirmed", _("Kanal pemberitahuan dikonfirmasi pemiliknya"), "channel"
)
CHANNEL_REMOVED = verb(
    "inbox.channel_removed", _("Kanal pemberitahuan dimatikan dan alamatnya dihapus"), "channel", "how"
)
CHANNEL_PAUSED = verb(
    "inbox.channel_paused", _("Kanal pemberitahuan dijeda karena alamatnya tidak dapat dituju"), "channel"
)
CHOSEN = verb("inbox.notices_chosen", _("Pilihan pemberitahuan disimpan"), "channel", "choices")
RULE_SET = verb(
    "inbox.notice_rule_set", _("Saklar dan jam pemberitahuan instansi diubah"), "channels", "hours", "reason"
)

#: no entry of the ledger: `sending.tell` writes it into the outbox for whoever confirmed an address
TOLD = "inbox.told"
subscribe(TOLD, "inbox.notify")
subscribe("organization.person_left", "inbox.forget")
