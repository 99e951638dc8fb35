"""Pelindungan data pribadi: clocks, retention, masks and small cells (regulations 10)."""
