"""Owns the check of a Chinese text against its English: where the numbers of the two disagree.

English numbers that the Chinese does not carry are errors unless `excuses` knows why. Chinese ones may be
left out when they are words that Chinese needs and English does not (一, 两国); in Arabic digits they may
not.
"""

from collections.abc import Iterator, Sequence

from pipeline.directions import contradicted, opposite
from pipeline.excuses import DATED, Side, excused_chinese, excused_english, qualifiers_clash
from pipeline.marks import NAME, POINT, SHARE, Mark, marks
from pipeline.messages import pair_finding
from pipeline.pairing import CLASH, LOOSE, Pairs, agreement, pair_up
from pipeline.places import compared_with
from pipeline.quantities import find_quantities
from pipeline.swaps import find_swaps
from schemas.finding import Finding, Rule
from schemas.quantity import Direction, Qualifier

_RULE_OF_GROUP = {"ordinal": Rule.ORDINAL, NAME: Rule.NAME, "label": Rule.ORDINAL}


def check_pair(zh: str, en: str) -> tuple[Finding, ...]:
    """Every disagreement of the two texts; empty when they agree."""
    left = Side(zh, marks(find_quantities(zh, "zh")))
    right = Side(en, marks(find_quantities(en, "en")))
    pairs = pair_up(left.marks, right.marks)
    findings = [*_leftovers(left, right, pairs)]
    for i, j in pairs.pairs:
        findings += _differences(left, left.marks[i], right, right.marks[j])
    for (i, j), (k, m) in find_swaps(left, right, pairs.pairs):
        findings.append(pair_finding(Rule.SUBJECT, _both(left, i, k), _both(right, j, m)))
    if not any(finding.rule is Rule.DIRECTION for finding in findings):
        findings += _directions(left, right, pairs)
    return tuple(dict.fromkeys(findings))


def _directions(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """Turned directions that no single pair of numbers shows."""
    chinese = {j: left.marks[i] for i, j in pairs.pairs}
    denied = tuple(contradicted(right))
    for mark in denied:
        zh = chinese.get(right.marks.index(mark))
        yield pair_finding(Rule.DIRECTION, zh.text if zh else left.text, mark.text)
    turned = opposite(left.text, right.text)
    if turned and not denied:
        yield pair_finding(Rule.DIRECTION, *turned)


def _both(side: Side, one: int, other: int) -> str:
    return " … ".join(side.marks[i].text for i in sorted((one, other)))


def _differences(left: Side, zh: Mark, right: Side, en: Mark) -> Iterator[Finding]:
    """What two paired numbers say differently besides their value."""
    if agreement(zh, en) == CLASH:
        yield pair_finding(unit_rule(zh, en), zh.text, en.text)
    if qualifiers_clash(zh.qualifier, en.qualifier) and not _during(zh, en):
        yield pair_finding(Rule.QUALIFIER, zh.text, en.text)
    if {zh.direction, en.direction} == {Direction.UP, Direction.DOWN}:
        yield pair_finding(Rule.DIRECTION, zh.text, en.text)
    if zh.group in {SHARE, POINT}:
        periods = {compared_with(left.text, zh, "zh"), compared_with(right.text, en, "en")}
        if periods == {"year", "month"}:
            yield pair_finding(Rule.SUBJECT, zh.text, en.text)


def unit_rule(one: Mark, other: Mark) -> Rule:
    """Percent against points has a rule of its own."""
    return Rule.PERCENT_POINT if {one.group, other.group} == {SHARE, POINT} else Rule.UNIT


def _during(zh: Mark, en: Mark) -> bool:
    """True for 三年内 and `over three years`: there, over is no qualifier."""
    return zh.group == "duration" and (zh.qualifier, en.qualifier) == (Qualifier.AT_MOST, Qualifier.OVER)


def _leftovers(left: Side, right: Side, pairs: Pairs) -> Iterator[Finding]:
    """Findings for numbers without a partner: changed, invented, left out."""
    missing = [left.marks[i] for i in pairs.left]
    merged = [mark for mark in missing if _repeats(mark, right.marks)]
    missing = [mark for mark in missing if mark not in merged]
    for mark in (right.marks[j] for j in pairs.right):
        again = _repeats(mark, left.marks)
        if not again and excused_english(mark, left, missing):
            continue
        # a number said once too often stands for one said once too seldom; words repeat too freely
        partner = _changed(mark, [m for m in merged if m.digits and mark.digits] if again else missing)
        missing = [other for other in missing if other is not partner]
        merged = [other for other in merged if other is not partner]
        if partner is not None:
            yield pair_finding(rule_of(mark), partner.text, mark.text)
        elif not again:
            yield pair_finding(Rule.MISSING, "", mark.text)
    for mark in missing:
        if not excused_chinese(mark, right):
            yield pair_finding(Rule.MISSING, mark.text, "")


def rule_of(mark: Mark) -> Rule:
    """The promise that a wrong number of this kind breaks."""
    return Rule.DATE if mark.group in DATED else _RULE_OF_GROUP.get(mark.group, Rule.VALUE)


def _repeats(mark: Mark, others: Sequence[Mark]) -> bool:
    """True when the other text holds the number at least once."""
    return any((grade := agreement(mark, other)) is not None and grade <= LOOSE for other in others)


def _changed(mark: Mark, candidates: Sequence[Mark]) -> Mark | None:
    """The unpaired Chinese number that the English one stands for; None when none is of its kind."""
    same = [other for other in candidates if other.group == mark.group]
    return same[0] if same else None
