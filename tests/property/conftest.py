"""How many cases the property tests try: a hundred, the same on every run; with HYPOTHESIS_PROFILE=fuzz many, ever new.

A test run says whether a change broke something, so it must not depend on luck; `make fuzz` is there to search.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("fuzz", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
