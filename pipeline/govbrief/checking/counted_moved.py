"""Owns numbers that moved to another noun of their sentence: 对6项决策开展审查 are not 6 reviews of decisions.

The noun right beside the Chinese number is told elsewhere in the English, and the noun right behind the English number
is what another word of the Chinese is called.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief.checking.counted_measures import noun_behind
from govbrief.checking.explained import called, is_known, is_told, roots_of
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, senses_of, words_in
from govbrief.names.stems import stem_word, stems_of
from govbrief_schemas.finding import Finding, Rule

_BORDER = re.compile(r"[，,；;。！？!?：:、（）()《》“”\n\d]")
_VERB = re.compile("开展|进行|引入|组织|实施|聘请|邀请|提供|出具|作出|给予|予以")
_APART = re.compile("[，。；、,;：]|[为对向给将把]")
"""What parts two nouns: one beside the other without it may be part of its name."""
_BEFORE, _BEHIND = 12, 16
_GENERAL = frozenset({"people", "persons", "ones", "others", "cases", "items", "times"})
"""Nouns that tell any number: 调解成功640件 are 640 cases."""
_TAIL = "约近达共超过到至"


class _Named(NamedTuple):
    """The noun of a Chinese number: its last word, and the words before it without a verb between."""

    head: str
    start: int
    end: int


def check_moved(left: Sequence[Mark], right: Sequence[Mark], zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a number told of another noun of its sentence; marks in order of place."""
    held = Counter(mark.value for mark in left)
    for i, j in pair_up(left, right).pairs:
        one, other = left[i], right[j]
        if one.group != "count" or held[one.value] > 1 or one.value == 1 or not (one.digits or other.digits):
            continue
        named, noun = _named(zh, one), noun_behind(en, other)
        if named is None or not noun or noun in _GENERAL or not is_known(named.head):
            continue
        if _is_told_elsewhere(named, noun, zh, en, other) and _is_called(noun, named, left, one, zh):
            yield word_finding(Rule.NUMBER_NOUN, f"{named.head}{one.text}", f"{other.text} … {noun}")
            return


def _named(zh: str, mark: Mark) -> _Named | None:
    """The noun beside a number, where it is beyond doubt."""
    start, end = mark.quantity.span
    run = _BORDER.split(zh[end : end + _BEHIND])[0]
    verb = _VERB.search(run)
    run = run[: verb.start()] if verb else run
    if run:
        skipped = run.rfind("的") + 1
        words = words_in(run[skipped:])
        if not words or any(is_deed(word) for word, at in words if at):
            return None
        head, at = words[-1]
        whole = skipped + at + len(head) == len(run)
        return _Named(head, end, end + len(run)) if whole else None
    before = _BORDER.split(zh[max(0, start - _BEFORE) : start])[-1]
    text = before.rstrip(_TAIL)
    words = words_in(text)
    if not words or is_deed(words[-1][0]) or words[-1][1] + len(words[-1][0]) != len(text):
        return None
    first = words[-1][1]
    for word, at in reversed(words[:-1]):
        if at + len(word) != first or is_deed(word):
            break
        first = at
    base = start - len(before)
    return _Named(words[-1][0], base + first, base + len(text))


def _is_told_elsewhere(named: _Named, noun: str, zh: str, en: str, mark: Mark) -> bool:
    """Whether the English tells the noun of a number, and not in the phrase behind that number."""
    start = mark.quantity.span.start
    end = en.find(noun, start) + len(noun)
    phrase = frozenset(stems_of(en[start:end]))
    if any(is_told(word, phrase, roots_of(phrase)) for word, _ in words_in(zh[named.start : named.end])):
        return False
    rest = frozenset(stems_of(f"{en[:start]} {en[end:]}"))
    return is_told(named.head, rest, roots_of(rest))


def _is_called(noun: str, named: _Named, marks: Sequence[Mark], mark: Mark, zh: str) -> bool:
    """Whether another noun of the Chinese is called so, and neither the measure word nor a part of the name is."""
    stem = stem_word(noun)
    if stem in senses_of(mark.text[-1:]) or stem in called(mark.text[-2:]):
        return False
    spans = [other.quantity.span for other in marks]
    for word, at in words_in(zh):
        end = at + len(word)
        if named.start <= at < named.end or any(span.start < end and at < span.end for span in spans):
            continue
        if stem in called(word) and not is_deed(word):
            low, high = (
                (end, named.start) if at < named.start else (max(named.end, mark.quantity.span.end), at)
            )
            between = zh[low:high]
            if _APART.search(between) or any(is_deed(other) for other, _ in words_in(between)):
                return True
    return False
