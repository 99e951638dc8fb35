"""Doors of reporting: record, look, change, decide, files."""
