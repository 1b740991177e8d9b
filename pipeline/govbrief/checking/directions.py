"""Owns what two texts say of rise and fall besides the direction of single numbers.

Two signs of a turned direction: `rose from 103.8 to 94.8`, which the numbers themselves contradict, and a
sentence that speaks only of rising where its translation speaks only of falling.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from govbrief.checking.loose import translation_words
from govbrief.checking.marks import Mark
from govbrief.checking.places import between
from govbrief.checking.side import Side
from govbrief.numbers.en.atoms import alternatives
from govbrief.numbers.en.vocabulary_en import words_of
from govbrief.numbers.zh.binding_zh import load_words
from govbrief_schemas.quantity import Direction

_SHORTEST_ZH = 2
_FROM = re.compile(r"\bfrom\s+(?:[a-z$¥€£]+\s+){0,2}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:[a-z$¥€£]+\s+){0,3}$", re.IGNORECASE)
_BACK = re.compile(r"^[\s\w,%-]{0,40}?\bfrom\s+(?:(?!and\b)[a-z$¥€£]+\s+){0,2}$", re.IGNORECASE)
_PACE = re.compile(r"\b(?:slow|delay|narrow)", re.IGNORECASE)
"""Verbs whose measure may rise while they speak of falling: doubling slowed from 2 days to 4.7."""
_OF_ALL = re.compile(
    r"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all)\s(?:[\w-]+['’]s\s)?(?:total\s)?)?", re.IGNORECASE
)
_OF_WHICH = re.compile(r"[^.;:()]{0,50},\sof\s(?:which|whom|them|these)[\s,]{1,2}", re.IGNORECASE)
_SEVERAL = re.compile(r"[。！？!?;；][^\w\n。！？!?;；]*+\w")
"""Longer texts speak of many things."""
_MANY = 3
"""Clauses from which a text speaks of many things as well: what falls in one need not be what rises in another."""
_COMMA = re.compile("[，,](?!\\d)")
_REACHES = re.compile("达到?\\d|突破|超过|扩|升|攀|增")
"""Chinese that lets something rise with no word of rising: 达到98% is “climbed to 98 percent”."""
_NEXT_CLAUSE = re.compile(r"[;,]\s+(?:and|but|while|with|whereas)\b")
_WINDOW = 60


@cache
def _chinese() -> tuple[re.Pattern[str], dict[str, Direction]]:
    words = {word: side for word, side in load_words().verbs.items() if len(word) >= _SHORTEST_ZH}
    return re.compile(alternatives(words)), words


@cache
def _english() -> tuple[re.Pattern[str], dict[str, Direction]]:
    ambiguous = set(translation_words()["only_beside_numbers"]["en"])
    words = {word: Direction(side) for word, side in words_of("direction").items() if word not in ambiguous}
    return re.compile(rf"\b(?:{alternatives(words)})\b"), words


def said(text: str, language: str) -> tuple[frozenset[Direction], str]:
    """The directions of which a text speaks, and the first word that does."""
    pattern, words = _chinese() if language == "zh" else _english()
    found = [word for word in pattern.findall(text.lower()) if words[word] is not Direction.NONE]
    return frozenset(words[word] for word in found), found[0] if found else ""


def opposite(zh: str, en: str) -> tuple[str, str] | None:
    """The words that turn against each other when a sentence and its English speak of one direction each."""
    if _SEVERAL.search(zh) or len(_COMMA.findall(zh.rstrip("，,"))) >= _MANY - 1:
        return None
    left, zh_word = said(zh, "zh")
    if len(left) != 1:
        return None
    right, en_word = said(en, "en")
    if len(right) != 1 or left == right or (right == {Direction.UP} and _REACHES.search(zh)):
        return None
    return zh_word, en_word


def contradicted(en: Side) -> Iterator[Mark]:
    """English numbers whose values deny their direction: `rose from 103.8 to 94.8`, `1.7, up from 2.4`."""
    for one, two in _alike(en):
        gap = between(en.text, one, two)
        change = two.value - one.value
        before = en.text[max(0, one.start - _WINDOW) : one.start]
        if _PACE.search(before):
            continue
        if _NEXT_CLAUSE.search(gap):
            continue  # from 71 %, and the share of lost suits fell to 6.2 %: two things move
        if _TO.search(gap) and _FROM.search(before):
            stated = _stated(one, two)
        elif _BACK.match(gap):
            stated, change = _stated(two, one), -change
        else:
            continue
        if (stated is Direction.UP and change < 0) or (stated is Direction.DOWN and change > 0):
            yield two


def _alike(en: Side) -> Iterator[tuple[Mark, Mark]]:
    """Each two amounts of one kind with none of that kind between them."""
    kinds: dict[tuple[str, str], Mark] = {}
    for mark in en.marks:
        if mark.quantity.is_amount:
            kind = mark.group, mark.dimension
            if kind in kinds:
                yield kinds[kind], mark
            kinds[kind] = mark


def more_than_all(en: Side) -> Iterator[tuple[Mark, Mark]]:
    """English parts that are larger than their whole: 43 of the county's 31 townships."""
    for one, two in pairwise(mark for mark in en.marks if mark.quantity.is_amount):
        larger = one.group == two.group == "count" and one.value > two.value
        if larger and _OF_ALL.fullmatch(between(en.text, one, two)):
            yield one, two
        less = one.group == two.group == "count" and one.value < two.value and one.dimension == two.dimension
        if less and _OF_WHICH.fullmatch(between(en.text, one, two)):
            yield two, one


def _stated(*marks: Mark) -> Direction:
    return next((mark.direction for mark in marks if mark.direction is not Direction.NONE), Direction.NONE)
