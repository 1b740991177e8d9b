"""Owns the check of one text's numbers against the sentences it rests on and the rest of the report.

A Chinese text is compared strictly: value, unit, kind, qualifier, direction and the words around the
number. An English one is compared with the same Chinese source, with the freedom that translators have (see
`excuses`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from govbrief.checking.betterfit import OTHER_THING, Fitting
from govbrief.checking.companions import Told, told_of_another
from govbrief.checking.difference import difference
from govbrief.checking.exactness import adds_unit
from govbrief.checking.excuses import DATED
from govbrief.checking.loose import chinese_values, has_relative_date
from govbrief.checking.marks import NAME, Mark, marks
from govbrief.checking.messages import source_finding
from govbrief.checking.nearest import nearest
from govbrief.checking.pair import rule_of
from govbrief.checking.pairing import LOOSE, agreement, pair_up, same_language_agreement
from govbrief.checking.rivals import are_rivals, find_swapped, same_unit
from govbrief.checking.rounding import converts, rounds
from govbrief.checking.source_index import Held
from govbrief.checking.surroundings import Words, is_base, likeness, other_base, surroundings
from govbrief.checking.words import fold
from govbrief.numbers.find import find_quantities
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.quantity import Qualifier

_OF_ONE_UNIT = 0.5
"""What one unit is worth where equal numbers look for their partners: 5大类 is at home at 5大类, not at 五个."""


def check_numbers(text: str, language: str, evidence: Held) -> Iterator[Finding]:
    """One finding per number of a text."""
    found = tuple(mark for mark in marks(find_quantities(text, language)) if mark.group != "label")
    if language == "en":
        yield from _check_english(found, evidence, text)
        return
    ours = surroundings(text, found)
    pairs = pair_up(
        found,
        evidence.marks,
        lambda i, j: (
            -likeness(ours[i], evidence.words[j]) - _OF_ONE_UNIT * same_unit(found[i], evidence.marks[j])
        ),
        same_language_agreement,
    )
    partner = dict(pairs.pairs)
    swapped = find_swapped(found, ours, evidence, pairs.pairs)
    fitting = Fitting(evidence)
    held = Told(evidence.source.text, evidence.marks, "zh")
    mine = Told(text, found, "zh")
    turned = {at: beside for (at, _), *beside in told_of_another(mine, held, pairs.pairs, of_source=True)}
    for i, mark in enumerate(found):
        j = partner.get(i)
        if j is None:
            yield from _unpaired(mark, ours[i], evidence, pairs.right, text)
        elif i in swapped:
            other = evidence.marks[swapped[i]]
            yield _told(Verdict.REFUTED, Rule.SUBJECT, "zh", mark, other)
        elif i in turned:
            yield _turned(mark, evidence.marks[j], *turned[i])
        elif other_base(text, mark, evidence.source.text, evidence.marks[j]):
            yield _told(Verdict.REFUTED, Rule.VALUE, "zh", mark, evidence.marks[j])
        elif adds_unit(mark, evidence.marks[j], evidence.text, evidence.source.text):
            yield _told(Verdict.UNCHECKED, Rule.UNIT, "zh", mark, evidence.marks[j])
        else:
            yield _paired(mark, evidence.marks[j], "zh", fitting.better(mark, ours[i], j))


def _check_english(found: Sequence[Mark], evidence: Held, text: str) -> Iterator[Finding]:
    partner = dict(pair_up(found, evidence.marks).pairs)
    for i, mark in enumerate(found):
        j = partner.get(i)
        if j is None:
            again = [other for other in evidence.marks if _agrees(mark, other, "en")]
            yield from (
                [_paired(mark, again[0], "en", None)]
                if again
                else _absent(mark, frozenset(), "en", evidence, text)
            )
        else:
            other = _as_exact(mark, evidence.marks[j], evidence)
            yield _paired(mark, other, "en", None, said=_carried(found[:i]))


def _as_exact(mark: Mark, paired: Mark, evidence: Held) -> Mark:
    """Of equal numbers in the evidence the one that is as exact: 两年多 and 连续两年 may stand in one sentence."""
    if difference(mark, paired, "en") is not Rule.QUALIFIER:
        return paired
    same = (m for m in evidence.marks if _agrees(mark, m, "en") and difference(mark, m, "en") is None)
    return next(same, paired)


def _agrees(mark: Mark, other: Mark, language: str) -> bool:
    grade = (same_language_agreement if language == "zh" else agreement)(mark, other)
    return grade is not None and grade <= LOOSE


def _with_words(evidence: Held) -> Iterator[tuple[Words, Mark]]:
    return zip(evidence.words, evidence.marks, strict=True)


def _unpaired(
    mark: Mark, around: Words, evidence: Held, unclaimed: Sequence[int], text: str
) -> Iterator[Finding]:
    """The finding for a number that is said once more than in the evidence, or not there at all."""
    again = [
        (likeness(around, words), other)
        for words, other in _with_words(evidence)
        if _agrees(mark, other, "zh")
    ]
    if not again:
        yield from _absent(mark, around, "zh", evidence, text)
        return
    fit, other = max(again, key=itemgetter(0))
    meant = [
        (likeness(around, evidence.words[k]), evidence.marks[k])
        for k in unclaimed
        if are_rivals(evidence.marks[k], other)
        and (other.group in DATED or likeness(around, evidence.words[k]) > 0)
    ]
    close, rival = max(meant, key=itemgetter(0), default=(-1.0, other))
    if close >= fit:
        yield _told(Verdict.REFUTED, rule_of(mark), "zh", mark, rival)
    elif adds_unit(mark, other, evidence.text, evidence.source.text):
        yield _told(Verdict.UNCHECKED, Rule.UNIT, "zh", mark, other)
    else:
        yield _paired(mark, other, "zh", None)


def _carried(before: Sequence[Mark]) -> frozenset[Qualifier]:
    """The qualifiers that an English list carries on: `exceed 1 trillion yuan and 100 billion yuan`."""
    return frozenset(mark.qualifier for mark in before)


def _paired(
    mark: Mark, other: Mark, language: str, rival: Mark | None, said: frozenset[Qualifier] = frozenset()
) -> Finding:
    rule = difference(mark, other, language)
    if rule is Rule.QUALIFIER and mark.qualifier is Qualifier.EXACT and other.qualifier in said:
        rule = None
    if rule is None and rival is not None:
        return _told(Verdict.REFUTED, Rule.SUBJECT, language, mark, rival)
    verdict = Verdict.SUPPORTED if rule is None else Verdict.REFUTED
    return _told(verdict, rule or rule_of(mark), language, mark, other)


def _told(verdict: Verdict, rule: Rule, language: str, mark: Mark, other: Mark) -> Finding:
    """A finding that points at a number of the source; one that was not read surely proves nothing."""
    verdict = Verdict.UNCHECKED if other.quantity.uncertain else verdict
    both = (mark.quantity, other.quantity)
    found = source_finding(verdict, rule, language, mark.text, other.text, both=both)
    return replace(found, at=mark.quantity.span.start)


def _alone(verdict: Verdict, rule: Rule, language: str, mark: Mark) -> Finding:
    """A finding about a number that has no partner in the source."""
    expected = mark.text if verdict is Verdict.SUPPORTED else ""
    return replace(source_finding(verdict, rule, language, mark.text, expected), at=mark.quantity.span.start)


def _turned(mark: Mark, other: Mark, here: Mark, there: Mark) -> Finding:
    """The finding for a true number told of another year or rank."""
    seen, expected = f"{here.text} … {mark.text}", f"{there.text} … {other.text}"
    both = (mark.quantity, other.quantity)
    return source_finding(Verdict.REFUTED, Rule.SUBJECT, "zh", seen, expected, both=both)


def _absent(mark: Mark, around: Words, language: str, evidence: Held, text: str) -> Iterator[Finding]:
    """The finding for a number that the evidence does not hold; none for an article."""
    allowed = _excused(mark, language, evidence, text)
    if allowed is not None:
        yield from allowed
        return
    near, fit = nearest(mark, around, evidence)
    elsewhere = next((other for other in evidence.source.like(mark) if _agrees(mark, other, language)), None)
    if near is not None and (elsewhere is None or fit >= OTHER_THING):
        verdict, other = Verdict.REFUTED, near
    elif elsewhere is not None:
        verdict, other = Verdict.MISPLACED, elsewhere
    else:
        yield _alone(Verdict.NOT_FOUND, rule_of(mark), language, mark)
        return
    yield _told(verdict, rule_of(mark), language, mark, other)


def _excused(mark: Mark, language: str, evidence: Held, text: str) -> tuple[Finding, ...] | None:
    """Findings for a number that needs no equal in the evidence; None when it needs one."""
    if mark.value == 1 and not mark.digits:
        return ()
    named = mark.group == NAME and fold(mark.text) in fold(evidence.text)
    if named or (is_base(text, mark) and evidence.has_base(mark)) or evidence.names_years(mark):
        return (_alone(Verdict.SUPPORTED, rule_of(mark), language, mark),)
    for other in evidence.marks:
        if converts(mark, other) or rounds(mark, other) or (language == "zh" and _is_within(mark, other)):
            return (_told(Verdict.SUPPORTED, rule_of(mark), language, mark, other),)
    if language == "en" and mark.group in DATED and has_relative_date(evidence.text, mark.group, "zh"):
        return (_alone(Verdict.UNCHECKED, Rule.DATE, language, mark),)
    if language == "en" and not mark.digits and mark.value in chinese_values(evidence.text):
        return (_alone(Verdict.SUPPORTED, rule_of(mark), language, mark),)
    return None


def _is_within(mark: Mark, name: Mark) -> bool:
    """Whether a number stands word for word inside a name: 半日 in “一窗办、半日结、零成本”, 5 not in 15分钟."""
    alone = rf"(?<![\d.零〇一二两三四五六七八九十百千万亿]){re.escape(mark.text)}"
    return name.group == NAME and re.search(alone, name.text) is not None
