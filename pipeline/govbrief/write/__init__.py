"""Chunks to Drafts: what is asked of a model and what becomes of its answers."""
