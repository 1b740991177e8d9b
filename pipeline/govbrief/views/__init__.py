"""How results are shown: terminal, Markdown, progress; nothing here decides what is true."""
