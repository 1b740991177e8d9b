"""Owns what an English text says in other words than it means: figures of speech, and what explains a catchword.

The rules of words compare what is meant; so they read "dead-end roads" as unfinished ones, and leave aside the bracket
that unpacks “四所一庭”.
"""

import re
from functools import cache, lru_cache

from govbrief.base.datafiles import any_literal, read_table
from govbrief.base.needles import Sought

_CATCHWORD = re.compile('[“"‘「][^”"’」，。]{1,20}[”"’」]')
_EXPLAINED = re.compile(
    "(?<=[”\"’])(?P<what>(?: [\\w'’-]+){0,4}?\\s?"
    "(?:\\([^()]{3,}\\)|[,:;–—-]{1,2} ?(?:that is|namely|meaning|i\\.e\\.)[^.;]{3,}))"
)
_BRACKET = re.compile(r"\([^()]{3,}\)|(?:that is|namely|meaning|i\.e\.)[^.;]{3,}")


@lru_cache(maxsize=256)
def in_plain_words(zh: str, en: str) -> str:
    """The English with figures of speech told plainly, and without what only explains a catchword of the Chinese."""
    plain, figures = en, _figures()
    if figures.may_match(en):
        plain = figures.pattern.sub(lambda match: _plain()[match[0].lower().replace("’", "'")], en)
    if not _CATCHWORD.search(zh) or "（" in zh or "(" in zh:
        return plain
    return _EXPLAINED.sub(lambda match: _BRACKET.sub("", match["what"]), plain)


@cache
def _plain() -> dict[str, str]:
    return dict(read_table("idioms_en")["plain"])


@cache
def _figures() -> Sought:
    phrases = any_literal(_plain()).replace("'", "['’]")
    return Sought(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE)
