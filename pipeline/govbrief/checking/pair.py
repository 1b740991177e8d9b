"""Owns the check of a Chinese text against its English: where the numbers of the two disagree.

English numbers that the Chinese does not carry are errors unless `excuses` knows why. Chinese ones may be
left out when they are words that Chinese needs and English does not (一, 两国); in Arabic digits they may
not.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from operator import attrgetter

from govbrief.checking.bounds import bounds_estimate
from govbrief.checking.centuries import other_century
from govbrief.checking.circumstances import (
    compare_told,
    other_comparison,
    other_periods,
    turned_change,
    turned_dates,
)
from govbrief.checking.companions import Told, told_of_another
from govbrief.checking.derived import worked_out
from govbrief.checking.directions import contradicted, more_than_all, opposite
from govbrief.checking.excuses import (
    DATED,
    excused_chinese,
    excused_english,
    is_magnitude,
)
from govbrief.checking.factor_verbs import other_factor
from govbrief.checking.gaps import turned_gap, turned_standing
from govbrief.checking.marks import NAME, POINT, SHARE, Mark, marks_of
from govbrief.checking.messages import pair_finding
from govbrief.checking.pairing import CLASH, LOOSE, Pairs, agreement, by_value, keys, pair_up
from govbrief.checking.rates import is_same_change
from govbrief.checking.rounding import qualifiers_clash
from govbrief.checking.side import Side
from govbrief.checking.swaps import find_swaps
from govbrief.checking.unitwords import other_side, other_unit
from govbrief.checking.weekdays import other_weekday
from govbrief_schemas.finding import Finding, Rule
from govbrief_schemas.quantity import Direction, Qualifier

_FAR_APART = 100
"""Hundreds for 数十 may be said of a crowd, thousands may not."""
_RULE_OF_GROUP = {"ordinal": Rule.ORDINAL, NAME: Rule.NAME, "label": Rule.ORDINAL}


def compare_numbers(zh: str, en: str) -> tuple[Finding, ...]:
    """Every disagreement of the two texts; empty when they agree."""
    left = Side(zh, marks_of(zh, "zh"))
    right = Side(en, marks_of(en, "en"))
    pairs = pair_up(left.marks, right.marks)
    findings = [*_leftovers(left, right, pairs), *_magnitudes(left, right, pairs)]
    for i, j in pairs.pairs:
        findings += _differences(left, left.marks[i], right, right.marks[j])
    for (i, j), (k, m) in find_swaps(left, right, pairs.pairs):
        findings.append(pair_finding(Rule.SUBJECT, _both(left, i, k), _both(right, j, m)))
    for part, whole in more_than_all(right):
        findings.append(pair_finding(Rule.SUBJECT, zh, f"{part.text} … {whole.text}"))
    both = Told(zh, left.marks, "zh"), Told(en, right.marks, "en")
    for (i, j), of_zh, of_en in told_of_another(*both, pairs.pairs):
        one, other = f"{of_zh.text} … {left.marks[i].text}", f"{right.marks[j].text} … {of_en.text}"
        findings.append(pair_finding(Rule.SUBJECT, one, other))
    if not any(finding.rule is Rule.DIRECTION for finding in findings):
        findings += _directions(left, right, pairs)
    findings += (pair_finding(Rule.PERIOD, *words) for words in other_periods(zh, en))
    findings += (pair_finding(Rule.VALUE, *words) for words in other_factor(left, right))
    findings += (pair_finding(Rule.UNIT, *words) for words in other_unit(zh, en))
    for rule, words in ((Rule.DATE, other_weekday(zh, en)), (Rule.COMPARISON, other_comparison(zh, en))):
        if words and not any(finding.rule is rule for finding in findings):
            findings.append(pair_finding(rule, *words))
    findings += (pair_finding(Rule.VALUE, *words) for words in other_side(zh, en))
    return tuple(dict.fromkeys(findings))


def _directions(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """Turned directions that no single pair of numbers shows."""
    chinese = {id(right.marks[j]): left.marks[i] for i, j in pairs.pairs}
    denied = tuple(contradicted(right))
    for mark in denied:
        zh = chinese.get(id(mark))
        yield pair_finding(Rule.DIRECTION, zh.text if zh else left.text, mark.text)
    rules = turned_change, opposite, turned_gap, turned_standing
    turned = next((words for rule in rules if (words := rule(left.text, right.text))), None)
    if turned and not denied:
        yield pair_finding(Rule.DIRECTION, *turned)


def _both(side: Side, one: int, other: int) -> str:
    return " … ".join(side.marks[i].text for i in sorted((one, other)))


def _differences(left: Side, zh: Mark, right: Side, en: Mark) -> Iterator[Finding]:
    """What two paired numbers say differently besides their value."""
    if agreement(zh, en) == CLASH:
        yield pair_finding(unit_rule(zh, en), zh.text, en.text)
    both = (en.quantity, zh.quantity)
    clash = qualifiers_clash(zh.qualifier, en.qualifier) or bounds_estimate(left.text, zh, right.text, en)
    if clash and not _during(left.text, zh, right.text, en):
        yield pair_finding(Rule.QUALIFIER, zh.text, en.text, both)
    if not is_same_change(left.text, zh, right.text, en):
        if {zh.direction, en.direction} == {Direction.UP, Direction.DOWN}:
            yield pair_finding(Rule.DIRECTION, zh.text, en.text)
        for rule in compare_told(zh, en):
            yield pair_finding(rule, zh.text, en.text, both)
    if other_century(left.text, zh, en):
        yield pair_finding(Rule.DATE, zh.text, en.text)
    if turned_dates(left.text, zh, right.text, en):
        yield pair_finding(Rule.PERIOD, f"{zh.text}{left.text[zh.quantity.span.end :][:2]}", en.text)


_SPANNING = re.compile(
    r"(?<!well)(?<!just)(?<!little)(?<!far)\s(?:over|within)\s(?:the\s)?(?:past\s|last\s|next\s)?$|^over\s$",
    re.IGNORECASE,
)


def unit_rule(one: Mark, other: Mark) -> Rule:
    """Percent against points has a rule of its own."""
    return Rule.PERCENT_POINT if {one.group, other.group} == {SHARE, POINT} else Rule.UNIT


def _during(text: str, zh: Mark, en_text: str, en: Mark) -> bool:
    """True for 三年内 and `over three years`: there, over is no qualifier; `well over` is one."""
    within = text.startswith(("内", "以内", "之内", "来", "以来", "间"), zh.quantity.span.end)
    within = within and _SPANNING.search(en_text, max(0, en.start - 20), en.start) is not None
    return (
        within
        and zh.group == "duration"
        and (zh.qualifier, en.qualifier) == (Qualifier.AT_MOST, Qualifier.OVER)
    )


def _leftovers(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """Findings for numbers without a partner: changed, invented, left out."""
    said_left, said_right = by_value(left.marks), by_value(right.marks)
    worked = worked_out(left, right, pairs)
    missing: dict[str, deque[Mark]] = {}
    merged: dict[str, deque[Mark]] = {}
    for mark in (left.marks[i] for i in pairs.left if not (i in worked.zh or _is_article(left.marks[i]))):
        if not _repeats(mark, said_right):
            missing.setdefault(mark.group, deque()).append(mark)
        elif mark.digits:
            merged.setdefault(mark.group, deque()).append(mark)
    for mark in (right.marks[j] for j in pairs.right if j not in worked.en):
        again = _repeats(mark, said_left)
        if not again and excused_english(mark, left, right, tuple(missing.get(mark.group, ()))):
            continue
        # a number said once too often stands for one said once too seldom; words repeat too freely
        candidates = (merged if mark.digits else {}).get(mark.group) if again else _rivals_of(mark, missing)
        if candidates:
            yield pair_finding(rule_of(mark), candidates.popleft().text, mark.text)
        elif not again:
            yield pair_finding(Rule.MISSING, "", mark.text)
    for mark in sorted((mark for group in missing.values() for mark in group), key=attrgetter("start")):
        if not excused_chinese(mark, left, right):
            yield pair_finding(Rule.MISSING, mark.text, "")


def _magnitudes(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """数十名 against thousands: two magnitudes that nobody could take for each other."""
    chinese = [left.marks[i] for i in pairs.left if is_magnitude(left.marks[i])]
    english = [right.marks[j] for j in pairs.right if is_magnitude(right.marks[j])]
    if len(chinese) != 1 or len(english) != 1 or chinese[0].group != english[0].group:
        return
    low, high = sorted((chinese[0].value, english[0].value))
    if low * _FAR_APART <= high:
        yield pair_finding(Rule.VALUE, chinese[0].text, english[0].text)


def _is_article(mark: Mark) -> bool:
    """一名: an article, which stands for no other number."""
    return mark.face == 1 and not mark.digits and mark.quantity.is_amount


def _rivals_of(mark: Mark, missing: Mapping[str, deque[Mark]]) -> deque[Mark] | None:
    """What a number may stand for wrongly; an ordinal also for a plan or a congress: 15th for 十四五."""
    return missing.get(mark.group) or (missing.get(NAME) if mark.group == "ordinal" else None)


def rule_of(mark: Mark) -> Rule:
    """The promise that a wrong number of this kind breaks."""
    return Rule.DATE if mark.group in DATED else _RULE_OF_GROUP.get(mark.group, Rule.VALUE)


def _repeats(mark: Mark, others: Mapping[tuple[str, Fraction], Sequence[Mark]]) -> bool:
    """True when the other text holds the number at least once."""
    same = (other for key in keys(mark) for other in others.get(key, ()))
    return any(
        (grade := agreement(mark, other)) is not None and grade <= LOOSE
        for other in same
        if not _is_other_thing(mark, other)
    )


def _is_other_thing(one: Mark, other: Mark) -> bool:
    """True for 三轮 and third, the 3 of 3-6, 2克 and twice: what is counted is not said again by a rank or a dose."""
    if {one.group, other.group} != {"count", "ordinal"}:
        measured = {one.group, other.group} & {"measure", "money"}
        return bool(measured) and bool(one.dimension and other.dimension) and one.dimension != other.dimension
    return any(mark.dimension or mark.quantity.span != (mark.start, mark.end) for mark in (one, other))
