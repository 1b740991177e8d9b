"""Raw text to a tree of sections: lines, paragraphs, headings, levels, roles, and what is not the report."""
