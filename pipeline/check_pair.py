"""Owns the check of a Chinese text against its English: where the numbers of the two disagree.

English numbers that the Chinese does not carry are strict errors. Chinese ones may be left out when they are words
that Chinese needs and English does not (一, 两国, 三心二意); in Arabic digits they may not.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.dates import QUARTER, TIME
from pipeline.loose import chinese_values, english_values, has_relative_date, without
from pipeline.marks import DATE_PARTS, NAME, POINT, SHARE, Mark, marks
from pipeline.messages import pair_finding
from pipeline.pairing import CLASH, LOOSE, Pairs, agreement, pair_up
from pipeline.places import compared_with
from pipeline.quantities import find_quantities
from pipeline.swaps import find_swaps
from schemas.finding import Finding, Rule
from schemas.quantity import Direction, Qualifier

_DATED = DATE_PARTS | {TIME}
_UPWARD = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_DOWNWARD = frozenset({Qualifier.NEARLY, Qualifier.AT_MOST})
_ROUNDING = Fraction(1, 20)
"""How far a number that the text calls rounded may stand from the exact one."""
TWO, DOZEN, HALF = 2, 12, Fraction(1, 2)
_INEXACT = frozenset(Qualifier) - {Qualifier.EXACT}
_OF_TWO = frozenset({
    "",
    "国",
    "方",
    "岸",
    "地",
    "人",
    "个人",
    "者",
    "次",
    "边",
    "家",
    "党",
    "院",
    "军",
    "会",
    "端",
    "侧",
})
"""Units behind 两 that only say that both are meant."""
_VAGUE = re.compile(r"[数几]|^[百千万亿]|[二三四五六七八九两][二三四五六七八九]")
_MAGNITUDE = re.compile(r"(?:ten|dozen|hundred|thousand|million|billion|trillion)s\b", re.IGNORECASE)
_DAY = 86_400
_CONVERSION = Fraction(1, 50)
"""How far a number in another unit of the same dimension may be rounded."""
_RULE_OF_GROUP = {"ordinal": Rule.ORDINAL, NAME: Rule.NAME, "label": Rule.ORDINAL}


class Side(NamedTuple):
    """One text of a pair."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def unread(self) -> str:
        """The text without the numbers that were read: what is left are idioms and compounds."""
        return without(self.text, (mark.quantity.span for mark in self.marks))


def check_pair(zh: str, en: str) -> tuple[Finding, ...]:
    """Every disagreement of the two texts, in the order of the English; empty when they agree."""
    left = Side(zh, marks(find_quantities(zh, "zh")))
    right = Side(en, marks(find_quantities(en, "en")))
    pairs = pair_up(left.marks, right.marks)
    findings = [*_leftovers(left, right, pairs)]
    for i, j in pairs.pairs:
        findings += _differences(left.marks[i], right.marks[j])
        findings += _periods(left, left.marks[i], right, right.marks[j])
    findings += (
        pair_finding(Rule.SUBJECT, _both(left, i, k), _both(right, j, m))
        for (i, j), (k, m) in find_swaps(zh, en, left.marks, right.marks, pairs.pairs)
    )
    return tuple(dict.fromkeys(findings))


def _both(side: Side, one: int, other: int) -> str:
    return " … ".join(side.marks[i].text for i in sorted((one, other)))


def _differences(zh: Mark, en: Mark) -> Iterator[Finding]:
    """What two paired numbers say differently besides their value."""
    grade = agreement(zh, en)
    if grade == CLASH:
        rule = Rule.PERCENT_POINT if {zh.group, en.group} == {SHARE, POINT} else Rule.UNIT
        yield pair_finding(rule, zh.text, en.text)
    if qualifiers_clash(zh.qualifier, en.qualifier) and not _during(zh, en):
        yield pair_finding(Rule.QUALIFIER, zh.text, en.text)
    if directions_clash(zh, en):
        yield pair_finding(Rule.DIRECTION, zh.text, en.text)


def qualifiers_clash(one: Qualifier, other: Qualifier) -> bool:
    """True when one says more and the other says less; a translator may leave a qualifier out or soften it."""
    return (one in _UPWARD and other in _DOWNWARD) or (one in _DOWNWARD and other in _UPWARD)


def _periods(zh_side: Side, zh: Mark, en_side: Side, en: Mark) -> Iterator[Finding]:
    """A finding when one language compares with the year before and the other with the month before."""
    if zh.group in {SHARE, POINT}:
        said = {compared_with(zh_side.text, zh, "zh"), compared_with(en_side.text, en, "en")}
        if said == {"year", "month"}:
            yield pair_finding(Rule.SUBJECT, zh.text, en.text)


def _during(zh: Mark, en: Mark) -> bool:
    """True for 三年内 and `over three years`: there, over is no qualifier."""
    return zh.group == "duration" and (zh.qualifier, en.qualifier) == (Qualifier.AT_MOST, Qualifier.OVER)


def directions_clash(one: Mark, other: Mark) -> bool:
    """True when one text says up and the other down."""
    return {one.direction, other.direction} == {Direction.UP, Direction.DOWN}


def _leftovers(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """Findings for numbers without a partner: changed, invented, left out."""
    missing = [left.marks[i] for i in pairs.left]
    extra = [right.marks[j] for j in pairs.right]
    again = [mark for mark in extra if _repeats(mark, left.marks)]
    merged = [mark for mark in missing if _repeats(mark, right.marks)]
    missing = [mark for mark in missing if mark not in merged]
    for mark in extra:
        if mark in again:
            partner = _changed(mark, [other for other in merged if other.digits == mark.digits is True])
            merged = [other for other in merged if other is not partner]
        elif _excused_english(mark, left, missing):
            continue
        else:
            partner = _changed(mark, missing)
            missing = [other for other in missing if other is not partner]
        if partner is not None:
            yield pair_finding(_rule(mark), partner.text, mark.text)
        elif mark not in again:
            yield pair_finding(Rule.MISSING, "", mark.text)
    for mark in missing:
        if not _excused_chinese(mark, right):
            yield pair_finding(Rule.MISSING, mark.text, "")


def _rule(mark: Mark) -> Rule:
    return Rule.DATE if mark.group in _DATED else _RULE_OF_GROUP.get(mark.group, Rule.VALUE)


def _repeats(mark: Mark, others: Sequence[Mark]) -> bool:
    """True when the other text holds the number once and this one says it twice."""
    return any((grade := agreement(mark, other)) is not None and grade <= LOOSE for other in others)


def _excused_english(mark: Mark, zh: Side, missing: Sequence[Mark]) -> bool:
    """An English number that needs no partner: an article, a conversion, a rounding, a date that was relative."""
    if (mark.value == 1 and not mark.digits) or _MAGNITUDE.search(mark.text):
        return True
    read = chinese_values(zh.unread)
    if mark.group in _DATED:
        relative = has_relative_date(zh.text, mark.group, "zh")
        return mark.face in read or (relative and not any(m.group == mark.group for m in missing))
    if any(_says_otherwise(mark, other) or rounds(mark, other) for other in zh.marks):
        return True
    if mark.value == HALF and "半" in zh.text:
        return True
    if mark.group == NAME and not any(other.group == NAME for other in missing):
        return True
    return mark.face in read or mark.value in read


def _excused_chinese(mark: Mark, en: Side) -> bool:
    """A Chinese number that English may leave out or say without a number."""
    if (mark.value == 1 and not mark.digits) or (mark.group == NAME and mark.text in en.text):
        return True
    if not mark.digits and _implied(mark):
        return True
    if mark.group in _DATED:
        return has_relative_date(en.text, mark.group, "en")
    if any(_says_otherwise(other, mark) or rounds(other, mark) for other in en.marks):
        return True
    if "半" in mark.text and "half" in en.text:
        return True
    values = english_values(en.unread)
    return mark.face in values or bool(mark.others & values)


def _says_otherwise(en: Mark, zh: Mark) -> bool:
    """True for a conversion, for one in five (五分之一), and for a dozen (十余, 十几)."""
    if converts(en, zh) or (zh.group == SHARE and zh.value * en.value == 1 and en.group != SHARE):
        return True
    return (
        en.face == DOZEN
        and not en.digits
        and DOZEN - 2 <= zh.face < DOZEN + DOZEN
        and zh.qualifier in _INEXACT
    )


def _implied(mark: Mark) -> bool:
    """True for numerals that English need not repeat: vague ones, names, and the two of 两国 and 两人."""
    if mark.group == QUARTER:
        return False
    amount = mark.quantity.is_amount and mark.quantity.unit
    return (
        not amount or bool(_VAGUE.search(mark.text)) or (mark.face == TWO and mark.quantity.unit in _OF_TWO)
    )


def converts(one: Mark, other: Mark) -> bool:
    """Equal in another unit of the same dimension, up to rounding."""
    if {one.dimension, other.dimension} == {"month", "second"}:
        return _calendar_alike(*sorted((one, other), key=lambda mark: mark.dimension))
    return (
        bool(one.dimension)
        and one.dimension == other.dimension
        and one.quantity.unit != other.quantity.unit
        and abs(one.value - other.value) <= abs(other.value) * _CONVERSION
    )


def _calendar_alike(months: Mark, seconds: Mark) -> bool:
    """True for 一个月 and 30 days, 一年 and 52 weeks: a month is 28 to 31 days."""
    days = seconds.value / _DAY
    return 28 * months.value <= days <= 31 * months.value


def rounds(rounded: Mark, exact: Mark) -> bool:
    """True when `rounded` says that it is inexact, has fewer digits, and lies on the side that its qualifier claims."""
    if rounded.qualifier is Qualifier.EXACT or rounded.group != exact.group or not exact.value:
        return False
    gap = rounded.value - exact.value
    if abs(gap) > abs(exact.value) * _ROUNDING or _precision(rounded) >= _precision(exact):
        return False
    return not ((rounded.qualifier in _UPWARD and gap > 0) or (rounded.qualifier in _DOWNWARD and gap < 0))


def _precision(mark: Mark) -> int:
    return len(mark.quantity.value.normalize().as_tuple().digits)


def _changed(mark: Mark, candidates: Sequence[Mark]) -> Mark | None:
    """The unpaired Chinese number that the English one most likely stands for; None when none is of its kind."""
    same = [other for other in candidates if other.group == mark.group]
    return same[0] if same else None
