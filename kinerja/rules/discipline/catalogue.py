"""The rules of `discipline`, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.discipline import (
    absence,
    absence_calendar,
    authority,
    legal_status,
    pppk,
    preventive_clocks,
    procedure,
    punishments,
    remedies,
)
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
    Rule(
        "discipline.authority",
        _("Siapa yang menghukum"),
        authority.CITES,
        (authority.who, authority.may_decide, authority.silence, authority.is_silent),
        figures=("discipline.authority", "discipline.silence_days", "discipline.punishments"),
    ),
    Rule(
        "discipline.procedure",
        _("Langkah perkara disiplin"),
        procedure.CITES,
        (
            procedure.state,
            procedure.may_take,
            procedure.examination_deadline,
            procedure.second_summons_deadline,
            procedure.handover_deadline,
            procedure.effect_day,
            procedure.may_be_promoted,
        ),
        figures=(
            "discipline.examination_days",
            "discipline.second_summons_days",
            "discipline.handover_days",
            "discipline.effect_days",
        ),
    ),
    Rule(
        "discipline.remedies",
        _("Upaya administratif"),
        remedies.CITES,
        (remedies.timing, remedies.way, remedies.filing_deadline, remedies.clocks, remedies.salary),
        figures=("discipline.remedy.",),
    ),
    Rule(
        "discipline.pppk",
        _("Perjanjian kerja PPPK"),
        pppk.CITES,
        (pppk.extension, pppk.alerts, pppk.proposal_deadline, pppk.may_be_terminated),
        figures=("discipline.pppk.",),
    ),
    Rule(
        "discipline.legal_status",
        _("Status hukum"),
        legal_status.CITES,
        (legal_status.conviction, legal_status.effects, legal_status.suspension, legal_status.may_see),
        figures=("discipline.suspension_percent", "discipline.planned_crime_months"),
    ),
    Rule(
        "discipline.preventive_clocks",
        _("Tenggat pencegahan"),
        preventive_clocks.CITES,
        (preventive_clocks.clock,),
        figures=("discipline.yearly_reports", "discipline.gratification_days", "discipline.finding_days"),
    ),
)
