"""Owns what a Chinese number counts: the measure noun or clause that it is said of.

败诉案件量下降9.5%            -> 败诉案件量        in front, without the verb of movement
推出61个“一件事一次办”事项    -> “一件事一次办”事项  behind, when only a verb stands in front
生产总值8122亿元,增长6.1%     -> 生产总值          from the clause before, when there is only the movement
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from govbrief.numbers.units import load_units
from govbrief.numbers.zh.binding_zh import load_words
from govbrief.numbers.zh.candidate import Draft, connector
from govbrief_schemas.quantity import NOT_AMOUNTS, Direction, QuantityKind

_REACH = 40
"""Characters in front of a number that are searched for what it counts."""
_NOUN = 14
"""Characters behind a number that may name what it counts."""
_STOPS = "，。；！？：,;:\n"
_FULL = frozenset("。！？\n；;")
_VERB = 3
"""What stands in front is only a verb (推出, 组织了) up to this length."""

_JOINS = ("和", "及", "与", "、")
_ENDED = re.compile(r"\s*(?:[，。；、！？,;)）”\n]|以上|以下|左右|大关|$)")
_MORE = re.compile("^(?:以上|以下|以内|左右)?的?")
_HAN = re.compile(r"[\u4e00-\u9fff“‘《]")


_TRANSPARENT = frozenset({QuantityKind.NAME, QuantityKind.ORDINAL, QuantityKind.CODE})
"""Part of what is counted: 第一产业增加值331.6亿元."""


def imply_unit(draft: Draft, subject: str, text: str) -> None:
    """What is counted names the unit that is left out: 经济总量突破1万亿 (元), 人口规模突破1000万 (人)."""
    if not _ENDED.match(text, draft.end):
        return
    for noun, unit, kind in load_subject_words().implied:
        if noun in subject[-_NOUN:]:
            draft.unit, draft.kind = unit, kind
            return


class _SubjectWords(NamedTuple):
    head: re.Pattern[str]
    tail: re.Pattern[str]
    """What may stand between the thing that is counted and its number."""
    behind: re.Pattern[str]
    """Where the noun behind a number ends."""
    implied: tuple[tuple[str, str, QuantityKind], ...]


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def load_subject_words() -> _SubjectWords:
    """The words that are taken off a subject, and the units that a subject implies."""
    words = load_words()
    moves = {word for word, way in words.verbs.items() if way is not Direction.NONE}
    units = load_units()
    return _SubjectWords(
        re.compile(rf"^(?:{_either(words.subject['head'])}|\s)+"),
        re.compile(
            rf"(?:{_either({*words.subject['tail'], *moves, *words.share_verbs, *words.before})}|\s)+$"
        ),
        re.compile(rf"{_either(words.subject['behind'])}|[0-9\n]"),
        tuple((noun, unit, units.by_name[unit].kind) for noun, unit in units.implied),
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
    piece = load_subject_words().head.sub("", piece[cut:])
    return piece


def _choose(draft: Draft, lead: str, text: str, before: str, previous: Draft | None) -> str:
    if lead.endswith(_JOINS) and (named := _behind(draft, text)):
        # 2704家调解组织和13426名调解员: what stands in front was counted by the number before
        return named
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
    return _behind(draft, text) or noun or _predicate(draft, text)


def _predicate(draft: Draft, text: str) -> str:
    """2952人获得资格: what is said of them, when nothing names them."""
    piece = _MORE.sub("", text[draft.end : draft.end + _NOUN])
    cuts = [at for stop in _STOPS + "、（）()" if (at := piece.find(stop)) >= 0]
    piece = piece[: min(cuts)] if cuts else piece
    return piece if _HAN.match(piece) else ""


_RATES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT, QuantityKind.MULTIPLE, QuantityKind.MONEY})


def _behind(draft: Draft, text: str) -> str:
    piece = text[draft.end : draft.end + _NOUN]
    piece = _MORE.sub("", piece)
    if not _HAN.match(piece):
        return ""
    end = load_subject_words().behind.search(piece)
    if end is None:
        return piece
    noun = piece[: end.start()]
    # 2704家调解组织和13426名调解员: the joint leads to the next number
    return noun.rstrip("".join(_JOINS)) if end[0].isdigit() else noun


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
