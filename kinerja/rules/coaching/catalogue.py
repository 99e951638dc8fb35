"""The rules of `coaching`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.coaching import counselling, follow_up
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "coaching.counselling",
        _("Konseling kinerja"),
        counselling.CITES,
        (counselling.check, counselling.may_read),
    ),
    Rule(
        "coaching.follow_up",
        _("Tindak lanjut kinerja rendah"),
        follow_up.CITES,
        (follow_up.stage,),
        figures=("coaching.",),
    ),
)
