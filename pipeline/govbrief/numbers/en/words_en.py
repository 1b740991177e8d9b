"""Owns English number words with a sense of their own: one, half, second, a third, several hundred."""

import re
from decimal import Decimal

from govbrief.numbers.en.amounts import AmountDraft
from govbrief.numbers.en.atoms import EXACT, QUOTIENT, SCALES, Sort, is_end
from govbrief.numbers.en.numerals_en import Numeral, NumeralForm
from govbrief.numbers.en.units_en import find_unit
from govbrief_schemas.quantity import Direction, Qualifier, QuantityKind

_NOT_ONE_BEFORE = re.compile(
    r"\b(?:the|which|this|that|any|no|every|each|some|another|first|last|next|only|other|new|good|big|right|wrong|"
    r"same|loved|as|or|little|not|if|whatever|a)[\s-]$"
)
_NOT_ONE_AFTER = re.compile(
    r"(?:['’]s|\s?[,.;:!?)\]\"”]|\s?$|[\s-](?:of|is|can|could|that|who|whom|which|by|must|should|might|may|has|had|"
    r"was|were|to|and|or|in(?!\s(?:every\s)?(?:two|three|four|five|six|seven|eight|nine|ten|\d))|as|thing|another|after|will|would|does|did|on|at|for|with|from|i|you|he|she|we|they|it|"
    r"where|when|whose|are|being|more|step|the|my|your|side|way|sort|kind|common|such|particular|single|if|but|not|"
    r"really|cannot|also|called|reason|needs|wants|knows|sees|gets|about|against|under|over|morning|evening|night|"
    r"afternoon|final|last)\b)"
)
_DETERMINER = re.compile(r"\b(?:this|that|any|every|each)\s$")
_SEVERAL = re.compile(r"\b(?:several|a\sfew|few|many|a\scouple(?:\sof)?)\s$")
_AN = re.compile(r"(?<![a-z])an?\s$")


def is_pronoun(low: str, draft: AmountDraft) -> bool:
    """One as pronoun or article: the one you mentioned, one of the best."""
    numeral = draft.numeral
    if (
        numeral.atoms != 1
        or numeral.first.sort is not Sort.SMALL
        or abs(draft.value) != 1
        or draft.kind is QuantityKind.RATIO
    ):
        return False
    if draft.value < 0 or draft.prefixed:
        return False
    before = low[max(0, numeral.start - 12) : numeral.start]
    if draft.end > numeral.end:
        return bool(_DETERMINER.search(before))
    if (not before.strip() and is_end(low, numeral.end)) or _OVER.match(low, numeral.end):
        return False
    return bool(_NOT_ONE_BEFORE.search(before) or _NOT_ONE_AFTER.match(low, numeral.end))


_OVER = re.compile(r"\sover\s[\w-]+(?:\s[\w-]+){0,2}$")
"""One over twenty, at the end of the text: a fraction that is read out."""


def is_proper(low: str, text: str, numeral: Numeral) -> bool:
    """A capital inside a sentence with nothing counted behind it: Fox and Seven, the Five, the Four Corners."""
    if numeral.atoms != 1 or numeral.first.sort is not Sort.SMALL or not text[numeral.start].isupper():
        return False
    before = text[max(0, numeral.start - 16) : numeral.start].split()
    in_sentence = bool(before) and before[-1].isalpha() and before[-1].islower()
    named = _CAPITAL.match(text, numeral.end)
    return in_sentence and bool(named or _NOTHING_COUNTED.match(low, numeral.end))


_CAPITAL = re.compile(r"\s[A-Z][a-z]")
_NOTHING_COUNTED = re.compile(
    r"\s?[.,;:!?)\"”]|\s?$|['’]s|\s(?:and|or|to|has|have|is|are|was|were|will|in|at|on|for|with|from|by)\b"
)


def is_vague(low: str, numeral: Numeral) -> bool:
    """Several hundred, hundreds of thousands, a few million: a magnitude and no value."""
    if numeral.form is NumeralForm.VAGUE:
        return True
    if numeral.first.sort not in {Sort.SCALE, Sort.HUNDRED}:
        return False
    return bool(_SEVERAL.search(low[max(0, numeral.start - 14) : numeral.start]))


_MAGNITUDE = re.compile(r"\sof\s(?:an?\s)?(?P<scale>hundred|thousand|million|billion|trillion)s?\b")


def read_magnitude(low: str, text: str, numeral: Numeral) -> AmountDraft:
    """A magnitude as Chinese writes it: dozens (数十) is over ten, tens of thousands (数万) over 10,000."""
    value, end = (Decimal(10) if numeral.value == 12 else numeral.value), numeral.end  # noqa: PLR2004 - dozens
    while following := _MAGNITUDE.match(low, end):
        value, end = EXACT.multiply(value, Decimal(_SCALE_WORDS[following["scale"]])), following.end()
    draft = AmountDraft(numeral.start, end, value, numeral, number_end=end, qualifier=Qualifier.OVER)
    if several := _SEVERAL.search(low[max(0, numeral.start - 14) : numeral.start]):
        draft.start -= len(several.group())
    if unit := find_unit(low, text, end + len(" of") * low.startswith(" of ", end)):
        is_money = unit.unit == "磅" and value >= _MILLION
        draft.unit, draft.kind, draft.end = ("英镑" if is_money else unit.unit), unit.kind, unit.end
        draft.kind = QuantityKind.MONEY if is_money else unit.kind
    return draft


_MILLION = 10**6
_SCALE_WORDS = {"hundred": 100} | SCALES
_COMPARED = re.compile(
    r"\s(?:the|that|those|what|its|their|his|her|our|as|last|than|over|from|to|in|by|since|between|every|year)\b|\s?[.,;)]|\s?$"
)
_OF_SIZE = re.compile(r"\s(?:the|that|those|what|its|their|his|her|our|as)\b")
_HEDGED = re.compile(r"\b(?:nearly|almost|about|than|over|to)\s$")


def read_multiple(low: str, numeral: Numeral) -> AmountDraft | None:
    """Doubled is 2 倍 (翻一番); twice is a multiple in "twice as many", else a number of occasions."""
    word = low[numeral.start : numeral.end]
    draft = AmountDraft(
        numeral.start, numeral.end, numeral.value, numeral, "倍", QuantityKind.MULTIPLE, numeral.end
    )
    compared = bool(_OF_SIZE.match(low, numeral.end))
    if word in {"twice", "thrice"}:
        if not compared:
            draft.unit, draft.kind = "次", QuantityKind.COUNT
        return draft
    if word in {"double", "triple", "quadruple"}:
        hedged = _HEDGED.search(low[max(0, numeral.start - 8) : numeral.start])
        return draft if compared or (hedged and _COMPARED.match(low, numeral.end)) else None
    draft.direction = Direction.UP
    return draft if _COMPARED.match(low, numeral.end) else None


def take_article(low: str, draft: AmountDraft) -> None:
    """`a hundred`, `a third`: the article belongs to the number."""
    if (
        draft.numeral.first.sort in {Sort.SCALE, Sort.HUNDRED, Sort.ORDINAL, Sort.PART}
        and draft.start == draft.numeral.start
    ):
        article = _AN.search(low[max(0, draft.start - len("than ")) : draft.start])
        if article:
            draft.start -= len(article.group())


_WHOLE = re.compile(
    r"(?<![a-z])(?:an?|one|next|past|last|first|previous|following)(?=\s(?:working\s)?(?:year|month|week|day|hour|minute|decade|century|mile|kilomet(?:er|re)|ton(?:ne)?)\sand\s$)"
)


def take_whole(low: str, text: str, draft: AmountDraft) -> None:
    """A year and a half, an hour and three quarters: the whole in front of the part, and its unit."""
    start = max(0, draft.start - len("following kilometre and "))
    whole = _WHOLE.search(low, start, draft.start) if draft.value in _PARTS and not draft.unit else None
    unit = find_unit(low, text, whole.end()) if whole else None
    if whole and unit:
        draft.start, draft.value = whole.start(), draft.value + 1
        draft.unit, draft.kind = unit.unit, unit.kind


_POINT = re.compile(r"(?:[\s-]|\sof\s)(?:an?\s)?(?:full\s)?point\b(?!s)")


def take_point(low: str, draft: AmountDraft) -> None:
    """A quarter point, half a point, a tenth of a point: a fraction of a percentage point and no share."""
    match = _POINT.match(low, draft.end) if draft.kind is QuantityKind.RATIO and not draft.unit else None
    if match:
        draft.kind, draft.unit, draft.end = QuantityKind.POINT, "个百分点", match.end()


_PARTS = frozenset(map(Decimal, ("0.25", "0.5", "0.75")))
_AGED = re.compile(r"\b(?:aged|age\sof|turn(?:s|ed|ing)?)\s(?:between\s)?$")


def take_age(low: str, draft: AmountDraft) -> None:
    """Aged 60 and above: the years need no unit."""
    if not draft.unit and _AGED.search(low, max(0, draft.start - len("aged between ")), draft.start):
        draft.unit = "岁"


_LED = re.compile(
    r"\b(?:by|about|nearly|almost|over|than|only|roughly|around|approximately|some|to|from|just|at|up|down|a\sfurther|another)\s(?:an?\s)?$"
)
_A = re.compile(r"(?<![a-z])(?:an?|one)[\s-]$")
_SHARE_BEHIND = re.compile(r"\sof\s|\s(?:less|more|lower|higher|smaller|larger|fewer)\b")
_HALF_BEHIND = re.compile(r"[\s-](?:of|an?|the|its|their|his|her|our|those|these|as|price|full|empty|and)\b")
_PART_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|latter|last|other|early|late|this|next|past|previous|each|every|per|the|same|top|"
    r"bottom|upper|lower|northern|southern|eastern|western|opening|current)[\s-]$"
)
_LENGTH_OF_TIME = re.compile(r"\b(?:last|past|next|previous|every|each|this)[\s-]$")
"""In front of half and a unit: the last half-decade."""
_IN_HALF = re.compile(
    r"\b(?:in|into|by|to|than|about|nearly|almost|over|roughly|around|only|just|at)\s(?:an?\s)?$"
)
_PERIODS = re.compile(
    r"\b(?:first|last|past|next|previous|consecutive|straight|for|successive|these|those)[\s-]$"
)


_LASTING = re.compile(r"\b(?:in|within|over|after|through)\s$")
"""In two quarters, but for what is three quarters of something."""
_QUARTER_AGO = re.compile(r"\s(?:earlier|ago|before|later)\b")
"""$2 billion less than a quarter earlier: three months and no share."""


def read_part(low: str, draft: AmountDraft) -> bool:
    """Half and quarter: True when they are a share; in "first half" and "this quarter" they name a period."""
    numeral = draft.numeral
    before = low[max(0, numeral.start - 16) : numeral.start]
    if numeral.last.plural and numeral.last.value == 4:  # noqa: PLR2004 - quarters
        of = low.startswith(" of", numeral.end)
        if (
            (_PERIODS.search(before) and not (of and before.endswith("for ")))
            or (draft.value > 1 and numeral.atoms == len(["five", "quarters"]))
            or (_LASTING.search(before) and not low.startswith(" of", numeral.end))
        ):
            # the first three quarters
            draft.value, draft.unit, draft.kind = draft.value * 4, "个季度", QuantityKind.DURATION
        return True
    if numeral.first.sort is not Sort.PART or numeral.form is NumeralForm.CARDINAL:
        return True
    measured = draft.end > numeral.end
    ago = numeral.first.value == 4 and _QUARTER_AGO.match(low, numeral.end)  # noqa: PLR2004 - quarters
    if ago or (_PART_BEFORE.search(before) and not (measured and _LENGTH_OF_TIME.search(before))):
        return False
    if measured:
        return True
    if numeral.first.value == 2:  # noqa: PLR2004 - half
        return bool(
            _HALF_BEHIND.match(low, numeral.end)
            or _IN_HALF.search(before)
            or _A.search(before)
            or is_end(low, numeral.end, ".,;")
        )
    return bool(
        _LED.search(before)
        or (_A.search(before) and _SHARE_BEHIND.match(low, numeral.end))
        or _SHARE_BEHIND.match(low, numeral.end)
    )


def read_share(low: str, numeral: Numeral) -> AmountDraft | None:
    """A third of, by a fifth: an ordinal word behind an article that is a share."""
    if numeral.first.sort is not Sort.ORDINAL or numeral.atoms != 1 or numeral.value <= 2:  # noqa: PLR2004 - second is never a share
        return None
    before = low[max(0, numeral.start - 18) : numeral.start]
    article = _A.search(before)
    if not article or not (
        _SHARE_BEHIND.match(low, numeral.end)
        or _LED.search(before)
        or low[numeral.end : numeral.end + 1] in {".", ",", ";"}
        or (
            not low[: numeral.start - len(article.group())].strip() + low[numeral.end :].strip()
            and article[0][0] == "a"
        )
    ):
        return None
    value = QUOTIENT.divide(Decimal(1), numeral.value)
    draft = AmountDraft(
        numeral.start - len(article.group()), numeral.end, value, numeral, kind=QuantityKind.RATIO
    )
    draft.number_end = numeral.end
    return draft


_SECOND_UNIT = re.compile(r"(?:\b(?:per|each|every)\s|/\s?|\bof\sa\s|\bsplit[\s-]|\bfor\sa\s)$")


def is_time_unit(low: str, numeral: Numeral) -> bool:
    """Second as a unit of time: metres per second."""
    return numeral.value == 2 and bool(_SECOND_UNIT.search(low[max(0, numeral.start - 8) : numeral.start]))  # noqa: PLR2004 - second


_NUMBER_BEHIND = re.compile(
    r"\s(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|half|hundred)\b)"
)


def counts_on(low: str, numeral: Numeral) -> bool:
    """First in front of a number is no rank: the first three quarters, the first 100 days."""
    return numeral.value == 1 and bool(_NUMBER_BEHIND.match(low, numeral.end))
