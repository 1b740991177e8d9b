"""Owns which theme a sentence has: words of the headings above it first, then of its own text. No model is asked."""

from collections.abc import Sequence
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief_schemas.item import Theme
from govbrief_schemas.report import Role


@cache
def _words() -> tuple[tuple[Theme, tuple[str, ...]], ...]:
    rows = read_table("themes")["theme"]
    return tuple((Theme(row["name"]), tuple(row["words"])) for row in rows)


def _named_in(text: str) -> tuple[Theme, ...]:
    """Themes whose words stand in `text`, the one with most of them first."""
    counts = {theme: sum(text.count(word) for word in words) for theme, words in _words()}
    return tuple(sorted((theme for theme in counts if counts[theme]), key=lambda theme: -counts[theme]))


def theme_of(sentence: str, heading_path: Sequence[str], role: Role) -> Theme:
    """The theme of one sentence: the nearest heading that names one theme decides, else the sentence."""
    if role is Role.LEADERSHIP:
        return Theme.LEADERSHIP
    for heading in reversed(heading_path):
        if len(named := _named_in(heading)) == 1:
            return named[0]
    named = _named_in(sentence) or _named_in("".join(heading_path))
    return named[0] if named else Theme.OTHER
