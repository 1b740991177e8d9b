"""Prompt sets and models side by side: briefs by the same code as `summarize`, then pure functions over briefs."""
