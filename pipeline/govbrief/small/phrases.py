"""Owns noun phrases that code says itself: Chinese words of the lexicon, put together in English order.

    行政执法案卷         ->  administrative law enforcement case files
    行政立法的质量       ->  the quality of administrative legislation
    应急演练长效机制     ->  the long-term mechanism for emergency drills
A phrase with a word that nobody settled is a hole: it is asked of a model, as a phrase, and put in its place.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from govbrief.names.dictionary import senses_of
from govbrief.names.stems import plain_stems
from govbrief.small.compounds import Compounds, owned, plain
from govbrief.small.inflect import gerund, listed, plural, singular
from govbrief.small.kindsofnoun import may_share
from govbrief.small.lexicon import ClauseLexicon, Noun, WordSort, sort_of

_AND = re.compile(r"以及|[、和与及暨]")
_QUOTED = re.compile(r"^[“\"]([^“”\"]+)[”\"]$")
_MARK = re.compile(r"\{[A-Z]\}$")
SMALL_NUMBERS = {
    "一": "one", "两": "two", "二": "two", "三": "three", "四": "four", "五": "five", "六": "six", "七": "seven",
    "八": "eight", "九": "nine", "十": "ten",
}  # fmt: skip
HOLE = "\ue010"
"""Stands in a first saying for a phrase that is not known yet."""
_ASKABLE = re.compile(r"^[\u4e00-\u9fff“”\"]{2,14}$")
"""A phrase that a small model may be asked for: short, and of words only."""
_NO_PHRASE = re.compile(
    r"[了着]|^[的地得在对将把被由从以为与向按经前后内中]|(?:的|地|得|上|中|等|在|对|为|后|前|时)$|进行|更加|日趋|日益|得到|显著|稳步|意义|^[但并]|不|没|未"
)
_FOUND_NONE = re.compile(
    r"^不(?:涉及|存在|构成)(?:设置|设立)?(?P<x>.{2,}?)的?(?P<h>(?:审查|评估)?(?:意见|结论|报告))$"
)
"""不涉及利益冲突意见: an opinion that finds none."""
_TWICE = re.compile(
    r"\b([a-z]{7,})\b(?!ly)(?:(?! and |,).)*\b\1\b|(?i:\brule of law\b(?:(?! and |,).)*\brule of law\b)"
)
"""A long word twice in one phrase: words were put together that do not belong together."""
_DEEP = 2  # `of` in one phrase, at most; a deeper one cannot be read


@dataclass
class Phrases:
    """The noun phrases of one report; `asked` holds what a model was asked for, with its English."""

    lexicon: ClauseLexicon
    asked: Mapping[str, str] = field(default_factory=dict)
    holes: set[str] = field(default_factory=set)

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self.lexicon, self.noun, self._known)

    def noun(self, zh: str, *, may_ask: bool = True) -> Noun | None:
        """The phrase in English; None where it cannot be said, with what is missing among the holes."""
        zh = zh.strip()
        if not zh:
            return None
        if known := self._known(zh):
            return known
        for way in (
            self._lawful,
            self._kind_of_place,
            self._of_city,
            self._built_share,
            self._few,
            self._found_none,
            self._scoped,
            self._with_de,
            self._several,
            self._in_field,
            self._compounds.said,
        ):
            if (said := way(zh)) and plain(said.en).count(" of ") <= _DEEP and not _TWICE.search(said.en):
                return said
        if may_ask and _ASKABLE.match(zh) and not _NO_PHRASE.search(zh) and not self._does(zh):
            self.holes.add(zh)
            return Noun(HOLE, WordSort.MASS)
        return None

    def _known(self, zh: str) -> Noun | None:
        if zh in self.asked:
            english = self.asked[zh]
            one = any(
                zh[at:] in self.lexicon.nouns and self.lexicon.nouns[zh[at:]].sort is WordSort.ONE
                for at in range(len(zh))
            )
            sort = WordSort.THINGS if english == plural(english) else WordSort.ONE if one else WordSort.ASKED
            return Noun(english, sort) if english else None
        if _MARK.match(zh):
            return Noun(zh, WordSort.ONE)  # a title: the Measures for …
        if quoted := _QUOTED.match(zh):
            inner = self.lexicon.nouns.get(quoted[1]) or self.lexicon.nouns.get(quoted[1].replace("-", "—"))
            english = inner.bare if inner else self.lexicon.sayings.get(quoted[1], "")
            return Noun(f"“{english}”", inner.sort if inner else WordSort.MASS) if english else None
        return self.lexicon.nouns.get(zh)

    def _lawful(self, zh: str) -> Noun | None:
        """依法化解纠纷机制: the mechanism for resolving disputes in accordance with the law."""
        inner = self.noun(zh[2:], may_ask=False) if zh.startswith("依法") else None
        fits = inner and re.search(r" (?:for [a-z]+ing|to [a-z]+) ", inner.en) and "the law" not in inner.en
        return Noun(f"{inner.en} in accordance with the law", inner.sort) if inner and fits else None

    def _kind_of_place(self, zh: str) -> Noun | None:
        """法治青岚: a law-based Qinglan, where 青岚 is a place of the report."""
        manner = next((word for word in self.lexicon.places if zh.startswith(word)), "")
        rest = zh.removeprefix(manner)
        names = (self.lexicon.nouns.get(f"{rest}{ending}") for ending in ("", "市", "省", "区", "县"))
        place = (
            next((one for one in names if one and one.en[:1].isupper()), None) if manner and rest else None
        )
        return (
            Noun(f"a {self.lexicon.places[manner]} {place.en.split(' ')[0]}", WordSort.MASS)
            if place
            else None
        )

    def _of_city(self, zh: str) -> Noun | None:
        """青岚金融法庭: the financial tribunal of Qinglan; only what is itself a word, and no work to be done."""
        city = next((name for name in self.lexicon.cities if zh.startswith(name)), "")
        what = self.lexicon.nouns.get(zh.removeprefix(city)) if city else None
        fits = what is not None and what.sort is WordSort.ONE and " of " not in what.en
        return Noun(f"{what.en} of {self.lexicon.cities[city]}", what.sort) if what and fits else None

    def _found_none(self, zh: str) -> Noun | None:
        """不涉及利益冲突意见: opinions finding no conflicts of interest."""
        found = _FOUND_NONE.match(zh)
        head = self.lexicon.nouns.get(found["h"]) if found else None
        what = self.noun(found["x"], may_ask=False) if found and head else None
        return Noun(f"{plural(head.bare)} finding no {what.bare}", WordSort.THINGS) if head and what else None

    def _built_share(self, zh: str) -> Noun | None:
        """示范村建设比例: the share of model villages."""
        built = self.noun(zh[:-4], may_ask=False) if zh.endswith(("建设比例", "创建比例")) else None
        return Noun(f"share of {plural(built.bare)}", WordSort.ONE) if built else None

    def _few(self, zh: str) -> Noun | None:
        """九个配套制度: nine supporting rules; 各级人民政府: … at all levels."""
        found = re.match(r"(?P<n>[一两二三四五六七八九十])(?:个|项|件|家|支|大类?|部|类)(?=..)", zh)
        rest = zh[found.end() :] if found else ""
        if found and not _AND.search(rest) and (noun := self.noun(rest, may_ask=False)):
            word = SMALL_NUMBERS[found["n"]]
            return Noun(
                f"{word} {singular(noun.bare) if word == 'one' else plural(noun.bare)}", WordSort.THINGS
            )
        if zh.startswith("各级") and (noun := self.lexicon.nouns.get(zh[2:])):
            return Noun(f"{plural(noun.bare)} at all levels", WordSort.THINGS)
        return None

    def _scoped(self, zh: str) -> Noun | None:
        """全市执法人员: law enforcement officers in the city."""
        scope = next((word for word in self.lexicon.scopes if zh.startswith(word)), "")
        rest = self.noun(zh[len(scope) :].removeprefix("的"), may_ask=False) if scope else None
        return Noun(f"{rest.en} {self.lexicon.scopes[scope]}", rest.sort) if rest else None

    def _with_de(self, zh: str) -> Noun | None:
        """A的B: an adjective before, or `B of A`."""
        left, de, right = zh.rpartition("的")
        left = re.sub(r"^(?:有关|关于|相关|对)", "", left)
        if not de or not left or ("的" in left and _AND.search(zh)):
            return None
        if (head := self.noun(right, may_ask=False)) is None:
            return None
        if left in self.lexicon.modifiers:
            return Noun(f"{self.lexicon.modifiers[left]} {head.bare}", head.sort)
        owner = self.noun(left, may_ask=False) or self.doing(left)
        return owned(head, owner.told) if owner else self._role(head, left)

    def _role(self, head: Noun, left: str) -> Noun | None:
        """法治保障发展的作用: the role of the rule of law in safeguarding development."""
        for at in range(2, len(left) - 3):
            doing = self.doing(left[at:])
            who = self.noun(left[:at], may_ask=False) if doing else None
            if doing and who:
                return Noun(f"{head.en} of {who.told} in {doing.en}", head.sort)
        return None

    def doing(self, zh: str) -> Noun | None:
        """推进法治建设 as what somebody is busy with: advancing the rule of law."""
        manner = next(
            (word for word in self.lexicon.adverbs if zh.startswith(word) and len(zh) > len(word) + 3), ""
        )
        adverb = self.lexicon.adverbs.get(manner, "")
        zh = zh.removeprefix(manner).removeprefix("负责")
        for size in range(min(8, len(zh) - 1), 1, -1):
            doings = re.split("[、和与及]|并", zh[:size])
            if not all(doing in self.lexicon.verbs for doing in doings):
                continue
            if thing := self.noun(zh[size:], may_ask=False):
                words = gerund(listed([self.lexicon.verbs[doing] for doing in doings]))
                told = f"{adverb} {words}" if adverb and not adverb.endswith(" to") else words
                return Noun(f"{told} {thing.told}", WordSort.MASS)
        return None

    def _several(self, zh: str) -> Noun | None:
        """A、B和C; what stands before the first or behind the last is of all, where they are of one sort."""
        parts = [part for part in _AND.split(zh) if part]
        quoted = "“" in zh and not all(_QUOTED.match(part) for part in parts)
        if len(parts) < 2 or quoted or "等" in parts[-1]:  # noqa: PLR2004 - two make several
            return None
        nouns = [self.noun(part, may_ask=False) for part in parts]
        said = [noun for noun in nouns if noun]
        if len(said) < len(parts):
            return None
        if shared := self._one_owner(parts) or self._one_head(parts):
            return shared
        if parts[-1] not in self.lexicon.nouns and may_share(parts):
            return None
        sorts = {noun.sort for noun in said}
        if sorts == {WordSort.ONE}:
            return Noun(listed([said[0].en, *(noun.bare for noun in said[1:])]), WordSort.ONE)
        return Noun(listed([noun.told for noun in said]), WordSort.LIST)

    def _one_owner(self, parts: list[str]) -> Noun | None:
        """行政立法质量和效率: the quality and efficiency of administrative legislation."""
        others = [self.lexicon.nouns.get(part) for part in parts[1:]]
        head = self._last_word(parts[0])
        first = self.lexicon.nouns.get(head)
        if (
            first is None
            or head == parts[0]
            or any(one is None or one.sort is not first.sort or first.bare in one.bare for one in others)
        ):
            return None
        owner = self.noun(parts[0].removesuffix(head), may_ask=False)
        heads = listed([first.bare, *(one.bare for one in others if one)])
        return (
            owned(Noun(heads, WordSort.ONE if first.sort is WordSort.ACT else first.sort), owner.told)
            if owner
            else None
        )

    def _one_head(self, parts: list[str]) -> Noun | None:
        """地方性法规、政府规章立法计划: legislative plans for local regulations and government rules."""
        head = self._last_word(parts[-1])
        said = self.lexicon.nouns.get(head)
        last = parts[-1].removesuffix(head)
        owners = [self.noun(part, may_ask=False) for part in (*parts[:-1], last)] if last else []
        known = [one for one in owners if one]
        alone = all(part in self.lexicon.nouns for part in (*parts[:-1], last))
        if said is None or not known or len(known) < len(owners) or len({one.sort for one in known}) > 1:
            return None
        fits = alone or said.sort is WordSort.ACT or said.en.split(" ")[-1] in sort_of("for_it")
        return owned(said, listed([one.told for one in known])) if fits else None

    def _last_word(self, zh: str) -> str:
        words = self._compounds.words(zh, len(zh))
        return words[-1] if words else ""

    def _in_field(self, zh: str) -> Noun | None:
        """民生领域司法保障: judicial safeguards in people's wellbeing."""
        field_zh, found, rest = zh.partition("领域")
        if not found or not rest or rest.startswith("的"):
            return None
        where, what = self.noun(field_zh, may_ask=False), self.noun(rest, may_ask=False)
        field_en = self.lexicon.modifiers.get(field_zh, "") if where is None else ""
        place = f"{field_en} fields" if field_en else ""
        if what is None or not (where or place):
            return None
        return Noun(f"{what.en} in {place or (where.told if where else '')}", what.sort)

    def _does(self, zh: str) -> bool:
        """Whether a word in `zh` can only be what somebody does: it is no phrase, whatever stands around it."""
        words = (zh[at : at + 2] for at in range(len(zh) - 1))
        return any(self.lexicon.is_verb(word) and word not in sort_of("in_names") for word in words)

    def keeps_head(self, zh: str, english: str) -> bool:
        """Whether what a phrase is stands in its English too: activities for 宣传活动."""
        head = next((zh[at:] for at in range(1, len(zh) - 1) if zh[at:] in self.lexicon.nouns), "")
        if not head:
            return True
        last = singular(self.lexicon.nouns[head].bare).split(" ")[-1]
        return bool({*plain_stems(last), *senses_of(head)} & set(plain_stems(english)))

    def begins_with_verb(self, zh: str) -> bool:
        """Whether `zh` opens with what somebody does rather than with who."""
        return any(self.lexicon.is_verb(zh[:size]) or zh[:size] in sort_of("opening") for size in (2, 3, 4))


def counted(number: str, noun: Noun, unit: str) -> str | None:
    """`3` and `cases` -> `3 cases`; None for what is not counted."""
    if noun.en == HOLE:
        return f"{number} {HOLE}"
    if noun.sort is WordSort.ASKED and re.match(r"[a-z]+ing ", noun.bare):
        return None
    if noun.sort is WordSort.LIST:
        return None
    bare = noun.bare.removeprefix("all kinds of ")
    if noun.sort in {WordSort.MASS, WordSort.ACT}:
        if unit in sort_of("events") and not re.match(r"[a-z]+ing of ", bare):
            return f"{number} {'round' if number == '1' else 'rounds'} of {bare}"
        fits = unit in sort_of("items") and number != "1" and not re.match(r"[a-z]+ing |.* of .* of ", bare)
        return f"{number} items of {bare}" if fits else None
    return f"{number} {singular(bare) if number == '1' else plural(bare)}"
