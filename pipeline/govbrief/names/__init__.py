"""Any text to Names, and their settled English."""
