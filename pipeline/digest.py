"""LOST FILE: the author of render.py overwrote the original digest.py (Digest, Names, ask_names, ask_summary) by accident.

It was written at 22:59:45, not committed, and overwritten at 23:03:48; no copy was found. Please write it again.
The sentences for readers that overwrote it now live in telling.py; nothing of this file is needed there.
"""

raise ImportError(
    "pipeline/digest.py (Digest, Names, ask_names, ask_summary) was overwritten by accident by the author of render.py; "
    "no copy on disk: its author must write it again"
)
