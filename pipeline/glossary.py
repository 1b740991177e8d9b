"""Owns the terms that translators settle once: finding them in Chinese text and missing them in English.

Spelling is compared loosely on both sides (quotation marks, dashes and spaces of the Chinese; case, plural,
verb endings and hyphens of the English), because a departure is another word, never another ending.
"""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from pipeline.errors import PromptError

BUILT_IN = Path(__file__).resolve().parent / "data" / "glossary.toml"
"""The terms that come with govbrief."""

_FIELDS = ("zh", "en", "also", "source", "note", "unless")
_LISTS = frozenset({"also", "unless"})
_HINT = "an entry needs zh and en; also, source, note and unless are optional (docs/glossary.md)"


@dataclass(frozen=True, slots=True)
class Term:
    """One settled term."""

    zh: str
    en: str
    """The form that the model is told to use."""
    also: tuple[str, ...] = ()
    """English forms that count as the same term."""
    source: str = ""
    """Who uses this English: an official text, an agency's English site, or common usage."""
    note: str = ""
    unless: tuple[str, ...] = ()
    """Longer Chinese strings that hold `zh` and are something else: 市委 in 城市委员会."""

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every English form that is not a departure, the preferred one first."""
        return (self.en, *self.also)


@dataclass(frozen=True)
class Glossary:
    """Terms, found longest first."""

    terms: tuple[Term, ...]

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The terms that `text` holds, each once, in order of first occurrence.

        A term that stands only inside a longer one is not found:

            修订行政复议法   -> 行政复议法, not 行政复议
            城市委员会       -> nothing, although it holds 市委
            市政府规章       -> 市政府 and 政府规章, which share two characters
        """
        found: dict[Term, None] = {}
        covered = 0
        for match in self._pattern.finditer(_fold_zh(text)):
            if match.end(1) > covered:
                covered = match.end(1)
                if (term := self._by_key.get(_key(match.group(1)))) is not None:
                    found.setdefault(term)
        return tuple(found)

    def departures(self, zh: str, en: str) -> tuple[Term, ...]:
        """The terms of `zh` of which `en` holds no accepted form."""
        words = _words(en)
        return tuple(
            term for term in self.terms_in(zh) if not any(form in words for form in self._forms[term.zh])
        )

    @cached_property
    def _by_key(self) -> Mapping[str, Term]:
        return {_key(_fold_zh(term.zh)): term for term in self.terms}

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        return {term.zh: tuple(_words(form) for form in term.accepted) for term in self.terms}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Looks ahead from every character and takes the longest string there. What a term is not (`unless`)
        # is matched as well: it covers the characters of the term and names none.
        endings = {_fold_zh(term.zh): _LAW_ENDS if _names_a_law(term) else "" for term in self.terms}
        endings = {_fold_zh(string): "" for term in self.terms for string in term.unless} | endings
        by_first: dict[str, list[str]] = {}
        for folded in sorted(endings, key=len, reverse=True):
            rest = "".join(_loose(char) for char in folded[1:])
            by_first.setdefault(folded[0], []).append(rest + endings[folded])
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
        text = extra.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(
            f"{extra}: the glossary cannot be read ({error})", hint="save it as UTF-8"
        ) from error
    return _extended(extra, text)


@lru_cache(maxsize=1)
def _built_in() -> Glossary:
    return Glossary(_parse(BUILT_IN, BUILT_IN.read_text(encoding="utf-8")))


@lru_cache(maxsize=8)
def _extended(path: Path, text: str) -> Glossary:
    merged = {_key(_fold_zh(term.zh)): term for term in (*_built_in().terms, *_parse(path, text))}
    return Glossary(tuple(merged.values()))


def _parse(path: Path, text: str) -> tuple[Term, ...]:
    rows, sources = _csv_rows(path, text) if path.suffix.lower() == ".csv" else _toml_rows(path, text)
    terms: dict[str, Term] = {}
    for place, row in rows:
        term = _term(place, row, sources, path.name)
        key = _key(_fold_zh(term.zh))
        if key in terms:
            raise PromptError(
                f"{place}: {term.zh} stands twice in this file", hint="keep one of the two entries"
            )
        terms[key] = term
    return tuple(terms.values())


_Rows = Iterable[tuple[str, Mapping[str, Any]]]


def _toml_rows(path: Path, text: str) -> tuple[_Rows, Mapping[str, str]]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: not TOML: {error}", hint=_HINT) from error
    unknown = sorted(set(data) - {"term", "sources"})
    if unknown:
        raise PromptError(f"{path}: unknown key {unknown[0]!r}; expected [[term]] entries", hint=_HINT)
    rows, sources = data.get("term", []), data.get("sources", {})
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PromptError(f"{path}: `term` must be a list of entries", hint=_HINT)
    if not isinstance(sources, dict) or not all(isinstance(value, str) for value in sources.values()):
        raise PromptError(f"{path}: `sources` must map a short name to a text", hint=_HINT)
    return [(f"{path}: entry {n} ({row.get('zh', 'no zh')})", row) for n, row in enumerate(rows, 1)], sources


def _csv_rows(path: Path, text: str) -> tuple[_Rows, Mapping[str, str]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        missing = sorted({"zh", "en"} - set(reader.fieldnames or ()))
        if missing:
            raise PromptError(f"{path}:1: the header has no column {', '.join(missing)}", hint=_HINT)
        return list(_csv_entries(path, reader)), {}
    except csv.Error as error:
        raise PromptError(f"{path}:{reader.line_num}: not CSV: {error}", hint=_HINT) from error


def _csv_entries(path: Path, reader: "csv.DictReader[str]") -> Iterator[tuple[str, dict[str, Any]]]:
    for row in reader:
        place = f"{path}:{reader.line_num}"
        if None in row:
            raise PromptError(
                f"{place}: more cells than the header has", hint='quote a cell that holds a comma: "a, b"'
            )
        cells = {name: (value or "").strip() for name, value in row.items()}
        lists = {
            name: [part.strip() for part in cells[name].split(";") if part.strip()]
            for name in _LISTS & cells.keys()
        }
        yield place, {**cells, **lists}


def _term(place: str, row: Mapping[str, Any], sources: Mapping[str, str], default_source: str) -> Term:
    unknown = sorted(set(row) - set(_FIELDS))
    if unknown:
        raise PromptError(f"{place}: unknown field {unknown[0]!r}; expected {', '.join(_FIELDS)}", hint=_HINT)
    for name in ("zh", "en"):
        if not isinstance(row.get(name), str) or not row[name].strip():
            raise PromptError(f"{place}: {name} is missing or empty", hint=_HINT)
    for name in _LISTS & row.keys():
        if not isinstance(row[name], list) or not all(
            isinstance(form, str) and form.strip() for form in row[name]
        ):
            raise PromptError(f"{place}: {name} must be a list of texts", hint=_HINT)
    for name in {"source", "note"} & row.keys():
        if not isinstance(row[name], str):
            raise PromptError(f"{place}: {name} must be a text", hint=_HINT)
    if not all(_fold_zh(row["zh"]) in _fold_zh(longer) for longer in row.get("unless", ())):
        raise PromptError(f"{place}: every text of unless must hold {row['zh']}", hint=_HINT)
    if not _key(_fold_zh(row["zh"])) or not all(
        _words(form).strip() for form in (row["en"], *row.get("also", ()))
    ):
        raise PromptError(f"{place}: nothing is left of zh, en or also without punctuation", hint=_HINT)
    source = row.get("source") or default_source
    return Term(
        zh=row["zh"].strip(),
        en=row["en"].strip(),
        also=tuple(row.get("also", ())),
        source=sources.get(source, source),
        note=row.get("note", ""),
        unless=tuple(row.get("unless", ())),
    )


_DROPPED = str.maketrans("", "", "“”‘’\"'「」『』《》〈〉 \t\r\n\u3000\u00a0")
_BRACKETS = str.maketrans("（），", "(),")
_DASHES = "-—–―－~～至"


def _fold_zh(text: str) -> str:
    """`text` without quotation marks and spaces: “八五”普法 and 八五普法 are one term."""
    return text.translate(_DROPPED).translate(_BRACKETS)


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


_WORD = re.compile(r"[a-z0-9]+")
_SPELLING = {"programme": "program", "centre": "center", "labour": "labor", "defence": "defense"}
_ARTICLES = frozenset({"a", "an", "the"})
_SHORTEST_STEM = 3


def _words(text: str) -> str:
    """`text` as space-separated stems with a space at both ends, so that `in` compares whole words.

    "Building a law-based government" -> " build law bas government "
    "people's mediators"              -> " peopl mediator "
    """
    plain = re.sub(r"['’]s\b|[sS]['’](?=\W|$)", "", text).lower().replace("'", "").replace("’", "")
    stems = (_stem(word) for word in _WORD.findall(plain) if word not in _ARTICLES)
    return f" {' '.join(stems)} "


def _stem(word: str) -> str:
    """`word` without plural, verb ending and spelling variant; both texts are cut alike, any stem will do."""
    word = _SPELLING.get(word, word).replace("iz", "is")
    if word.endswith("ies") and len(word) > len("ties"):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = _undoubled(word[: -len(ending)])
            break
    return word.removesuffix("e")


def _undoubled(stem: str) -> str:
    """`plann` of planning as `plan`; `process`, `fall` and `staff` keep both letters."""
    return stem[:-1] if stem[-1] == stem[-2] and stem[-1] not in "aeiouflsz" else stem
