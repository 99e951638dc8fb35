"""Mutu layanan publik: surveys, complaints, SPM and puskesmas (regulations 8)."""
