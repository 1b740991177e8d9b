"""Owns of which time a number is told, and whether it is reached or aimed at.

2022年审结500件                   the year 2022
五年来审结2万件、上半年审结300件     no whole year: the words are the period
力争出庭应诉率达到98%以上           a target
"""

import re
from typing import NamedTuple

from govbrief_schemas.brief import Status

_CLAUSES = re.compile(r"[，,；;。！？!?\n]")
_TITLE = re.compile(r"《[^《》]{1,80}》")
_SPAN_OF_TIME = re.compile(
    r"(?<!\d)(?:近|过去|这|前)?(?:[一二两三四五六七八九十]{1,2}|\d{1,2})年(?:来|间|共|累计)|(?:20\d\d年?|(?!今年|年初|去年|开年)[^，。；]{2,8})以来|本届(?:政府|人大)?|任期内"
    r"|[上下]半年|(?:前|第)?[一二三四]季度|前三季度|\d{1,2}月?(?:份)?[-—－至到]\d{1,2}月(?:份)?|20\d\d年?[-—－至到]20\d\d年"
    r"|[“”\"]?十[三四五][“”\"]?(?:期间|时期|以来|末)|历年|历届"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_LAST_YEAR = re.compile(r"(?<![比较同])(?:上年度?|去年|上一年度?)(?!同期|结转|相比|度?[增下])")
_AIM = re.compile(
    r"力争|争取|目标|计划(?!单列)|拟(?:于|在|制定|出台|组织|建)|预计|^(?:将|要|确保)|明年|今后|不低于|不少于|(?:要|应|须)达到"
)
_BY = re.compile(r"到20\d\d年(?!底?[，,]?已)|下一步|未来[一二三五]年")
"""Said once, these hold to the end of the sentence."""


class ToldTime(NamedTuple):
    """When a number holds."""

    year: int | None
    period: str
    """The words of a time that is no whole year; empty where it is one."""


def time_of(front: str, year: int | None) -> ToldTime:
    """The time that the words in front of a number, back to the start of its sentence, name."""
    words = _TITLE.sub("", front)
    clause = _CLAUSES.split(words)[-1]
    for piece in (clause, words):
        if spans := list(_SPAN_OF_TIME.finditer(piece)):
            return ToldTime(year, spans[-1][0].strip('“”"'))
        if years := _YEAR.findall(piece):
            return ToldTime(int(years[-1]), "")
        if year is not None and piece is clause and _LAST_YEAR.search(piece):
            return ToldTime(year - 1, "")
    return ToldTime(year, "")


def status_of(front: str, told: int | None, year: int | None) -> Status:
    """A target where the words say so, or where the year lies behind the report's own."""
    if year is not None and told is not None and told > year:
        return Status.TARGET
    words = _TITLE.sub("", front)
    aimed = _AIM.search(_CLAUSES.split(words)[-1]) or _BY.search(words)
    return Status.TARGET if aimed else Status.RESULT
