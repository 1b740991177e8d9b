"""Owns the role of a headed section: from its heading's words, its parent, and what its text speaks of.

「二、2024年工作打算」 in a report on 2023        -> plan
「1.着力解决突出问题」 under a plan               -> plan: it deals with problems, it states none
「(三)计划执行情况」                              -> achievement, though it says 计划
"""

import re
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_words, widen
from govbrief_schemas.report import Role

SAMPLE = 6000
"""Characters of a section's text that are weighed where its heading says nothing."""
_MARK = re.compile(
    r"^\s*[【■◆●▶►★]?\s*(?:[（(]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）、.．，]+|第[一二三四五六七八九十]+[部章](?:分)?)?\s*"
)
_YEAR = re.compile(r"(20\d\d)\s*年")
_DUTY = re.compile(r"第一责任人|党政主要(?:负责人|领导)")
_DUTY_TEXT = 1500
_LEAD = 1.3
"""Reports that look back say 「进一步」 and 「持续」 too; of the seeds' sections this parts all but one."""
_PLAIN_HEADING = 24
"""A longer heading under another role tells of work, and its words are no name of a part."""


class _Words(NamedTuple):
    other: re.Pattern[str]
    shortcoming: re.Pattern[str]
    shortcoming_sure: re.Pattern[str]
    remedy: re.Pattern[str]
    plan: re.Pattern[str]
    ahead: re.Pattern[str]
    done: re.Pattern[str]
    leadership: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]


def heading_role(heading: str, style: str, parent: Role | None, year: int | None) -> Role | None:
    """The role that a heading states or inherits; None when only its text can tell."""
    if style == "question":
        return Role.OTHER
    heading = widen(heading)
    stated = _stated(heading, year)
    if parent is None:
        return Role.OTHER if style == "annex" else stated
    if stated is None or stated is parent or parent is Role.OTHER:
        return parent
    if stated in {Role.SHORTCOMING, Role.PLAN}:
        return (
            stated
            if _overrides(heading, stated) or (stated is Role.PLAN and _lies_ahead(heading, year))
            else parent
        )
    inside = {Role.LEADERSHIP: parent is Role.ACHIEVEMENT, Role.OTHER: parent is not Role.PLAN}
    return stated if inside.get(stated, False) else parent


def text_role(text: str, *, after_plan: bool = False) -> Role:
    """Plan or achievement, by whether a text speaks of what will be or of what was; after a plan rather plan."""
    words = _words()
    sample = widen(text[:SAMPLE])
    future = len(words.future.findall(sample))
    past = len(words.past.findall(sample))
    if after_plan:
        return Role.ACHIEVEMENT if past > future * _LEAD + 1 else Role.PLAN
    return Role.PLAN if future > past * _LEAD + 1 else Role.ACHIEVEMENT


def tells_duty(text: str) -> bool:
    """Whether a section is about the leaders' own duty, whatever its heading says."""
    return len(text) < _DUTY_TEXT and len(_DUTY.findall(text)) > 1


def _stated(heading: str, year: int | None) -> Role | None:
    """What a heading's own words say."""
    words = _words()
    heading = _MARK.sub("", heading)
    if words.other.search(heading):
        return Role.OTHER
    lacking = words.shortcoming.search(heading) is not None and not words.remedy.search(heading)
    if lacking or words.shortcoming_sure.search(heading):
        return Role.SHORTCOMING
    years = [int(found) for found in _YEAR.findall(heading)]
    behind = year is not None and bool(years) and max(years) <= year
    ahead = _lies_ahead(heading, year)
    planned = words.plan.search(heading) is not None and not words.done.search(heading)
    if words.ahead.search(heading) or ahead or (planned and not behind):
        return Role.PLAN
    if words.leadership.search(heading):
        return Role.LEADERSHIP
    if words.done.search(heading) or behind:
        return Role.ACHIEVEMENT
    return None


def _lies_ahead(heading: str, year: int | None) -> bool:
    """Whether a heading names years, all of them later than the one looked back on."""
    years = [int(found) for found in _YEAR.findall(heading)]
    return year is not None and bool(years) and min(years) > year


def _overrides(heading: str, stated: Role) -> bool:
    """Whether a child's own words outweigh its parent's role."""
    words = _words()
    bare = _MARK.sub("", heading)
    if stated is Role.SHORTCOMING:
        return len(bare) <= _PLAIN_HEADING and re.match(r"(?:推动|推进|加强|提升|完善)", bare) is None
    return words.ahead.search(bare) is not None and len(bare) <= _PLAIN_HEADING


@cache
def _words() -> _Words:
    lists = read_words("roles")
    names = (
        "heading_other",
        "heading_shortcoming",
        "heading_shortcoming_sure",
        "heading_remedy",
        "heading_plan",
        "heading_next",
        "heading_done",
        "heading_leadership",
    )
    return _Words(*(re.compile(any_of(lists[name])) for name in (*names, "future", "past")))
