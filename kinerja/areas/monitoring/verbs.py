"""What monitoring writes into the ledger."""

from django.utils.translation import gettext_lazy as _

from kinerja.base.ledger.verbs import verb

FEEDBACK_GIVEN = verb("feedback.given", _("memberi umpan balik"), "text")
