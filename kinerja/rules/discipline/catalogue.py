"""The rules of `discipline`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.discipline import absence, absence_calendar, punishments
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "discipline.absence",
        _("Tidak masuk tanpa alasan"),
        absence.CITES,
        (absence.level,),
        nearest=absence.nearest,
        figures=("discipline.absence", "discipline.absence."),
    ),
    Rule(
        "discipline.absence_calendar",
        _("Tidak masuk menurut tanggal"),
        absence_calendar.CITES,
        (absence_calendar.by_year,),
        figures=("discipline.absence", "discipline.absence."),
    ),
    Rule(
        "discipline.punishments",
        _("Hukuman disiplin"),
        punishments.CITES,
        (
            punishments.details,
            punishments.by_impact,
            punishments.one_for_all,
            punishments.run,
            punishments.cut,
        ),
        figures=("discipline.punishments", "discipline.impacts"),
    ),
)
