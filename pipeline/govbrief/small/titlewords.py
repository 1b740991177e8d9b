"""Owns titles in English: the sort of document by its last word, place in front, the rest by the lexicon or a model.

大连市重大行政决策程序规定  ->  Dalian Provisions on Procedures for Major Administrative Decisions
关于推进便民建设的工作方案  ->  Work Plan for Advancing …
"""

import re

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import Glossary
from govbrief.names.toponyms import SOURCE as PLACES
from govbrief.small.english import tidy
from govbrief.small.inflect import gerund
from govbrief.small.lexicon import base_verbs
from govbrief.small.phrases import Phrases
from govbrief.small.prefilled import settle_words

_BEHIND = re.compile(r"[(（]([^()（）]+)[)）]$")
_SMALL = frozenset(read_table("verbs_en")["small"])
_COUNTRY = "中华人民共和国"
_MARKS = {
    "试行": "Trial",
    "暂行": "Interim",
    "修订": "Revised",
    "草案": "Draft",
    "征求意见稿": "Draft for Comment",
}


def plain_title(zh: str) -> str:
    """A title without its marks."""
    return zh.strip("《》").replace("〈", "“").replace("〉", "”")


def settled_title(bare: str, glossary: Glossary) -> str:
    """A title that is a term, or a law of the state whose short name is one; empty for any other."""
    for country, of in (("", ""), (_COUNTRY, " of the People's Republic of China")):
        whole = settle_words(bare.removeprefix(country), glossary, {})
        if whole.is_settled and bare.startswith(country):
            return capitals(tidy(f"{whole.text}{of}"))
    return ""


class TitleParts:
    """A title taken apart: place, sort, what it is on, what stands in brackets."""

    def __init__(self, bare: str, glossary: Glossary) -> None:
        """Take `bare`, a title without marks, apart."""
        behind = _BEHIND.search(bare)
        self.behind = _bracketed(behind[1]) if behind else ""
        self.is_whole = not behind or bool(self.behind)
        core = bare[: behind.start()] if behind else bare
        places = [term for term in glossary.terms if term.source == PLACES]
        place = next((t for t in places if core.startswith(t.zh)), None)
        core = core.removeprefix(place.zh) if place else core
        smaller = next((t for t in places if core.startswith(t.zh)), None)
        place, core = (smaller, core.removeprefix(smaller.zh)) if smaller else (place, core)
        sorts = read_table("heads")["sorts"]
        self.sort = max((word for word in sorts if core.endswith(word)), key=len, default="")
        self.english_sort = sorts.get(self.sort, "")
        self.place = place.en if place else ""
        self.rest = re.sub(
            r"^关于|的$", "", core.removesuffix(self.sort).removeprefix("关于").removesuffix("的")
        )

    def said(self, rest: str) -> str:
        """The title with `rest` in English."""
        if not rest:
            sort = self.english_sort.rsplit(" ", 1)[0]
            return capitals(" ".join(part for part in (self.place, sort, self.behind) if part))
        words = f"{self.english_sort} {_doing(rest)}" if self.sort else rest
        return capitals(" ".join(part for part in (self.place, words, self.behind) if part))


def by_words(parts: TitleParts, phrases: Phrases) -> str:
    """What a title is on, by the lexicon; empty where a word is not known."""
    known = phrases.noun(parts.rest, may_ask=False) or phrases.doing(parts.rest)
    return known.told if known else ""


def _bracketed(text: str) -> str:
    if text in _MARKS:
        return f"({_MARKS[text]})"
    years = re.fullmatch(r"(20\d\d)(?:年?[-—–至]+(20\d\d))?(?:年|版|年版)?", text)
    return f"({'-'.join(year for year in years.groups() if year)})" if years else ""


def _doing(rest: str) -> str:
    """`promote the work` -> `promoting the work`: what stands behind `for` or `on` is no order."""
    first = rest.split(" ", 1)[0].lower()
    is_verb = first in base_verbs() - set(read_table("verbs_en")["also_nouns"])
    return gerund(f"{first}{rest[len(first) :]}") if is_verb else rest


def capitals(title: str) -> str:
    """A title as English prints it."""
    words = title.split()
    return " ".join(
        word
        if n and word in _SMALL
        else "-".join(
            re.sub(r"^[“\"(]*[a-z]", lambda first: first[0].upper(), part) for part in word.split("-")
        )
        for n, word in enumerate(words)
    )
