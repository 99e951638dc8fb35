"""Property tests of the rules stay fast and repeatable: the whole folder runs in under two seconds."""

from hypothesis import settings

settings.register_profile("rules", max_examples=20, deadline=None, derandomize=True, database=None)
settings.load_profile("rules")
