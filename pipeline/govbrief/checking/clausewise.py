"""Owns opposites inside clauses that belong together, by a number that both hold or by words that only they share.

Somewhere in a long text there is nearly always a word that excuses an opposite: 合格率98.7%，下架不合格产品213批 gives
both “pass” and “fail”. A clause of a few words excuses only what it says itself.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govbrief.checking.antonyms import check_antonyms, opposites
from govbrief.checking.contrast import check_contrasts
from govbrief.checking.explained import clearly_given_by
from govbrief.checking.loaded import check_loaded
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.polarity import check_shortfall
from govbrief.checking.ranks import check_ranks
from govbrief.checking.turned import check_turned
from govbrief.names.stems import stems_of
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule

_ZH_BORDER = re.compile(r"[，。；;！？!?：:、\n]|(?<!\d),|,(?!\d)")
_EN_BORDER = re.compile(r"[;:!?()]|,(?!\d)|\.(?=\s|$)|\s(?:and|while|but|with)\s")
_ZH_CLAUSE = re.compile(r"[，。；;！？!?：:\n]|(?<!\d),|,(?!\d)")
"""Between what is told in a clause of its own; 、 parts the members of a list, of which English moves any."""
_BY = re.compile(r"\sby (?:the|a|an|its)\s")
"""Who acts stands behind the last deed of a list, and in the first clause of the Chinese."""
_RULES = frozenset({Rule.REVERSED, Rule.FIRST})
_LONG, _TELLING, _MOST = 3, 2, 16
"""Letters of a word that tells one clause from another, how many it takes, and clauses of what is still a line."""


def check_clausewise(
    zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark], *, by_words: bool = True
) -> Iterator[Finding]:
    """At most one finding: the opposite of what the clause that is told says; marks in order of place.

    Clauses are found by their numbers, and `by_words` too where the text is no news.
    """
    for clause, told in _by_numbers(zh, en, left, right):
        turned = (f for f in check_contrasts(clause, told, "", official=False) if f.rule is Rule.REVERSED)
        found = next(turned, None) or next(check_antonyms(clause, told), None)
        if found is not None:
            yield found
            return
    for clause, told in _by_words(zh, en) if by_words else ():
        found = next(_turned_within(clause, told), None)
        if found is not None:
            yield found
            return


def _turned_within(clause: str, told: str) -> Iterator[Finding]:
    """What the English of one clause claims against it; what it leaves out may stand in another."""
    polar = not _poles().isdisjoint(stems_of(told))  # nothing else can be an opposite
    rules = (
        check_contrasts(clause, told, "", official=False) if polar else (),
        check_antonyms(clause, told) if polar else (),
        check_loaded(clause, told),
        check_turned(clause, told),
        check_ranks(clause, told),
        check_shortfall(clause, told),
    )
    return (found for findings in rules for found in findings if found.rule in _RULES and found.seen)


def _by_numbers(zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark]) -> Iterator[tuple[str, str]]:
    for i, j in pair_up(left, right).pairs:
        one, other = left[i].quantity.span, right[j].quantity.span
        clause = _around(zh, one.start, one.end, _ZH_BORDER)
        told = _around(en, other.start, other.end, _EN_BORDER)
        if clause != zh or told != en:
            yield clause, told


def _by_words(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Each part of the English whose telling words all come from one clause of the Chinese and from no other."""
    clauses = [clause for clause in _ZH_CLAUSE.split(zh) if clause.strip()]
    if not 1 < len(clauses) <= _MOST:
        return
    given = [clearly_given_by(clause) for clause in clauses]
    for told in _EN_BORDER.split(en):
        stems = {stem for stem in stems_of(_BY.split(told)[0]) if len(stem) >= _LONG} - _poles()
        sources = [
            at[0] for stem in stems if len(at := [n for n, one in enumerate(given) if stem in one]) == 1
        ]
        if len(sources) >= _TELLING and len(set(sources)) == 1:
            yield clauses[sources[0]], told


@cache
def _poles() -> frozenset[str]:
    """The words that may be an opposite themselves: “fell” says nothing of the clause it was put into."""
    groups = [group for group in vocabulary().groups.values() if group.rule == Rule.REVERSED]
    told = (stems for group in groups for key, stems in group.stems.items() if group.entries[key].en)
    return frozenset(opposites()).union(*told)


def _around(text: str, start: int, end: int, border: re.Pattern[str]) -> str:
    """The words between the borders before and behind a number."""
    opening = max((match.end() for match in border.finditer(text, 0, start)), default=0)
    closing = border.search(text, end)
    return text[opening : closing.start() if closing else len(text)]
