"""Owns the time and the scope that a clause opens with, said in English: 到2025年, 全市. No model is asked."""

import calendar
import re
from typing import NamedTuple

from govbrief.small.lexicon import ClauseLexicon

_MONTHS = tuple(calendar.month_name)
_YEAR = r"(20\d\d)年(?:度)?"
_OPENINGS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), english, in_front)
    for pattern, english, in_front in (
        (r"(?:到|至)(20\d\d)年(?:底|末)前?", "by the end of {0}", True),
        (r"(?:今年)?(\d{1,2})月(\d{1,2})日", "on {month} {1}", False),
        (r"(20\d\d)年(\d{1,2})月(?:底|末)前", "by the end of {month2} {0}", True),
        (r"(?:到|至)(20\d\d)年(?!度)", "by {0}", True),
        (r"(20\d\d)年(?:底|末)前", "by the end of {0}", True),
        (r"(20\d\d)年前", "before {0}", True),
        (r"(?:1|一)[—–~-](\d{1,2})月份?", "from January to {month2}", False),
        (r"预计", "by estimate", False),
        (r"其中(?=.{4})", "", False),
        (r"(?:截至|截止到?)(?:目前|今年)?(\d{1,2})月(?:份|底)?", "as of {month}", True),
        (r"(?:今年)?(\d{1,2})月份?至(\d{1,2})月份?", "from {month} to {month2}", False),
        (r"今年(\d{1,2})月份?", "in {month}", False),
        (r"20\d\d年以来|今年以来", "since the beginning of the year", True),
        (_YEAR, "in {0}", False),
        (r"今年|本年度|年内|全年|一年来|本年", "in the year", False),
        (r"连续(?:两|2)年", "for two consecutive years", False),
        (r"连续(?:三|3)年", "for three consecutive years", False),
        (r"每年", "every year", False),
        (r"上半年", "in the first half of the year", False),
        (r"前三季度", "in the first three quarters", False),
        (r"一季度", "in the first quarter", False),
        (r"(?:截至)?(?:年末|年底)", "at the end of the year", False),
        (r"目前|截至目前", "so far", False),
        (r"五年来|过去五年", "over the five years", False),
    )
)
_MARK = re.compile(r"^[，,、：:]?(?:共|共计|累计)?")


class Opening(NamedTuple):
    """What a clause opens with, and the rest."""

    rest: str
    front: str
    """English that stands in front: By 2025."""
    behind: str
    """English that stands behind: in the city in 2023."""


def _month(number: str) -> str:
    return _MONTHS[int(number) % 13]


def opening_of(zh: str, lexicon: ClauseLexicon) -> Opening:
    """The time and scope of a clause, in either order.

    2023年，全市建成3个站  ->  建成3个站 | | in the city in 2023
    到2025年，建成3个站    ->  建成3个站 | by 2025 |
    """
    front: list[str] = []
    behind: list[str] = []
    while True:
        for pattern, english, in_front in _OPENINGS:
            if found := pattern.match(zh):
                groups = [group or "" for group in found.groups()]
                months = (
                    {"month": _month(groups[0]), "month2": _month(groups[-1])} if "{month" in english else {}
                )
                if english:
                    (front if in_front else behind).append(english.format(*groups, **months))
                zh = _MARK.sub("", zh[found.end() :])
                break
        else:
            scope = next((word for word in lexicon.scopes if zh.startswith(word)), "")
            if not scope or len(zh) < len(scope) + 2 or zh[len(scope)] in "的性":
                return Opening(zh, ", ".join(front), " ".join(behind))
            behind.insert(0, lexicon.scopes[scope])
            zh = _MARK.sub("", zh[len(scope) :])
