"""Owns measures told beside something: several with their numbers each, a share, a rank, a budget, another place's.

A、B分别增长5.6%和7.9%           ->  A and B rose by 5.6% and 7.9% respectively
民生支出占财政支出的81.2%        ->  spending on people's wellbeing made up 81.2% of fiscal expenditure
高于全国0.4个百分点              ->  0.4 percentage points above the national figure
增速居全省第2位                  ->  the growth rate ranked 2nd in the province
"""

import re

from govbrief.small.inflect import listed
from govbrief.small.kindsofnoun import is_many
from govbrief.small.lexicon import sort_of
from govbrief.small.objects import Counted, Objects
from govbrief.small.phrases import SMALL_NUMBERS, Phrases
from govbrief.small.statements import Worded, aimed, moved
from govbrief_schemas.item import Kind

_AMOUNT = r"\{n\d+\}[^{}、和，]{0,5}"
_RESPECTIVELY = re.compile(
    rf"^(?P<s>[^{{}}]+?)(?P<t>同比)?分别(?P<t2>同比|比上年|较上年)?(?P<m>[^{{}}]{{0,4}}?)(?P<n>{_AMOUNT}(?:[、，和]{_AMOUNT})+)$"
)
_AND = re.compile(r"[、，和与及]")
_SHARE = re.compile(
    r"^(?P<s>[^{}]{3,}?)占(?P<o>[^{}]{3,}?)的?(?:比重|比例)?(?:为|达到?|超过?)?(?P<n>\{n\d+\}(?:以上)?)$"
)
_BESIDE_PLACE = re.compile(
    r"^(?:(?:增速|增幅|涨幅)?分?别?)(?P<m>高于|快于|好于|低于|慢于)(?P<x>全[国省市])(?:平均水平|平均)?(?P<n>\{n\d+\})$"
)
_BUDGET = re.compile(r"^(?:为|完成)?(?:年初|年度|调整|全年)*预算的(?P<n>\{n\d+\})$")
_PLACED = re.compile(
    r"^(?P<s>[^{}]*?)(?:均|持续|稳)?(?:居|列|位居|位列|排名|排在)(?P<x>全[国省市区县])第(?P<n>\{n\d+\}|[一二三四五六七八九十])[位名]?$"
)
_UP_TO = re.compile(
    r"^(?:推动|确保|力争|实现)?(?P<n>\{n\d+\}(?:以上)?)的?(?P<x>[^{}]{2,}?)(?:能够)?(?P<v>达到|达)(?P<o>[^{}]{2,}?标准)$"
)
"""80%以上的区县达到示范标准: how many of them come up to a standard."""
_ALL_TO_DO = re.compile(
    r"^(?:推动|确保|力争|实现)(?P<x>[^{}]{2,}?)(?P<n>\{n\d+\})(?P<v>[\u4e00-\u9fff]{2})(?P<o>[^{}]{2,})$"
)
_PLACES = {"全国": "national", "全省": "provincial", "全市": "municipal"}
_WORDS = {word: n for n, word in enumerate(SMALL_NUMBERS.values()) if n}


def ordinal(number: str) -> str:
    """`2` -> `2nd`."""
    tail = {"1": "st", "2": "nd", "3": "rd"}.get(number[-1:], "th")
    return f"{number}{'th' if number[-2:] in {'11', '12', '13'} else tail}"


class Comparisons:
    """Measures beside each other, with the words of `phrases`."""

    def __init__(self, phrases: Phrases) -> None:
        """Comparisons of one report."""
        self._phrases = phrases
        self._words = phrases.lexicon

    def say(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """The first way that fits."""
        for way in (
            self._respectively,
            self._share,
            self._up_to,
            self._all_to_do,
            self._placed,
            self._beside,
            self._of_budget,
        ):
            if said := way(zh, kind, objects):
                return said
        return None

    def _respectively(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """As many numbers as measures, in their order."""
        if (found := _RESPECTIVELY.match(zh)) is None:
            return None
        amounts = [objects.amount(part) for part in _AND.split(found["n"])]
        told = [one.en for one in amounts if one]
        move = self._words.moves.get(found["m"], "" if found["m"] else "be")
        noun = self._phrases.noun(found["s"], may_ask=False)
        parts = len(_AND.split(found["s"]))
        both = any(word in found["s"] for word in sort_of("pairs"))
        if noun is None or not move or len(told) < len(amounts) or len(told) != max(parts, 2 * both):
            return None
        against = self._words.against.get(found["t"] or found["t2"] or "", "")
        numbers = f"{listed(told)} respectively"
        tail = f" {against}" if against else ""
        if kind is Kind.PLAN:
            return Worded(f"{aimed(noun.told, move)} {numbers}{tail}", has_subject=False)
        return Worded(f"{noun.told} {moved(move, kind, many=True)} {numbers}{tail}")

    def _share(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        found = _SHARE.match(zh)
        number = objects.amount(found["n"]) if found else None
        if found is None or number is None or not number.is_rate:
            return None
        part, whole = (self._phrases.noun(found[name], may_ask=False) for name in ("s", "o"))
        if part is None or whole is None:
            return None
        over = "over " if re.search(r"超过?\{", zh) else ""
        if kind is Kind.PLAN:
            return Worded(f"bring {part.told} to {over}{number.en} of {whole.told}", has_subject=False)
        return Worded(f"{part.told} made up {over}{number.en} of {whole.told}")

    def _up_to(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        found = _UP_TO.match(zh)
        number = objects.amount(found["n"]) if found else None
        if found is None or number is None or not number.is_rate:
            return None
        who, standard = self._phrases.noun(found["x"], may_ask=False), self._phrases.noun(found["o"])
        if who is None or standard is None:
            return None
        ahead = "to come" if kind is Kind.PLAN else "that came"
        row = Counted(
            number.zh,
            f"{found['x']}{found['v']}{found['o']}的比例",
            f"share of {who.en} {ahead} up to {standard.told}",
        )
        if kind is Kind.PLAN:
            told = f"bring {number.en} of {who.en} up to {standard.told}"
            return Worded(told, has_subject=False, counted=(row,))
        return Worded(f"{number.en} of {who.en} came up to {standard.told}", counted=(row,))

    def _all_to_do(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """实现国家机关100%制定责任清单: have 100% of state organs draw up such lists."""
        found = _ALL_TO_DO.match(zh)
        number = objects.amount(found["n"]) if found else None
        verb = self._words.verbs.get(found["v"], "") if found else ""
        if found is None or number is None or not number.is_rate or not verb or kind is not Kind.PLAN:
            return None
        who, thing = self._phrases.noun(found["x"], may_ask=False), objects.thing(found["o"], "")
        if who is None or thing is None or not is_many(who):
            return None
        row = Counted(
            number.zh,
            f"{found['x']}{found['v']}{found['o']}的比例",
            f"share of {who.en} to {verb} {thing.en}",
        )
        return Worded(f"have {number.en} of {who.en} {verb} {thing.en}", has_subject=False, counted=(row,))

    def _beside(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        found = _BESIDE_PLACE.match(zh)
        number = objects.amount(found["n"]) if found else None
        if found is None or number is None or kind is not Kind.ACHIEVEMENT or "point" not in number.en:
            return None
        side = "below" if found["m"] in {"低于", "慢于"} else "above"
        return Worded(f"{number.en} {side} the {_PLACES[found['x']]} figure", has_subject=False)

    def _of_budget(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        found = _BUDGET.match(zh)
        number = objects.amount(found["n"]) if found else None
        if number is None or kind is not Kind.ACHIEVEMENT:
            return None
        return Worded(f"equal to {number.en} of the budget", has_subject=False)

    def _placed(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """A rank with its number; of what is told before, where nothing is named."""
        found = _PLACED.match(zh)
        if found is None or kind is not Kind.ACHIEVEMENT:
            return None
        lock = objects.locks.get(found["n"])
        number = lock.en if lock else str(_WORDS.get(SMALL_NUMBERS.get(found["n"], ""), ""))
        where = self._words.scopes.get(found["x"], "")
        noun = self._phrases.noun(found["s"], may_ask=False) if found["s"] else None
        if not number.isdecimal() or not where or (found["s"] and noun is None):
            return None
        rank = f"ranked {ordinal(number)} {where}"
        return Worded(f"{noun.told} {rank}") if noun else Worded(rank, has_subject=False)
