"""Owns what code says of how something stands: a measure with its number, an honour, a rank.

败诉率下降4.7个百分点      ->  the rate of lost cases fell by 4.7 percentage points
服务平台获评全国优秀案例   ->  the service platform was named …
执法力量还比较薄弱         ->  the law enforcement workforce is still weak
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from govbrief.base.datafiles import any_of
from govbrief.small.inflect import participle, past, plural, singular
from govbrief.small.kindsofnoun import is_doing, is_many
from govbrief.small.lexicon import Noun, WordSort, sort_of
from govbrief.small.objects import Counted, Objects
from govbrief.small.phrases import Phrases
from govbrief_schemas.item import Kind

_AMOUNT_LAST = re.compile(r"^(?P<s>[^{}]{2,24}?)(?P<n>(?:超过|约)?\{n\d+\}[^{}]{0,4})$")
_FROM_TO = re.compile(
    r"^(?P<s>[^{}]{2,20}?)[由从](?:(?P<y>\{n\d+\})的?)?(?P<a>\{n\d+\}[^{}由从]{0,4}?)"
    r"(?P<m>[增提下上降减][加高升长降少至到]{1,3})(?:(?P<z>\{n\d+\})的?)?(?P<b>\{n\d+\}[^{}]{0,4})$"
)
_BETWEEN = re.compile(r"(?:分别|已|均|共|全年|的)$")
_NAMED_BY = re.compile(r"^(?P<s>[^被]*)被(?P<x>[^被]{3,}?)(?:命名为|评为|授予|确定为|列为|认定为)(?P<o>.+)$")
_CHOSEN = re.compile(r"^(?P<s>[^从]*)从(?P<x>.+?)中(?:突围晋级|脱颖而出|胜出|突围)$")
_BECAME = re.compile(r"(?:得到|日趋|日益|逐步|显著|明显|大幅|有效|更加|稳步|了)+$")
_RANKED = re.compile(r"^(?:均|继续|持续)?在?(?P<s>全[国省市区县])?(?P<r>.+)$")


_PLACED = re.compile(
    r"^(?:荣?[名位]?列|获得?|取得)(?:[\u4e00-\u9fff]{2,3}(?=[省市县]级))?(?P<o>.{3,}?)第(?P<n>[一二三])名?$"
)
_NTH = {"一": "first", "二": "second", "三": "third"}
_KEPT = re.compile(r"^(?:持续)?保持(?=[^{}]{3,}[率度比]\{)")
"""保持好评率100%: it is there already."""
_BROUGHT = re.compile(r"^(?:预计|力争|确保|努力|推动|实现|使|完成)+(?=[^{}]{3,}\{)")
"""What brings a measure about: 实现地区生产总值, 确保粮食产量稳定在."""


def _is_measure(zh: str) -> bool:
    """Whether a word, without what moves it, is a measure: 产量, 收入, 率."""
    return re.search(rf"{any_of(sort_of('measured'))}(?:[^{{}}]{{0,4}})$", zh) is not None


class Worded(NamedTuple):
    """A clause in English without time and scope."""

    en: str
    has_subject: bool = True
    counted: tuple[Counted, ...] = ()


def longest(words: Mapping[str, str]) -> list[str]:
    """The Chinese of a table, the longest first."""
    return sorted(words, key=len, reverse=True)


class Statements:
    """What stands how, with the words of `phrases`."""

    def __init__(self, phrases: Phrases) -> None:
        """Statements of one report."""
        self._phrases = phrases
        self._words = phrases.lexicon

    def measure(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """What rose, fell, reached or is a number."""
        kept = bool(_KEPT.match(zh)) and kind is Kind.PLAN
        said = _BROUGHT.sub("", _KEPT.sub("", zh) if kept else zh)
        found = _AMOUNT_LAST.match(said)
        if found is None or (number := objects.amount(found["n"])) is None:
            return None
        if "分别" in zh or found["s"] in self._words.verbs or (said != zh and not _is_measure(found["s"])):
            return None
        subject, move = self._moving(found["s"])
        move = "be kept at" if kept and not move else move
        against = next((word for word in longest(self._words.against) if subject.endswith(word)), "")
        subject = _BETWEEN.sub("", subject.removesuffix(against))
        tail = f" {self._words.against[against]}" if against else ""
        if not subject:
            return (
                Worded(f"{'up' if 'rise' in move else 'down'} {number.en}{tail}") if " by" in move else None
            )
        does = self._phrases.begins_with_verb(subject) or (not move and subject[:2] in self._words.verbs)
        known = subject in self._words.nouns
        bare = number.is_rate or (known and _is_measure(subject))
        if (does and not known) or (not move and not bare):
            return None
        measured = re.search(f"{any_of(sort_of('measured'))}$", subject)
        noun = self._phrases.noun(subject, may_ask=bool(move and measured))
        if noun and noun.sort is WordSort.THINGS and number.is_count and move:
            # 示范村增至21个: their number
            noun = Noun(f"number of {plural(noun.bare)}", WordSort.ONE)
        return (
            _measured(noun, move or "be", kind, f"{number.en}{tail}", Counted(number.zh, subject, ""))
            if noun
            else None
        )

    def from_to(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """A measure that went from one number to another: 由2010年的162亿元增加到2015年的288亿元."""
        found = _FROM_TO.match(zh)
        move = self._words.moves.get(found["m"], "") if found else ""
        if found is None or not move.endswith(" to"):
            return None
        noun, first, last = (
            self._phrases.noun(found["s"]),
            objects.amount(found["a"]),
            objects.amount(found["b"]),
        )
        if noun is None or first is None or last is None:
            return None
        years = [objects.year(found[name]) for name in ("y", "z")]
        since, until = (f" in {year}" if year else "" for year in years)
        verb = moved(move.removesuffix(" to"), kind, many=is_many(noun))
        if noun.sort is WordSort.THINGS:
            # 经营主体从689万户增至951万户: their number, and no households
            ends = [one.en.removesuffix(" households").removesuffix(" people") for one in (first, last)]
            rose = f"rose from {ends[0]}{since} to {ends[1]}{until}" if "rose" in verb else ""
            return Worded(f"the number of {noun.bare} {rose}") if rose else None
        return Worded(f"{noun.told} {verb} from {first.en}{since} to {last.en}{until}")

    def multiple(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """How many times something was, beside another year: 是2010年的2.6倍."""
        found = re.match(r"^(?:是|为|相当于)(?P<y>去年|上年|\{n\d+\})的(?P<n>\{n\d+\})倍$", zh)
        if found is None or kind is not Kind.ACHIEVEMENT or not (number := objects.locks.get(found["n"])):
            return None
        year = objects.year(found["y"]) if found["y"].startswith("{") else "the previous year"
        return Worded(f"{number.en} times that of {year}", has_subject=False) if year else None

    def _moving(self, subject: str) -> tuple[str, str]:
        """What moves, and how."""
        for size in range(min(4, len(subject)), 0, -1):
            if subject[-size:] in self._words.moves:
                return subject[:-size], self._words.moves[subject[-size:]]
        return subject, ""

    def honour(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """Who was named what; whoever is honoured may have been told before."""
        if kind is not Kind.ACHIEVEMENT:
            return None
        if (by := _NAMED_BY.match(zh)) and (named := self._named(by, objects)):
            return named
        for word in longest(self._words.honours):
            left, found, right = zh.partition(word)
            if not found or not right or left in self._words.verbs:
                continue
            subject = self._phrases.noun(left) if left else None
            title = objects.thing(right, "")
            if title and (subject or not left):
                title = title._replace(en=self._status(right) or title.en)
                one = subject and subject.sort is WordSort.THINGS and "{" not in left
                told = f"the {singular(subject.bare)}" if subject and one else subject.told if subject else ""
                who = f"{told} " if told else ""
                return Worded(f"{who}{self._words.honours[word]} {title.en}", bool(left))
        return None

    def chosen(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """从100多个候选城市中脱颖而出: stood out from over 100 candidate cities."""
        found = _CHOSEN.match(zh)
        among = objects.thing(found["x"], "") if found and kind is Kind.ACHIEVEMENT else None
        who = self._phrases.noun(found["s"], may_ask=False) if found and found["s"] else None
        if found is None or among is None or (found["s"] and who is None):
            return None
        return Worded(f"{f'{who.told} ' if who else ''}stood out from {among.en}", bool(who))

    def _status(self, zh: str) -> str:
        """示范城市 as what one is named: a model city; empty where it is no thing that can be counted."""
        noun = self._phrases.noun(zh, may_ask=False)
        if noun is None or not (noun.sort is WordSort.THINGS or (noun.sort is WordSort.ONE and "示范" in zh)):
            return ""
        one = singular(noun.bare)
        return f"{'an' if one[:1].lower() in 'aeiou' else 'a'} {one}"

    def placed(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """名列综合评定第一名: ranked first in the overall evaluation."""
        del objects
        found = _PLACED.match(zh)
        what = self._phrases.noun(found["o"], may_ask=False) if found and kind is Kind.ACHIEVEMENT else None
        return (
            Worded(f"ranked {_NTH[found['n']]} in {what.told}", has_subject=False) if found and what else None
        )

    def _named(self, by: re.Match[str], objects: Objects) -> Worded | None:
        """被市政府评为示范村: named a model village by …."""
        who, what = self._phrases.noun(by["x"], may_ask=False), objects.thing(by["o"], "")
        named = self._phrases.noun(by["s"]) if by["s"] else None
        if who is None or what is None or (by["s"] and named is None):
            return None
        lead = f"{named.told} " if named else ""
        return Worded(f"{lead}was named {self._status(by['o']) or what.en} by {who.told}", bool(named))

    def passive(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """What was done, with nobody who does it: 《办法》出台, 平台初步建成."""
        for word in longest(self._words.passives):
            left = zh.removesuffix(word)
            manner = next((adverb for adverb in longest(self._words.adverbs) if left.endswith(adverb)), "")
            left = _BECAME.sub("", left.removesuffix(manner))
            if not zh.endswith(word) or len(left) < 3 or not (thing := objects.thing(left, "")):  # noqa: PLR2004
                continue
            if is_doing(thing.en):
                return None
            be = "are" if kind is Kind.PLAN and thing.many else "is" if kind is Kind.PLAN else "was"
            be = "were" if be == "was" and thing.many else be
            adverb = self._words.adverbs.get(manner, "")
            how = f"{adverb} " if adverb and not adverb.endswith(" to") else ""
            done = participle(self._words.passives[word])
            return Worded(f"{thing.en} {be} {f'to be {how}' if kind is Kind.PLAN else how}{done}")
        return None

    def rank(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """Where something told before stands among others."""
        del objects
        where = _RANKED.match(zh)
        if where is None or kind is not Kind.ACHIEVEMENT:
            return None
        if whole := self._words.ranks.get(zh):
            return Worded(whole, has_subject=False)
        rank = self._words.ranks.get(where["r"], "")
        scope = self._words.scopes.get(where["s"] or "", "")
        return Worded(f"{rank} {scope}".strip(), has_subject=False) if rank else None


def _measured(noun: Noun, move: str, kind: Kind, number: str, row: Counted) -> Worded:
    """A measure with its number, as it was or as it is aimed at."""
    count = () if " by" in move else (row._replace(en=noun.told),)
    if kind is Kind.PLAN:
        return Worded(plainly(f"{aimed(noun.told, move)} {number}"), has_subject=False, counted=count)
    told = plainly(f"{noun.told} {moved(move, kind, many=is_many(noun))} {number}")
    return Worded(told, counted=count)


_AIMS = {
    "rise by": "increase {} by",
    "fall by": "reduce {} by",
    "exceed": "bring {} above",
    "be kept at": "keep {} at",
    "be set at": "set {} at",
    "be expected to be": "expect {} of",
}


def aimed(noun: str, move: str) -> str:
    """A measure as an aim: bring the rate to, increase output by."""
    return _AIMS.get(move, "bring {} to").format(noun)


def plainly(english: str) -> str:
    """`at at least 5` -> `at no less than 5`."""
    return english.replace(" at at least ", " at no less than ").replace(" at at most ", " at no more than ")


def moved(move: str, kind: Kind, *, many: bool) -> str:
    """What a measure did: `rise by` -> `rose by`."""
    if kind is Kind.PLAN:
        return f"{'are' if many else 'is'} to {move}"
    return "were" + move[2:] if many and move.startswith("be") else past(move)
