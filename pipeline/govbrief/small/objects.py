"""Owns things with their numbers in the frames of code: 政府规章3件, 3件政府规章, 6个窗口和2个平台, 补贴5万元.

What is counted is told beside: a row of figures says `government rules formulated`, not `rules`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_literal, any_of
from govbrief.numbers.locks import Lock
from govbrief.numbers.units import Unit, load_units
from govbrief.small.inflect import listed, named_unit, participle, plural
from govbrief.small.kindsofnoun import is_many
from govbrief.small.lexicon import Noun, WordSort, sort_of
from govbrief.small.phrases import HOLE, SMALL_NUMBERS, Phrases, counted
from govbrief_schemas.quantity import QuantityKind

_PEOPLE = frozenset({"人", "户", "家"})
"""Units whose English says no more than what is counted."""
_SAYS = {"以上": "at least ", "以下": "at most ", "以内": "at most ", "左右": "about "}
_AROUND = "以上|以下|以内|左右"
"""What qualifies a number behind its unit."""
_AND = re.compile(r"以及|[、和与及]")


class Counted(NamedTuple):
    """A number with what it counts, complete in both languages."""

    number: str
    """As the source writes it, without unit."""
    zh: str
    en: str


class Amount(NamedTuple):
    """A number as it is told."""

    en: str
    zh: str
    is_rate: bool
    is_count: bool = False
    """Whether its unit only counts: 21个."""


class Thing(NamedTuple):
    """An object or subject with what is counted in it."""

    en: str
    counted: tuple[Counted, ...] = ()
    many: bool = True
    person: str = ""
    """The number of people that a subject is, as the source writes it."""

    def who(self, doing_zh: str, doing_en: str) -> Iterator[Counted]:
        """A row for a number of people by what they did."""
        if self.person and not re.search(r"\d|\{", doing_zh):
            yield Counted(self.person, f"{doing_zh}的人员", f"people who {doing_en}")


@cache
def _agent() -> re.Pattern[str]:
    return re.compile(f"{any_of(sort_of('agents'))}$")


@cache
def _units() -> str:
    # 128个人民调解委员会 are no 128 individuals
    return any_literal(load_units().zh).replace("个人|", "个人(?!民)|")


@dataclass
class Objects:
    """Numbers of one clause with the phrases beside them."""

    phrases: Phrases
    locks: Mapping[str, Lock]
    ahead: bool = False
    """Whether the clause plans: what is counted is to be done."""

    def amount(self, zh: str) -> Amount | None:
        """A number with its unit, and nothing else: {n1}个百分点."""
        found = re.fullmatch(rf"(?P<n>\{{n\d+\}})(?P<u>{_units()})?(?P<q>{_AROUND})?", zh)
        lock = self.locks.get(found["n"]) if found else None
        if found is None or lock is None or re.search(r"[年月]", lock.zh) or lock.en.startswith("-"):
            return None
        if found["u"] and "%" in lock.en:
            return None
        rate = bool(re.search(r"%|percentage points?$", lock.en))
        number = f"{_SAYS.get(found['q'] or '', '')}{lock.en}"
        if not found["u"]:
            return Amount(number, lock.zh, rate)
        unit = load_units().zh[found["u"]]
        name = f" {named_unit(unit)}" if unit.en else ""
        counts = unit.kind is QuantityKind.COUNT and not unit.en
        return Amount(f"{number}{name}", lock.zh, rate or unit.kind is QuantityKind.MONEY, counts)

    def opened(self, zh: str) -> str:
        """The Chinese with its numbers in their places."""
        return re.sub(r"\{n\d+\}", lambda mark: self.locks[mark[0]].zh if mark[0] in self.locks else "", zh)

    def year(self, mark: str | None) -> str:
        """The year that a number is; empty for any other."""
        lock = self.locks.get(mark or "")
        return lock.en if lock and re.fullmatch(r"(?:19|20)\d\d", lock.en) else ""

    def thing(self, zh: str, verb: str) -> Thing | None:
        """What a verb is done to; its number is told with it."""
        zh = zh.removeprefix("的")
        if not zh or zh.endswith("等"):
            return None
        ways: tuple[Callable[[str, str], Thing | None], ...] = (
            self._scoped,
            self._concerning,
            self._one_for_each,
            self._several,
            self._uncounted,
            self._number_first,
            self._number_last,
        )
        for way in (self._among,) if "等" in zh else ways:
            if said := way(zh, verb):
                return said
        return None

    def _scoped(self, zh: str, verb: str) -> Thing | None:
        """全国100多个候选城市: over 100 candidate cities in the country."""
        scopes = self.phrases.lexicon.scopes
        scope = next((word for word in scopes if zh.startswith(word) and "{n" in zh), "")
        if zh.partition("{")[0] in self.phrases.lexicon.nouns:
            return None  # 全国文明城市 is what it is called
        inner = self.thing(zh.removeprefix(scope), verb) if scope else None
        if inner is None or scopes[scope] in inner.en:
            return None
        return inner._replace(en=f"{inner.en} {scopes[scope]}")

    def _concerning(self, zh: str, verb: str) -> Thing | None:
        """涉及就业的12件政策: 12 policies concerning employment."""
        found = re.match(r"^(?:涉及|关于|有关)(?P<x>[^{}]{2,}?)的(?P<o>\{n\d+\}.+)$", zh)
        what = self.thing(found["o"], verb) if found else None
        about = self.phrases.noun(found["x"], may_ask=False) if found and what else None
        return what._replace(en=f"{what.en} concerning {about.told}", counted=()) if what and about else None

    def _one_for_each(self, zh: str, verb: str) -> Thing | None:
        """A、B2个平台: 2 platforms for A and B."""
        found = re.match(r"^(?P<x>[^{}]+、[^{}]+?)(?P<o>\{n\d+\}个.{2,})$", zh)
        what = self.thing(found["o"], verb) if found else None
        each = self.phrases.noun(found["x"], may_ask=False) if found and what else None
        return what._replace(en=f"{what.en} for {each.told}") if what and each else None

    def _uncounted(self, zh: str, verb: str) -> Thing | None:
        """What has no number, or is a doing: 推动建设平台."""
        if "{n" in zh or re.match(r"[一两二三四五六七八九十][个项件家次]", zh):
            return None
        noun = self.phrases.noun(zh, may_ask=False)
        if noun is None and verb in sort_of("of_doings"):
            noun = self.phrases.doing(zh)
        noun = noun or self.phrases.noun(zh)
        return Thing(noun.told, many=is_many(noun)) if noun else None

    def _among(self, zh: str, verb: str) -> Thing | None:
        """《办法》等规章3件: 3 rules, including the Measures; 公安等部门: departments such as public security."""
        examples, _, rest = zh.rpartition("等")
        if (field := re.match(r"(?:领域|行业|方面)的?(?=..)", rest)) and (
            what := self.thing(rest[field.end() :], verb)
        ):
            some = self.phrases.noun(examples, may_ask=False)
            return Thing(f"{what.en} in fields such as {some.told}", what.counted) if some else None
        times = re.fullmatch(r"(\{n\d+\})[次场]", rest)
        if times and (lock := self.locks.get(times[1])):
            # 召开推进会、调度会等70余次
            nouns = [self.phrases.noun(part, may_ask=False) for part in examples.split("、")]
            met = [noun.told for noun in nouns if noun]
            return Thing(f"{listed([*met, 'others'])} {lock.en} times") if len(met) == len(nouns) else None
        some = self.phrases.noun(examples, may_ask=False) or self._doings(examples)
        all_ = self.thing(rest, verb)
        if some is None or all_ is None:
            return None
        whole = "{n" in rest or "}" in examples or re.match(r"[一两二三四五六七八九十][个项件]", rest)
        link = ", including" if whole else " such as"
        return Thing(f"{all_.en}{link} {some.told}", all_.counted, many=all_.many)

    def _doings(self, zh: str) -> Noun | None:
        """促进平安建设、深化司法公开: what campaigns are for, each a doing."""
        parts = zh.split("、")
        said = [self.phrases.doing(part) for part in parts]
        told = [one.told for one in said if one]
        return Noun(listed(told), WordSort.LIST) if len(told) == len(parts) else None

    def subject(self, zh: str) -> Thing | None:
        """Whoever does something: an organ, or a number of people."""
        if found := re.fullmatch(r"(\{n\d+\})(?:名|位|人)", zh):
            lock = self.locks[found[1]]
            return Thing(f"{lock.en} people", person=lock.zh)
        if re.search(r"\}[^，]{0,2}元", zh):
            return None
        if "{n" not in zh and (not _agent().search(zh) or self.phrases.begins_with_verb(zh)):
            return None
        holes = set(self.phrases.holes)
        thing = self.thing(zh, "")
        if self.phrases.holes == holes:
            return thing
        self.phrases.holes.intersection_update(holes)  # what is no subject is not asked for either
        return None

    def _several(self, zh: str, verb: str) -> Thing | None:
        parts = [part for part in _AND.split(zh) if part]
        bare = rf"\{{n\d+\}}{_units()}"
        if len(parts) == 1 or any(part.count("{n") != 1 or re.fullmatch(bare, part) for part in parts):
            return None
        things = [self.thing(part, verb) for part in parts]
        said = [thing for thing in things if thing]
        if len(said) < len(parts):
            return None
        return Thing(listed([thing.en for thing in said]), tuple(c for thing in said for c in thing.counted))

    def _number_first(self, zh: str, verb: str) -> Thing | None:
        number = r"(?P<n>\{n\d+\}|[一两二三四五六七八九十])"
        found = re.match(rf"^{number}(?P<u>{_units()})(?P<q>{_AROUND})?(?P<o>.*)$", zh)
        return self._told(found, verb) if found else None

    def _number_last(self, zh: str, verb: str) -> Thing | None:
        what = r"(?P<o>[^{}]+?)(?:共计|共|达|累计|总计)?(?P<n>\{n\d+\})"
        found = re.match(rf"^{what}(?P<u>{_units()})(?P<q>{_AROUND})?$", zh)
        # 参保人数3万人: a measure is not what is counted
        measured = (
            found and found["o"] not in sort_of("sums") and re.search(r"(?:人数|数量|[率额值])$", found["o"])
        )
        return self._told(found, verb) if found and not measured else None

    def _told(self, found: re.Match[str], verb: str) -> Thing | None:
        lock = self.locks.get(found["n"])
        number, raw = (lock.en, lock.zh) if lock else (SMALL_NUMBERS.get(found["n"], ""), "")
        if not number or re.search(r"[年月%]", raw):
            return None
        number = f"{_SAYS.get(found['q'] or '', '')}{number}"
        unit = load_units().zh[found["u"]]
        if not found["o"]:
            return self._bare(number, unit, found["u"]) if verb else None
        if unit.kind is QuantityKind.MONEY and found["o"] in sort_of("sums"):
            return Thing(f"{number} {named_unit(unit)}")
        noun = self.phrases.noun(found["o"])
        if noun is None:
            return None
        many = plural(noun.en) if noun.sort not in {WordSort.MASS, WordSort.ACT} else f"items of {noun.en}"
        many = HOLE if noun.en == HOLE else many
        row = self._row(raw, found["o"], many, verb) if unit.name in {*_PEOPLE, found["u"]} else ()
        # 14次检查 are 14 inspections, whatever was done to them
        done = "开展" if found.start("n") == 0 and unit.name in sort_of("events") else verb
        return self._counted(Amount(number, raw, is_rate=False), unit, noun, done, row)

    def _bare(self, number: str, unit: Unit, written: str) -> Thing | None:
        """修订1件: what is revised was told before; 投资5万元 and 培训30人 say it themselves."""
        if unit.kind is QuantityKind.MONEY or unit.name in _PEOPLE:
            return Thing(f"{number} {named_unit(unit)}") if unit.en else None
        plain = unit.kind is QuantityKind.COUNT and not unit.en
        return Thing(number) if plain and len(written) == 1 and written not in sort_of("events") else None

    def _counted(
        self, number: Amount, unit: Unit, noun: Noun, verb: str, row: tuple[Counted, ...]
    ) -> Thing | None:
        """The number with its noun, in the way that the unit asks for."""
        if unit.name in sort_of("events") and verb not in sort_of("happening"):
            times = {"1": "once", "2": "twice"}.get(number.en, f"{number.en} times")
            return Thing(f"{noun.told} {times}") if verb else None
        if unit.name == "人次":
            return self._by_person(number, noun, row)
        if unit.kind is QuantityKind.DURATION:
            hours = unit.en and noun.sort in {WordSort.MASS, WordSort.ACT} and "hour" in unit.en[0]
            return Thing(f"{number.en} {plural(named_unit(unit))} of {noun.en}") if hours else None
        if unit.kind is QuantityKind.MONEY and verb in sort_of("changing"):
            return Thing(f"{noun.told} by {number.en} {named_unit(unit)}") if unit.en else None
        if unit.kind is not QuantityKind.COUNT:
            link = "in" if unit.kind is QuantityKind.MONEY else "of"
            return Thing(f"{number.en} {named_unit(unit)} {link} {noun.told}") if unit.en else None
        told = counted(number.en, noun, unit.name)
        return Thing(told, row) if told else None

    def _by_person(self, number: Amount, noun: Noun, row: tuple[Counted, ...]) -> Thing:
        """接待咨询300人次 are 300 inquiries; 参加论证会50人次 counts who came, and says so."""
        if noun.bare in sort_of("each_by_one"):
            return Thing(f"{number.en} {plural(noun.bare)}", row)
        return Thing(f"{noun.told} ({number.en}, counted per person)")

    def _row(self, raw: str, zh: str, en: str, verb: str) -> tuple[Counted, ...]:
        words = self.phrases.lexicon
        done = words.verb(verb, zh) if verb in words.verbs else ""
        if done.endswith((" for", " in", " of")):
            return ()
        if not raw or not done or en == HOLE or " finding " in en:
            return (Counted(raw, zh, en),) if raw and en != HOLE else ()
        return (Counted(raw, f"{verb}{zh}", f"{en} {'to be ' if self.ahead else ''}{participle(done)}"),)
