"""Owns the words of tracking: its vocabulary, names of documents without trimmings, how alike two phrases are.

沈阳市优化营商环境条例(修订草案)  -> 优化营商环境条例
关于印发《甲办法》的通知          -> 甲办法
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log
from typing import NamedTuple

from govbrief.base.datafiles import any_literal, read_words
from govbrief.compare.indicators.catalogue import unquoted
from govbrief_schemas.quantity import Quantity

_TITLE = re.compile(r"《([^《》]{2,80})》")
_BRACKETS = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*[）)〕\]]")
_PLACE = re.compile(
    r"^(?:关于(?:印发|修改|公布|修订|废止|制定)?)?(?:[^省市区县州盟旗]{1,6}[省市区县州盟旗])?(?:[省市区县州]?(?:人民)?政府)?"
)
_NOTICE = re.compile(r"(?:的(?:通知|决定|公告|批复|意见))$")
_HAN = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9+]")
_SPECIAL = re.compile(r"(监督|检查|整治|清理|督察|治理|执法)专项(?:行动|活动|工作)")
_MEMBER = re.compile(r"[，,；;。！？：:、\n]")
_RUN = 3
"""Characters that two phrases must share in a row to count as shared words: two are shared by any two sentences."""


class Trackwords(NamedTuple):
    """The vocabulary, each list as one pattern."""

    make: re.Pattern[str]
    made: re.Pattern[str]
    making: re.Pattern[str]
    obeyed: re.Pattern[str]
    undone: re.Pattern[str]
    work: re.Pattern[str]
    work_tail: re.Pattern[str]
    act: re.Pattern[str]
    done: re.Pattern[str]
    document_end: re.Pattern[str]
    measure_end: re.Pattern[str]
    common: re.Pattern[str]
    all: re.Pattern[str]
    yearly: re.Pattern[str]
    ahead: re.Pattern[str]
    list: re.Pattern[str]
    filler: re.Pattern[str]


@cache
def trackwords() -> Trackwords:
    """The lists of `data/track.toml`."""
    lists = read_words("track")
    ends = {
        name: re.compile(f"{any_literal(lists[key])}$")
        for name, key in (("document_end", "document_ends"), ("measure_end", "measure_ends"))
    }
    names = [name for name in Trackwords._fields if name not in ends]
    return Trackwords(**ends, **{name: re.compile(any_literal(lists[name])) for name in names})


def titles_in(text: str) -> list[re.Match[str]]:
    """The 《…》 of a text."""
    return list(_TITLE.finditer(text))


def title_core(title: str) -> str:
    """The name of a document without place, brackets and 的通知."""
    bare = _NOTICE.sub("", _BRACKETS.sub("", title).strip("《》〈〉<> "))
    return _PLACE.sub("", bare).strip("《》〈〉<> ")


def plain_words(text: str) -> str:
    """A phrase for comparing: letters and figures only, 监督专项行动 as 专项监督."""
    return _SPECIAL.sub(r"专项\1", _HAN.sub("", unquoted(text)))


def member_of(text: str, quantity: Quantity) -> str:
    """A number with what it is said of: its clause, or its member of a list."""
    low, high = quantity.span
    return _MEMBER.split(text[:low])[-1] + quantity.text + _MEMBER.split(text[high:])[0]


def around(text: str, quantity: Quantity) -> str:
    """What a number is said of, for comparing: without the number itself and the words of reaching."""
    return plain_words(trackwords().filler.sub("", member_of(text, quantity).replace(quantity.text, "", 1)))


def shared_runs(a: str, b: str) -> int:
    """How many characters of `a` stand in runs of at least `_RUN` that `b` has too."""
    total = at = 0
    while at < len(a):
        size = 0
        while at + size < len(a) and a[at : at + size + 1] in b:
            size += 1
        total += size if size >= _RUN else 0
        at += max(size, 1)
    return total


class Rarity:
    """How much a pair of characters tells: pairs that stand everywhere tell little."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the pairs of all sentences of both sides."""
        self._counts: Counter[str] = Counter()
        self._texts = 0
        for text in texts:
            self._counts.update(_pairs(plain_words(text)))
            self._texts += 1

    def likeness(self, plan: str, result: str, *, slogans: bool = False) -> float:
        """The share of what `plan` says that `result` says too, 0 to 1; slogans count only where asked for."""
        words = plain_words(plan)
        pieces = [words] if slogans else trackwords().common.split(words)
        own = set().union(*map(_pairs, pieces))
        total = sum(self._weight(pair) for pair in own)
        if len(own) < _RUN or not total:
            return 0.0
        return sum(self._weight(pair) for pair in own & _pairs(plain_words(result))) / total

    def _weight(self, pair: str) -> float:
        return log((self._texts + 1) / (self._counts[pair] or 1)) + 0.2


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
