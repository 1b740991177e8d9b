"""Owns the year that a plan is for: its heading's, or that of a heading above it; never the year looked back on.

「二、2024年工作打算」 in a report on 2023    -> 2024
「三、明年工作安排」 in a report on 2023      -> 2024
「下半年工作安排」 in a report on 2024        -> 2024
「下一步打算」, 「今后五年的目标」             -> nothing: it says no year
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from govbrief_schemas.report import Role, Section

_FIGURES = {char: str(index) for index, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_YEAR = re.compile(
    r"(?<![-—–~至到])(20\d\d)\s*年(?!远景|目标|[-—–~至到])|二([〇零○][〇零○一二三四五六七八九]{2})年|(?<!\d)(1[12]\d)\s*年(?=度|施政|工作|[将计预])"
)
_REPUBLIC = 1911
_NEXT = re.compile(r"明年|来年|下一?年度|下一年(?!级)|下年(?![^工计打安])|新的?一年")
_REST = re.compile(r"下半年|下一?阶段|[二三四]季度|后\d个月")
_THIS = re.compile(r"今年|本年度?")


def date_plans(sections: Sequence[Section], year: int | None, *, ahead: bool) -> tuple[Section, ...]:
    """The sections, with its year on each plan that a heading dates.

    `year` is the one that the report looks back on; `ahead` says that it is a work report, whose 今年 is the next.
    """
    return tuple(
        replace(one, year=_plan_year((one.heading, *reversed(one.path)), year, ahead=ahead))
        if one.role is Role.PLAN
        else one
        for one in sections
    )


def first_plan_year(sections: Sequence[Section]) -> int | None:
    """The year of the first plan that has one: what a reader calls the plans of the whole report."""
    return next((one.year for one in sections if one.year is not None), None)


def _plan_year(headings: Sequence[str], year: int | None, *, ahead: bool) -> int | None:
    """The year of the nearest heading that tells one which is not yet over."""
    for heading in headings:
        found = _told(heading, year, ahead=ahead)
        if found is not None:
            return found
    return None


def _told(heading: str, year: int | None, *, ahead: bool) -> int | None:
    rest = _REST.search(heading) is not None
    stated = max((_number(match) for match in _YEAR.finditer(heading)), default=None)
    if stated is not None:
        return stated if year is None or stated > year or (rest and stated == year) else None
    if year is None:
        return None
    if _NEXT.search(heading) or (ahead and _THIS.search(heading)):
        return year + 1
    return year if rest and not ahead else None


def _number(match: re.Match[str]) -> int:
    if match[1]:
        return int(match[1])
    if match[2]:
        return int("20" + "".join(_FIGURES[char] for char in match[2][1:]))
    return int(match[3]) + _REPUBLIC
