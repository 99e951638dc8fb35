"""Simulated years of one indicator, with the truth about each: written before the detector that is measured on them.

`families.year(family, kind, seed)` gives the same year for the same three. Thresholds are chosen on `TUNING` alone and reported
on `REPORTED` (`python -m bench.years`); nothing in `kinerja` may know this package.
"""

TUNING = range(1, 51)
REPORTED = range(51, 101)
