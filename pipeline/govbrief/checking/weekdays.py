"""Owns days of the week: what is told of 周五 is not told of Monday."""

import re

_ZH = re.compile(
    "(?<![一两三四五六七八九十几数])(?:周|星期|礼拜)(?P<day>[一二三四五六日天])(?![次场个回期届年家天小课节趟晚篇本只种份名])"
)
_EN = re.compile(
    r"\b(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b(?!\sherald|\stimes)",
    re.IGNORECASE,
)
_DAYS = {
    "一": "monday", "二": "tuesday", "三": "wednesday", "四": "thursday", "五": "friday", "六": "saturday",
    "日": "sunday",
    "天": "sunday",
}  # fmt: skip


def other_weekday(zh: str, en: str) -> tuple[str, str] | None:
    """The days of the week that two texts tell, when each tells one alone and they differ."""
    said = {_DAYS[match["day"]]: match[0] for match in _ZH.finditer(zh)}
    told = {match["day"].lower(): match[0] for match in _EN.finditer(en)}
    if len(said) != 1 or len(told) != 1 or said.keys() == told.keys():
        return None
    return next(iter(said.values())), next(iter(told.values()))
