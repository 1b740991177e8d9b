"""Owns English qualifiers: the words beside an amount that say how exact it is."""

import re

from pipeline.amounts_en import Draft
from schemas.quantity import Qualifier

_BEFORE = {
    Qualifier.OVER: "over|more than|above|exceed|exceeds|exceeded|exceeding|in excess of|upwards of|upward of|greater than|"
    "surpass|surpasses|surpassed|surpassing|beyond|topped|topping|well over|just over|a little over|more",
    Qualifier.NEARLY: "nearly|almost|close to|closer to|near to|approaching|just under|just short of|near|nearing|shy of",
    Qualifier.ABOUT: "about|around|approximately|roughly|some|circa|an estimated|estimated|approx|approx.|in the region of|"
    "in the neighborhood of|or so|~|≈|more or less|somewhere around",
    Qualifier.AT_LEAST: "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|not below|"
    "no lower than|not lower than|≥|>=|minimum",
    Qualifier.AT_MOST: "up to|at most|no more than|not more than|within|less than|under|below|fewer than|not exceed|"
    "not exceeding|does not exceed|a maximum of|maximum of|lower than|no greater than|not over|not exceeded|capped at|"
    "no higher than|not higher than|no later than|≤|<=|<|as little as|no longer than|shorter than",
}
_OF_PHRASE = {phrase: qualifier for qualifier, phrases in _BEFORE.items() for phrase in phrases.split("|")}
_FRONT = re.compile(
    rf"(?<![a-z])(?P<phrase>{'|'.join(re.escape(p).replace(chr(92) + ' ', '[ -]') for p in sorted(_OF_PHRASE, key=len, reverse=True))})"
    r"\s*(?:(?:a|an|the|by|of|only|just|another|additional|between|from|rmb|us|even|to)\s)?$"
)
_BEHIND = re.compile(
    r"\s?(?:(?P<least>\+(?!\d)|-plus\b|\s?plus\b(?!\s\d)|or\s(?:more|above|over|higher|older|greater|longer)\b|and\s(?:above|over|older|up|upwards?|higher)\b)"
    r"|(?P<most>or\s(?:less|below|under|fewer|lower|younger|shorter)\b|and\s(?:below|under|younger)\b)"
    r"|(?P<about>or\sso\b|-odd\b|odd\b|or\sthereabouts\b))"
)
_WINDOW = 34


def read_qualifier(low: str, draft: Draft) -> Qualifier:
    """The qualifier in front of an amount or behind it; the one in front wins."""
    before = low[max(0, draft.start - _WINDOW) : draft.start]
    if match := _FRONT.search(before):
        phrase = match["phrase"].replace("-", " ")
        # "more" alone counts further things: three more
        if phrase != "more":
            return _OF_PHRASE[phrase]
    for place in (draft.number_end, draft.end):
        if behind := _BEHIND.match(low, place):
            return _BEHIND_KINDS[behind.lastgroup or ""]
    return Qualifier.EXACT


_BEHIND_KINDS = {"least": Qualifier.AT_LEAST, "most": Qualifier.AT_MOST, "about": Qualifier.ABOUT}
