"""Owns what a number counts: 议题162项 are no 162 meetings.

The nouns come from the vocabulary. A number is compared where both languages have a known noun beside it; the
English noun needs Chinese near the number that it may come from, and the Chinese noun has to be missing near the
English number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import renderings
from govbrief.names.stems import EnglishHit, stem_word, words_of
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule

_NOUNS = ("counted", "person", "organ")
_ZH_BORDER = re.compile(r"[，,；;。！？!?：:、（）()\n]")
_EN_BORDER = re.compile(
    r"[,;:!?()]|\.(?=\s|$)|\b(?:and|while|but|whereas|with|which|that|were|was|are|is|have|has)\b"
)
_BEFORE, _BEHIND, _HEAD = 14, 12, 34
_JOINT = "\u3000"
"""Stands between the words before a number, the number, and the words behind it."""
_COUNTERS = frozenset("户人名村所校家")
"""Measure words that are nouns as well."""
_COUNTS = frozenset({"count"})
_ATTENDANCES = "人次"
_ATTENDED = frozenset({"meeting", "training", "drill", "activity"})
"""Nouns of what people attend: 参加论证会50人次 are fifty attendances, at meetings that nobody counts."""


class _Noun(NamedTuple):
    """A noun beside a number."""

    group: str
    key: str
    text: str


def check_counted(zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark]) -> Iterator[Finding]:
    """A finding for each pair of equal numbers that count different things; the marks are in order of place."""
    for i, j in pair_up(left, right).pairs:
        one, other = left[i], right[j]
        if one.group not in _COUNTS or other.group not in _COUNTS or not (one.digits or other.digits):
            continue
        near = _near_chinese(zh, left, i)
        head = _head(en, other)
        if head is None or not near:
            continue
        if one.dimension == _ATTENDANCES and head.key in _ATTENDED:
            yield word_finding(Rule.NUMBER_NOUN, one.text, f"{other.text} … {head.text}")
            continue
        nouns = _chinese_nouns(near)
        if nouns and not _carried(head, near) and not _told(nouns, _near_english(en, right, j)):
            yield word_finding(Rule.NUMBER_NOUN, f"{nouns[0].text}{one.text}", f"{other.text} … {head.text}")


def _near_chinese(zh: str, marks: Sequence[Mark], i: int) -> str:
    """The words around a number, up to a comma or the next number."""
    mark = marks[i]
    floor, ceiling = _neighbours(zh, marks, i)
    start, end = mark.quantity.span
    before = _ZH_BORDER.split(zh[max(floor, start - _BEFORE) : start])[-1]
    behind = _ZH_BORDER.split(zh[end : min(ceiling, end + _BEHIND)])[0]
    return _JOINT.join(part.replace(_JOINT, "") for part in (before, mark.text, behind))


def _near_english(en: str, marks: Sequence[Mark], j: int) -> str:
    """The English around a number, up to the neighbouring numbers."""
    floor, ceiling = _neighbours(en, marks, j)
    return en[floor:ceiling]


def _neighbours(text: str, marks: Sequence[Mark], i: int) -> tuple[int, int]:
    """Where the number before a number ends, and where the one behind it begins; marks are in order of place."""
    floor = marks[i - 1].quantity.span.end if i else 0
    return floor, marks[i + 1].quantity.span.start if i + 1 < len(marks) else len(text)


def _head(en: str, mark: Mark) -> _Noun | None:
    """The noun that an English number stands before: the last known one of its phrase."""
    end = mark.quantity.span.end
    phrase = _EN_BORDER.split(en[end : end + _HEAD])[0]
    phrase = re.split(r"\b(?:of|for|in|on|to|from|by|at|into|over|under|across|through)\b", phrase)[0]
    claims = vocabulary().claimed(phrase)
    hits = [(hit, name) for name in _NOUNS for hit in claims.get(name, []) if _is_noun(phrase, hit)]
    if not hits:
        return None
    hit, name = max(hits, key=lambda pair: pair[0].end)
    return _Noun(name, hit.key, phrase[hit.start : hit.end])


def _is_noun(phrase: str, hit: EnglishHit) -> bool:
    """False for `reported` and `training courses`: the word must end its phrase, and be no past tense."""
    rest = words_of(phrase[hit.end :])
    return not phrase[hit.start : hit.end].endswith("ed") and all(word.stem.endswith("ly") for word in rest)


def _chinese_nouns(near: str) -> list[_Noun]:
    """The nouns that the number is said of: 建议3件 has one before it, 11个区直部门 has them behind."""
    before, _, behind = near.split(_JOINT)
    if behind:
        found = _nouns_in(behind)
        return [found[0], found[-1]] if found else []
    return _nouns_in(before)[-1:]


def _nouns_in(text: str) -> list[_Noun]:
    hits = [
        (hit.end, _Noun(n, hit.key, text[hit.start : hit.end]))
        for n in _NOUNS
        for hit in vocabulary().groups[n].said(text)
    ]
    return [noun for _, noun in sorted(hits, key=lambda pair: pair[0])]


def _carried(head: _Noun, near: str) -> bool:
    """Whether the words around the Chinese number may be called by the English noun."""
    group = vocabulary().groups[head.group]
    if group.licensed(head.key, near, group.said(near)):
        return True
    stems = {stem_word(word) for word in head.text.split()}
    before, number, behind = near.split(_JOINT)
    counter = "".join(char for char in number if char in _COUNTERS)
    return bool(stems & renderings(_JOINT.join((before, behind, counter))))


def _told(nouns: Sequence[_Noun], near: str) -> bool:
    """Whether the English around the number tells one of the Chinese nouns."""
    return any(vocabulary().told(noun.group, near)[noun.key] for noun in nouns)
