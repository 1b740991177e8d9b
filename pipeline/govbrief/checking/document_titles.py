"""Owns which of several documents an English one tells: 《监督意见》 are no measures beside 《评查办法》.

An English title is held against the Chinese one whose words it tells best; its kind has to be that one's.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_literal
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import long_renderings
from govbrief.names.stems import stems_of
from govbrief_schemas.finding import Finding, Rule

_TITLE_EN = re.compile(
    r"\b(?P<kind>Measures|Regulations|Provisions|Opinions|Guidelines|Plan|Law|Notice|Outline|Rules|List|Catalogue|Catalog"
    r"|Circular|Report|Guide|Decision|Standards?) (?:on|for|of|to|concerning) (?P<topic>[^,.;:“”\"]{6,120})"
)
_LEAST, _LEAD = 2, 2
"""Words of a topic that its best title has to hold, and how many more than any other."""


class Titled(NamedTuple):
    """A Chinese title: its kind, and how its kind may be told."""

    title: str
    kind: str
    told_as: frozenset[str]


def check_titles(titles: Sequence[Titled], en: str) -> Iterator[Finding]:
    """At most one finding: an English title with the kind of another Chinese title than its own."""
    if len(titles) < 2 or any(not title.told_as for title in titles):  # noqa: PLR2004 - one title cannot be mistaken
        return
    given = {title.title: long_renderings(title.title) for title in titles}
    for match in _TITLE_EN.finditer(_split(en)):
        own = _best(given, frozenset(stems_of(match["topic"])))
        title = next((title for title in titles if title.title == own), None)
        if title and match["kind"].lower() not in title.told_as:
            yield word_finding(Rule.DOCUMENT, title.kind, match["kind"])
            return


def _split(en: str) -> str:
    """The text with a comma before each title that `and` joins to another one."""
    return re.sub(r" and (?=(?:the |its )?(?:[A-Z][a-z]+ ){0,4}(?:on|for|of|to|concerning)\b)", ", and ", en)


def _best(given: Mapping[str, frozenset[str]], topic: frozenset[str]) -> str:
    """The title that the words of a topic tell, where one clearly does."""
    scores = sorted(((len(topic & stems), title) for title, stems in given.items()), reverse=True)
    (first, title), (second, _) = scores[:2]
    return title if first >= _LEAST and first - second >= _LEAD else ""


_KIND_EN = (
    "measures|regulations|provisions|opinions|guidelines|plans?|laws?|notices?|outlines?|rules|lists?|catalogues?|catalogs?"
    "|circulars?|reports?|guides?|decisions?|standards?|contracts?|agreements?|budgets?|bulletins?|inventor(?:y|ies)|ledgers?"
)
_NOUN_EN = re.compile(
    rf"\b(?P<kind>{_KIND_EN}) (?:of|on|for|to|concerning|governing) (?P<topic>[^,.;:()“”\"]{{6,70}})",
    re.IGNORECASE,
)
_TOPIC = 4
"""Words of a topic that are looked at: what comes later may belong to another noun."""
_TAKEN = 14
"""Characters before the word for a kind that say what the document is of."""
_CLAUSE_ZH = re.compile(r"[，。；、,;：:（）()《》“”\n\d]|并|及|和|与|对|将|把")


def check_nouns(zh: str, en: str, kinds: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """At most one finding: a document without a title that is told as one of another kind.

    `kinds` has the Chinese word for each kind, and how English may call it.
    """
    heads = [match for match in _ends_of(tuple(kinds)).finditer(zh) if len(match[0]) > 1]
    found = [Titled(_before(zh, head.start()), head[0], kinds[head[0]]) for head in heads]
    given = {title.title: long_renderings(title.title) for title in found if title.title}
    if not given:
        return
    for match in _NOUN_EN.finditer(en):
        kind = match["kind"].lower()
        if match["kind"][0].isupper() and match.start() > 0:
            continue  # a title's kind, which is held against titles
        own = _best(given | {"": frozenset()}, frozenset(stems_of(match["topic"])[:_TOPIC]))
        told = [title for title in found if title.title == own]
        if (
            told
            and not any(kind in title.told_as for title in told)
            and not _stands_within(kind, zh, heads, kinds)
        ):
            yield word_finding(Rule.DOCUMENT, told[0].kind, match["kind"])
            return


def _before(zh: str, at: int) -> str:
    """The words of a phrase before the word for its kind."""
    return _CLAUSE_ZH.split(zh[max(0, at - _TAKEN) : at])[-1]


def _stands_within(
    kind: str, zh: str, heads: Sequence[re.Match[str]], kinds: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a Chinese word for an English kind stands inside a phrase: 条例 of 执法监督条例立法."""
    ends = Counter(head[0] for head in heads)
    return any(kind in told_as and zh.count(word) > ends[word] for word, told_as in kinds.items())


@cache
def _ends_of(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """A kind at the end of its phrase: 目录 of 事项目录, and not of 目录管理."""
    return re.compile(rf"{any_literal(kinds)}(?=[，。；、,;：:）)和与及等并]|$|的)")
