"""Simulated evidence with the truth about each piece: written before the detector that is measured on it.

`sets.reports_of(seed)` gives the same forty reports for the same seed. Thresholds are chosen on `TUNING` alone and reported on
`REPORTED` (`python -m bench duplicates`); nothing in `kinerja` may know this package.
"""

TUNING = range(1, 51)
REPORTED = range(51, 101)
#: seeds that make one set of a thousand reports; they share their forms, as the units of one government do
SEEDS_OF_A_SET = 25
