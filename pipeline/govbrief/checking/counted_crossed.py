"""Owns clauses that changed their numbers: 受理126件、办结98件 are not 98 cases accepted and 126 concluded.

The English clause around each number tells the words of the other number's Chinese clause, and not its own. Only
clauses with one number are compared, and only by words that one of the two has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from govbrief.base.datafiles import read_table
from govbrief.checking.explained import called, is_known, is_told, roots_of
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, words_in
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_ZH_BORDER = re.compile(r"[，。；;！？!?：:、\n]|(?<!\d),|,(?!\d)")
_EN_BORDER = re.compile(
    r"[;:!?()]|,(?!\d)|\.(?=\s|$)|\sand\s(?=[^,;:]*\d)|\s(?:while|but|with|of which|whereas)\s"
)
_MOST = 8
"""Numbers of a text that are compared with each other; longer ones are no sentence."""


def check_crossed(left: Sequence[Mark], right: Sequence[Mark], zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: two numbers whose clauses changed them; marks in order of place."""
    here, there = _clauses(zh, left, _ZH_BORDER), _clauses(en, right, _EN_BORDER)
    pairs = [(i, j) for i, j in pair_up(left, right).pairs if i in here and j in there]
    for (i, j), (k, m) in combinations(pairs[:_MOST], 2):
        one, two = left[i], left[k]
        if one.value == two.value or {one.group, two.group} != {"count"}:
            continue
        if _are_crossed((here[i], here[k]), (there[j], there[m])):
            yield word_finding(Rule.NUMBER_NOUN, f"{here[i]} {here[k]}", f"{there[j]} … {there[m]}".strip())
            return


def _clauses(text: str, marks: Sequence[Mark], border: re.Pattern[str]) -> Mapping[int, str]:
    """The clause of each number that stands alone in one, by the number's place in the list."""
    cuts = [0, *(match.end() for match in border.finditer(text)), len(text)]
    held: dict[int, list[int]] = {}
    at = 0
    for k, mark in enumerate(marks):
        while at + 2 < len(cuts) and cuts[at + 1] <= mark.quantity.span.start:
            at += 1
        held.setdefault(at, []).append(k)
    return {
        found[0]: text[cuts[at] : cuts[at + 1]].strip(" ,，、")
        for at, found in held.items()
        if len(found) == 1
    }


def _are_crossed(zh: tuple[str, str], en: tuple[str, str]) -> bool:
    """Whether each English clause tells the other's words more than its own: all words, the verbs, or the rest."""
    one, two = (
        frozenset(word for word, _ in words_in(text) if is_known(word)) - _words("idle") for text in zh
    )
    for chosen in (lambda _: True, _names_deed, lambda word: not _names_deed(word)):
        here, there = ({word for word in words if chosen(word)} for words in (one - two, two - one))
        if _prefers(here, en[1], en[0]) and _prefers(there, en[0], en[1]):
            return True
    return False


def _prefers(words: set[str], clause: str, other: str) -> bool:
    """Whether more of some Chinese words stand by name in one English clause alone than the other alone may tell."""
    here, there = (frozenset(stems_of(text)) - _words("links") for text in (clause, other))
    said = {word for word in words if called(word) & here and not called(word) & there}
    unsaid = {word for word in words if _may_tell(word, there) and not _may_tell(word, here)}
    return len(said) > len(unsaid)


def _may_tell(word: str, stems: frozenset[str]) -> bool:
    return is_told(word, stems, roots_of(stems))


def _names_deed(word: str) -> bool:
    return is_deed(word) or word in _words("words")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_table("measures")["deeds"][name].split())
