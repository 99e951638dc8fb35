"""How the work stands against the calendar."""
