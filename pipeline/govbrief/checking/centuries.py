"""Owns the century of a decade: 20世纪90年代 is not the 1890s, though both are nineties."""

import re

from govbrief.checking.dates import DECADE, chinese_integer
from govbrief.checking.marks import Mark

_CENTURY_ZH = re.compile("(上个?|本|[0-9]{1,2}|[一二三四五六七八九十]{1,3})世纪(?:的)?$")
_DECADE_EN = re.compile(r"(\d\d)\d0")
_THIS = 21


def other_century(zh_text: str, zh: Mark, en: Mark) -> bool:
    """Whether both texts say of which century a decade is, and not of the same one."""
    told = _DECADE_EN.search(en.text)
    if zh.group != DECADE or en.group != DECADE or not told:
        return False
    before = _CENTURY_ZH.search(zh_text, max(0, zh.start - 8), zh.start)
    if not before:
        return False
    named = {"上": _THIS - 1, "上个": _THIS - 1, "本": _THIS}
    return int(told[1]) + 1 != (named.get(before[1]) or chinese_integer(before[1]))
