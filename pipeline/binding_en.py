"""Owns what an English amount is said of: the direction word of its clause, and the words that are counted."""

import re

from pipeline.amounts_en import Draft
from schemas.quantity import Direction, QuantityKind

_UP = (
    "increase[sd]?|increasing|rise[sn]?|rising|rose|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|"
    "expand(?:s|ed|ing)?|expansion|jump(?:s|ed|ing)?|surge[sd]?|surging|soar(?:s|ed|ing)?|up|higher|improve[sd]?|"
    "advance[sd]?|rebound(?:s|ed)?|accelerat(?:e|es|ed|ing)|upsurge|raise[sd]?|hike[sd]?|uptick|appreciat(?:ed|ion)|"
    "additional|longer|faster|greater|skyrocket(?:ed)?|spike[sd]?|doubled|tripled|quadrupled"
)
_DOWN = (
    "decrease[sd]?|decreasing|fall(?:s|en|ing)?|fell|decline[sd]?|declining|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing|tion|tions)|"
    "cut(?:s|ting)?|shrink(?:s|ing)?|shrank|shrunk|down|lower(?:s|ed|ing)?|slump(?:s|ed|ing)?|plunge[sd]?|plunging|"
    "slash(?:es|ed|ing)?|contract(?:ed|ion|ing)|slid|slide[sd]?|narrow(?:s|ed|ing)?|dip(?:s|ped)?|loss|lost|lose|shed|tumble[sd]?|"
    "plummet(?:s|ed|ing)?|weaken(?:ed|ing)?|depreciat(?:ed|ion)|downturn|fewer|shorten(?:ed|ing)?|halved|"
    "trim(?:med)?|sank|sink|retreat(?:ed)?|curtail(?:ed)?|slow(?:ed)?"
)
_DIRECTION = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_NEAR = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s(?:by|to|of|at|from|in|rate|another|an|a|further|around|about|nearly|almost|over|more|than|some|approximately|as|much|only|just|less|least|roughly|up|total|the|year-on-year|slightly|sharply)){{0,5}}\s?$"
)
_BEHIND = re.compile(
    rf"(?:\s(?:year-on-year|year-over-year|annual|month-on-month|yoy|on-year|a|in|an|per\syear|annually)){{0,2}}[\s-](?:(?P<up>{_UP}|more)|(?P<down>{_DOWN}|less))\b(?!\s(?:to|than\s(?:half|\d)))"
)
_CLAUSE = re.compile(r"[;:.!?](?=\s|$)|\b(?:while|whereas|but|although)\b")
_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.RATIO})
_WINDOW = 90
_STOP = frozenset(
    ["a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "into", "as", "and", "or", "but", "nor", "that", "which", "who", "whose", "than", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "shall", "should", "can", "could", "may", "must", "not", "no", "during", "through", "under", "between", "among", "about", "per", "via", "since", "until", "after", "before", "while", "when", "where", "if", "because", "respectively", "compared", "year-on-year", "up", "down", "out", "over", "off", "it", "he", "she", "they", "we", "you", "i", "this", "these", "those"]
)
_PHRASE = re.compile(r"\s?([a-z][a-z'’-]*)")
_SUBJECT_WORDS = 4


def _side(match: re.Match[str]) -> Direction:
    return Direction.UP if match["up"] else Direction.DOWN


def read_direction(low: str, draft: Draft, floor: int) -> Direction:
    """The direction word that governs an amount; `floor` is where the previous amount ends.

    Rates take the last direction word of their clause, counts only one that stands right beside them: in
    "increase investment in 3 projects" nothing rose by three.
    """
    start = max(floor, draft.start - _WINDOW)
    before = low[start : draft.start]
    for boundary in _CLAUSE.finditer(before):
        start = max(start, draft.start - len(before) + boundary.end())
    before = low[start : draft.start]
    if near := _NEAR.search(before):
        return _side(near)
    if behind := _BEHIND.match(low, draft.end):
        return _side(behind)
    if draft.kind not in _RATES:
        return Direction.NONE
    found = None
    for found in _DIRECTION.finditer(before):
        pass
    return _side(found) if found else Direction.NONE


def read_subject(low: str, text: str, draft: Draft, floor: int) -> str:
    """The noun phrase behind a count (137 enterprises), or the clause in front of a rate, without its verb."""
    if draft.kind in _RATES or draft.kind is QuantityKind.MONEY:
        start = max(floor, draft.start - _WINDOW)
        before = low[start : draft.start]
        found = _DIRECTION.search(before)
        stop = start + found.start() if found else draft.start
        for boundary in _CLAUSE.finditer(before):
            if start + boundary.end() < stop:
                start += boundary.end()
                break
        return text[start:stop].strip(" ,;:")
    end = place = draft.end
    for _ in range(_SUBJECT_WORDS):
        word = _PHRASE.match(low, place)
        if not word or word[1] in _STOP:
            break
        end = place = word.end()
    return text[draft.end : end].strip()
