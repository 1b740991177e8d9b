"""Owns years of a reign: 康熙六十一年 is the 61st year of Kangxi, and 1722.

Excuses only. The first years of the reigns are public knowledge of any chronology.
"""

import re

from govbrief.checking.dates import YEAR, chinese_integer
from govbrief.checking.marks import Mark

_FIRST_YEARS = {
    "民国": 1912, "宣统": 1909, "光绪": 1875, "同治": 1862, "咸丰": 1851, "道光": 1821, "嘉庆": 1796, "乾隆": 1736,
    "雍正": 1723, "康熙": 1662, "顺治": 1644, "崇祯": 1628, "万历": 1573, "嘉靖": 1522, "永乐": 1403, "洪武": 1368,
    "开元": 713, "贞观": 627,
}  # fmt: skip
_REIGN = re.compile(f"({'|'.join(_FIRST_YEARS)})\\s?(元|[0-9〇零一二三四五六七八九十]+)年")
_YEAR_OF = re.compile(r"\s(?:lunar\s)?year\b")
_YEAR_BEFORE = re.compile(r"\byear\s(?:of\sthe\s)?$", re.IGNORECASE)


def is_of_reign(en: Mark, en_text: str, zh: Mark, zh_text: str) -> bool:
    """Whether an English number tells a Chinese year of a reign, by its count or by the year it was."""
    if zh.group != YEAR:
        return False
    match = _reign_at(zh, zh_text)
    if match is None:
        return False
    count = 1 if match[2] == "元" else chinese_integer(match[2])
    if en.group == YEAR:
        return en.face == _FIRST_YEARS[match[1]] + count - 1
    counted = _YEAR_OF.match(en_text, en.end) or _YEAR_BEFORE.search(en_text, max(0, en.start - 12), en.start)
    return en.group in {"ordinal", "count", "duration"} and en.face == count and counted is not None


def is_year_of_a_reign(year: Mark, zh_text: str) -> bool:
    """Whether an English year is what a year of a reign in the Chinese comes to: in 1406, the fourth."""
    return year.group == YEAR and any(
        year.face == _FIRST_YEARS[match[1]] + (1 if match[2] == "元" else chinese_integer(match[2])) - 1
        for match in _REIGN.finditer(zh_text)
    )


def _reign_at(zh: Mark, text: str) -> re.Match[str] | None:
    """The reign that a year stands behind: numbers begin at most four signs behind its name."""
    return next(
        (m for m in _REIGN.finditer(text, max(0, zh.start - 4)) if m.start(2) <= zh.start < m.end()), None
    )
