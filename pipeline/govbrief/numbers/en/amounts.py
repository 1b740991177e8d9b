"""Owns one English amount: sign, currency in front, letter scale (5k, $3bn) and the unit behind a numeral."""

import re
from dataclasses import dataclass, field
from decimal import Decimal

from govbrief.numbers.en.atoms import EXACT, Sort
from govbrief.numbers.en.numerals_en import Numeral, NumeralForm
from govbrief.numbers.en.units_en import (
    UnitFound,
    find_compound,
    find_currency,
    find_unit,
    is_counted,
    load_forms,
)
from govbrief_schemas.quantity import Direction, Qualifier, QuantityKind


@dataclass(slots=True)
class AmountDraft:
    """An amount while it is being read: neighbours may still lend it a unit or a scale."""

    start: int
    end: int
    value: Decimal
    numeral: Numeral
    unit: str = ""
    kind: QuantityKind = QuantityKind.COUNT
    number_end: int = 0
    """Where the numeral ends, letter scale included, unit excluded."""
    scaled: Decimal | int = 1
    """The scale a lower end of a range may share: 1000000 in `3 to 5m`."""
    prefixed: bool = False
    """A currency stood in front."""
    qualifier: Qualifier = Qualifier.EXACT
    direction: Direction = Direction.NONE
    subject: str = ""
    partners: list["AmountDraft"] = field(default_factory=list)
    """Members of the same range or list that follow."""


_LETTER = re.compile(r"(?P<gap>\s?)(?P<letter>mm|[kmbt])(?![a-z\d²³]|(?<!k)/)")
_LETTERS = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}
_MEGA_CODE = re.compile(r"\s?(?P<scale>[mkb])(?P<code>usd|eur|gbp|rmb|cny|jpy)\b")
_MINUS = re.compile(r"(?:(?:^|[\s(\[{:=~≈])-|\b(?:minus|negative)\s)$")
_BOOKED = re.compile(r"\b(?:is|was|are|were)\s\($")
"""Bookkeepers put a loss in brackets: revenue was ($99.99). Behind anything but a verb it is another currency."""
_ALONE = re.compile(r"\s*-\s*$")
_AFTER_NUMBER = re.compile(r"[\d%]\s{0,2}-$")
_BELOW_ZERO = re.compile(r"(?:\s(?:celsius|centigrade))?\sbelow\s(?:zero|freezing)\b")
_MILLION = 10**6


def read_amount(low: str, text: str, numeral: Numeral) -> AmountDraft:
    """The amount around a numeral, currency and unit included."""
    draft = AmountDraft(numeral.start, numeral.end, numeral.value, numeral, number_end=numeral.end)
    if numeral.form is NumeralForm.FRACTION:
        draft.kind = QuantityKind.RATIO
    _front(low, draft)
    if numeral.last.sort is Sort.DIGITS or _MEGA_CODE.match(low, draft.number_end):
        _letter(low, text, draft)
    if found := find_unit(low, text, draft.number_end):
        _behind(low, draft, found)
    elif below := _BELOW_ZERO.match(low, draft.end):
        draft.value, draft.end = draft.value.copy_negate(), below.end()
    return draft


def _front(low: str, draft: AmountDraft) -> None:
    """Currency and sign in front."""
    if currency := find_currency(low, draft.start):
        draft.start, draft.unit = currency.start, currency.unit
        draft.prefixed, draft.kind = True, QuantityKind.MONEY
        if currency.is_negative or _is_booked(low, draft):
            draft.value = draft.value.copy_negate()
            return
    before = low[max(0, draft.start - 10) : draft.start]
    if before[-1:] not in {"-", " "}:
        return
    sign = _MINUS.search(before) or _alone(low, draft)
    if sign and not _AFTER_NUMBER.search(before):
        draft.value = draft.value.copy_negate()
        draft.start -= len(sign.group().lstrip(" \t\n([{:=~≈"))


def _is_booked(low: str, draft: AmountDraft) -> bool:
    closed = low[draft.end : draft.end + 1] == ")"
    return closed and _BOOKED.search(low, max(0, draft.start - len("were (")), draft.start) is not None


def _alone(low: str, draft: AmountDraft) -> re.Match[str] | None:
    """A minus with a blank behind it, in a text that is nothing but a number; elsewhere it is a dash."""
    if draft.start > len("   -  ") or low[draft.end : draft.end + 20].strip():
        return None
    return _ALONE.match(low, 0, draft.start)


def _letter(low: str, text: str, draft: AmountDraft) -> None:
    """Scale letters: 10k, $3m, 1.2M, 120 MEUR."""
    if mega := _MEGA_CODE.match(low, draft.number_end):
        _scale(draft, _LETTERS[mega["scale"]], mega.end())
        unit = load_forms().units.get(mega["code"])
        draft.kind, draft.unit = QuantityKind.MONEY, unit.name if unit else ""
        return
    match = _LETTER.match(low, draft.number_end)
    if not match:
        return
    letter, is_attached = match["letter"], not match["gap"]
    is_capital = text[match.start("letter")].isupper()
    if letter == "k" and not low[: draft.start].strip() and not low[match.end() :].strip():
        is_attached = True  # 2.33 k is all that stands there
    counted = is_attached and letter != "t" and is_counted(low, text, match.end())
    if draft.prefixed or counted or (is_attached and (letter == "k" or (is_capital and letter in "mb"))):
        _scale(draft, _LETTERS[letter], match.end())


def _scale(draft: AmountDraft, factor: int, end: int) -> None:
    draft.value = EXACT.multiply(draft.value, Decimal(factor))
    draft.scaled = factor
    draft.end = draft.number_end = end


def _behind(low: str, draft: AmountDraft, found: UnitFound) -> None:
    """Take the unit behind the number when it fits the number."""
    if not _fits(low, draft, found) or (
        draft.prefixed and found.unit != draft.unit and _LEADS.match(low, found.end)
    ):
        return
    if found.unit == "磅" and (draft.value >= _MILLION and draft.numeral.atoms > 1):
        # millions of pounds are money
        found = found._replace(unit="英镑", kind=QuantityKind.MONEY)
    if found.form == "times" and draft.value == int(draft.value) and not _is_multiple(low, draft, found.end):
        found = found._replace(unit="次", kind=QuantityKind.COUNT)
    found = find_compound(low, found)
    draft.unit, draft.kind, draft.end = found.unit, found.kind, found.end
    if rate := _RATE.match(low, draft.end):
        draft.end = rate.end()
    if below := _BELOW_ZERO.match(low, draft.end):
        draft.value, draft.end = draft.value.copy_negate(), below.end()


_LEADS = re.compile(r"\s?\d")
"""RMB 10 USD 20: the second currency leads the second number."""
_RATE = re.compile(
    r"\s?/\s?(?:s|sec|min|h|hr|m|kg|l)(?:\^?[-−]?[23]|[²³])(?![\d.])|(?:[\s·⋅]?[a-zµ]{1,4}\^?[-−]\d(?![\d.,:/-]|\s?[a-z%]))+"
)
"""The rest of a unit of science, which holds no number: m/s^2, m s-1, W m−2."""


def _fits(low: str, draft: AmountDraft, found: UnitFound) -> bool:
    numeral = draft.numeral
    is_joined = low[found.start - 1] == "-"
    if (
        low.startswith((" a ", " an ", " of a ", " of an "), draft.number_end)
        and numeral.form is not NumeralForm.FRACTION
        and found.kind is not QuantityKind.POINT
    ):
        # "half an hour", but not "two a day"
        return False
    if len(found.form) == 1 and found.form.isalpha() and numeral.last.sort is not Sort.DIGITS:
        return False
    if found.form == "second" and not is_joined and (draft.value != 1 or _RANKED.match(low, found.end)):
        return False
    if found.kind is QuantityKind.COUNT and numeral.form is NumeralForm.FRACTION and found.unit != "岁":
        return False
    return not (found.form == "won" and draft.value < 100)  # noqa: PLR2004 - "3 won": a verb


_RANKED = re.compile(
    r"\s(?!(?:of|to|later|after|before|ago|and|or|in|on|at|is|was|per|for|more|long|apart|only|faster|slower|flat)\b)[a-z]"
)
"""Behind `one second` a noun says that it is a rank: one second prize."""
_MULTIPLE = re.compile(
    r"\s(?:as|more|larger|higher|greater|faster|bigger|longer|better|lower|less|smaller|the\s(?:size|number|amount|average|level|"
    r"rate|figure|price|value|total|speed|national)|that|those|over|its|what|last\s(?:year|month|week)(?:['’]s)?|[a-z]+['’]s|of\sthe|their|compared|than|year-on-year|current)\b"
)
_GROWN = re.compile(
    r"\b(?:increas|ris|rose|gr[eo]w|jump|surg|expand|soar|multipl|up|reach)\w*\s(?:\w+\s){0,3}$"
)


def _is_multiple(low: str, draft: AmountDraft, end: int) -> bool:
    """Times is a multiple beside a comparison, else a number of occasions: three times a week."""
    return bool(_MULTIPLE.match(low, end) or _GROWN.search(low[max(0, draft.start - 40) : draft.start]))
