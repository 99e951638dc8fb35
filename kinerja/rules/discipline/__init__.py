"""Discipline, sanctions and legal status (regulations 5): guidance first, then firm and lawful, with every clock and right."""
