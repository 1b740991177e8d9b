"""Owns a clause as a small model reads it: numbers and settled terms stand in it in English already, titles as marks.

A small model copies English words that stand in a Chinese clause and bends the sentence around them, where a list of
terms beside the clause is ignored or copied with it. Titles are marks ({A}), because they are long.

    全市建成便民服务站1726个  ->  citywide 建成 convenience service stations 1,726个
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.names.glossary import Glossary
from govbrief.numbers.locks import lock_numbers

TITLE = re.compile(r"《[^《》]{2,80}(?:〈[^〉]*〉[^《》]*)?》")
_MARK = re.compile(r"\{[A-Z]\}")
_NUMBER = re.compile(r"\d[\d,.]*")
_NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SPACES = re.compile(r" {2,}")


@cache
def _plain_words() -> tuple[tuple[str, str], ...]:
    """Words that a small model gets wrong, longest first."""
    words: Mapping[str, str] = read_table("inline")["words"]
    return tuple(sorted(words.items(), key=lambda pair: -len(pair[0])))


@dataclass(frozen=True, slots=True)
class Settled:
    """A clause with its settled words in English."""

    text: str
    titles: Mapping[str, str]
    """Mark to English title."""

    @property
    def is_settled(self) -> bool:
        """Whether no Chinese is left: nothing has to be asked."""
        return re.search(r"[\u4e00-\u9fff]", self.text) is None

    def lost(self, english: str) -> tuple[str, ...]:
        """Marks that the English does not hold exactly once."""
        return tuple(mark for mark in self.titles if english.count(mark) != 1)

    def numbers_lost(self, english: str) -> tuple[str, ...]:
        """Numbers of the clause that the English has neither in digits nor, where they are small, in words."""
        told = {number.rstrip(".,") for number in _NUMBER.findall(english)}
        told |= {f"{n}" for n, word in enumerate(_NUMERALS) if re.search(rf"\b{word}\b", english.lower())}
        return tuple(n for n in (m.rstrip(".,") for m in _NUMBER.findall(self.text)) if n not in told)

    def opened(self, english: str) -> str:
        """The English with titles in their places; a mark that nobody set goes."""
        for mark, title in self.titles.items():
            english = re.sub(rf"(?:\b[Tt]he )?[\"“]?{re.escape(mark)}[\"”]?", f"the {title}", english)
        return _SPACES.sub(" ", _MARK.sub("", english)).strip()


def titles_in(text: str) -> tuple[str, ...]:
    """The titles 《…》 of a text, each once."""
    return tuple(dict.fromkeys(TITLE.findall(text)))


def marked(zh: str) -> tuple[str, dict[str, str]]:
    """A text with its titles as marks, and which mark stands for which."""
    marks = {title: f"{{{chr(65 + n)}}}" for n, title in enumerate(titles_in(zh))}
    for title, mark in marks.items():
        zh = zh.replace(title, mark)
    return zh, marks


def settle_words(text: str, glossary: Glossary, titles: Mapping[str, str], *, terms: bool = True) -> Settled:
    """`text` with numbers, terms and `titles` (Chinese with 《》 to English) settled; without `terms` only the rest."""
    marks: dict[str, str] = {}
    for n, title in enumerate(titles_in(text), 1):
        if titles.get(title):
            mark = f"{{{chr(64 + n)}}}"
            marks[mark] = titles[title]
            text = text.replace(title, mark)
    if terms:
        text = _with_terms(text, glossary)
    locked = lock_numbers(text)
    opened = locked.text
    for lock in locked.locks:
        mark = f"{{{lock.name}}}"
        after = opened.partition(mark)[2][:1]
        gap = " " if after and after.isascii() and after.isalnum() else ""
        opened = opened.replace(mark, f" {lock.en}{gap}")
    return Settled(_SPACES.sub(" ", opened).strip(), marks)


def _with_terms(text: str, glossary: Glossary) -> str:
    """Longest first; what stands in a longer term is not looked at again."""
    known = dict(_plain_words())
    known |= {term.zh: term.en for term in glossary.terms_in(text) if term.zh not in known}
    return _replaced(text, sorted(known.items(), key=lambda pair: -len(pair[0])))


def _quoted(zh: str, text: str) -> str:
    """A term as `text` writes it with a part in quotation marks: “八五”普法; empty where it does not."""
    if not re.search('[“"]', text):
        return ""
    found = re.search('[“"]?' + '[”"]?'.join(map(re.escape, zh)), text)
    return found[0] if found else ""


def _plural(noun: str) -> str:
    """The term as it stands beside a number; 1 is put right in the English."""
    uncounted = noun.endswith(("s", "people", "personnel", "law", "ity", "ing", "ion")) and not noun.endswith(
        "station"
    )
    if uncounted or noun[-1:].isupper():
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def _replaced(text: str, known: Sequence[tuple[str, str]]) -> str:
    taken: list[str] = []
    for zh, en in known:
        written = zh if zh in text else _quoted(zh, text)
        if written:
            word = re.escape(written)
            many = re.search(rf"{word} ?\d|\d[余多]?[个件项家名支条份部处所座]{word}", text)
            text = text.replace(written, f"\ue000{chr(0xE100 + len(taken))}")
            taken.append(_plural(en) if many else en)
    for n, en in enumerate(taken):
        text = text.replace(f"\ue000{chr(0xE100 + n)}", f" {en} ")
    return _SPACES.sub(" ", re.sub(r" (?=[，。；、”’\"》）)])|(?<=[“‘\"《（(]) ", "", text)).strip()
