"""Owns what code says of a shortcoming: what is weak, missing, not done enough, not done yet, behind what is asked.

执法力量还比较薄弱           ->  the law enforcement workforce is still weak
推进法治建设方面有待加强     ->  more needs to be done in advancing the rule of law
缺少专业人员                 ->  there is a lack of professionals
清理工作尚未完成             ->  clearance has not yet been completed
"""

import re

from govbrief.small.inflect import participle
from govbrief.small.kindsofnoun import is_doing, is_many
from govbrief.small.objects import Objects, Thing
from govbrief.small.phrases import Phrases
from govbrief.small.statements import Worded, longest
from govbrief_schemas.item import Kind

_STILL = re.compile(
    r"(?P<still>还|仍|仍然|尚|依然|仍旧)?(?:也|有些|较为|比较|相对|普遍|还|略|稍|存在|稍显|略显|显得|有所)*$"
)
_MISSING = re.compile(r"^(?:还|仍)?(?:缺少|缺乏)(?P<o>.+)$")
_NOT_DONE = re.compile(
    r"^(?P<x>.+?)(?:方面|上)?(?:还|仍|尚)?"
    r"(?:(?P<more>有待(?:进一步)?(?:加强|提升|提高|完善|改进)|需(?:要)?(?:进一步)?加强)|还?不够|不足|不到位)$"
)
"""推进法治建设方面有待加强: a doing that falls short."""
_NOT_YET = re.compile(r"^(?P<x>.+?)(?:还|尚|仍)未(?P<v>.{2,6})$")
_GAPS = re.compile(
    r"^(?P<x>.+?)(?:方面|中|上)?(?P<s>还|仍|仍然)?(?:有|存在)(?:一些|一定的?)?(?P<o>短板|差距|漏洞|弱项|薄弱环节)$"
)
_BEHIND = re.compile(
    r"^(?P<w>.*?)与(?P<x>.+?)(?:相比)?(?P<s>还|仍|仍然)?(?:有|存在)(?:一定|较大|不小|很大)?的?差距$"
)
_REMAINS = re.compile(
    r"^(?P<x>.{4,}?)的?(?:问题|现象|情况)(?:仍然|依然|还|仍|仍旧)?(?:较为|比较|较)?(?:存在|突出|明显)$"
)
_LIMITED = re.compile(r"^(?:由于)?受(?P<x>.+?)(?:等因素)?的?(?P<v>限制|制约|影响)$")
_HARD = re.compile(r"^(?P<x>.{2,}?)(?P<v>[\u4e00-\u9fff]{2})难$")
"""专业人才引进难: a doing that is difficult."""
_HAS = re.compile(r"^(?P<x>.{2,}?)(?:还|仍|仍然)?存在(?P<o>.{2,}?)(?:等)?(?:的)?(?:问题|现象|情况)?$")
"""部分案卷存在文书不规范问题: something has a problem that has a name."""
_IN = re.compile(r"^(?P<s>.+?)在(?P<x>.+?)(?:领域|方面|中|上|工作中)?(?:的)?$")
_ROLE = re.compile(r"^(?P<s>[^在的]{2,}?)在(?P<x>.+?)(?:方面|领域|中|上)的(?P<o>[^的]+)$")
_LEAD_IN = re.compile(r"存在|原因")


class Shortfalls:
    """What falls short, with the words of `phrases`."""

    def __init__(self, phrases: Phrases) -> None:
        """Shortcomings of one report."""
        self._phrases = phrases
        self._words = phrases.lexicon

    def say(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """The first way that fits."""
        del kind
        if found := _REMAINS.match(zh):
            zh = found["x"]
        parts = zh.split("、")
        if len(parts) > 1 and len(
            told := [said for part in parts if (said := self._weak(part, objects))]
        ) == len(parts):
            return Worded("; ".join(said.en for said in told))
        for way in (
            self._missing,
            self._not_yet,
            self._gaps,
            self._limited,
            self._not_done,
            self._hard,
            self._weak,
            self._has,
        ):
            self._phrases.holes.clear()  # what another way did not know is not missing here
            if said := way(zh, objects):
                return said
        return None

    def _missing(self, zh: str, objects: Objects) -> Worded | None:
        found = _MISSING.match(zh)
        thing = objects.thing(found["o"], "") if found else None
        return Worded(f"there is a lack of {thing.en}") if thing else None

    def _not_yet(self, zh: str, objects: Objects) -> Worded | None:
        found = _NOT_YET.match(zh)
        verb = self._words.verbs.get(found["v"]) if found else None
        thing = objects.thing(found["x"], "") if found and verb else None
        if thing is None or verb is None:
            return None
        return Worded(f"{thing.en} {'have' if thing.many else 'has'} not yet been {participle(verb)}")

    def _gaps(self, zh: str, objects: Objects) -> Worded | None:
        behind, gaps = _BEHIND.match(zh), _GAPS.match(zh)
        if behind and (thing := objects.thing(behind["x"], "")):
            who = objects.thing(behind["w"], "") if behind["w"] else None
            told = f"a gap between {who.en} and {thing.en}" if who else f"a gap to {thing.en}"
            return (
                Worded(f"there is {'still ' if behind['s'] else ''}{told}")
                if who or not behind["w"]
                else None
            )
        noun = self._phrases.noun(gaps["o"]) if gaps else None
        where = objects.thing(gaps["x"], "") if gaps else None
        if gaps is None or noun is None or where is None:
            return None
        return Worded(f"there are {'still ' if gaps['s'] else ''}{noun.en} in {where.en}")

    def _limited(self, zh: str, objects: Objects) -> Worded | None:
        found = _LIMITED.match(zh)
        thing = objects.thing(found["x"], "") if found else None
        done = "affected" if found and found["v"] == "影响" else "limited"
        return Worded(f"this is {done} by {thing.en}") if thing else None

    def _hard(self, zh: str, objects: Objects) -> Worded | None:
        found = _HARD.match(zh)
        verb = self._words.verbs.get(found["v"]) if found else None
        thing = objects.thing(found["x"], "") if found and verb else None
        return Worded(f"it is difficult to {verb} {thing.en}") if thing else None

    def _has(self, zh: str, objects: Objects) -> Worded | None:
        found = None if _LEAD_IN.search(zh.replace("存在", "", 1)) else _HAS.match(zh)
        what = self._phrases.noun(found["o"], may_ask=False) if found else None
        where = objects.thing(found["x"], "") if what and found else None
        return Worded(f"there are {what.en} in {where.en}") if what and where and is_many(what) else None

    def _not_done(self, zh: str, objects: Objects) -> Worded | None:
        del objects
        found = None if _LEAD_IN.search(zh) else _NOT_DONE.match(zh)
        doing = self._phrases.doing(found["x"]) if found else None
        if found is None or doing is None:
            return None
        return Worded(f"{'more needs to be done' if found['more'] else 'not enough is done'} in {doing.en}")

    def _weak(self, zh: str, objects: Objects) -> Worded | None:
        """NP is not high enough, whatever may be said of it: the words are data."""
        if _LEAD_IN.search(zh):
            return None
        for word in longest(self._words.lacks):
            left = zh.removesuffix(word)
            if left == zh or len(left) < 2 or not (still := _STILL.search(left)):  # noqa: PLR2004 - a word has two
                continue
            thing = self._thing(left[: still.start()].removesuffix("方面"), objects)
            if thing and not is_doing(thing.en):
                yet = " still" if still["still"] else ""
                return Worded(f"{thing.en} {'are' if thing.many else 'is'}{yet} {self._words.lacks[word]}")
        return None

    def _thing(self, zh: str, objects: Objects) -> Thing | None:
        """What is weak; 大数据在法治领域: big data in the rule of law."""
        if role := _ROLE.match(zh):
            whose = objects.thing(role["s"], "")
            field = self._phrases.doing(role["x"]) or self._phrases.noun(role["x"], may_ask=False)
            role_of = self._phrases.noun(role["o"], may_ask=False)
            if whose is None or field is None or role_of is None:
                return None
            return Thing(f"{role_of.told} of {whose.en} in {field.told}", many=is_many(role_of))
        inside = _IN.match(zh)
        if inside and (what := objects.thing(inside["s"], "")) and (where := objects.thing(inside["x"], "")):
            return Thing(f"{what.en} in {where.en}", many=what.many)
        return objects.thing(zh, "")
