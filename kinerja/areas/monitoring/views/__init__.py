"""Doors of monitoring."""
