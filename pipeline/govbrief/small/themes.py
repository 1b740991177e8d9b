"""Owns which themes a sentence can have: words in its own text first, then in the headings above it."""

from collections.abc import Sequence
from functools import cache

from govbrief.datafiles import read_table
from govbrief_schemas.item import Theme
from govbrief_schemas.report import Role

CHOICE = tuple(theme for theme in Theme if theme not in {Theme.JUDICIARY, Theme.SOCIETY})
"""What a small model chooses from where nothing is named; two of its themes more than it tells apart are left out."""


@cache
def _words() -> tuple[tuple[Theme, tuple[str, ...]], ...]:
    rows = read_table("themes")["theme"]
    return tuple((Theme(row["name"]), tuple(row["words"])) for row in rows)


def _named_in(text: str) -> tuple[Theme, ...]:
    return tuple(theme for theme, words in _words() if any(word in text for word in words))


def possible_themes(sentence: str, heading_path: Sequence[str], role: Role) -> tuple[Theme, ...]:
    """The themes that the model may choose from for one sentence, in the order of `Theme`.

    The section's own heading decides where it names one theme; else sentence and headings together; 其他 always
    stays open where nothing is named.
    """
    if role is Role.LEADERSHIP:
        return (Theme.LEADERSHIP,)
    for heading in reversed(heading_path):
        if len(named := _named_in(heading)) == 1:
            return named
    named = _named_in(sentence) or _named_in("".join(heading_path))
    return (*named, Theme.OTHER) if named else CHOICE
