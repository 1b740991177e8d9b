"""Owns what two texts tell beside their numbers: reached or changed by, side, comparison, period, before or after.

Only a contradiction counts. A translation may leave a period to the sentence before, or say 同比 once for two
numbers; what one side does not tell is never held against the other.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from govbrief.checking.dates import DATE_PARTS
from govbrief.checking.marks import POINT, SHARE, Mark
from govbrief.numbers.relations import Language, meanings
from govbrief_schemas.finding import Rule
from govbrief_schemas.quantity import Direction, Lying, Motion, Quantity

_HALF = Fraction(1, 2)
_TO_OR_BY = frozenset({Motion.TO, Motion.BY})
_TIMED = frozenset({Lying.EARLIER, Lying.LATER})
_RISING = {Lying.ABOVE: 1, Direction.UP: 1, Lying.BELOW: -1, Direction.DOWN: -1}
_BEFORE_ZH = re.compile("[底末初]?(?:之前|以前|前)")
_AFTER_ZH = re.compile("[底末初]?(?:之后|以后|后|起)")
_DATED = r"\s(?:the\s)?(?:(?:end|start|beginning|middle)\sof\s)?(?:the\s)?$"
_BEFORE_EN = re.compile(rf"\b(?:before|by|prior\sto|until|ahead\sof|no\slater\sthan){_DATED}")
_AFTER_EN = re.compile(rf"\b(?:after|since|following|from){_DATED}")


def compare_told(one: Mark, other: Mark) -> Iterator[Rule]:
    """The ways in which two paired numbers contradict each other in what is told beside them."""
    left, right = one.quantity, other.quantity
    if left.is_amount and right.is_amount:
        if _moves_otherwise(left, right) and one.value != _HALF and one.group != "multiple":
            yield Rule.REACHED
        if _lies_otherwise(left, right):
            yield Rule.DIRECTION
        if one.group in {SHARE, POINT} and {left.comparison, right.comparison} == {"year", "month"}:
            yield Rule.COMPARISON


def contradictions(mark: Mark, other: Mark) -> Iterator[Rule]:
    """The same of a number against its source, where the period of each is known as well."""
    yield from compare_told(mark, other)
    if _ends_otherwise(mark.quantity, other.quantity):
        yield Rule.REACHED
    one, two = mark.quantity.period, other.quantity.period
    if one and two and one != two and mark.quantity.is_amount:
        yield Rule.PERIOD


def _ends_otherwise(left: Quantity, right: Quantity) -> bool:
    """True for the start of a change that is its end in the source: 由3个压缩至15个 for 由15个压缩至3个."""
    return {left.motion, right.motion} == {Motion.FROM, Motion.TO}


def _moves_otherwise(left: Quantity, right: Quantity) -> bool:
    return {left.motion, right.motion} == _TO_OR_BY


def _lies_otherwise(left: Quantity, right: Quantity) -> bool:
    """高于 against below, 提前 against later; a rise against `lower than`."""
    if {left.side, right.side} == _TIMED:
        return True
    if not {left.side, right.side} & {Lying.ABOVE, Lying.BELOW}:
        return False
    one, other = (_RISING.get(q.side, 0) or _RISING.get(q.direction, 0) for q in (left, right))
    return one * other < 0


def turned_dates(zh_text: str, zh: Mark, en_text: str, en: Mark) -> bool:
    """True for 6月底前 and "after the end of June"."""
    if zh.group not in DATE_PARTS or en.group not in DATE_PARTS:
        return False
    behind = zh_text[zh.quantity.span.end : zh.quantity.span.end + 4]
    front = en_text[max(0, en.quantity.span.start - 34) : en.quantity.span.start].lower()
    before = bool(_BEFORE_ZH.match(behind)), bool(_BEFORE_EN.search(front))
    after = bool(_AFTER_ZH.match(behind)), bool(_AFTER_EN.search(front))
    return (before[0] and after[1]) or (after[0] and before[1])


def other_periods(zh: str, en: str) -> Iterator[tuple[str, str]]:
    """Words for a part of a year, a year, or how often something is due: each text has one that the other lacks."""
    for table in ("period.part", "period.year", "period.each", "period.current"):
        left = meanings(table, "zh").told_in(zh)
        right = meanings(table, "en").told_in(en) if left else left
        if left and table == "period.each":
            right = {match["unit"].lower(): match[0] for match in _EACH_EN.finditer(en)} | right
        only_left, only_right = left.keys() - right.keys(), right.keys() - left.keys()
        if table == "period.each":
            only_left = {unit for unit in only_left if not re.search(rf"\b(?:an?|the|one) {unit}\b", en)}
            only_right = {unit for unit in only_right if not any(sign in zh for sign in _SIGNS_ZH[unit])}
        if len(only_left) == 1 and len(only_right) == 1:
            yield left[only_left.pop()], right[only_right.pop()]


_EACH_EN = re.compile(
    r"(?:\d|\b(?:ten|twenty|thirty|forty|fifty|hundred|thousand|million|dozen|hours?|minutes?|days?|times|yuan|dollars?|pounds|euros|percent|%|once|twice|tons|tonnes))\san?\s(?P<unit>day|week|month|year)\b"
    r"(?!\s(?:ago|earlier|later|before|after|or|and|in))",
    re.IGNORECASE,
)
"""Three hours a day, 200 yuan a month."""
_SIGNS_ZH = {
    "year": "年岁", "month": "月", "week": "周星礼", "day": "天日昼夜", "hour": "时", "minute": "分", "second": "秒",
}  # fmt: skip


def parts_of_year(text: str, language: Language) -> frozenset[str]:
    """The parts of a year that a text tells, as rows of `data/relations.toml`: Q1-Q3, H1."""
    return frozenset(meanings("period.part", language).told_in(text))


def months_in_part(part: str) -> int:
    """How many months a part of a year has: nine for Q1-Q3."""
    first, last = _MONTHS[part]
    return last - first + 1


def period_months(text: str, language: Language) -> frozenset[int]:
    """First and last months of the parts of a year that a text tells: 上半年 is January to June."""
    told = meanings("period.part", language).told_in(text)
    return frozenset(month for part in told for month in _MONTHS[part])


def period_quarters(text: str, language: Language) -> frozenset[int]:
    """Quarters that a text tells in any words: the three months to June are the second."""
    told = meanings("period.part", language).told_in(text)
    return frozenset(int(part[1]) for part in told if len(part) == len("Q1") and part.startswith("Q"))


_MONTHS = {
    "Q1-Q3": (1, 9),
    "M1-M2": (1, 2),
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}


def other_comparison(zh: str, en: str) -> tuple[str, str] | None:
    """The words of 环比 and “year on year”, when each text compares in one way only."""
    said, told = set(_COMPARES_ZH.findall(zh)), {word.lower() for word in _COMPARES_EN.findall(en)}
    if len(said) != 1 or len(told) != 1:
        return None
    one, other = said.pop(), told.pop()
    return (one, other) if (one == "环比") == other.startswith(("year", "yoy")) else None


_COMPARES_ZH = re.compile("同比|环比")
_COMPARES_EN = re.compile(
    r"\b(?:year[\s-](?:on|over)[\s-]year|yoy|month[\s-](?:on|over)[\s-]month|quarter[\s-](?:on|over)[\s-]quarter)\b",
    re.IGNORECASE,
)


def turned_change(zh: str, en: str) -> tuple[str, str] | None:
    """The words of 由负转正 and "turned negative", of 顺差 and "deficit", of 高于全国 and "below the"."""
    for table in ("turn", "balance", "standing"):
        left = meanings(table, "zh").told_in(zh)
        right = meanings(table, "en").told_in(en) if len(left) == 1 else {}
        if len(right) == 1 and left.keys() != right.keys():
            return next(iter(left.values())), next(iter(right.values()))
    return None
