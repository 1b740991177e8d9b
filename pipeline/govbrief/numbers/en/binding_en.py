"""Owns what an English amount is said of: the direction word of its clause, and the words that are counted.

Rates take the last direction word of their clause; counts only one that stands beside them, for in "increase
investment in 3 projects" nothing rose by three.
"""

import re
from functools import cache

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.atoms import alternatives
from govbrief.numbers.en.vocabulary_en import any_of, plain_words, words_of
from govbrief_schemas.quantity import Direction, QuantityKind


@cache
def _link() -> re.Pattern[str]:
    """What may stand between a direction word and its number: rose by a further 5%."""
    return re.compile(rf"(?:[\s-]+(?:{any_of(plain_words('links'))}))*[\s(:–—-]*")


@cache
def _directions() -> tuple[dict[str, Direction], re.Pattern[str], re.Pattern[str]]:
    """Direction words, a pattern that finds them, and one for those behind an amount (a 5% decline)."""
    words = {word: Direction(side) for word, side in words_of("direction").items()}
    plain = alternatives(words)
    find = re.compile(rf"\b(?:{plain})\b(?!(?<=up)\s+to\b|(?<=er)\s+than\b)")
    behind = re.compile(
        r"(?:[\s-](?:year-on-year|year-over-year|year\son\syear|annual|month-on-month|yoy|on-year|a|in|an|per\syear|annually|"
        rf"points?|growth|of)){{0,2}}[\s-](?P<word>{plain}|more|less|fewer)\b"
        r"(?!\s(?:than\s(?:half|\d))|(?<=\bup)\sto\b|(?<=more|down|less|ower|gher)\sto\b)"
    )
    return words | {"more": Direction.UP, "less": Direction.DOWN, "fewer": Direction.DOWN}, find, behind


_PHRASAL = re.compile(
    r"\b(?:shot|broke|broken|shut|turn\w*|sit|sat|set|look\w*|pick\w*|made|mak\w+|end\w*|wak\w+|sign\w*|back\w*|follow\w*|"
    r"show\w*|pull\w*|br[io]\w+|buil[dt]\w*|speed\w*|wind\w*|laid|write|wrote|hold|held|giv\w+|gave|come|came|call\w*|clean\w*)\s$"
)
"""In front of up and down: a verb that they complete, `shot down`."""
_CLAUSE = re.compile(r"[;:!?](?=\s|$)|\.(?=\s)|\b(?:while|whereas|but|although|though|compared|versus)\b")
_OTHER = re.compile(
    r",\s|\b(?:account\w*\sfor|represent\w*|mak\w+\sup|made\sup|out\sof|share\sof|of\swh(?:om|ich)|among|proportion|than\sthe)\b"
)
_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.RATIO})
_WINDOW = 100
_WORD = re.compile(r"\s?([a-z][a-z'’-]*)")
_LEADING = re.compile(r"^(?:[\s,;:()\"“”-]|(?:and|but|with|while|of|or|the|a|an|in|to|by|on|year|month)\b)+")
_SUBJECT_WORDS = 4
_NOUN_END = re.compile(r"(?:[^su'’i]s|people|children|men|women)$")
"""A plural ends the noun phrase: `137 enterprises took part`."""


def _clause_start(low: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins, not before `start`."""
    for boundary in _CLAUSE.finditer(low, start, end):
        start = boundary.end()
    return start


def bind(low: str, text: str, draft: AmountDraft, floor: int) -> None:
    """Set direction and subject of a draft; `floor` is where the previous amount ends."""
    start = _clause_start(low, max(floor, draft.start - _WINDOW), draft.start)
    verb = _last_direction(low, start, draft.start)
    if not draft.direction:
        draft.direction = _direction(low, draft, verb)
    draft.subject = _subject(low, text, draft, start, verb)


def change_before(low: str, start: int, end: int) -> int | None:
    """Where the last direction word of this piece of the text ends; None when its clause has none."""
    verb = _last_direction(low, _clause_start(low, start, end), end)
    return None if verb is None else verb.end()


def is_beside(low: str, verb_end: int, start: int) -> bool:
    """Whether nothing but links stands between a direction word and a number: rose by a further 5%."""
    return _link().fullmatch(low, verb_end, start) is not None


def _last_direction(low: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for found in _directions()[1].finditer(low, start, end):
        if last and found.group() == "growth" and _FORECAST.search(low, last.end(), found.start()):
            continue
        if found.group() not in {"up", "down"} or not _PHRASAL.search(
            low, max(start, found.start() - 10), found.start()
        ):
            last = found
    return last


_FORECAST = re.compile(
    r"\b(?:forecasts?|estimates?|outlook|projections?|predictions?|targets?|expectations?|guidance)\b"
)
"""Cut its forecast for growth to 2.9%: what was cut is told, and nothing grew."""
_OF_THEM = dict.fromkeys(
    ("lost", "lose", "loses", "losing"), re.compile(r"\sof\s(?:them|these|those|the|all)\b")
) | dict.fromkeys(("drop", "drops", "dropped", "dropping"), re.compile(r"\sof\s(?!late\b)"))
"""They lost 8.3% of them, plaintiffs dropped 34.2% of their suits: cases, and nothing fell."""


def _direction(low: str, draft: AmountDraft, verb: re.Match[str] | None) -> Direction:
    words, _, behind = _directions()
    if verb and verb.group() in _OF_THEM and _OF_THEM[verb.group()].match(low, draft.end):
        return Direction.NONE
    if verb and _link().fullmatch(low, verb.end(), draft.start):
        return words[verb.group()]
    if after := behind.match(low, draft.end):
        return words[after["word"]]
    if verb and draft.kind in _RATES and not _OTHER.search(low, verb.end(), draft.start):
        return words[verb.group()]
    return Direction.NONE


def _subject(low: str, text: str, draft: AmountDraft, start: int, verb: re.Match[str] | None) -> str:
    """The noun phrase behind a count (137 enterprises), else the clause in front without its verb."""
    end = place = draft.end
    if draft.kind not in _RATES and draft.kind is not QuantityKind.MONEY:
        for _ in range(_SUBJECT_WORDS):
            word = _WORD.match(low, place)
            if not word or word[1] in plain_words("stop"):
                break
            end = place = word.end()
            if _NOUN_END.search(word[1]):
                break
        if end > draft.end:
            return text[draft.end : end].strip(" -")
    stop = verb.start() if verb else draft.start
    while start and start < stop and low[start - 1].isalnum() and low[start].isalnum():
        # the window cut a word in two
        start += 1
    return _LEADING.sub("", text[start:stop]).rstrip(" ,;:(–—-")
