"""Owns what code says of a clause itself: the most common predicates of government prose in plain English.

    制定政府规章3件              ->  Formulated 3 government rules
    调解成功率99.7%              ->  The success rate of mediation was 99.7%
    对区级预案进行修订           ->  Revised district-level contingency plans
    执法力量还比较薄弱           ->  The law enforcement workforce is still weak
A clause that fits no frame, or holds a word that nobody settled where it cannot be asked for, is not said: it is for
the model.
"""

import re
from collections.abc import Callable, Iterator

from govbrief.numbers.locks import lock_numbers
from govbrief.small.comparisons import Comparisons
from govbrief.small.inflect import listed
from govbrief.small.lexicon import sort_of
from govbrief.small.links import unlinked
from govbrief.small.objects import Objects, Thing
from govbrief.small.phrases import Phrases
from govbrief.small.predicates import Doing, around, formed, in_tense, of_all
from govbrief.small.shortfalls import Shortfalls
from govbrief.small.statements import Statements, Worded
from govbrief.small.tellings import FrameTelling
from govbrief.small.times import opening_of
from govbrief.small.toward import Toward
from govbrief_schemas.item import Kind

_INTO = re.compile(r"^[将把](?P<x>.+?)(?:纳入|列入)(?P<o>.+)$")
_FOR_ALL = re.compile(r"^(?:基本)?实现(?:了|对)?(?P<x>.+?)的?(?P<o>[“\"][^“”\"]+[”\"]|全覆盖)$")
"""实现全部事项“全程网办”: achieve “…” for all items."""
_DONE_OF = re.compile(r"^(?:进行|完成|实现|开展|组织)了?(?P<x>.{2,})的(?P<v>[\u4e00-\u9fff]{2,4})$")
"""完成站点的挂牌: a doing named behind what it is done to."""
_ALL = re.compile(r"^(?:已经?)?(?:全部|均|都)(?:已经?)?")
"""Behind several who act: all of them."""
_DONE_TO = re.compile(r"^对(?P<x>.+?)(?:进行|开展|实施|予以|给予)了?(?P<o>.+)$")
_OPEN = re.compile(r"\{n\d+\}")  # a number that no frame took
_AGENTLESS = re.compile(r"^(?:我们|我[市省区县局院])$|(?:改革|监管|服务|平台|机制)$")
"""What is no actor by whom something is done."""
_CALLED = re.compile(r"的(?:重要|有效|必然|生动|根本|关键)(?:举措|途径|体现|保障|要求|手段|内容|环节|任务)$")
"""What something is called, not what was done: (是)维护司法公正的重要举措."""
_NOTE = re.compile(r"[\[〔]\d{1,2}[\]〕]")
"""The mark of a footnote."""
_HALF = 4
"""Characters of a doing before 并, at least."""
_HOLES = 2
"""Phrases of a clause that a model may be asked for."""


class Frames:
    """The frames at work on clauses of one report."""

    def __init__(self, phrases: Phrases) -> None:
        """Frames with the words of `phrases`."""
        self.phrases = phrases
        self._words = phrases.lexicon
        self._statements = Statements(phrases)
        self._shortfalls = Shortfalls(phrases)
        self._comparisons = Comparisons(phrases)
        self._toward = Toward(phrases)

    def say(self, zh: str, kind: Kind) -> FrameTelling | None:
        """One clause without commas in English, the way with the fewest holes; None where no frame holds."""
        if _CALLED.search(zh):
            return None
        zh = unlinked(_NOTE.sub("", zh), kind)
        for long, plain in self._words.same.items():
            zh = zh.replace(long, plain)
        opening = opening_of(zh, self._words)
        locked = lock_numbers(opening.rest)
        objects = Objects(
            self.phrases, {f"{{{lock.name}}}": lock for lock in locked.locks}, kind is Kind.PLAN
        )
        text = locked.text.replace("，", "")
        best: FrameTelling | None = None
        for way in self._ways(kind):
            self.phrases.holes.clear()
            said = way(text, kind, objects)
            holes = frozenset(self.phrases.holes)
            if (
                said is None
                or len(holes) > _HOLES
                or _OPEN.search(said.en)
                or (best and len(holes) >= len(best.holes))
            ):
                continue
            words = around(said.en, opening.front, opening.behind)
            best = FrameTelling(f"{words[:1].upper()}{words[1:]}", said.has_subject, holes, said.counted)
        return best

    def _ways(self, kind: Kind) -> "Iterator[_Way]":
        if kind is Kind.SHORTCOMING:
            yield self._shortfalls.say
            yield self._fell
            return
        yield self._comparisons.say
        yield self._statements.measure
        yield self._statements.from_to
        yield self._statements.multiple
        yield self._doing
        yield self._statements.honour
        yield self._somebody
        yield self._statements.rank
        yield self._statements.chosen
        yield self._statements.placed
        yield self._statements.passive

    def _fell(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """A shortcoming told by a number: it is what was, as a result is."""
        del kind
        return self._statements.measure(zh, Kind.ACHIEVEMENT, objects)

    def _doing(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """Adverbs, verb, object; the word for `speed up` may be either adverb or verb."""
        for adverbs, rest in reversed(list(self._adverbs(zh))):
            self.phrases.holes.clear()
            if found := self._directed(rest, objects):
                return Worded(in_tense(found[0], adverbs, kind), has_subject=False, counted=found[1])
        return self._two_doings(zh, kind, objects)

    def _two_doings(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """建立台账并推进整改: the one and the other, each with its verb."""
        first, link, second = zh.partition("并")
        if not link or len(first) < _HALF or not self._opens(second):
            return None
        one, two = self._doing(first, kind, objects), self._doing(second, kind, objects)
        if one is None or two is None:
            return None
        return Worded(f"{one.en} and {two.en}", has_subject=False, counted=(*one.counted, *two.counted))

    def _adverbs(self, zh: str) -> Iterator[tuple[list[str], str]]:
        """The ways to part a clause into adverbs and the rest."""
        found: list[str] = []
        while True:
            yield list(found), zh
            word = next((zh[:size] for size in (5, 4, 3, 2, 1) if zh[:size] in self._words.adverbs), "")
            verb = next((zh[:size] for size in range(8, 1, -1) if zh[:size] in self._words.verbs), "")
            if not word or len(verb) > len(word):
                return
            found.append(self._words.adverbs[word])
            zh = zh[len(word) :].removeprefix("地")

    def _directed(self, zh: str, objects: Objects) -> "Doing | None":
        for way in (
            self._done_to,
            self._done_of,
            self._put_into,
            self._for_all,
            self._toward.submitted,
            self._toward.beside,
            self._caused,
            self._plain,
        ):
            if said := way(zh, objects):
                return said
        return None

    def _put_into(self, zh: str, objects: Objects) -> "Doing | None":
        """将X纳入Y: included X in Y."""
        if (found := _INTO.match(zh)) is None:
            return None
        thing, into = objects.thing(found["x"], "纳入"), self.phrases.noun(found["o"].removesuffix("中"))
        return (formed("include", thing, f"in {into.told}"), thing.counted) if thing and into else None

    def _for_all(self, zh: str, objects: Objects) -> "Doing | None":
        """实现全部事项“全程网办”: achieved “…” for all items."""
        if (found := _FOR_ALL.match(zh)) is None:
            return None
        all_, aim = objects.thing(found["x"], ""), self.phrases.noun(found["o"])
        return (formed("achieve", Thing(aim.told), f"for {all_.en}"), all_.counted) if all_ and aim else None

    def _plain(self, zh: str, objects: Objects) -> "Doing | None":
        """Verbs and their object."""
        for verbs, rest in self._verbs(zh):
            english = listed(list(dict.fromkeys(self._words.verb(verb, rest) for verb in verbs)))
            if thing := objects.thing(rest, verbs[-1]):
                told = zh[: len(zh) - len(rest)].removesuffix("了")
                return formed(english, thing), tuple(
                    of_all(row, verbs, told, english) for row in thing.counted
                )
        return None

    def _caused(self, zh: str, objects: Objects) -> "Doing | None":
        """督促部门编制预案: urge departments to draw up contingency plans."""
        word = zh[:2] if zh[:2] in self._words.causing else ""
        for at in range(4, len(zh) - 3) if word else ():
            who = objects.subject(zh[2:at])
            if who and (said := self._doing(zh[at:], Kind.PLAN, objects)) and not self.phrases.holes:
                return formed(self._words.causing[word], Thing(f"{who.en} to {said.en}")), said.counted
        return None

    def _done_to(self, zh: str, objects: Objects) -> "Doing | None":
        """对X进行修订和调整: revised and adjusted X; 对X开展专项整治: carried out special rectification of X."""
        if (found := _DONE_TO.match(zh)) is None:
            return None
        thing = objects.thing(found["x"], "")
        doings = re.split(r"[和与、及]", found["o"])
        if thing is None:
            return None
        if all(doing in self._words.verbs for doing in doings):
            return formed(listed([self._words.verbs[doing] for doing in doings]), thing), thing.counted
        act = self.phrases.noun(found["o"], may_ask=False)
        if act and found["o"].endswith(tuple(sort_of("studies"))):
            # 对宪法进行专题学习: what is studied has nothing done to it
            return formed("carry out", Thing(act.told), f"on {thing.en}"), thing.counted
        return (formed("carry out", Thing(act.told), f"of {thing.en}"), thing.counted) if act else None

    def _done_of(self, zh: str, objects: Objects) -> "Doing | None":
        """完成站点的挂牌: opened the stations."""
        found = _DONE_OF.match(zh)
        if found is None or found["v"] not in self._words.verbs or "的" in found["x"]:
            return None
        thing = objects.thing(found["x"], found["v"])
        return (formed(self._words.verb(found["v"], found["x"]), thing), thing.counted) if thing else None

    def _verbs(self, zh: str) -> Iterator[tuple[list[str], str]]:
        """The verbs that a clause may begin with, longest first, and the rest."""
        for size in range(min(8, len(zh) - 1), 1, -1):
            if zh[:size] not in self._words.verbs:
                continue
            rest = zh[size:]
            link = re.match(r"[、和并与及]", rest)
            joined = any(rest.startswith(word) for word in sort_of("co_verbs")) and zh[:size] in sort_of(
                "drafted"
            )
            if link is None and not joined:
                yield [zh[:size]], re.sub(r"^(?:了|到|出(?![台具]))", "", rest)
            for more, behind in self._verbs(rest[1:] if link else rest):
                if link or (zh[:size] in sort_of("drafted") and not self._words.is_name(more[0])):
                    yield [zh[:size], *more], behind

    def _somebody(self, zh: str, kind: Kind, objects: Objects) -> Worded | None:
        """Whoever does it, said first: 16 teams carried out drills."""
        for at in range(2, len(zh) - 2):
            all_ = _ALL.match(zh[at:])
            opening = opening_of(zh[at + all_.end() :] if all_ else zh[at:], self._words)
            if not self._opens(opening.rest) or (subject := objects.subject(zh[:at])) is None:
                continue
            if all_:
                subject = subject._replace(en=f"all {subject.en}") if subject.many else subject
            self.phrases.holes.clear()
            if said := self._doing(opening.rest, kind, objects):
                be = "are" if subject.many else "is"
                words = f"{be} to {said.en}" if kind is Kind.PLAN else said.en
                by_whom = [
                    row._replace(zh=f"{objects.opened(zh[:at])}{row.zh}", en=f"{row.en} by {subject.en}")
                    for row in said.counted
                    if not _AGENTLESS.search(zh[:at])
                ]
                counted = (*subject.who(opening.rest, words), *by_whom)
                return Worded(around(f"{subject.en} {words}", opening.front, opening.behind), counted=counted)
        return None

    def opens_with_doing(self, zh: str) -> bool:
        """Whether a clause names nobody who does it: what stands behind is done by the same."""
        rest = opening_of(unlinked(zh, Kind.ACHIEVEMENT), self._words).rest
        return self._opens(rest) or rest[:1] in "对将把向为与同从以按" or rest[:2] in {"通过", "依托", "采取"}

    def _opens(self, zh: str) -> bool:
        """Whether a doing may begin here."""
        if _DONE_TO.match(zh) or _DONE_OF.match(zh):
            return True
        return any(zh[:size] in self._words.verbs or zh[:size] in self._words.adverbs for size in range(1, 6))


_Way = Callable[[str, Kind, Objects], Worded | None]
