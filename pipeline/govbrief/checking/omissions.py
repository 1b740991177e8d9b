"""Owns what the English leaves out of its Chinese: a whole clause, a part of a list, or most of a text.

Condensed English drops slogans, frames and details; a clause is missed only when nearly none of its words is told,
while the rest of the text is. A single term is missed where a line of one clause is told word for word, or a foreign
word stands in the term's place. A whole text is missed only where a few words without verb and number stand for it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import read_table
from govbrief.checking.explained import COMMON, called, is_known, is_told, roots_of, unexplained
from govbrief.checking.untold import untold_part
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, words_in
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_CLAUSE = re.compile("[，。；：,;:！？]")
_LIST = re.compile(
    "、|以及|(?<!共)和(?![谐平解睦美善])|并(?=[^不非])|(?<![涉普波触顾危提惠遍])及(?!时|其|格|早|物)|与(?!会)|或"
)
_HAN = re.compile("[\u4e00-\u9fff]")
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:\w{3,}(?:ed|ing)|is|are|was|were|be|been|has|have|will|to)\b", re.IGNORECASE)
"""What a condensed line has at least one of; a few nouns alone are no line."""
_TITLE = re.compile("《[^《》]*》|“[^“”]*”(?=改革|行动|工程|模式|活动|机制|专项)")
"""Titles and catchwords have English of their own."""
_DIGIT = re.compile(r"\d")
_WORDS, _TOLD, _OTHERS = 4, 0.3, 0.55
"""A clause of four known words of which less than a third are told, where more than half of the others are."""
_CLOSE = 0.85
"""Share of the other known words told below which no term counts as left out: freer English tells it otherwise.

It is asked beside a word that nothing in the Chinese gives, which then stands in the term's place."""
_LITERAL = 0.4
"""English words for a character from which a line counts as told word for word: what it lacks then it leaves out."""
_NO = "不未无"
"""What denies is told in too many ways to miss a word: of 不健全 a system is poorly developed, patchy or has gaps."""
_DOER = re.compile("(?:[局委厅院办署部]|部门|机关|机构|政府|委员会)$")
_HEAD_END = r"[，。；、,;\d]|$|和|与|及|制度|工作|案件|事项"
"""What stands behind a term that is the head of its phrase: 违规 of 违规占用 and 户籍 of 户籍居民 are none."""
_FULL = 0.75
"""English with more words than this for a character leaves no clause out."""
_COMPOUND = 4
"""Characters of a term whose first or last word other terms have too."""
_LONG, _THIN = 24, 0.2
"""Condensed lines have 0.25 English words a character and more, and a verb or a number besides."""


class _Clause(NamedTuple):
    """How much of a clause is told."""

    text: str
    told: int
    known: int


def check_omissions(zh: str, en: str, *, is_whole: bool = True) -> Iterator[Finding]:
    """At most one finding: what is left out; `is_whole`: English that is to tell all of it, no brief."""
    if len(en.split()) > _FULL * len(_HAN.findall(zh)):
        return
    stems = frozenset(stems_of(en))
    roots = roots_of(stems)
    clauses = [_weigh(text, stems, roots) for text in _CLAUSE.split(zh) if text]
    missed = (
        _missed(clauses)
        or _missed_part(zh, stems, roots)
        or _untold_term(zh, en, stems, roots)
        or (untold_part(zh, en) if is_whole else "")
        or _fragment(zh, en)
    )
    if missed:
        yield word_finding(Rule.OMISSION, missed, "")


def _weigh(text: str, stems: frozenset[str], roots: frozenset[str]) -> _Clause:
    known = [word for word, _ in words_in(text) if is_known(word)]
    return _Clause(text, sum(is_told(word, stems, roots) for word in known), len(known))


def _missed(clauses: list[_Clause]) -> str:
    told, known = sum(c.told for c in clauses), sum(c.known for c in clauses)
    counted = any(_DIGIT.search(clause.text) for clause in clauses)
    for clause in clauses:
        if _DIGIT.search(clause.text) or (counted and clause is clauses[0]):
            continue  # numbers are looked at elsewhere; a slogan in front of results is what good English drops
        others = known - clause.known
        thin = clause.known >= _WORDS and clause.told <= _TOLD * clause.known
        if thin and others and told - clause.told >= _OTHERS * others:
            return clause.text
    return ""


def _missed_part(zh: str, stems: frozenset[str], roots: frozenset[str]) -> str:
    """A part of a list of which no word is told, beside parts that are."""
    for clause in re.split("[，。；：,;:！？“”《》（）()]", zh):
        parts = [_weigh(part, stems, roots) for part in _LIST.split(clause)]
        untold = [part for part in parts if part.known and not part.told and not _drops(part.text)]
        whole = next((part for part in untold if part.known > 1), None)
        if whole and len(parts) > 1 and all(part.told for part in parts if part is not whole):
            return whole.text
    return ""


def _drops(text: str) -> bool:
    """Whether a part of a list is a word that condensed English may leave out."""
    return text in read_table("free_words")["dropped"].split()


def _untold_term(zh: str, en: str, stems: frozenset[str], roots: frozenset[str]) -> str:
    """A word of administration of whose English nothing stands there; words that condensing drops are left alone.

    Longer lines may tell it in other words: of a 合格率 “98 % are up to standard”.
    """
    terms = (word for word, _ in words_in(_TITLE.sub("，", zh)) if word in _terms() and word[0] not in _NO)
    missed = next((word for word in terms if not _is_named(word, stems, roots)), "")
    many = _CLAUSE.search(zh.rstrip("。")) is not None
    if not missed or _DOER.search(missed) or (many and not re.search(f"{missed}(?:{_HEAD_END})", zh)):
        return ""  # longer lines tell what modifies freely, and a passive leaves the doer to the reader
    beside = _weigh(_TITLE.sub("，", zh).replace(missed, "，"), stems, roots)
    if unexplained(zh, en):
        return missed if beside.told >= _CLOSE * beside.known else ""
    literal = not many and len(en.split()) >= _LITERAL * len(_HAN.findall(zh)) and beside.told == beside.known
    return missed if literal else ""


def _is_named(term: str, stems: frozenset[str], roots: frozenset[str]) -> bool:
    """Whether a word that tells a term apart stands there: reconsideration of 行政复议, not administrative."""
    names = called(term)
    telling = names if len(term) < _COMPOUND else names - _weak() or names
    # two words of the term's own stand for it even where each alone says little: open government
    return (
        not telling.isdisjoint(stems)
        or not roots.isdisjoint(roots_of(telling))
        or len(names & stems - _EVERYWHERE) > 1
    )


_EVERYWHERE = frozenset(stems_of("administrative law legal public service work system"))
"""Words that stand beside any term of administration."""


@cache
def _weak() -> frozenset[str]:
    return frozenset(stems_of(read_table("free_words")["weak"]))


_OF_LAW = frozenset({"law", "justice"})
"""Groups whose verbs are terms as well: 调解, 执行. Other verbs are told in many ways: 挽回 is “got back”."""


@cache
def _terms() -> frozenset[str]:
    """Words that `renderings.toml` tells in full, and that carry something wherever they stand."""
    told = read_table("renderings")
    dropped = set(read_table("free_words")["chinese"].split()) | set(
        read_table("free_words")["dropped"].split()
    )
    return (
        frozenset(
            word
            for group, table in told.items()
            if group != COMMON
            for word in table
            if group in _OF_LAW or not is_deed(word)
        )
        - dropped
    )


def _fragment(zh: str, en: str) -> str:
    """The whole text, of which a few words without verb and number stand there: no translation at all."""
    han = len(_HAN.findall(zh))
    if han < _LONG or len(en.split()) >= _THIN * han or _FIGURE.search(en) or _VERB.search(en):
        return ""
    return zh
