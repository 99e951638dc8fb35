"""Property tests of the rules stay fast and repeatable: the whole folder runs in about two seconds.

`HYPOTHESIS_PROFILE=thorough` searches with new random examples, for a change that touches arithmetic.
"""

import os

from hypothesis import settings

settings.register_profile("rules", max_examples=20, deadline=None, derandomize=True, database=None)
settings.register_profile("thorough", max_examples=1_000, deadline=None, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "rules"))
