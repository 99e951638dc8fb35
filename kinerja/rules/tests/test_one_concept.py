"""Codes and answers that two rooms hold of one concept: they may not drift apart."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kinerja.rules.allowance import punishment_cuts
from kinerja.rules.allowance.codes import CuttingPunishment
from kinerja.rules.codes import PunishmentLevel
from kinerja.rules.development.codes import PunishmentRecord
from kinerja.rules.discipline import punishments
from kinerja.rules.discipline.codes import PunishmentKind

MODERATE = [kind for kind in CuttingPunishment if kind.value.startswith("SEDANG")]
days = st.dates(date(2022, 1, 1), date(2030, 12, 31))


def test_a_perkada_names_the_kinds_of_discipline_and_suspension():
    kinds = {each.value for each in PunishmentKind}

    assert {each.value for each in CuttingPunishment} == kinds - {"PDHTAPS"} | {"BERHENTI_SEMENTARA"}


def test_the_record_of_ip_asn_is_the_levels_and_none():
    levels = [(each.value, each.label) for each in PunishmentLevel]

    assert [(each.value, each.label) for each in PunishmentRecord][1:] == levels


@given(st.sampled_from(MODERATE), days, st.integers(-2, 14))
def test_the_allowance_cuts_the_months_that_discipline_names(kind, effective, later):
    year, month = divmod(effective.year * 12 + effective.month - 1 + later, 12)
    paid = date(year, month + 1, 1)
    facts = [punishment_cuts.PunishmentFact(kind, effective)]

    cut = punishment_cuts.cut(facts, month=paid).value.percent

    assert cut == punishments.cut(PunishmentKind(kind.value), effective, paid).value
