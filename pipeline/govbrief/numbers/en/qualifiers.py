"""Owns English qualifiers: words that say how exact an amount is; the data is `data/words_en.toml`."""

import re
from functools import cache

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.vocabulary_en import any_of, words_of
from govbrief_schemas.quantity import Qualifier

_WINDOW = 44


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Qualifiers in front, qualifiers behind, and the words that one in front may end with."""
    before, behind = words_of("qualifier_before"), words_of("qualifier_behind")
    links = "a an the by of only just another additional between from us even to".split()  # noqa: SIM905 - words
    front = re.compile(
        rf"(?<![a-z])(?P<phrase>{any_of(before)})\s*(?:(?:the\sage\sof|{'|'.join(links)})\s)?$"
    )
    back = re.compile(
        rf"(?:\s(?:a|per|each)\s(?:day|week|month|year|hour))?(?:\s|-|\s-)?(?:(?P<phrase>{any_of(behind)})(?![a-z])(?!\s\d)|(?P<plus>\+(?!\w)))"
    )
    return front, back, frozenset([*(phrase.split()[-1] for phrase in before), *links])


_DENIED = re.compile(
    r"(?:\b(?:never|not\sonce|at\sno\s(?:time|point)(?:\s(?:has|have|had|did|was|were)(?:\sit|\sthey)?)?|without(?:\sever)?)\s"
    r"(?:yet\s|again\s|since\s)?(?:been\s)?(?:(?:allow|permitt|let)(?:ed|ting)?\s(?:it\s|them\s)?(?:to\s)?)?"
    r"(?:(?:f[ae]ll(?:en|ing)?|dropp?(?:ed|s|ing)?|dipp?(?:ed|s|ing)?|slipp?(?:ed|s)?|s[aiu]nk|went|gone|go(?:es|ing)?|came|come|been"
    r"|was|were|r[io]s(?:e|en|ing)|climb(?:ed|s|ing)?)\s(?:to\s)?"
    r"(?:below|under|beneath|above|over|beyond|past|less\sthan|more\sthan|lower\sthan|higher\sthan)"
    r"|beyond|exceed(?:ed|s|ing)?|top(?:ped|s|ping)?|pass(?:ed|es|ing)?|surpass(?:ed|es|ing)?)"
    r"|\b(?:not|n[’']t)\s(?:yet\s|been\s)?(?:allowed\sto\s)?(?:f[ae]ll(?:en)?|drop(?:ped)?|dip(?:ped)?|slip(?:ped)?|go(?:ne)?|s[iu]nk"
    r"|rise(?:n)?|climb(?:ed)?)\s(?:to\s)?(?:below|under|beneath|above|over|beyond|past)"
    r")\s(?:the\s)?[$¥€£]?$"
)
"""In front of an amount: what never fell below it was at least that, and what never passed it at most."""
_OPPOSITE = {
    Qualifier.AT_MOST: Qualifier.AT_LEAST,
    Qualifier.NEARLY: Qualifier.AT_LEAST,
    Qualifier.OVER: Qualifier.AT_MOST,
    Qualifier.AT_LEAST: Qualifier.AT_MOST,
}


def is_denied(low: str, draft: AmountDraft) -> bool:
    """True for `never fell below 95`: neither its fall nor its bound are those of the words."""
    return _DENIED.search(low, max(0, draft.start - _WINDOW), draft.start) is not None


def denied(qualifier: Qualifier) -> Qualifier:
    """What is left of a bound that is denied: never below 95 is at least 95."""
    return _OPPOSITE.get(qualifier, qualifier)


def read_qualifier(low: str, draft: AmountDraft) -> Qualifier:
    """The qualifier in front of an amount or behind it; the one in front wins."""
    front, back, endings = _patterns()
    before = low[max(0, draft.start - _WINDOW) : draft.start]
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    if (
        last
        and (last.lstrip("(\"'“‘[") in endings or not last[-1].isalpha())
        and (match := front.search(before))
        and not _SUM.search(before)
    ):
        return Qualifier(words_of("qualifier_before")[match["phrase"].replace("-", " ")])
    for place in {draft.number_end, draft.end}:
        if low[place : place + 1] in _FIRST and (match := back.match(low, place)):
            return (
                Qualifier.AT_LEAST
                if match["plus"]
                else Qualifier(words_of("qualifier_behind")[match["phrase"].replace("-", " ")])
            )
    return Qualifier.EXACT


_SUM = re.compile(
    r"\b(?:(?:add|amount|tot|inch|edg|tick|creep|nudg|climb|jump|mov|push|shoot)\w*|crept|went|goes|rose|came|shot|back)\sup\sto\s$"
)
"""It adds up to 3,500, inched up to 0.75: no bound."""
_FIRST = frozenset(" -+")
