"""Owns numerals that the reader of numbers does not read: Roman ones, circled ones, digits of other scripts.

No brief needs them where its source has none, so they are compared as text: what the source does not hold is a number
that nothing carries. What stands within a number that the reader read is the business of those who compare numbers:
3½ years, 120 m².
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from govbrief.base.datafiles import any_of
from govbrief.checking.messages import source_finding
from govbrief.checking.roman import roman_numerals, small_roman_numerals
from govbrief.numbers.find import find_quantities
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.report import Span

_TALLY = re.compile(r"(?<![A-Za-z0-9])(?:I{4,}+|(?<!\|)\|{4,}+)(?![A-Za-z0-9])")
_MIXED = re.compile(
    r"(?<![A-Za-z0-9])(?!\d+[xX]\d+(?![A-Za-z0-9]))\d+[A-Za-z][A-Za-z0-9]*\d(?![A-Za-z0-9])", re.ASCII
)
"""Letters between digits: 9O0, 0xF12; 7x24 is a product. Digits of other scripts would be tried from each on."""
_STEPS = ("期", "级", "类", "型", "章", "卷", "阶段", "部分", "世", "标段", "号", "战", "次世界大战")
"""What a Roman numeral counts where Chinese has its own: Phase II is 二期."""
_SMALL = {
    "II": "二Ⅱ", "III": "三Ⅲ", "IV": "四Ⅳ", "VI": "六Ⅵ", "VII": "七Ⅶ", "VIII": "八Ⅷ", "IX": "九Ⅸ",
    "XI": "Ⅺ", "XII": "Ⅻ",
}  # fmt: skip
"""Those that Chinese counts steps with, and the signs that stand for them."""
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UNIT = re.compile(
    r"(?<=[A-Za-z米])[²³](?![\u00b2\u00b3\u00b9\u2070-\u2089])|(?<=[A-Za-z])[\u2080-\u2089](?![\u2080-\u2089])"
)
"""One raised digit behind a unit, one lowered behind an element: m², CO₂."""
_ZERO = "〇"
_SPELLED = re.compile(
    r"(?<![〇零一二三四五六七八九十百千万亿])[〇零一二三四五六七八九]{3,}+(?![年十百千万亿])"
)
"""Digits one by one: 九八七; of years, which a model may spell so, it says nothing."""
_IN_ORDER = "一二三四五六七八九"
"""一二三产业 are the first three."""


def check_numerals(text: str, language: str, held: str) -> Iterator[Finding]:
    """A finding for each numeral of the text that stands nowhere in what the source holds."""
    told = [match[0] for match in _SPELLED.finditer(text) if match[0] not in _IN_ORDER]
    told = told if language == "zh" else []
    told += [numeral for numeral in roman_numerals(text) if not _is_told(numeral, held)]
    told += small_roman_numerals(text)
    told += [match[0] for pattern in (_TALLY, _MIXED) for match in pattern.finditer(text)]
    for numeral in dict.fromkeys((*told, *_runs(text, language))):
        if numeral not in held:
            yield source_finding(Verdict.NOT_FOUND, Rule.VALUE, language, numeral)


def _is_told(numeral: str, held: str) -> bool:
    """Whether the source tells a Roman numeral in its own way: Phase II as 二期."""
    return numeral in _SMALL and _told_as(_SMALL[numeral]).search(held) is not None


@cache
def _told_as(signs: str) -> re.Pattern[str]:
    return re.compile(rf"{signs[0]}{any_of(_STEPS)}|{signs[-1]}")


def _runs(text: str, language: str) -> list[str]:
    """Neighbouring numerals beyond ASCII as one piece: ٩٨٧, ⑨⑧⑦, Ⅻ; what is read as a number is none of them."""
    if not _NOT_ASCII.search(text):
        return []
    shown = _UNIT.sub(" ", text)
    shown = "".join(char if _is_strange(char) else " " for char in shown)
    found = [*re.finditer(r"\S+", shown)]
    short = len(found) <= _MOST and any(len(match[0]) <= _LONGEST for match in found)
    read = sorted(quantity.span for quantity in find_quantities(text, language)) if short else []
    starts = [span.start for span in read]
    return [match[0] for match in found if not _inside(match, read, starts)]


def _inside(match: re.Match[str], read: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a numeral stands within a number that was read; `starts` are those of `read`, in order."""
    before = bisect_right(starts, match.start())
    return any(match.end() <= span.end for span in read[max(0, before - _BESIDE) : before])


_LONGEST = 64
"""Characters of a numeral that may stand within a number: a longer run is looked up as it stands."""
_MOST = 5000
"""Runs of such numerals in a text of any kind; of more, none is asked whether it stands within a number."""
_BESIDE = 3
"""Numbers that may begin in front of one place and reach over it: a range is read as two."""


def _is_strange(char: str) -> bool:
    return char > "\x7f" and char != _ZERO and unicodedata.category(char) in {"Nd", "Nl", "No"}
