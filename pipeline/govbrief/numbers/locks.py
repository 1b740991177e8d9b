"""Owns placeholders: numbers taken out of a text before a model sees it, and put back exactly in either language.

A number in a locked answer is a copy of the source's, and each lock is proved by a second reading (`proof`):

    审结案件13.7万件,涉及4109.9余万元  ->  审结案件{n1}件,涉及{n2}元
    {n1} cases involving {n2} yuan    ->  137,000 cases involving over 41.099 million yuan

Measure words and currencies stay in the text, because they are words that a sentence is built with; per cent,
percentage points and calendar dates go with their number, because a model may get them wrong; so do congresses and
five-year plans (二十大, 十四五), whose English has digits. Chinese numerals up to ten stay words: 三级联动, 一个窗口.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from govbrief.numbers.find import find_quantities
from govbrief.numbers.proof import proves
from govbrief.numbers.spell import BEFORE, english_number
from govbrief.numbers.zh.binding_zh import load_words
from govbrief_schemas.quantity import Qualifier, Quantity, QuantityKind

_SCALES = "(?:[百万亿]|千(?![瓦米克伏卡焦赫]))"
_NUMERAL = re.compile(
    r"(?:负|零下|[-−])?"
    rf"(?:\d[\d.,，]*\s*[余多来]?(?:个(?=[万亿]))?{_SCALES}*(?:[\d,]+{_SCALES}+)*[余多来]?|[〇零一二两三四五六七八九十百千万亿]+[余多]?[万亿]?)"
)
_TOKEN = re.compile(r"\d[\dA-Za-z+＋×·.,:：/—–-]*")
_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|份)?")
_ISO_DATE = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_MONTH_SPAN = re.compile(r"(\d{1,2})月?份?\s*[-—–~～至到]+\s*(\d{1,2})月份?")
_UNTIL = r"年?\s*[-—–~～至到]+\s*"
_YEARS = re.compile(rf"(\d{{4}}(?:{_UNTIL}\d{{2,4}})?)(?:年度?)?")
_CALENDAR = re.compile(r"年|月(?!\d)|^\d{4}[-./]\d")
_CONGRESS = re.compile(r"([一二三四五六七八九十]{2,4})大")
_PLAN = re.compile(r"十[一二三四五六七八九]五")
_SESSION = re.compile(r"([一二三四五六七八九十]{2,4})届")
_WHOLE = frozenset({QuantityKind.PERCENT, QuantityKind.POINT})
_UNITS = {QuantityKind.PERCENT: "%", QuantityKind.POINT: " percentage points"}
_FEW = Decimal(10)
_DIGITS = "〇一二三四五六七八九"
_MONTHS = tuple(calendar.month_name)
_PLACEHOLDER = re.compile(r"\{n\d+\}")
_NARROW = {ord(wide): ord(wide) - 0xFEE0 for wide in "０１２３４５６７８９＋：，．％"}
"""Full-width signs as English writes them."""
_BEHIND = 4
"""Characters of the longest qualifier on either side of a number (「不少于」, 「以上」)."""
_UPWARDS = re.compile("(?<=上)[百千万亿]")
"""上百次: a hundred times and more; in 线上30余件 it is a place."""


class Lock(NamedTuple):
    """One number behind its placeholder."""

    name: str
    """`n1`; the text holds `{n1}`."""
    zh: str
    """What stood there."""
    en: str


class Locked(NamedTuple):
    """A text without its numbers."""

    text: str
    locks: tuple[Lock, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the placeholders, in the order of the text."""
        return tuple(lock.name for lock in self.locks)

    @property
    def dates(self) -> tuple[str, ...]:
        """Names of the placeholders that stand for a year, a month or a day."""
        return tuple(lock.name for lock in self.locks if _CALENDAR.search(lock.zh))

    @property
    def bare(self) -> str:
        """The words between the placeholders."""
        return _PLACEHOLDER.sub("", self.text)

    def opened(self, text: str, language: str) -> str:
        """`text`, written with these placeholders, with its numbers in `language` (zh or en)."""
        forms = {f"{{{lock.name}}}": lock.zh if language == "zh" else lock.en for lock in self.locks}
        # in one pass, because what a placeholder stands for may itself look like one
        text = _PLACEHOLDER.sub(lambda mark: forms.get(mark[0], mark[0]), text)
        return text if language == "zh" else re.sub(" {2,}", " ", text)


def lock_numbers(text: str, first: int = 1) -> Locked:
    """`text` with its numbers behind `{n<first>}` and following."""
    pieces: list[str] = []
    locks: list[Lock] = []
    at = 0
    for start, end, english in sorted((*_places(text), *_lookalikes(text))):
        if start < at:
            continue
        name = f"n{first + len(locks)}"
        locks.append(Lock(name, text[start:end], english))
        pieces += [text[at:start], f"{{{name}}}"]
        at = end
    return Locked("".join(pieces) + text[at:], tuple(locks))


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand that can be locked, and how each is written in English."""
    for _, same in groupby(find_quantities(text, "zh", bind=False), lambda quantity: quantity.span):
        if (place := _place(tuple(same), text)) is not None:
            start, end, english = place
            english = english.translate(_NARROW)
            if proves(text, start, end, english):
                yield start, end, english


def _lookalikes(text: str) -> Iterator[tuple[int, int, str]]:
    """What a text holds that could be taken for a placeholder is locked as well."""
    return ((*mark.span(), mark[0]) for mark in _PLACEHOLDER.finditer(text))


def _place(same: Sequence[Quantity], text: str) -> tuple[int, int, str] | None:
    """`same` are the values of one piece of text: one, or two where it names neighbours (六七百人)."""
    quantity = same[0]
    start, end = quantity.span
    if quantity.kind is QuantityKind.DATE:
        return _date(quantity, start)
    if (named := _named(quantity, text)) is not None:
        return named
    if not quantity.is_amount or quantity.kind is QuantityKind.RATIO:
        token = _TOKEN.search(quantity.text)
        return (start + token.start(), start + token.end(), token[0]) if token else None
    numeral = _NUMERAL.match(quantity.text)
    if numeral is None or (not re.search(r"\d", numeral[0]) and abs(quantity.value) <= _FEW):
        return None
    if quantity.kind not in _WHOLE:
        end = start + len(numeral[0].rstrip())
    start, end, qualifier = _qualified(quantity, text, start, end)
    if len(same) > 1:
        qualifier = quantity.qualifier
    values = " to ".join(f"{english_number(q.value)}{_UNITS.get(q.kind, '')}" for q in same)
    return start, end, f"{BEFORE[qualifier]}{values}"


def _named(quantity: Quantity, text: str) -> tuple[int, int, str] | None:
    """A congress, a five-year plan or a session, by the number that English gives it."""
    start, end = quantity.span
    if _CONGRESS.fullmatch(quantity.text):
        return start, end, f"{_ordinal(int(quantity.value))} National Congress"
    if _PLAN.fullmatch(quantity.text):
        words = "Five-Year" if text[end : end + 3].lstrip('”’"').startswith("规划") else "Five-Year Plan"
        return start, end, f"{_ordinal(10 + _DIGITS.index(quantity.text[1]))} {words}"
    if session := _SESSION.match(quantity.text):
        return start, start + len(session[1]), _ordinal(int(quantity.value))
    return None


def _ordinal(number: int) -> str:
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _qualified(quantity: Quantity, text: str, start: int, end: int) -> tuple[int, int, Qualifier]:
    """The place with the word that qualifies the number; a qualifier from anywhere else stays in the text."""
    if quantity.qualifier is Qualifier.EXACT:
        return start, end, Qualifier.EXACT
    if quantity.qualifier is Qualifier.OVER and _UPWARDS.match(text, start):
        return start - 1, end, Qualifier.OVER
    words = load_words()
    for length in range(_BEHIND, 0, -1):
        if length <= start and words.before.get(text[start - length : start]) is quantity.qualifier:
            return start - length, end, quantity.qualifier
        if words.after.get(text[end : end + length]) is quantity.qualifier:
            return start, end + length, quantity.qualifier
    inner = quantity.qualifier in {Qualifier.OVER, Qualifier.ABOUT} and re.search(
        "[余多来几]", text[start:end]
    )
    return start, end, quantity.qualifier if inner else Qualifier.EXACT


def _date(quantity: Quantity, start: int) -> tuple[int, int, str] | None:
    """A date goes as a whole: left to itself 年 becomes 「in the year」 or 「2021-2025 year」."""
    text = quantity.text
    if (day := _DATE.fullmatch(text)) or (day := _ISO_DATE.fullmatch(text)):
        return start, start + len(text), _english_date(day.groups())
    if months := _MONTH_SPAN.fullmatch(text):
        first, last = (_MONTHS[int(month) % 13] for month in months.groups())
        return start, start + len(text), f"{first} to {last}"
    if years := _YEARS.fullmatch(text):
        return start, start + len(text), re.sub(_UNTIL, "-", years[1])
    return None


def _english_date(parts: Sequence[str | None]) -> str:
    year, month, day = parts
    name = _MONTHS[int(month or 1) % 13]
    if day is None:
        return f"{name} {year}" if year else name
    return f"{name} {int(day)}, {year}" if year else f"{name} {int(day)}"
