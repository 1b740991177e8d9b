"""Owns the kind of a report: what its title says, else what the report does; never what it speaks of.

A work report speaks of the rule of law, of the budget and of the economy. So without a title only the sentence that
announces the report counts (「现将2023年度法治政府建设情况报告如下」), or that people ask and answer in it.
"""

import re
from functools import cache

from govbrief.base.datafiles import any_of, read_words
from govbrief_schemas.report import Fact, Span

KINDS = tuple(read_words("kinds"))
"""The kinds of report, in English."""

_HEAD = 5000
_PRESS = "press conference"
_PLAIN = frozenset({"report", "work summary"})
"""Kinds that a title names when it names none: an announcing sentence tells more."""
_TURN = re.compile(
    r"^[ \t\u3000\xa0]*(?:主持人|[\u4e00-\u9fff《》]{0,16}记者提?问?|问|答|网友)[\u4e00-\u9fff·]{0,4}[ \u3000]*[:：]"
    r"|^[ \t\u3000]*[【\[](?:主持人|[\u4e00-\u9fff《》]{0,16}记者|网友)[】\]]",
    re.MULTILINE,
)
_MIN_TURNS = 2
_NEWS_WORDS = ("press conference", "newspaper feature")


def find_kind(text: str, title: Fact | None) -> Fact | None:
    """The kind that the title names; where it names none or only a report, the kind that the text announces."""
    named = _in_title(title)
    if named is not None and named.value not in _PLAIN:
        return named
    asked = list(_TURN.finditer(text, 0, _HEAD * 4))
    if named is None and len(asked) >= _MIN_TURNS:
        return Fact(_PRESS, Span(*asked[0].span()))
    announced = _announced(text)
    if announced is not None:
        return announced
    if named is not None:
        return named
    for kind in _NEWS_WORDS:
        found = re.compile(any_of(read_words("kinds")[kind])).search(text, 0, _HEAD)
        if found is not None:
            return Fact(kind, Span(*found.span()))
    return None


def _in_title(title: Fact | None) -> Fact | None:
    """The first kind one of whose phrases stands in the title."""
    if title is None:
        return None
    for kind, words in read_words("kinds").items():
        found = re.search(any_of(words), title.value)
        if found is not None:
            return Fact(kind, title.span)
    return None


def _announced(text: str) -> Fact | None:
    """The kind that an announcing sentence near the head names; the first sentence wins."""
    best: Fact | None = None
    for kind, pattern in _openings().items():
        found = pattern.search(text, 0, _HEAD // 2)
        if found is not None and (best is None or best.span is None or found.start() < best.span.start):
            best = Fact(kind, Span(*found.span()))
    return best


@cache
def _openings() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(any_of(words)) for kind, words in read_words("openings").items()}
