"""Photos and texts that resemble an earlier one: what to search by, and how to look closer. Hints, never verdicts."""
