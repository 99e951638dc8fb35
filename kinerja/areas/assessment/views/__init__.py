"""Doors of assessment."""
