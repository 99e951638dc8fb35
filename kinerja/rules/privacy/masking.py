"""NIK, telephone and account numbers are shown only in part."""

from __future__ import annotations

from datetime import date

from kinerja.rules import parameters
from kinerja.rules.citation import design
from kinerja.rules.privacy.codes import MaskedText
from kinerja.rules.verdict import Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (design("10"),)


def masked(kind: MaskedText, text: str, *, on: date) -> Verdict[str]:
    """The number with all but its last characters hidden; one that is not longer is hidden whole. Blanks and dashes go."""
    table = parameters.table("privacy.shown", on=on)
    count = next(row["last"] for row in table.rows if row["kind"] == kind.value)
    number = "".join(each for each in text if each.isalnum())
    shown = number[-count:] if len(number) > count else ""
    step = Step(
        _("{kind}: hanya {count} angka terakhir yang ditampilkan."),
        {"kind": kind, "count": count},
        (table.cite,),
    )
    return Verdict("•" * (len(number) - len(shown)) + shown, (step,), CITES)
