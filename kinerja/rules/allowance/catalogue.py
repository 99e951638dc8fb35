"""The rules of the allowance, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.allowance import (
    absence_ladder,
    attendance_codes,
    attendance_cuts,
    basic_tpp,
    event_cuts,
    ippd,
    monthly_payment,
    nearest_payment,
    productivity,
    punishment_cuts,
    rule_sets,
    tpp_criteria,
)
from kinerja.rules.rule import Rule
from kinerja.rules.wording import gettext_noop as _

RULES = (
    Rule(
        "allowance.rule_sets",
        _("Aturan TPP setiap daerah"),
        rule_sets.CITES,
        (rule_sets.example,),
        figures=("allowance.example.",),
    ),
    Rule(
        "allowance.ippd",
        _("Indeks penyelenggaraan pemerintahan daerah"),
        ippd.CITES,
        (ippd.score, ippd.factor),
        figures=("allowance.ippd.",),
    ),
    Rule(
        "allowance.basic_tpp",
        _("Basic TPP"),
        basic_tpp.CITES,
        (basic_tpp.basic_tpp, basic_tpp.from_indices, basic_tpp.itpp),
        figures=("allowance.bpk", "allowance.ikfd", "allowance.ippd.factors"),
    ),
    Rule(
        "allowance.tpp_criteria",
        _("Kriteria TPP"),
        tpp_criteria.CITES,
        (tpp_criteria.tpp, tpp_criteria.workload),
        figures=("allowance.workload.", "allowance.example.lubuklinggau_2022."),
    ),
    Rule(
        "allowance.attendance_codes",
        _("Kode kehadiran"),
        attendance_codes.CITES,
        (attendance_codes.day_codes, attendance_codes.month_codes),
        figures=("allowance.example.nasional.codes", "allowance.example.permentan_68_2012.codes"),
    ),
    Rule(
        "allowance.attendance_cuts",
        _("Potongan kehadiran"),
        attendance_cuts.CITES,
        (attendance_cuts.cuts,),
        figures=("allowance.example.nasional.codes", "allowance.example.permentan_68_2012.codes"),
    ),
    Rule(
        "allowance.absence_ladder",
        _("Potongan menurut jumlah hari tidak masuk"),
        absence_ladder.CITES,
        (absence_ladder.cut,),
        figures=("allowance.example.jambi_2019.ladder",),
    ),
    Rule(
        "allowance.event_cuts",
        _("Potongan apel dan upacara"),
        event_cuts.CITES,
        (event_cuts.cut, event_cuts.list_outcome),
        figures=(
            "allowance.example.kota_jambi_2025.events",
            "allowance.example.tanjabtim_2019.events",
            "allowance.example.jambi_lebaran_2019.events",
        ),
    ),
    Rule(
        "allowance.productivity",
        _("Faktor produktivitas"),
        productivity.CITES,
        (productivity.factor,),
        figures=("allowance.example.nasional.productivity",),
    ),
    Rule(
        "allowance.punishment_cuts",
        _("Potongan karena hukuman disiplin"),
        punishment_cuts.CITES,
        (punishment_cuts.cut,),
        figures=(
            "allowance.example.nasional.punishments",
            "allowance.example.permentan_68_2012.punishments",
        ),
    ),
    Rule(
        "allowance.monthly_payment",
        _("TPP sebulan"),
        monthly_payment.CITES,
        (monthly_payment.payment, monthly_payment.from_days, monthly_payment.formula),
        nearest=nearest_payment.nearest,
        figures=("allowance.example.nasional.",),
    ),
)
