"""Owns making foreign text harmless to show: one line, no control or invisible characters.

Reports and models may hold terminal escapes, bidirectional overrides and hidden tag characters; what a reader
sees must be what a program reads. Offsets of raw text do not apply to the result.
"""

import unicodedata

_SPACES = frozenset({"Zs", "Zl", "Zp"})
_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")


def clean(text: str) -> str:
    r"""The visible text on one line, runs of white space as one space.

    >>> clean("赋权 31项\n收回5项\x1b[31m")
    '赋权 31项 收回5项[31m'
    """
    seen = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(seen.split())


def _visible(char: str) -> str:
    if " " <= char <= "~":
        return char
    category = unicodedata.category(char)
    if category in _SPACES or char in _BREAKS:
        return " "
    if category in {"Cc", "Cf"}:
        return ""
    return "\ufffd" if category == "Cs" else char
