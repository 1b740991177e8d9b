"""Owns English words as they are compared: cut to stems, so that endings, capitals and spelling do not matter."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d+(?:[.,]\d+)*")
_SPELLING = {
    "programme": "program",
    "centre": "center",
    "labour": "labor",
    "defence": "defense",
    "plane": "aircraft",
    "planes": "aircraft",
}
_IRREGULAR = {
    form: base
    for base, forms in {
        "do": "did done", "bring": "brought", "make": "made", "lay": "laid", "become": "became", "deal": "dealt",
        "give": "gave given", "come": "came", "take": "took taken", "win": "won", "break": "broke broken",
        "hold": "held", "build": "built", "meet": "met", "lead": "led", "send": "sent", "keep": "kept",
        "lose": "lost", "pay": "paid", "say": "said", "see": "saw seen", "sell": "sold", "seek": "sought",
        "spend": "spent", "stand": "stood", "teach": "taught", "think": "thought", "tell": "told", "go": "went gone",
        "understand": "understood", "write": "wrote written", "get": "got gotten", "grow": "grew grown",
        "know": "knew known", "rise": "rose risen", "fall": "fell fallen", "begin": "began begun", "buy": "bought",
        "choose": "chose chosen", "draw": "drew drawn", "drive": "drove driven", "fly": "flew flown", "run": "ran",
        "speak": "spoke spoken", "undertake": "undertook undertaken", "overcome": "overcame", "catch": "caught",
        "oversee": "oversaw overseen", "withdraw": "withdrew withdrawn", "forbid": "forbade forbidden",
        "feel": "felt", "fight": "fought", "have": "had has", "hear": "heard", "show": "shown", "steal": "stole stolen",
        "swear": "swore sworn", "wear": "wore worn", "woman": "women", "man": "men", "child": "children",
        "person": "people", "good": "better best", "bad": "worse worst", "few": "fewer fewest", "easy": "easier",
    }.items()
    for form in forms.split()
}  # fmt: skip
_OUR = re.compile(r"(?<=[a-z]{2})our(?=s|ed|ing|able|ite|$)")
_SHORTEST = 3
ARTICLES = frozenset({"a", "an", "the"})


class EnglishWord(NamedTuple):
    """One word of a text."""

    stem: str
    start: int
    end: int


@lru_cache(maxsize=32768)
def stem_word(word: str) -> str:
    """`word` in lower case without plural, verb ending and spelling variant; both texts are cut alike.

    "Building" -> build, "mediators" -> mediator, "planned" -> plan, "organisations" -> organis(ation)
    """
    word = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    word = _IRREGULAR.get(word) or _OUR.sub("or", _SPELLING.get(word, word)).replace("iz", "is")
    if word.endswith("ies") and len(word) > len("ties"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ied", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)] + "y" if ending == "ied" else _undoubled(word[: -len(ending)])
            break
    return word.removesuffix("e")


def _undoubled(stem: str) -> str:
    """`plann` of planning as `plan`; `process`, `fall` and `staff` keep both letters."""
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "aeiouflsz" else stem


@lru_cache(maxsize=32768)
def _stem_told(word: str) -> str | None:
    """The stem of a word; none of an article, which no comparison counts."""
    return None if word.lower() in ARTICLES else stem_word(word)


@lru_cache(maxsize=1024)
def words_of(english: str) -> tuple[EnglishWord, ...]:
    """The words of a text in order, without articles; `law-based` is two words."""
    return tuple([
        _new_word(EnglishWord, (stem, match.start(), match.end()))
        for match in _WORD.finditer(english)
        if (stem := _stem_told(match[0])) is not None
    ])


_new_word = tuple.__new__
"""Makes a named tuple without the call that names its fields: every word of every text is one."""


@lru_cache(maxsize=8192)
def stems_of(english: str) -> tuple[str, ...]:
    """The stems of a text in order; asked for far more often than their places."""
    return tuple([stem for stem in map(_stem_told, _WORD.findall(english)) if stem is not None])


def plain_stems(english: str) -> Iterator[str]:
    """The stems of a text that is looked at once, such as a dictionary's."""
    return (stem_word(word) for word in _WORD.findall(english) if word not in ARTICLES)


class EnglishHit(NamedTuple):
    """Where one of the phrases stands."""

    key: str
    start: int
    end: int


_Owned = tuple[tuple[str, ...], int, str, str]


class Phrasebook:
    """English phrases of several owners, each with the key that it stands for; one pass finds them all."""

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """`phrases` are owner, key and phrase."""
        self._by_start: dict[tuple[str, ...], list[_Owned]] = {}
        for owner, key, phrase in phrases:
            stems = stems_of(phrase)
            self._by_start.setdefault(stems[:2], []).append((stems, len(stems), owner, key))
        for entries in self._by_start.values():
            entries.sort(key=lambda entry: -entry[1])
        self._opening = frozenset(stem for start in self._by_start for stem in start[:1])

    def find(self, english: str) -> dict[str, list[EnglishHit]]:
        """Every phrase of a text by owner; of one owner's phrases, none inside a longer one."""
        stems, found = stems_of(english), dict[str, list[EnglishHit]]()
        entries, last = self._by_start.get, len(stems) - 1
        for i in [i for i, stem in enumerate(stems) if stem in self._opening]:
            longer = entries(stems[i : i + 2], ()) if i < last else ()
            for phrase, size, owner, key in (*longer, *entries(stems[i : i + 1], ())):
                if size > 2 and stems[i : i + size] != phrase:  # noqa: PLR2004 - two are looked up
                    continue
                hits, words = found.setdefault(owner, []), words_of(english)
                start, end = words[i].start, words[i + size - 1].end
                if not hits or start >= hits[-1].end or (start, end) == hits[-1][1:]:
                    hits.append(_new_word(EnglishHit, (key, start, end)))
        return found
