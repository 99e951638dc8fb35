"""Hari dan jam kerja: how long a day is, and deadlines in working days (regulations 1.3 and 4.5)."""
