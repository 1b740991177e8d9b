"""Owns how much a sentence weighs for a brief; must not know what its numbers mean.

Weight comes from the surface (digits, titles, words of rank and award), never from the
witness: it must not see the text that it later checks.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief_schemas.report import Sentence, Span

_WEIGHTS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"\d"), 3.0),
    (re.compile(r"(?:\d[^\d]+){2}\d"), 0.5),
    (
        re.compile(r"[百千万亿]分之|[一二三四五六七八九十两百千](?:余|多)?[个件项家次人名起份条部处所万亿]"),
        1.5,
    ),
    (re.compile(r"首创|首次|首个|首批|率先|第一名|唯一|领先|前列|标杆|全国先进"), 2.5),
    (re.compile(r"获评|荣获|获得|授予|命名|入选|被评为|表彰|推广|典型|优秀|示范"), 1.5),
    (re.compile(r"出台|印发|制定|建成|设立|建立|完成|实现|修订|推出|组建|成立"), 0.8),
    (re.compile(r"[“\"][^”\"]{2,20}[”\"]"), 0.4),
)
_TITLE = re.compile(r"《[^》]{2,60}》")
TITLE_WEIGHT = 1.5
_NO_FIGURE = re.compile(r"《[^》]*》|[(（]\d{4}[^)）]{0,8}[)）]|\d{4}\s*年(?:度)?")
"""Numbers here are names and dates, not results."""
_GENERAL = re.compile(
    r"以习近平|为指导|坚决贯彻|深入学习贯彻|高举|切实增强|提供了?(?:有力|坚强|坚实)的?\w{0,4}保障"
)
SHORT_CHARS = 8
"""A sentence below this length says nothing alone ("现将有关情况报告如下" is 10)."""
_EMPTY = re.compile(
    r"(?:报告|汇报|公布|通报|说明)如下[:：。]?$|^特此报告|^(?:主要|具体)(?:表现为|有|包括)?[:：]?$"
)

_SPEECH = re.compile(
    r"^[“\"][^”]*[。！？][”\"]$|[”\"][^。]{0,30}(?:说|表示|介绍|坦言)|某(?:说|了解|咨询|表示)|^原来[,，]"
    r"|(?:表示|介绍|坦言|说)[:：。]$"
)
"""A newspaper's voices and anecdotes tell how something felt, not what was done."""


def weight(sentence: str) -> float:
    """How much `sentence` tells a reader; 0 means nothing worth an item."""
    if len(sentence) < SHORT_CHARS or _EMPTY.search(sentence) or _SPEECH.search(sentence):
        return 0.0
    bare = _NO_FIGURE.sub("", sentence)
    score = 1.0 + sum(points for pattern, points in _WEIGHTS if pattern.search(bare))
    score += TITLE_WEIGHT if _TITLE.search(sentence) else 0.0
    return score * (0.4 if _GENERAL.search(sentence) else 1.0)


_LEAD_IN = re.compile(
    r"(?:存在|面临|还有|仍有)[^，,。；;]{0,14}(?:问题|不足|短板|困难|环节|差距|挑战)[^，,。；;]{0,8}[。：:]?$"
)
"""「……仍然存在一些薄弱环节。」 announces what comes and states nothing."""
_FIRST_OF_SEVERAL = re.compile(r"一是|首先|主要是")


def states_something(sentence: str) -> bool:
    """Whether a sentence is a statement that a brief could tell: no lead-in, no formula, no voice from the street."""
    if weight(sentence) <= 0 or _only_leads_in(sentence):
        return False
    return not (_LEAD_IN.search(sentence) and not _FIRST_OF_SEVERAL.search(sentence))


def _only_leads_in(sentence: str) -> bool:
    """Whether nothing is left of a sentence without the words that announce shortcomings and name none."""
    return not _leading_in().sub("", sentence)


@cache
def _leading_in() -> re.Pattern[str]:
    words = sorted(read_table("leadins")["words"], key=len, reverse=True)
    return re.compile(rf"{'|'.join(map(re.escape, words))}|[\s，,。；;：:、！!]")


SEVERAL = 2
"""Statements from which on a section is missed where a brief tells none of it."""


def is_silent(sentences: Sequence[Sentence], told: Collection[Span]) -> bool:
    """Whether the sentences say several things and none of them is `told`."""
    stated = sum(states_something(sentence.text) for sentence in sentences)
    return stated >= SEVERAL and not any(sentence.span in told for sentence in sentences)
