"""A decree for tests, and as the JSON that a case or the command line holds."""

from dataclasses import replace
from datetime import date

from kinerja.rules.allowance import rule_sets
from kinerja.rules.allowance.codes import TppExample


def decree(**changes):
    """The national rule set as if an instansi had decreed it from 2026 on, with changes."""
    national = rule_sets.example(TppExample.NASIONAL, on=date(2026, 1, 1)).value
    own = {"instansi": "Kota Contoh", "legal_basis": "Perwal 1/2026", "effective_from": date(2026, 1, 1)}
    return replace(national, parts=(), **{**own, **changes})
