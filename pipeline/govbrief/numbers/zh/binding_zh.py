"""Owns what the words around a Chinese number say of it: qualifier, direction, and what it counts.

All are read inside the clause that the number stands in; the data is `data/words_zh.toml`.
"""

import re
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.numbers.zh.candidate import Draft
from govbrief_schemas.quantity import Direction, Qualifier, QuantityKind

_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.POINT})
_INNER = dict.fromkeys("余馀餘多几幾", Qualifier.OVER) | {"来": Qualifier.ABOUT, "來": Qualifier.ABOUT}
_COMPARATIVES = ("于", "过", "超", "超出", "超过了", "不足")
_NEGATION = re.compile(
    "(?:不|没有?|未|勿|(?<![分特个级区差性类])别)(?:应当|可以|允许|[能得会应可宜准许要曾])?$"
)
"""In front of a comparison it turns it: 不会超过, 不能低于."""
_DENIED = {Qualifier.OVER: Qualifier.AT_MOST, Qualifier.AT_MOST: Qualifier.AT_LEAST}
_VERBS_WITH_GUO = frozenset([
    "通过",
    "经过",
    "不过",
    "超过",
    "走过",
    "度过",
    "见过",
    "胜过",
    "渡过",
    "去过",
    "来过",
    "做过",
])
_SINKING = frozenset("跌降击")
"""In front of 破 these say that a bound was broken from above: 跌破100美元."""
_ROUND = frozenset("百千万亿")
_STRENGTH = re.compile(r"[强弱](?=[，。；、,;的）)]|$)")
"""四分之三强 is more than three quarters, 三分之一弱 less than a third."""
_CLAUSE = re.compile(r"[^，。；！？：\n,;:!?()（）“”]*$")
_REACH = 16
"""Characters in front of a number in which a verb may stand with its object: 降低企业用电成本12亿元."""


class Words(NamedTuple):
    """Words by their text, and the longest of each table."""

    before: dict[str, Qualifier]
    after: dict[str, Qualifier]
    verbs: dict[str, Direction]
    share_verbs: dict[str, Direction]
    objects: re.Pattern[str]
    object_verbs: dict[str, Direction]
    behind: re.Pattern[str]
    behind_words: dict[str, Direction]
    between: frozenset[str]
    """What may stand between a verb and its number: 提高到, 增长约."""
    subject: dict[str, list[str]]
    """Lists that only the subject needs: head, tail, behind."""


def _flat(rows: dict[str, list[list[str]]]) -> dict[str, Qualifier]:
    return {
        word: Qualifier.EXACT if name == "exact" else Qualifier(name)
        for name, pairs in rows.items()
        for word, _ in pairs
    }


def _either(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


@cache
def load_words() -> Words:
    """Read the data file and index it."""
    raw = read_table("words_zh")
    moves = {name: [word for word, _ in pairs] for name, pairs in raw["direction"].items()}
    verbs = dict.fromkeys(moves["up"], Direction.UP) | dict.fromkeys(moves["down"], Direction.DOWN)
    share = dict.fromkeys(moves["up_share"], Direction.UP) | dict.fromkeys(
        moves["down_share"], Direction.DOWN
    )
    objects = dict.fromkeys(moves["up_object"], Direction.UP) | dict.fromkeys(
        moves["down_object"], Direction.DOWN
    )
    behind = dict.fromkeys(moves["up_after"], Direction.UP) | dict.fromkeys(
        moves["down_after"], Direction.DOWN
    )
    none = dict.fromkeys(moves["none"], Direction.NONE)
    return Words(
        before=_flat(raw["before"]),
        after=_flat(raw["after"]),
        verbs=verbs | none,
        share_verbs=share,
        objects=re.compile(
            rf"(?:{_either(moves['none'])})|({_either(objects)})[\u4e00-\u9fff“”、]{{1,{_REACH}}}$"
        ),
        object_verbs=objects,
        behind=re.compile(_either(behind)),
        behind_words=behind,
        between=frozenset(raw["between"]["words"]),
        subject=raw["subject"],
    )


_LASTED = ("持续", "历时", "长达", "时长", "用时", "耗时", "持续了", "用了", "耗时达")
"""Behind these 近三小时 is nearly three hours; elsewhere the last three hours, or either."""


def qualifier(draft: Draft, text: str) -> tuple[Qualifier, int]:
    """How exact the number is said to be, and where the word in front of it begins."""
    words = load_words()
    start = draft.start
    if start and text[start - 1] == " ":
        start -= 1
    front = start
    found = Qualifier.EXACT
    for length in (4, 3, 2, 1):
        word = text[start - length : start] if start >= length else ""
        if word in words.before:
            found = words.before[word]
            front = start - length
            break
    if (
        found in _DENIED
        and text[front:start].endswith(_COMPARATIVES)
        and _NEGATION.search(text, max(0, front - 4), front)
    ):
        found = _DENIED[found]
    if found is Qualifier.OVER and text.startswith("破", front) and text[front - 1 : front] in _SINKING:
        found = Qualifier.AT_MOST
    if found is Qualifier.EXACT and front == start and _passes(draft, text, start):
        found, front = Qualifier.OVER, start - 1
    recent = draft.kind is QuantityKind.DURATION and not text.endswith(_LASTED, 0, front)
    if found is Qualifier.NEARLY and recent and text[front:start] == "近":
        found = Qualifier.EXACT
    if found is Qualifier.EXACT and draft.inner:
        found = _INNER.get(draft.inner[-1], found)
    if found is Qualifier.EXACT:
        found = _after(draft, text, words)
    return found, front


def _passes(draft: Draft, text: str, start: int) -> bool:
    """税收过亿元, 占比过20%: 过 says more only of a round scale or a share, and not behind a verb (通过20项)."""
    if text[start - 1 : start] != "过" or not start or text[start - 2 : start] in _VERBS_WITH_GUO:
        return False
    return draft.kind is QuantityKind.PERCENT or text[draft.start] in _ROUND


def _after(draft: Draft, text: str, words: Words) -> Qualifier:
    if draft.kind is QuantityKind.RATIO and (strength := _STRENGTH.match(text, draft.end)):
        return Qualifier.OVER if strength[0] == "强" else Qualifier.NEARLY
    for length in (5, 4, 3, 2, 1):
        word = text[draft.end : draft.end + length]
        if word in words.after:
            if (word == "内" and draft.kind is not QuantityKind.DURATION) or (
                word in {"多", "余"} and draft.kind is QuantityKind.COUNT and draft.unit
            ):
                return Qualifier.EXACT
            return words.after[word]
    return Qualifier.EXACT


def direction(draft: Draft, text: str, front: int, clause: int) -> Direction:
    """Whether the clause says that the measure rose or fell by the number, or to it."""
    words = load_words()
    shares = draft.kind in _SHARES
    moved = _verb_before(text, clause, front, words, shares=shares)
    if moved is not None:
        return moved
    for length in (3, 2, 1):
        if text[front - length : front] in words.between:
            moved = _verb_before(text, clause, front - length, words, shares=shares)
            if moved is not None:
                return moved
            break
    at = front
    match = words.objects.search(text, max(clause, at - _REACH - 4), at)
    if match and match[1]:
        return words.object_verbs[match[1]]
    behind = words.behind.match(text, draft.end) if text.startswith("的", draft.end) else None
    return words.behind_words[behind[0]] if behind else Direction.NONE


def _verb_before(text: str, clause: int, at: int, words: Words, *, shares: bool) -> Direction | None:
    for length in (4, 3, 2, 1):
        word = text[at - length : at] if at - length >= clause else ""
        if word in words.verbs:
            return words.verbs[word]
        if shares and word in words.share_verbs:
            return words.share_verbs[word]
    return None
