"""Owns the kind of a document that 《…》 names: 办法 are measures, and no notice, law or outline."""

import re
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.document_titles import Titled, check_nouns, check_titles
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import stem_word
from govbrief.names.vocabulary import WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule

_TITLE = re.compile(r"《([^《》]{2,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?)》")
_LAW = re.compile(r"\bLaw (?:on|for|of the)\b")
_WAYS = re.compile("办法|方法|法治|法律服务|执法|司法|依法|法规|普法|立法|法制|法院|做法")
_NAMED_LAW = re.compile("[\u4e00-\u9fff]{2,}法(?![治律院规制定官庭人])")
_INNER = re.compile(r"〈[^〈〉]*〉|[（(][^（()）]*[)）]|[“”\"]")


def check_documents(zh: str, en: str, *, official: bool) -> Iterator[Finding]:
    """A finding where the English names a kind of document that neither a title nor the rest of the text has.

    Outside titles, and for any kind that no Chinese word allows, in `official` prose only.
    """
    found = list(_misnamed(zh, en)) or list(_another_kind(zh, en)) or list(check_titles(_titled(zh), en))
    yield from found
    if official and not found:
        yield from list(_alien_kind(zh, en)) or list(_never_there(zh, en)) or check_nouns(zh, en, dict(_ENDS))


def _another_kind(zh: str, en: str) -> Iterator[Finding]:
    """The only title of a text, told with a capital as another kind and nowhere as its own."""
    titles = [match[1] for match in _TITLE.finditer(zh)]
    if len(titles) != 1:
        return
    kind, own = next(
        ((end, words) for end, words in _ENDS if titles[0].endswith(end)), ("", frozenset[str]())
    )
    told = _OF_TITLE.search(en)
    if not (kind and told) or told["kind"].lower() in own or own & set(_LETTERS.findall(en.lower())):
        return
    if not any(
        pattern.search(_TITLE.sub("", zh)) and told["kind"].lower() in words for pattern, words in _kinds()
    ):
        yield word_finding(Rule.DOCUMENT, kind, told["kind"])


def _titled(zh: str) -> list[Titled]:
    """The titles of a text with their kinds."""
    return [
        Titled(title, *next(((end, words) for end, words in _ENDS if title.endswith(end)), ("", frozenset())))
        for title in dict.fromkeys(_INNER.sub("", match[1]) for match in _TITLE.finditer(zh))
    ]


def _never_there(zh: str, en: str) -> Iterator[Finding]:
    """A document that nothing in the Chinese may be called, wherever it stands."""
    for told, needed in _anywhere():
        match = told.search(en)
        if match and not needed.search(zh):
            yield word_finding(Rule.DOCUMENT, "", match[0])
            return


@cache
def _anywhere() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(rf"\b(?:{told})(?![\w-])", re.IGNORECASE), re.compile(needed))
        for told, needed, _ in _TABLE["anywhere"]
    )


def _alien_kind(zh: str, en: str) -> Iterator[Finding]:
    said = [(words, match) for pattern, words in _kinds() if (match := pattern.search(zh))]
    allowed = frozenset().union(*(words for words, _ in said))
    patterns = (_TITLED_EN, _PLAIN_EN, _FIRST_EN, _TRAILING_EN)
    quoted = [match.span() for match in _QUOTED_EN.finditer(en)] if _QUOTED_ZH.search(zh) else []
    for match in (match for pattern in patterns for match in pattern.finditer(en)):
        if any(start <= match.start("kind") < end for start, end in quoted):
            continue  # “一码通城” is a catchword, and “One Code for the City” no law
        if match["kind"].lower() not in allowed:
            yield word_finding(Rule.DOCUMENT, said[0][1][0] if said else "", match[0].strip())
            return


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    return tuple(
        (re.compile(zh), frozenset(en.split())) for zh, en, _ in read_table("document_kinds")["kinds"]
    )


_TABLE = read_table("document_kinds")
_ENDS = tuple((end, frozenset(words.split())) for end, words in _TABLE["title_ends"])
_OF_TITLE = re.compile(
    r"\b(?P<kind>Measures|Regulations|Provisions|Opinions|Plan|Law|Notice|Outline|Guidelines|Rules) "
    r"(?:on|for|of|to|concerning)\b"
)
_QUOTED_ZH = re.compile('[“「"][^”」"《》]{2,20}[”」"]')
_QUOTED_EN = re.compile('[“"‘][^”"’]{2,60}[”"’]')
_LETTERS = re.compile("[a-z]+")
_TITLED = any_of(word.capitalize() for word in _TABLE["titled"].split())
_PLAIN = any_of(_TABLE["plain"].split())
_TRAILING = any_of(word.capitalize() for word in _TABLE["trailing"].split())
_TITLED_EN = re.compile(
    rf"(?<![.“\"‘'] )(?<!^)(?<!Rule of )(?<!rule of )\b(?P<kind>{_TITLED})(?= (?:on|for|of|concerning|to|in|and)\b)"
)
_COUNT = (
    r"an?|\d[\d,]*|some|new|several|every|each|any|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|eighty|hundred"
)
_BEHIND = (
    r"on|of|for|to|in|and|or|by|at|under|with|from|that|which|was|were|is|are|has|have|had|will|concerning|regarding"
    r"|governing|across|over|\w+ed|put|set|drawn|laid|sent|made|written|drafted|this|last|during|into|about|between"
)
"""What stands behind a noun that is the head of its phrase: 30 law talks and 12 plan targets name no document."""
_PLAIN_EN = re.compile(
    rf"\b(?:{_COUNT}) (?:(?!(?:of|and|by|on|in|for|to|about|under|with|at|from)\b)[a-z-]+ ){{0,2}}"
    rf"(?P<kind>{_PLAIN})\b(?!-)(?=\W*$|[,.;:)]| (?:{_BEHIND})\b)",
    re.IGNORECASE,
)
_FIRST_EN = re.compile(
    r"(?:^|[.;:] )(?:[A-Z][a-z]+ )?(?P<kind>[Ll]aws|[Rr]egulations|[Oo]rdinances|[Dd]ecrees) (?!and\b|or\b)(?=[a-z])"
)
"""A sentence that begins with what it speaks of: Laws that hold back the private sector were reviewed."""
_TRAILING_EN = re.compile(
    rf"\b(?<!^)(?:[A-Z][A-Za-z]+ ){{2,6}}(?P<kind>{_TRAILING})\b(?! [A-Z]| (?:of|on|for|to|and) |-)"
)
"""A title whose kind stands behind: the Property Management Measures."""


def _misnamed(zh: str, en: str) -> Iterator[Finding]:
    titles = [match[1] for match in _TITLE.finditer(zh)]
    if not titles:
        return
    law = _LAW.search(en)
    if law and not (_NAMED_LAW.search(zh) or any("法" in _WAYS.sub("", title) for title in titles)):
        yield word_finding(Rule.DOCUMENT, titles[0], law[0])
        return
    kinds = vocabulary().groups["document"]
    within = "，".join(titles)
    said = kinds.said(within)
    for hit in vocabulary().claimed(en).get("document", []):
        named = en[hit.start].isupper() and hit.start > 0 and en[hit.end : hit.end + 1] != "-"
        if named and not (kinds.says(hit.key, zh) or kinds.licensed(hit.key, within, said)):
            kind = _kind_of(kinds, titles)
            if kind and not _is_told(kinds, kind, en):
                yield word_finding(Rule.DOCUMENT, kind, en[hit.start : hit.end])
                return


def _is_told(kinds: WordGroup, kind: str, en: str) -> bool:
    """Whether the English names the kind with a word that is its own: a capital, and no other kind's word."""
    entry = next(entry for entry in kinds.entries.values() if kind in entry.zh)
    told = {stem_word(word) for form in (*entry.en, *entry.en_also) for word in form.split()}
    claimed = {stem_word(en[hit.start : hit.end]) for hit in vocabulary().claimed(en).get("document", [])}
    named = {stem_word(word) for word in _CAPITAL.findall(en)}
    return bool(told & named & (claimed | told) - _SHARED)


_CAPITAL = re.compile(r"(?<=[ “(\"])[A-Z][A-Za-z]+")
_SHARED = frozenset({stem_word("rules"), stem_word("government"), stem_word("way"), stem_word("work")})
"""Words that stand in titles of every kind."""


def _kind_of(kinds: WordGroup, titles: list[str]) -> str:
    """The word that says what the first title is."""
    plain = _INNER.sub("", titles[0])
    said = kinds.said(plain)
    return plain[said[-1].start : said[-1].end] if said else ""
