"""Owns what an English amount is said of: the direction word of its clause, and the words that are counted.

Rates take the last direction word of their clause; counts only one that stands beside them, for in "increase
investment in 3 projects" nothing rose by three.
"""

import re

from pipeline.amounts_en import Draft
from schemas.quantity import Direction, QuantityKind

_UP = (
    "increase[sd]?|increasing|rise[sn]?|rising|rose|grow|grows|grew|grown|growing|growth|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|"
    r"expand(?:s|ed|ing)?|expansion|jump(?:s|ed|ing)?|surge[sd]?|surging|soar(?:s|ed|ing)?|up(?!\s+to\b)|upward|"
    r"higher(?!\s+than\b)|improve[sd]?|improvement|advance[sd]?|rebound(?:s|ed)?|accelerat(?:e|es|ed|ing)|raise[sd]?|hike[sd]?|"
    "uptick|appreciat(?:e|es|ed|ion)|skyrocket(?:s|ed)?|spike[sd]?|doubled|tripled|quadrupled|upsurge"
)
_DOWN = (
    "decrease[sd]?|decreasing|fall(?:s|en|ing)?|fell|decline[sd]?|declining|drop(?:s|ped|ping)?|reduc(?:e|es|ed|ing|tion|tions)|"
    r"cut(?:s|ting)?|shrink(?:s|ing)?|shrank|shrunk|down|downward|lower(?!\s+than\b)(?:s|ed|ing)?|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|"
    "slash(?:es|ed|ing)?|contract(?:ed|ion|ing)|slid|slide[sd]?|narrow(?:s|ed|ing)?|dip(?:s|ped)?|loss|lost|lose|shed|tumble[sd]?|"
    "plummet(?:s|ed|ing)?|weaken(?:ed|ing)?|depreciat(?:e|es|ed|ion)|downturn|shorten(?:s|ed|ing)?|halved|"
    "trim(?:med)?|sank|sink|retreat(?:ed)?|curtail(?:ed)?|slow(?:s|ed)?|slowdown|shortfall|compress(?:ed)?|eased"
)
_DIRECTION = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_LINK_WORDS = (
    "by|to|of|at|from|in|rate|another|an?|further|around|about|nearly|almost|over|more|than|some|approximately|as|much|many|only|"
    "just|less|least|roughly|up|total|the|year-on-year|year|on|month|slightly|sharply|significantly|respectively|within|no|"
    "not|close|even|back|additional|annual|average|steadily|rapidly|massive|whopping|mere|year-over-year|between|well"
)
_LINK = re.compile(rf"(?:[\s-]+(?:{_LINK_WORDS}))*[\s(:–—-]*")
_BEHIND = re.compile(
    r"(?:[\s-](?:year-on-year|year-over-year|year\son\syear|annual|month-on-month|yoy|on-year|a|in|an|per\syear|annually|growth|of)){0,2}"
    rf"[\s-](?:(?P<up>{_UP}|more)|(?P<down>{_DOWN}|less|fewer))\b(?!\s(?:to|than\s(?:half|\d)))"
)
_CLAUSE = re.compile(r"[;:!?](?=\s|$)|\.(?=\s)|\b(?:while|whereas|but|although|though|compared|versus)\b")
_OTHER = re.compile(
    r",\s|\b(?:account\w*\sfor|represent\w*|mak\w+\sup|made\sup|out\sof|share\sof|of\swh(?:om|ich)|among|proportion|than\sthe)\b"
)
_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.RATIO})
_WINDOW = 100
_STOP = frozenset(
    "a an the of to in on at by for with from into as and or but nor that which who whose than is are was were be been being has have "
    "had will would shall should can could may must not no during through under between among about per via since until after before "
    "while when where if because respectively compared year-on-year up down out over off it he she they we you i this these those "
    "there here its their his her our my your so then also only".split()
)
_WORD = re.compile(r"\s?([a-z][a-z'’-]*)")
_LEADING = re.compile(r"^(?:[\s,;:()\"“”-]|(?:and|but|with|while|of|or|the|a|an|in|to|by|on|year|month)\b)+")
_SUBJECT_WORDS = 4


def _side(match: re.Match[str]) -> Direction:
    return Direction.UP if match["up"] else Direction.DOWN


def _clause_start(low: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins, not before `start`."""
    for boundary in _CLAUSE.finditer(low, start, end):
        start = boundary.end()
    return start


def bind(low: str, text: str, draft: Draft, floor: int) -> None:
    """Set direction and subject of a draft; `floor` is where the previous amount ends."""
    start = _clause_start(low, max(floor, draft.start - _WINDOW), draft.start)
    verb = None
    for verb in _DIRECTION.finditer(low, start, draft.start):
        pass
    if not draft.direction:
        draft.direction = _direction(low, draft, verb)
    draft.subject = _subject(low, text, draft, start, verb)


def _direction(low: str, draft: Draft, verb: re.Match[str] | None) -> Direction:
    if verb and _LINK.fullmatch(low, verb.end(), draft.start):
        return _side(verb)
    if behind := _BEHIND.match(low, draft.end):
        return _side(behind)
    if verb and draft.kind in _RATES and not _OTHER.search(low, verb.end(), draft.start):
        return _side(verb)
    return Direction.NONE


def _subject(low: str, text: str, draft: Draft, start: int, verb: re.Match[str] | None) -> str:
    """The noun phrase behind a count (137 enterprises), else the clause in front without its verb."""
    end = place = draft.end
    if draft.kind not in _RATES and draft.kind is not QuantityKind.MONEY:
        for _ in range(_SUBJECT_WORDS):
            word = _WORD.match(low, place)
            if not word or word[1] in _STOP:
                break
            end = place = word.end()
        if end > draft.end:
            return text[draft.end : end].strip(" -")
    stop = verb.start() if verb else draft.start
    while start and start < stop and low[start - 1].isalnum() and low[start].isalnum():
        # the window cut a word in two
        start += 1
    return _LEADING.sub("", text[start:stop]).rstrip(" ,;:(–—-")
