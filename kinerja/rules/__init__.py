"""The regulations as pure Python: no Django, no database, no clock; dates come in as arguments."""
