"""Organisation first: no employee's predikat is fixed before the unit's."""

from __future__ import annotations

from datetime import date

from kinerja.rules.citation import Citation, Standing
from kinerja.rules.codes import OrganisationPredicate
from kinerja.rules.verdict import Level, Step, Verdict
from kinerja.rules.wording import gettext_noop as _

CITES = (
    Citation(
        "SE MenPANRB 3/2023",
        in_force_from=date(2023, 1, 31),
        standing=Standing.SOURCE,
        sources=("S4", "S5", "S6"),
        page="0",
    ),
)


def may_fix_employee_predicates(
    unit_name: str, unit_predicate: OrganisationPredicate | None = None
) -> Verdict[bool]:
    """False with an error step that says what has to happen first."""
    if unit_predicate is None:
        step = Step(
            _(
                "Predikat {unit} belum ditetapkan, jadi predikat pegawainya belum dapat ditetapkan. "
                "Minta pimpinan di atasnya menetapkan predikat unit lebih dahulu."
            ),
            {"unit": unit_name},
            CITES,
            level=Level.ERROR,
        )
        return Verdict(False, (step,), CITES)
    step = Step(
        _("Predikat {unit} sudah ditetapkan: {predicate}. Predikat pegawai dapat ditetapkan."),
        {"unit": unit_name, "predicate": unit_predicate},
        CITES,
    )
    return Verdict(True, (step,), CITES)
