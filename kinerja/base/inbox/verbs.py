"""What the inbox writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

ESCALATED = verb("inbox.escalated", _("Tugas yang lewat batas diteruskan ke atasan"), "kind", "due_on")
DONE = verb("inbox.done", _("Tugas di kotak masuk ditandai selesai"), "kind")
