"""Pengembangan kompetensi: learning hours, gaps, IP ASN (regulations 7)."""
