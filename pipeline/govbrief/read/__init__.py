"""A file to Chunks: loading, formats, structure, sentences; knows no model and no prompt."""
