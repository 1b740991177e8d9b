"""Frozen values that the steps pass on, and the models that the LLM fills; knows nothing of `pipeline`."""
