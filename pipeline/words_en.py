"""Owns English number words that count nothing or something else: one, half, quarter, second, a third, several hundred."""

import re
from decimal import Decimal

from pipeline.amounts_en import Draft
from pipeline.atoms_en import QUOTIENT, Sort
from pipeline.numerals_en import Form, Numeral
from schemas.quantity import QuantityKind

_NOT_ONE_BEFORE = re.compile(
    r"\b(?:the|which|this|that|any|no|every|each|some|another|first|last|next|only|other|new|good|big|right|wrong|"
    r"same|loved|as|or|little|not|if|whatever|a)[\s-]$"
)
_NOT_ONE_AFTER = re.compile(
    r"(?:['’]s|\s?[,.;:!?)\]\"”]|\s?$|[\s-](?:of|is|can|could|that|who|whom|which|by|must|should|might|may|has|had|"
    r"was|were|to|and|or|in|as|thing|another|after|will|would|does|did|on|at|for|with|from|i|you|he|she|we|they|it|"
    r"where|when|whose|are|being|more|step|the|my|your|side|way|sort|kind|common|such|particular|single|if|but|not|"
    r"really|cannot|also|called|reason|needs|wants|knows|sees|gets|about|against|under|over|morning|evening|night|"
    r"afternoon|final|last)\b)"
)
_DETERMINER = re.compile(r"\b(?:this|that|any|every|each)\s$")
_SEVERAL = re.compile(
    r"\b(?:several|few|many|some\sof|couple(?:\sof)?|per|tens\sof|hundreds\sof|dozens\sof)\s$"
)
_AN = re.compile(r"(?<![a-z])an?\s$")


def is_pronoun(low: str, draft: Draft) -> bool:
    """One as pronoun or article: the one you mentioned, one of the best."""
    numeral = draft.numeral
    if numeral.atoms != 1 or numeral.first.sort is not Sort.SMALL or abs(draft.value) != 1:
        return False
    if draft.value < 0 or draft.prefixed:
        return False
    before = low[max(0, numeral.start - 12) : numeral.start]
    if draft.end > numeral.end:
        return bool(_DETERMINER.search(before))
    if not before.strip() and not low[numeral.end :].strip():
        return False
    return bool(_NOT_ONE_BEFORE.search(before) or _NOT_ONE_AFTER.match(low, numeral.end))


def is_vague(low: str, numeral: Numeral) -> bool:
    """Several hundred, hundreds of thousands, a few million: a magnitude without a value."""
    if numeral.form is Form.VAGUE:
        return True
    if numeral.first.sort not in {Sort.SCALE, Sort.HUNDRED}:
        return False
    return bool(_SEVERAL.search(low[max(0, numeral.start - 14) : numeral.start]))


def take_article(low: str, draft: Draft) -> None:
    """`a hundred`, `a third`: the article belongs to the number."""
    if (
        draft.numeral.first.sort in {Sort.SCALE, Sort.HUNDRED, Sort.ORDINAL, Sort.PART}
        and draft.start == draft.numeral.start
    ):
        article = _AN.search(low[max(0, draft.start - 3) : draft.start])
        if article:
            draft.start -= len(article.group())


_LED = re.compile(
    r"\b(?:by|about|nearly|almost|over|than|only|roughly|around|approximately|some|to|just|at|up|down|a\sfurther|another)\s(?:an?\s)?$"
)
_A = re.compile(r"(?<![a-z])(?:an?|one)[\s-]$")
_SHARE_BEHIND = re.compile(r"\sof\s|\s(?:less|more|lower|higher|smaller|larger|fewer)\b")
_HALF_BEHIND = re.compile(r"[\s-](?:of|an?|the|its|their|his|her|our|those|these|as|price|full|empty|and)\b")
_PART_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|latter|last|other|early|late|this|next|past|previous|each|every|per|the|same|top|"
    r"bottom|upper|lower|northern|southern|eastern|western|opening|current)[\s-]$"
)
_IN_HALF = re.compile(
    r"\b(?:in|into|by|to|than|about|nearly|almost|over|roughly|around|only|just|at)\s(?:an?\s)?$"
)
_PERIODS = re.compile(
    r"\b(?:first|last|past|next|previous|consecutive|straight|for|successive|these|those)[\s-]$"
)


def read_part(low: str, draft: Draft) -> bool:
    """Half and quarter: True when they are a share; in "first half" and "this quarter" they name a period."""
    numeral = draft.numeral
    before = low[max(0, numeral.start - 16) : numeral.start]
    if numeral.last.plural and numeral.last.value == 4:  # noqa: PLR2004 - quarters
        if _PERIODS.search(before):
            # the first three quarters
            draft.value, draft.unit, draft.kind = draft.value * 4, "个季度", QuantityKind.DURATION
        return True
    if numeral.first.sort is not Sort.PART or numeral.form is Form.CARDINAL:
        return True
    if _PART_BEFORE.search(before):
        return False
    if draft.end > numeral.end:
        return True
    if numeral.first.value == 2:  # noqa: PLR2004 - half
        return bool(
            _HALF_BEHIND.match(low, numeral.end)
            or _IN_HALF.search(before)
            or _A.search(before)
            or not low[numeral.end :].strip(" .,;")
        )
    return bool(
        _LED.search(before)
        or (_A.search(before) and _SHARE_BEHIND.match(low, numeral.end))
        or _SHARE_BEHIND.match(low, numeral.end)
    )


def read_share(low: str, numeral: Numeral) -> Draft | None:
    """A third of, by a fifth: an ordinal word behind an article that is a share."""
    if numeral.first.sort is not Sort.ORDINAL or numeral.atoms != 1 or numeral.value <= 2:  # noqa: PLR2004 - second is never a share
        return None
    before = low[max(0, numeral.start - 18) : numeral.start]
    article = _A.search(before)
    if not article or not (
        _SHARE_BEHIND.match(low, numeral.end)
        or _LED.search(before)
        or low[numeral.end : numeral.end + 1] in {".", ",", ";"}
    ):
        return None
    value = QUOTIENT.divide(Decimal(1), numeral.value)
    draft = Draft(numeral.start - len(article.group()), numeral.end, value, numeral, kind=QuantityKind.RATIO)
    draft.number_end = numeral.end
    return draft


_SECOND_UNIT = re.compile(r"(?:\b(?:per|each|every)\s|/\s?|\bof\sa\s|\bsplit[\s-]|\bfor\sa\s)$")


def is_time_unit(low: str, numeral: Numeral) -> bool:
    """Second as a unit of time: metres per second."""
    return numeral.value == 2 and bool(_SECOND_UNIT.search(low[max(0, numeral.start - 8) : numeral.start]))  # noqa: PLR2004 - second
