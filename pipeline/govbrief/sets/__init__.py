"""Prompt files to PromptSets."""
