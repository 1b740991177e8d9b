"""Owns the check of one text's numbers against the sentences it rests on and the rest of the report.

A Chinese text is compared strictly: value, unit, kind, qualifier, direction and the words around the number. An English
one is compared with the same Chinese source, with the freedom that translators have (see `check_pair`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.check_pair import converts, qualifiers_clash, rounds
from pipeline.check_words import fold
from pipeline.loose import chinese_values, has_relative_date
from pipeline.marks import DATE_PARTS, NAME, POINT, SHARE, Mark, marks
from pipeline.messages import source_finding
from pipeline.pairing import CLASH, LOOSE, agreement, pair_up
from pipeline.quantities import find_quantities
from pipeline.source_index import SourceIndex
from schemas.finding import Finding, Rule, Verdict
from schemas.quantity import Direction, Qualifier, QuantityKind
from schemas.report import Span

_CLAUSE = re.compile(r"[。；;！!？?，,：:\n]")
_NUMERAL = re.compile(r"[^\u3400-\u9fff]+|[零〇一二两三四五六七八九十百千万亿余多]")
_BEFORE, _AFTER = 18, 8
_OTHER_THING = 0.45
"""How much better another number's surroundings must fit before a true number counts as said of another thing; in
faithful items of the seeds the best fitting surroundings are the number's own by at least this margin or undecided."""


class Claim(NamedTuple):
    """A number of the checked text with the words around it."""

    mark: Mark
    around: frozenset[str]


def surroundings(text: str, mark: Mark) -> frozenset[str]:
    """Character pairs of the clause in which a Chinese number stands, numerals left out."""
    before = text[max(0, mark.start - _BEFORE) : mark.start]
    after = text[mark.end : mark.end + _AFTER]
    before = _CLAUSE.split(before)[-1]
    after = _CLAUSE.split(after)[0]
    return _grams(before) | _grams(after)


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[str]:
    return frozenset(
        run[i : i + 2] for run in _NUMERAL.sub(" ", text).split() for i in range(max(1, len(run) - 1))
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that both hold; 0 when either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def check_numbers(
    text: str, language: str, source: SourceIndex, cited: Sequence[Span] | None
) -> Iterator[Finding]:
    """One finding per number of a text; `cited` None means that the whole report is evidence."""
    found = [mark for mark in marks(find_quantities(text, language)) if mark.group != "label"]
    evidence = source.marks if cited is None else source.within(cited)
    ours = [surroundings(text, mark) if language == "zh" else frozenset[str]() for mark in found]
    theirs = [surroundings(source.text, mark) for mark in evidence]
    pairs = pair_up(
        found, evidence, (lambda i, j: -likeness(ours[i], theirs[j])) if language == "zh" else None
    )
    partner = dict(pairs.pairs)
    for i, mark in enumerate(found):
        j = partner.get(i)
        if j is None:
            j = _said_again(mark, ours[i], evidence, theirs)
        if j is None:
            yield from _unpaired(text, mark, language, source, cited, evidence)
        else:
            other = _better_fit(mark, ours[i], j, evidence, theirs) if language == "zh" else None
            yield _paired(mark, evidence[j], language, other)


def _said_again(
    mark: Mark, around: frozenset[str], evidence: Sequence[Mark], theirs: Sequence[frozenset[str]]
) -> int | None:
    """A number of the evidence that another number of the text already rests on."""
    again = [
        j
        for j, other in enumerate(evidence)
        if (grade := agreement(mark, other)) is not None and grade <= LOOSE
    ]
    return max(again, key=lambda j: likeness(around, theirs[j]), default=None)


def _better_fit(
    mark: Mark, around: frozenset[str], j: int, evidence: Sequence[Mark], theirs: Sequence[frozenset[str]]
) -> Mark | None:
    """Another number of the evidence that is said of what this text says its number of; None when ours fits."""
    own = max(
        likeness(around, theirs[k]) for k, other in enumerate(evidence) if other.value == evidence[j].value
    )
    best, fit = None, own + _OTHER_THING
    for k, other in enumerate(evidence):
        rival = other.group == mark.group and other.quantity.unit == evidence[j].quantity.unit
        if rival and other.value != mark.value and likeness(around, theirs[k]) > fit:
            best, fit = other, likeness(around, theirs[k])
    return best


def _paired(mark: Mark, other: Mark, language: str, rival: Mark | None) -> Finding:
    where = other.quantity.span
    rule = difference(mark, other, language)
    if rule is None and rival is not None:
        return source_finding(
            Verdict.REFUTED, Rule.SUBJECT, language, mark.text, rival.text, rival.quantity.span
        )
    verdict = Verdict.SUPPORTED if rule is None else Verdict.REFUTED
    return source_finding(verdict, rule or _rule(mark), language, mark.text, other.text, where)


def difference(mark: Mark, other: Mark, language: str) -> Rule | None:
    """The first way in which a number differs from the source's number of the same value; None when it does not."""
    if agreement(mark, other) == CLASH:
        return Rule.PERCENT_POINT if {mark.group, other.group} == {SHARE, POINT} else Rule.UNIT
    if language == "zh" and _other_unit(mark, other):
        return Rule.UNIT
    if {mark.direction, other.direction} == {Direction.UP, Direction.DOWN}:
        return Rule.DIRECTION
    if qualifiers_clash(mark.qualifier, other.qualifier) or _drops_qualifier(mark, other):
        return Rule.QUALIFIER
    return None


def _other_unit(mark: Mark, other: Mark) -> bool:
    """True when two Chinese counts are counted in different units; one without a unit says less, not otherwise."""
    kinds = {mark.quantity.kind, other.quantity.kind}
    units = {mark.quantity.unit, other.quantity.unit}
    return kinds == {QuantityKind.COUNT} and len(units) > 1 and "" not in units


def _drops_qualifier(mark: Mark, other: Mark) -> bool:
    """True when exactly one of the two is qualified: 2952 is not 2952余."""
    return mark.quantity.is_amount and (mark.qualifier is Qualifier.EXACT) != (
        other.qualifier is Qualifier.EXACT
    )


def _rule(mark: Mark) -> Rule:
    if mark.group in DATE_PARTS:
        return Rule.DATE
    return {"ordinal": Rule.ORDINAL, NAME: Rule.NAME}.get(mark.group, Rule.VALUE)


def _unpaired(
    text: str,
    mark: Mark,
    language: str,
    source: SourceIndex,
    cited: Sequence[Span] | None,
    evidence: Sequence[Mark],
) -> Iterator[Finding]:
    """The finding for a number that the evidence does not hold; none for an article."""
    allowed = _excused(mark, language, source, cited, evidence)
    if allowed is not None:
        yield from allowed
        return
    around = surroundings(text, mark) if language == "zh" else frozenset[str]()
    near = _nearest(mark, around, evidence, source)
    elsewhere = next(
        (m for m in source.like(mark) if (grade := agreement(mark, m)) is not None and grade <= LOOSE), None
    )
    if near is not None and (elsewhere is None or _same_thing(around, near, source)):
        yield source_finding(Verdict.REFUTED, _rule(mark), language, mark.text, near.text, near.quantity.span)
    elif elsewhere is not None:
        yield source_finding(
            Verdict.MISPLACED, _rule(mark), language, mark.text, elsewhere.text, elsewhere.quantity.span
        )
    else:
        yield source_finding(Verdict.NOT_FOUND, _rule(mark), language, mark.text)


def _excused(
    mark: Mark, language: str, source: SourceIndex, cited: Sequence[Span] | None, evidence: Sequence[Mark]
) -> tuple[Finding, ...] | None:
    """Findings for a number that needs no equal in the evidence; None when it needs one."""
    if mark.value == 1 and not mark.digits:
        return ()
    held = source.text if cited is None else "\n".join(span.of(source.text) for span in cited)
    if mark.group == NAME and fold(mark.text) in fold(held):
        return (source_finding(Verdict.SUPPORTED, Rule.NAME, language, mark.text, mark.text),)
    for other in evidence:
        if converts(mark, other) or rounds(mark, other):
            where = other.quantity.span
            return (source_finding(Verdict.SUPPORTED, _rule(mark), language, mark.text, other.text, where),)
    if language == "en" and mark.group in DATE_PARTS and has_relative_date(held, mark.group, "zh"):
        return (source_finding(Verdict.UNCHECKED, Rule.DATE, language, mark.text),)
    if language == "en" and not mark.digits and mark.value in chinese_values(held):
        return (source_finding(Verdict.SUPPORTED, _rule(mark), language, mark.text, mark.text),)
    return None


def _nearest(
    mark: Mark, around: frozenset[str], evidence: Sequence[Mark], source: SourceIndex
) -> Mark | None:
    """The number of the evidence that this one most likely stands for: same kind, same unit, alike surroundings."""
    rivals = [other for other in evidence if other.group == mark.group]
    same_unit = [other for other in rivals if other.quantity.unit == mark.quantity.unit]
    return max(
        same_unit or rivals,
        key=lambda other: likeness(around, surroundings(source.text, other)),
        default=None,
    )


def _same_thing(around: frozenset[str], near: Mark, source: SourceIndex) -> bool:
    return likeness(around, surroundings(source.text, near)) >= _OTHER_THING
