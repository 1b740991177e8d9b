"""Owns what is wrong with the form of an English clause or phrase that a small model wrote. Says nothing of its truth.

The check reads facts; this reads grammar: a verb, a number before what it counts, no dangling end, no pair of words
twice, no title's capitals, a length that the Chinese explains, and every content word of the Chinese somewhere.
"""

import re
from calendar import month_name
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.names.dictionary import renderings, senses_of, words_in
from govbrief.names.stems import plain_stems
from govbrief.small.inflect import past
from govbrief.small.lexicon import base_verbs, sort_of
from govbrief_schemas.item import Kind

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_NUMBER_LAST = re.compile(
    r"(?P<w>[A-Za-z]+) (?:over |nearly |about |at least )?(?P<n>\d[\d,.]*)(?: (?:million|billion|trillion))?"
    r"(?: (?:items?|pieces?|cases?|times|units?))?(?=$|[;,] | and )"
)
"""`identified issues 112`: a word, and behind it a number with nothing to count."""
_ONE_AND_MANY = re.compile(
    r"\ban? (?P<w>[a-z]{3,})\b(?=[^;]*, (?:over |nearly |about |at least )?(?:[2-9]|\d[\d,.]*\d) (?P=w)s(?:$|[,;]))"
)
"""`a report on barriers, 437 reports`: one and several of the same."""
_DANGLING = re.compile(
    r"\b(?:of|in|to|for|by|with|from|the|a|an|and|or|on|at|that|which|into|its|their|as)$", re.IGNORECASE
)
_WRONG = re.compile(
    r"\b(?:for|of|on) (?:promote|implement|strengthen|establish|improve|formulate|have been)\b"
    r"|\bthe the\b|\ba an\b|\b(\w{4,}) \1\b|\bof of\b|\bmy\b|\bwe\b|\bour\b",
    re.IGNORECASE,
)
"""What no sound sentence of a brief holds: for promote, the the, my city."""
_LEAST_ZH = 4
_SHORT = 4
"""Words up to this length carry no capital in a headline; fewer long words make none."""
PER_ZH = (1.3, 9.5)
"""Characters of English for one of Chinese, at least and at most; of the seeds' sound clauses they are 2 to 7."""
_TITLE_CASE = 0.55
"""Share of words with a capital from which an English clause reads like a headline."""
_COVERED = 0.6
"""Share of the Chinese words that the dictionary must find in the English."""


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(read_table("verbs_en")["auxiliaries"])


@cache
def _bases() -> frozenset[str]:
    """Every verb that a clause may begin with."""
    return base_verbs() | frozenset(read_table("verbs_en")["general"].split())


@cache
def _pasts() -> frozenset[str]:
    return frozenset({past(base) for base in _bases()} | {"was", "were", "is", "are", "has", "have", "had"})


@cache
def _verb_forms() -> frozenset[str]:
    return frozenset(
        {form for base in base_verbs() for form in (base, f"{base}s", f"{base}es")}
        | _pasts()
        | _auxiliaries()
    )


def _has_verb(english: str) -> bool:
    words = [word.lower() for word in _WORD.findall(english)]
    opens = next((word for word in words if not word.endswith("ly")), "") in _bases()
    return opens or bool(_verb_forms() & set(words)) or any(word.endswith("ed") for word in words)


_AIM = re.compile(r"\b(?:will|shall|should|must|(?:is|are) to)\b")
_SINCE = re.compile(
    r"(?<!will )(?<!to )\b(?:has|have|had) (?:[a-z]+ly )?(?:been |[a-z]+ed\b|made|become|begun|won)|\b(?:was|were)\b"
)
"""What tells a plan as done: have made progress."""
_FRAMED = re.compile(
    r"^(?:By|In|Before|During|For|From|To|On|Through|With|At|Within|Over|Each|Every|Throughout)\b"
)


def _fits(part: str, kind: Kind) -> bool:
    """Whether a clause tells what was done, or what is to be done: not `supervising work`, not `can do`."""
    words = [word.lower() for word in _WORD.findall(part)]
    if (
        not words
        or words[0] == "can"
        or (words[0].endswith("ing") and words[0] not in {"during", "following"} | _bases())
    ):
        return False
    if kind is Kind.ACHIEVEMENT:
        return any(word in _pasts() or word.endswith("ed") for word in words)
    if kind is Kind.PLAN:
        if _SINCE.search(part):
            return False
        first = next((word for word in words if not word.endswith("ly")), "")
        return (
            first in _bases()
            or bool(_AIM.search(part))
            or (bool(_FRAMED.match(part)) and bool(base_verbs() & set(words)))
        )
    return True


def clause_fault(zh: str, english: str, kind: Kind) -> str:
    """What is wrong with the form of a clause of a kind; empty when nothing is."""
    return next(_clause_faults(zh, english, kind), "")


def _clause_faults(zh: str, english: str, kind: Kind) -> Iterator[str]:
    yield from _faults(zh, english)
    yield from (f"not told as {kind}: {part}" for part in english.split("; ") if not _fits(part, kind))
    for part in english.split("; "):
        if not _has_verb(part):
            yield f"no verb: {part}"
        if found := _number_last(part):
            yield f"the number stands behind what it counts: {found}"
        if one := _ONE_AND_MANY.search(part):
            yield f"one and several: {one[0]}"
    words = [word for word in _WORD.findall(english) if len(word) > _SHORT][1:]
    if (
        len(words) > _SHORT
        and sum(word[0].isupper() for word in words) >= _TITLE_CASE * len(words)
        and "《" not in zh
    ):
        yield "written like a headline"
    if lost := _lost(zh, english):
        yield f"not in the English: {lost}"


def name_fault(zh: str, english: str) -> str:
    """What is wrong with the form of a phrase; empty when nothing is."""
    if not english or re.search(r"\d|[;.:]", english) or len(english.split()) > 3 + 1.1 * len(zh):
        return "no phrase"
    words = {word.lower() for word in _WORD.findall(english)}
    if english.count("“") != zh.count("“"):
        return "quotation marks lost"
    if words & (_auxiliaries() - {"need", "needs", "lack", "must", "may"}):
        return "a sentence for a phrase"
    return next(_faults(zh, english), "") or _lost(zh, english)


def _faults(zh: str, english: str) -> Iterator[str]:
    if found := _WRONG.search(english):
        yield f"broken: {found[0]}"
    if found := _DANGLING.search(english.rstrip(".”’ ")):
        yield f"cut off at: {found[0]}"
    pairs = [
        tuple(pair)
        for pair in zip(*(iter(_WORD.findall(english.lower())[n:]) for n in (0, 1, 2)), strict=False)
    ]
    if len(set(pairs)) < len(pairs) - 1:
        yield "words twice"
    chars = len(re.sub(r"《[^》]*》|[\d\W]", "", zh))
    if chars >= _LEAST_ZH and not PER_ZH[0] <= len(english) / chars <= PER_ZH[1] and "《" not in zh:
        yield "too long or too short"


def _number_last(english: str) -> str:
    for found in _NUMBER_LAST.finditer(english):
        word = found["w"].lower()
        year = re.fullmatch(r"(?:19|20)\d\d\W*", found["n"])
        if (
            not year
            and word not in read_table("verbs_en")["before_number"]
            and word not in _verb_forms()
            and found["w"] not in month_name
        ):
            return found[0]
    return ""


def _lost(zh: str, english: str) -> str:
    """Chinese words of which the English holds no sense, where they are too many; empty otherwise."""
    stems = frozenset(plain_stems(english))
    bare = re.sub(r"《[^》]*》|[“\"][^”\"]*[”\"]", "", zh)
    words = [word for word, _ in words_in(bare) if word not in sort_of("slight")]
    lost = [word for word in words if senses_of(word) and not stems & (senses_of(word) | renderings(word))]
    return "、".join(lost) if words and len(lost) > (1 - _COVERED) * len(words) + 0.5 else ""
