"""Owns words side by side: which are modifiers, which is the head, and in what order English says them.

行政执法案卷      ->  administrative law enforcement case files
法治政府建设水平  ->  level of law-based government
化解纠纷机制      ->  mechanism for resolving disputes
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from govbrief.base.datafiles import any_of
from govbrief.small.inflect import gerund, singular
from govbrief.small.lexicon import ClauseLexicon, Noun, WordSort, sort_of

BEHIND = re.compile(r"(?<!rule)(?<!Rule) (?:of|for|at|by|in|on|with|to|that|who|under) ")
"""What hangs behind a noun, which therefore cannot stand before another."""
_MUCH = 5
"""From this many English words before it on, a head noun stands first: reform of …"""
_LONGEST = 24
"""Characters of the longest word."""
_BUILT = re.compile(r"building of |development of |[a-z]+ (?:building|development)$")
_WORK, _BUILDING = "工作", "建设"
_LINKS = {"approach": "to", "opinions": "on", "investment": "in"}
"""Heads with a preposition of their own."""


class _Saying(Protocol):
    def __call__(self, zh: str, *, may_ask: bool = True) -> Noun | None: ...


@dataclass(frozen=True)
class Compounds:
    """Compounds with the words of a lexicon; `noun` says a whole phrase, `known` a single word."""

    lexicon: ClauseLexicon
    noun: _Saying
    known: Callable[[str], Noun | None]

    def said(self, zh: str) -> Noun | None:
        """Words side by side, the last one the head."""
        words = self.words(zh, len(zh))
        if words is None or (words[0] in sort_of("opening") and len(words) > 1):
            return None
        return self._said([word for n, word in enumerate(words) if word != _WORK or n in {0, len(words) - 1}])

    def _said(self, words: list[str]) -> Noun | None:
        words = self._apart(words)
        head = self.lexicon.nouns.get(words[-1])
        acts = [word for word in words[:-2] if self._only_acts(word)]
        verbs = [word for word in words if self.lexicon.is_verb(word)]
        if acts or verbs:
            return self._with_verb(words, acts, verbs, head)
        if head is None or self._is_deed(words, head):
            return None
        return self._side_by_side(words, head)

    def _with_verb(
        self, words: list[str], acts: list[str], verbs: list[str], head: Noun | None
    ) -> Noun | None:
        """What holds a doing: it is the head, or the head is for it."""
        if head is None:
            return self._act(words) if verbs == words[-1:] and not acts else None
        if acts:
            return (
                self._for_doing(words, acts, head)
                if acts == words[:1] and acts[0] in self.lexicon.verbs
                else None
            )
        return self._for_doing(words, verbs, head)

    def _is_deed(self, words: list[str], head: Noun) -> bool:
        """化解纠纷: somebody resolves disputes, and no sort of disputes is meant."""
        return len(words) == 2 and words[0] in sort_of("with_object") and head.sort is WordSort.THINGS  # noqa: PLR2004

    def _side_by_side(self, words: list[str], head: Noun) -> Noun | None:
        """Modifiers and head, in the order that English wants."""
        if words[-1] == _WORK and (work := self._work(words[:-1])):
            return work
        before = [self._before(word) for word in words[:-1]]
        hangs = any(BEHIND.search(one) for one in before)
        if hangs and head.sort is WordSort.THINGS and head.en.split(" ")[-1] not in sort_of("for_it"):
            return None
        if hangs or self._wants_of(words, before, head):
            owner = self.noun("".join(words[:-1]), may_ask=False)
            return owned(head, owner.told) if owner else None
        said = f"{' '.join(before)} {head.bare}"
        return None if any(one == other for one, other in pairwise(said.split())) else Noun(said, head.sort)

    def _apart(self, words: list[str]) -> list[str]:
        """高素质|教师队伍建设: whoever stands before says it of the team, not of the building."""
        stem = words[-1].removesuffix(_BUILDING)
        built = self.lexicon.nouns.get(words[-1])
        building = stem in self.lexicon.nouns and built is not None and _BUILT.match(built.en) is not None
        described = len(words) > 1 and words[0] in self.lexicon.modifiers
        return [*words[:-1], stem, _BUILDING] if stem != words[-1] and building and described else words

    def _only_acts(self, word: str) -> bool:
        """Whether a word says what is done to the next and is no modifier: 培育 in 培育未来产业行动."""
        noun = self.lexicon.nouns.get(word)
        return noun is not None and noun.sort is WordSort.ACT and word not in self.lexicon.modifiers

    def _work(self, words: list[str]) -> Noun | None:
        """机构改革工作: institutional reform, for reform is work."""
        what = self.noun("".join(words), may_ask=False)
        if what is None or what.sort in {WordSort.MASS, WordSort.ACT}:
            return what
        return Noun(f"work on {what.told}", WordSort.MASS)

    def _wants_of(self, words: list[str], before: list[str], head: Noun) -> bool:
        """Whether the head stands first: the quality of …, rectification of …, whatever is long."""
        if words[-2] not in self.lexicon.nouns:
            return False
        last = head.en.split(" ")[-1]
        done = self.lexicon.nouns[words[-2]].sort is WordSort.ACT and len(words) > 2  # noqa: PLR2004 - what it is done to
        return (
            done
            or head.sort is WordSort.ACT
            or (
                head.sort is WordSort.MASS
                and re.search(rf"{any_of(sort_of('measured'))}$", words[-1]) is not None
            )
            or head.en.split(" ")[0] in sort_of("adjectives")
            or (head.sort is WordSort.ONE and last not in sort_of("behind"))
            or len(plain(" ".join(before)).split()) >= _MUCH
        )

    def _act(self, words: list[str]) -> Noun | None:
        """矛盾纠纷化解: resolving disputes."""
        thing = self.noun("".join(words[:-1]), may_ask=False)
        return Noun(f"{gerund(self.lexicon.verbs[words[-1]])} {thing.told}", WordSort.MASS) if thing else None

    def _for_doing(self, words: list[str], verbs: list[str], head: Noun) -> Noun | None:
        """化解纠纷机制, 纠纷化解机制: the mechanism for resolving disputes."""
        rest = [word for word in words[:-1] if word not in verbs]
        at_edge = words[0] in verbs or self.lexicon.is_verb(words[-2])
        if len(verbs) > 1 or not rest or not at_edge or head.en.split(" ")[-1] not in sort_of("for_it"):
            return None
        thing = self.noun("".join(rest), may_ask=False)
        doing = gerund(self.lexicon.verbs[verbs[0]])
        return Noun(f"{head.en} for {doing} {thing.told}", head.sort) if thing else None

    def _before(self, word: str) -> str:
        """A word as it stands before another noun."""
        if word in self.lexicon.modifiers:
            return self.lexicon.modifiers[word]
        noun = self.known(word)
        if noun is None:
            return self.lexicon.verbs[word]
        return singular(noun.bare) if noun.sort is WordSort.THINGS else noun.bare

    def words(self, zh: str, whole: int) -> list[str] | None:
        """`zh` in as few words as can be, all of them known; None where a part is not."""
        best: list[list[str] | None] = [[], *([None] * len(zh))]
        for end in range(1, len(zh) + 1):
            for start in range(max(0, end - _LONGEST), end):
                before, word = best[start], zh[start:end]
                if before is None or (end - start == whole and word not in self.lexicon.nouns):
                    continue
                if not self._usable(word, is_last=end == len(zh)):
                    continue
                here = best[end]
                if here is None or len(before) + 1 <= len(here):
                    best[end] = [*before, word]
        return best[len(zh)]

    def _usable(self, word: str, *, is_last: bool) -> bool:
        if word in self.lexicon.nouns or word in self.lexicon.verbs:
            return True
        if word[0] in '“"':
            return not is_last and self.known(word) is not None
        return not is_last and word in self.lexicon.modifiers


def plain(english: str) -> str:
    """Without the `of` that belongs to a word."""
    return english.replace("rule of law", "law").replace("Rule of Law", "Law")


def owned(head: Noun, owner: str) -> Noun:
    """`level` and `services` -> `level of services`, with the preposition that the head takes."""
    last = head.en.split(" ")[-1]
    doing = re.match(r"[a-z]+ing ", owner) and last in sort_of("for_doing")
    link = "for" if last in sort_of("for_it") or doing else _LINKS.get(last, "of")
    return Noun(f"{head.en} {'in' if BEHIND.search(f'{head.en} ') else link} {owner}", head.sort)
