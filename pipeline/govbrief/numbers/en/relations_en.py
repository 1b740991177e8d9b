"""Owns what an English clause tells beside its number: reached or changed by, side, period, comparison.

rose to 98%                 -> reached
fell by 5.1% from 5.8%      -> changed by, from
2.3 points above the average -> above
grew 5% in the third quarter -> changed by, in the third quarter
"""

import re

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.binding_en import change_before, is_beside
from govbrief.numbers.relations import Relation, meanings, only
from govbrief_schemas.quantity import Lying, Motion, QuantityKind

_HEDGE = (
    r"(?:(?:about|around|nearly|almost|over|approximately|roughly|only|just|more\sthan|less\sthan|at\sleast|some|"
    r"an?|the|rmb|us)\s){0,3}[$¥€£]?"
)
_TO = re.compile(rf"\b(?:in)?to\s{_HEDGE}$")
_NO_GOAL = re.compile(
    r"\b(?:up|close|closer|compared|amount\w*|equal|equivalent|relative|similar|due|add\w*|c[ao]m\w+|down)\s$"
)
"""In front of `to` these say no goal of a change: up to 5%, compared to 5%."""
_PASSED = re.compile(r"\b(?:below|above|under|past|beyond)\s[$¥€£]?$")
"""Behind a change these say what was reached: fell below 10%."""
_GOAL = re.compile(r"(?<!up)(?<!due)(?<!close)\sto\s")
"""Behind a change, whatever stands before the number: rose to an all-time high of 9.1%."""
_FIRST = re.compile(r"[\d,;]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b")
_BEHIND_NUMBER = re.compile(
    r"[\s-](?:[a-z-]+\s){0,2}(?:increase|rise|growth|gain|decrease|fall|decline|drop|reduction|cut|jump|more|less|fewer|higher|lower)"
)
_LEVEL = re.compile(rf"\b(?:rate|pace|level|growth)\s(?:of|at|was|is|stood\sat)\s{_HEDGE}$")
_FROM = re.compile(rf"\bfrom\s{_HEDGE}$")
_BY = re.compile(rf"\bby\s(?:an?\s(?:further\s|total\sof\s)?|another\s)?{_HEDGE}$")
"""Cut from four hours by ninety minutes: a change that another number stands in front of."""
_ENDS = re.compile(r"\s?(?:[.,;)]|$)")
_FROM_ONE = re.compile(r"\bfrom\s\S+\s(?:\w+\s)?by\s$")
"""Cut from 10.2 days by 8.5: a change as well, though it has no unit of its own."""
_CLAUSE = re.compile(r"[,;:!?](?=\s|$)|\.(?=\s|$)|\b(?:and|while|whereas|but|although)\b")
_BEFORE, _BEHIND, _CHANGE = 40, 60, 90
_THEN = re.compile(r"\s?(?:\([^()]{0,20}\)\s?)?(?:(?:yuan|points|of\s\w+)\s)?")


def relation(low: str, draft: AmountDraft, ceiling: int) -> Relation:
    """What is told of a finished draft; `ceiling` is where the next number begins."""
    before = low[max(0, draft.start - _BEFORE) : draft.start]
    behind = _CLAUSE.split(low[draft.end : min(ceiling, draft.end + _BEHIND)])[0]
    clause = f"{_CLAUSE.split(before)[-1]} # {behind}"
    return Relation(
        _motion(low, draft, before),
        _side(low, draft),
        only(meanings("period.part", "en").told_in(clause)),
        only(meanings("comparison", "en").told_in(clause)),
    )


def _motion(low: str, draft: AmountDraft, before: str) -> Motion:
    if _FROM.search(before):
        return Motion.FROM
    verb_end = change_before(low, max(0, draft.start - _CHANGE), draft.start)
    if (goal := _TO.search(before)) and not _NO_GOAL.search(before, 0, goal.start()):
        return Motion.TO if verb_end is not None or draft.direction else Motion.NONE
    bare = draft.kind is QuantityKind.COUNT and _ENDS.match(low, draft.end) and _FROM_ONE.search(before)
    if verb_end is not None and _BY.search(before) and (draft.kind in _CHANGING or bare):
        return Motion.BY
    if not draft.direction or _LEVEL.search(before):
        return Motion.NONE
    if _PASSED.search(before) or (verb_end is not None and _arrives(low, verb_end, draft.start)):
        return Motion.TO
    behind = verb_end is None or _BEHIND_NUMBER.match(low, draft.end)
    return Motion.BY if behind or is_beside(low, verb_end or 0, draft.start) else Motion.NONE


_LASTING = re.compile(
    r"\s(?:[\w-]+\s){0,4}?(?:year|month|week|day|decade|period|quarter|century|summer|winter|season|time)s?\b"
)
"""Behind `over`: fell 11 percent over the eight years to 2022."""
_CHANGING = frozenset({
    QuantityKind.PERCENT,
    QuantityKind.POINT,
    QuantityKind.MONEY,
    QuantityKind.MEASURE,
    QuantityKind.DURATION,
})
"""By three of them is an agent, by 3 percent a change."""
_YARDSTICK = re.compile(
    r"\b(?P<side>above|below|under|over)\s(?:(?:the|its|a|an)\s)?(?:[a-z-]+(?:['’]s)?\s){1,3}$"
)
_GOALS = re.compile(r"\s(?:target|goal|average|level|ceiling|threshold|limit|mark|forecast)\b")
"""Above the central bank's 2 percent target."""
_SHORTER = {Lying.ABOVE: Lying.BELOW, Lying.BELOW: Lying.ABOVE}
"""12 days faster are 12 days less."""


def _arrives(low: str, verb_end: int, start: int) -> bool:
    """Whether a change comes to the number at `start`, and not to another one in front of it."""
    goal = _GOAL.search(low, verb_end, start)
    return goal is not None and not _FIRST.search(low, goal.end(), start)


def _side(low: str, draft: AmountDraft) -> Lying:
    """The word behind the number: 2.3 points above, 12 days later."""
    words = meanings("side", "en")
    place = _THEN.match(low, draft.end)
    match = words.pattern.match(low, place.end() if place else draft.end)
    if match and match[0] == "over" and _LASTING.match(low, match.end()):
        return Lying.NONE
    if match is None:
        yardstick = _YARDSTICK.search(low, max(0, draft.start - _BEFORE), draft.start)
        return (
            Lying(words.of[yardstick["side"]]) if yardstick and _GOALS.match(low, draft.end) else Lying.NONE
        )
    side = Lying(words.of[match[0]])
    timed = draft.kind is QuantityKind.DURATION
    if timed and match[0].startswith(("faster", "slower")):
        return _SHORTER[side]
    return side if timed or side in {Lying.ABOVE, Lying.BELOW} else Lying.NONE
