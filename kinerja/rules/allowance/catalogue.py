"""The rules of the allowance, in the order in which they are read."""

from __future__ import annotations

from kinerja.rules.allowance import (
    attendance_codes,
    attendance_cuts,
    basic_tpp,
    ippd,
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
)
