"""Owns the kind of a document that 《…》 names: 办法 are measures, and no notice, law or outline."""

import re
from collections.abc import Iterator

from govbrief.checking.messages import word_finding
from govbrief.names.vocabulary import WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule

_TITLE = re.compile(r"《([^《》]{2,80}(?:〈[^〈〉]{1,60}〉[^《》]{0,40})?)》")
_INNER = re.compile(r"〈[^〈〉]*〉|[（(][^（()）]*[)）]|[“”\"]")


def check_documents(zh: str, en: str) -> Iterator[Finding]:
    """A finding where a title's English has a kind that neither its Chinese nor the rest of the text has."""
    titles = [match[1] for match in _TITLE.finditer(zh)]
    if not titles:
        return
    kinds = vocabulary().groups["document"]
    said = kinds.said(zh)
    for hit in vocabulary().claimed(en).get("document", []):
        named = en[hit.start].isupper() and hit.start > 0
        if named and not kinds.licensed(hit.key, zh, said):
            yield word_finding(Rule.DOCUMENT, _kind_of(kinds, titles), en[hit.start : hit.end])
            return


def _kind_of(kinds: WordGroup, titles: list[str]) -> str:
    """The word that says what the first title is."""
    plain = _INNER.sub("", titles[0])
    said = kinds.said(plain)
    return plain[said[-1].start : said[-1].end] if said else titles[0]
