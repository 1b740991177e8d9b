"""Owns the terms that translators settle once: finding them in Chinese text and missing them in English.

Spelling is compared loosely on both sides (quotation marks, dashes and spaces of the Chinese; case, plural,
verb endings and hyphens of the English), because a departure is another word, never another ending.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from govbrief.base.datafiles import DATA
from govbrief.base.errors import InputError, PromptError
from govbrief.names.stems import stems_of
from govbrief.names.terms import Term, read_terms
from govbrief.read.decode import decode_text

__all__ = ["BUILT_IN", "Glossary", "Term", "load_glossary"]

BUILT_IN = DATA / "glossary.toml"
"""The terms that come with govbrief."""


@dataclass(frozen=True)
class Glossary:
    """Terms, found longest first."""

    terms: tuple[Term, ...]
    added_to: "Glossary | None" = None
    """A glossary that is searched as well, and whose own word counts; it is put into form once for all reports."""

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The terms that `text` holds, each once, in order of first occurrence.

        A term that stands only inside a longer one is not found:

            修订行政复议法   -> 行政复议法, not 行政复议
            城市委员会       -> nothing, although it holds 市委
            市政府规章       -> 市政府 and 政府规章, which share two characters
        """
        found: dict[Term, None] = {}
        covered = 0
        for _, end, words in self.longest_in(_fold(text)):
            if end > covered:
                covered = end
                if (term := self.keyed(_key(words))) is not None:
                    found.setdefault(term)
        return tuple(found)

    def longest_in(self, folded: str) -> Sequence[tuple[int, int, str]]:
        """Where a term or what covers one begins and ends, with its words: of each place the longest, in order."""
        own = [(*match.span(1), match[1]) for match in self._pattern.finditer(folded)]
        if self.added_to is None:
            return own
        both = sorted((*self.added_to.longest_in(folded), *own), key=lambda one: (one[0], -one[1]))
        return [next(rivals) for _, rivals in groupby(both, key=itemgetter(0))]

    def keyed(self, key: str) -> Term | None:
        """The term whose spellings share this key."""
        under = self.added_to.keyed(key) if self.added_to else None
        return under or self._by_key.get(key)

    def extended(self, terms: Iterable[Term]) -> "Glossary":
        """This glossary and `terms`; what stands here already is kept."""
        return Glossary(tuple(terms), self)

    def departures(self, zh: str, en: str) -> tuple[Term, ...]:
        """The terms of `zh` of which `en` holds no accepted form."""
        words = stems_of(en)
        return tuple(
            term
            for term in self.terms_in(zh)
            if not any(_reads(words, stems_of(form)) for form in term.accepted)
        )

    @cached_property
    def _by_key(self) -> Mapping[str, Term]:
        return {_key(_fold(term.zh)): term for term in self.terms}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Looks ahead from every character and takes the longest string there. What a term is not (`unless`)
        # is matched as well: it covers the characters of the term and names none.
        ends = {_fold(longer): "" for term in self.terms for longer in term.unless}
        ends |= {_fold(term.zh): _LAW_ENDS if _names_a_law(term) else "" for term in self.terms}
        by_first: dict[str, list[str]] = {}
        for folded in sorted(ends, key=len, reverse=True):
            rest = "".join(_loose(char) for char in folded[1:])
            by_first.setdefault(folded[0], []).append(rest + ends[folded])
        branches = (f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())
        return re.compile(f"(?=({'|'.join(branches) or '(?!)'}))")


def load_glossary(extra: Path | None = None) -> Glossary:
    """The terms that come with govbrief and those of `extra` (.toml or .csv); the same Chinese overrides.

    Raises:
        PromptError: `extra` cannot be read or an entry is not well formed; names file and line or entry.
    """
    if extra is None:
        return _built_in()
    try:
        text, _ = decode_text(extra.read_bytes(), str(extra))
    except (OSError, InputError) as error:
        raise PromptError(
            f"{extra}: the glossary cannot be read ({error})",
            hint="a readable file, saved as UTF-8 or GB18030",
        ) from error
    return _extended(extra, text.removeprefix("\ufeff").replace("\r\n", "\n"))


@lru_cache(maxsize=1)
def _built_in() -> Glossary:
    return Glossary(tuple(_keyed(BUILT_IN, BUILT_IN.read_text(encoding="utf-8")).values()))


@lru_cache(maxsize=8)
def _extended(path: Path, text: str) -> Glossary:
    return Glossary(tuple({**_built_in()._by_key, **_keyed(path, text)}.values()))  # noqa: SLF001 - this module's own


def _keyed(path: Path, text: str) -> dict[str, Term]:
    """The terms of a file by what all their spellings share; refuses what could never be found or missed."""
    terms: dict[str, Term] = {}
    for place, term in read_terms(path, text):
        key = _key(_fold(term.zh))
        if _CHINESE.search(key) is None:
            raise PromptError(f"{place}: no Chinese in zh", hint="is the file saved as UTF-8?")
        if not all(stems_of(form) for form in term.accepted):
            raise PromptError(f"{place}: no English in en or also", hint="see docs/glossary.md")
        if not all(_fold(term.zh) in _fold(longer) for longer in term.unless):
            raise PromptError(
                f"{place}: every text of unless must hold {term.zh}", hint="see docs/glossary.md"
            )
        if key in terms:
            raise PromptError(
                f"{place}: {term.zh} stands twice in this file", hint="keep one of the two entries"
            )
        terms[key] = term
    return terms


_CHINESE = re.compile(r"[\u3400-\u9fff]")
_DROPPED = str.maketrans("", "", "“”‘’\"'「」『』《》〈〉 \t\r\n\u3000\u00a0")
_BRACKETS = str.maketrans("（），", "(),")
_DASHES = "-—–―－~～至"


def _fold(chinese: str) -> str:
    """`chinese` without quotation marks and spaces: “八五”普法 and 八五普法 are one term."""
    return chinese.translate(_DROPPED).translate(_BRACKETS)


def _loose(char: str) -> str:
    """The pattern of one folded character; 市委、市政府 is also written 市委市政府 and 市委和市政府."""
    if char == "、":
        return "[、,·和]?"
    return f"[{_DASHES}]+" if char in _DASHES else re.escape(char)


def _key(folded: str) -> str:
    """What all spellings of one term share."""
    return re.sub(rf"[{_DASHES}、,·和]", "", folded)


_LAW_ENDS = r"(?!律|规(?!定)|制(?![度定])|定|庭|院|官)"
"""After the name of a law: 食品安全法律法规 and 行政处罚法制审核 name none, 行政处罚法规定 does."""


def _names_a_law(term: Term) -> bool:
    return term.zh.endswith("法") and re.search(r"\b(?:Law|Constitution)\b", term.en) is not None


def _reads(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    """Whether `form` stands in `words`; one more word may stand between two: law-based local government."""
    ends = {i for i, word in enumerate(words) if word == form[0]}
    for stem in form[1:]:
        ends = {j for i in ends for j in (i + 1, i + 2) if words[j : j + 1] == (stem,)}
    return bool(ends)
