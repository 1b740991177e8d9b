"""Owns opposites inside clauses that the same number holds together.

Somewhere in a long text there is nearly always a word that excuses an opposite: 合格率98.7%，下架不合格产品213批 gives
both “pass” and “fail”. A clause of a few words, found by its number, excuses only what it says itself.
"""

import re
from collections.abc import Iterator, Sequence

from govbrief.checking.antonyms import check_antonyms
from govbrief.checking.contrast import check_contrasts
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief_schemas.finding import Finding, Rule

_ZH_BORDER = re.compile(r"[，。；;！？!?：:、\n]|(?<!\d),|,(?!\d)")
_EN_BORDER = re.compile(r"[;:!?()]|,(?!\d)|\.(?=\s|$)|\s(?:and|while|but|with)\s")


def check_clausewise(zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark]) -> Iterator[Finding]:
    """At most one finding: the opposite of what the clause around the same number says; marks in order of place."""
    for i, j in pair_up(left, right).pairs:
        one, other = left[i].quantity.span, right[j].quantity.span
        clause = _around(zh, one.start, one.end, _ZH_BORDER)
        told = _around(en, other.start, other.end, _EN_BORDER)
        if clause == zh and told == en:
            continue
        turned = (f for f in check_contrasts(clause, told, "", official=False) if f.rule is Rule.REVERSED)
        found = next(turned, None) or next(check_antonyms(clause, told), None)
        if found is not None:
            yield found
            return


def _around(text: str, start: int, end: int, border: re.Pattern[str]) -> str:
    """The words between the borders before and behind a number."""
    opening = max((match.end() for match in border.finditer(text, 0, start)), default=0)
    closing = border.search(text, end)
    return text[opening : closing.start() if closing else len(text)]
