"""How many cases the property tests try: a hundred by default, many more with HYPOTHESIS_PROFILE=fuzz."""

import os

from hypothesis import settings

settings.register_profile("fuzz", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
