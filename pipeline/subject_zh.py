"""Owns what a Chinese number counts: the measure noun or clause that it is said of.

败诉案件量下降9.5%            -> 败诉案件量        in front, without the verb of movement
推出61个“一件事一次办”事项    -> “一件事一次办”事项  behind, when only a verb stands in front
生产总值8122亿元,增长6.1%     -> 生产总值          from the clause before, when there is only the movement
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline.binding_zh import load_words
from pipeline.draft import Draft, connector
from pipeline.units import load_units
from schemas.quantity import NOT_AMOUNTS, QuantityKind

_REACH = 40
"""Characters in front of a number that are searched for what it counts."""
_NOUN = 14
"""Characters behind a number that may name what it counts."""
_STOPS = "，。；！？：,;:\n"
_FULL = frozenset("。！？\n；;")
_VERB = 3
"""What stands in front is only a verb (推出, 组织了) up to this length."""

_HEAD = re.compile(
    r"^(?:[、\s”’\"）)》]|其中|全年|今年以来|今年|去年|本年度|共计?|累计|同时|目前|截至目前|已经?|以及|和|及|与|并|还|由|从|对|将|把|有|约|至|到|为|的)+"
)
_TAIL_WORDS = (
    "同比 环比 比上年同期 较上年同期 比上年末 较上年末 比上年 较上年 比去年 较去年 年均 分别 平均 达到 达 为 共计 总计 累计 合计 共 总共 已 已经 均 约 近 超过 超 突破 逾 "
    "不少于 不低于 不超过 至少 占比 占 有 至 到 了 由 从 是 在 仅 仅为 稳定 控制 保持 实现 完成 预计 力争 居 约占 也 又 再 各 每 按可比价格计算 可比 名义 实际 净 将近 接近 余 多 低于 高于 和 与 、 比 较 的".split()
)
_AFTER_END = re.compile(
    r"[，。；！？：,;:\n、（(）)0-9]|的|已|被|获|均|全部|实现|达到|进行|开展|参加|完成|提供|纳入|作出|以上|以下|以内|左右"
)
_ENDED = re.compile(r"\s*(?:[，。；、！？,;)）”\n]|以上|以下|左右|大关|$)")
_MORE = re.compile("^(?:以上|以下|以内|左右)?的?")
_HAN = re.compile(r"[\u4e00-\u9fff“‘《]")


_TRANSPARENT = frozenset({QuantityKind.NAME, QuantityKind.ORDINAL, QuantityKind.CODE})
"""Part of what is counted: 第一产业增加值331.6亿元."""


def imply_unit(draft: Draft, subject: str, text: str) -> None:
    """经济总量突破1万亿 is said in 元, 人口规模突破1000万 in 人: what is counted names the unit that is left out."""
    if not _ENDED.match(text, draft.end):
        return
    for noun, unit, kind in load_subject_words().implied:
        if noun in subject[-_NOUN:]:
            draft.unit, draft.kind = unit, kind
            return


class _SubjectWords(NamedTuple):
    tail: re.Pattern[str]
    """What may stand between the thing that is counted and its number."""
    implied: tuple[tuple[str, str, QuantityKind], ...]


@cache
def load_subject_words() -> _SubjectWords:
    """The words that are taken off a subject, and the units that a subject implies."""
    words = {*_TAIL_WORDS, *load_words().verbs, *load_words().share_verbs, *load_words().before} - _KEPT
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    units = load_units()
    return _SubjectWords(
        re.compile(rf"(?:{either}|\s)+$"),
        tuple((noun, unit, units.by_name[unit].kind) for noun, unit in units.implied),
    )


_KEPT = frozenset(
    "增加值 增长率 增长点 增长极 增值 减灾 减排 上 破 节约 预约 签约 违约 契约 公约 集约 履约".split()
)


def subjects(drafts: Sequence[Draft], fronts: Sequence[int], text: str) -> list[str]:
    """What each draft counts, in order; empty for what is no amount and where no rule finds it.

    `fronts` are where the words of each number begin, its qualifier included.
    """
    found: list[str] = []
    wall: Draft | None = None
    last = ""
    for draft, front in zip(drafts, fronts, strict=True):
        if draft.kind in _TRANSPARENT:
            found.append("")
            continue
        if draft.kind not in NOT_AMOUNTS:
            joined = wall is not None and last and connector(text[wall.end : draft.start])
            last = last if joined else _choose(draft, _in_front(wall, front, text), text, last, wall)
            found.append(last)
        else:
            found.append("")
        wall = draft
    _distribute(drafts, found, text)
    return found


def _in_front(previous: Draft | None, front: int, text: str) -> str:
    low = max(0, front - _REACH, previous.end if previous else 0)
    piece = text[low:front]
    cut = max(piece.rfind(stop) for stop in _STOPS) + 1
    piece = _HEAD.sub("", piece[cut:])
    return piece


def _choose(draft: Draft, lead: str, text: str, before: str, previous: Draft | None) -> str:
    noun = load_subject_words().tail.sub("", lead)
    if len(noun) > _VERB and not lead.endswith("的"):
        return noun
    rate = draft.kind in _RATES
    if (
        rate
        and not noun
        and previous is not None
        and not _FULL.intersection(text[previous.end : draft.start])
    ):
        return before
    return _behind(draft, text) or noun or before


_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.MONEY})


def _behind(draft: Draft, text: str) -> str:
    piece = text[draft.end : draft.end + _NOUN]
    piece = _MORE.sub("", piece)
    if not _HAN.match(piece):
        return ""
    end = _AFTER_END.search(piece)
    return piece[: end.start()] if end else piece


def _distribute(drafts: Sequence[Draft], found: list[str], text: str) -> None:
    """甲、乙分别增长5%、3%: the parts of the subject go to the numbers one by one."""
    at = 0
    while at < len(drafts):
        end = at + 1
        while end < len(drafts) and connector(text[drafts[end - 1].end : drafts[end].start]):
            end += 1
        if end - at > 1 and "分别" in text[max(0, drafts[at].start - _VERB * 4) : drafts[at].start]:
            parts = re.split(r"[、和及与]", found[at])
            if len(parts) == end - at:
                found[at:end] = parts
        at = end
