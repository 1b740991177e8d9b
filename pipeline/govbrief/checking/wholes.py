"""Owns how much of a whole is meant: all, most, some, those that come on top, those that are left out or taken in.

Only a text that speaks of one share is judged: where the Chinese has all and most, nobody knows which
the English tells.
"""

import re
from collections.abc import Iterator

from govbrief.base.datafiles import any_of, read_table
from govbrief.base.needles import Sought
from govbrief.checking.word_messages import word_finding
from govbrief_schemas.finding import Finding, Rule

_WORDS = read_table("wholes")


def _zh(name: str) -> Sought:
    return Sought(any_of(_WORDS[name]))


def _en(name: str) -> Sought:
    return Sought(any_of(_WORDS[name]), re.IGNORECASE)


def _words(name: str) -> Sought:
    return Sought(rf"\b(?:{any_of(_WORDS[name])})\b", re.IGNORECASE)


_ALL_ZH, _SHARE_ZH, _SOME_ZH, _EVERY_ZH = map(_zh, ("all_zh", "share_zh", "some_zh", "every_zh"))
_ALL_EN, _SOME_EN, _EVERY_EN, _AT_LEVEL_EN = map(_words, ("all_en", "some_en", "every_en", "at_level_en"))
_MOST_EN, _LEVEL_ABOVE_EN, _TAKEN_IN_EN, _TAKEN_OUT_EN = map(
    _en, ("most_en", "level_above_en", "taken_in_en", "taken_out_en")
)
_LEVEL_ABOVE_ZH, _TAKEN_OUT_ZH = map(_zh, ("level_above_zh", "taken_out_zh"))
_ON_TOP_ZH = re.compile("(?:另有|另外还有|此外还有|还有另外)(?P<n>\\d{1,9})")
_LEFT_ZH = re.compile(
    "(?P<n>\\d{1,9})[件个项家名起宗处份条][^。；]{0,24}(?:其余|余下|剩余|剩下|已完成|已办结)"
)


def check_wholes(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: another share of the whole, or what comes on top told as a part, and the other way round."""
    for said, told in (
        (_ALL_ZH.search(zh), _share(zh, en)),
        (_SOME_ZH.search(zh), _every(zh, en)),
        (_ON_TOP_ZH.search(zh), _as_part(zh, en)),
        (_LEVEL_ABOVE_ZH.search(zh), None if _AT_LEVEL_EN.search(en) else _LEVEL_ABOVE_EN.search(en)),
        (_TAKEN_OUT_ZH.search(zh), None if _TAKEN_OUT_EN.search(en) else _TAKEN_IN_EN.search(en)),
        (_LEFT_ZH.search(zh), _beside_whole(zh, en)),
    ):
        if said and told:
            yield word_finding(Rule.INCLUSIVE, said[0], told[0])
            return


def _share(zh: str, en: str) -> re.Match[str] | None:
    """Most or some, where the Chinese says all and the English nowhere does."""
    if _SHARE_ZH.search(zh) or _ALL_EN.search(en):
        return None
    return _MOST_EN.search(en)


def _every(zh: str, en: str) -> re.Match[str] | None:
    """All, where the Chinese says some or most and the English nowhere does."""
    if _ALL_ZH.search(zh) or _EVERY_ZH.search(zh) or _SOME_EN.search(en):
        return None
    return _EVERY_EN.search(en)


def _as_part(zh: str, en: str) -> re.Match[str] | None:
    """Another five told as five of them."""
    match = _ON_TOP_ZH.search(zh)
    number = match["n"] if match else ""
    return _figure(number, en, r" (?:\w+ )?of (?:which|them|whom|these|those)\b") if number else None


def _beside_whole(zh: str, en: str) -> re.Match[str] | None:
    """Of fifteen told as besides the fifteen."""
    match = _LEFT_ZH.search(zh)
    if match is None or re.search("另|此外|还有|以外|之外", zh):
        return None
    return re.search(
        rf"\b(?:besides|in addition to|on top of|apart from) (?:the |its |their )?(?:{_named(match['n'])})\b",
        en,
        re.IGNORECASE,
    )


def _figure(number: str, en: str, behind: str) -> re.Match[str] | None:
    return re.search(rf"\b(?:{_named(number)}){behind}", en, re.IGNORECASE)


_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]


def _named(number: str) -> str:
    value = int(number)
    words = [number, f"{value:,}"]
    return "|".join([*words, _SMALL[value]] if value < len(_SMALL) else words)
