"""Owns terms of several words told for their neighbour: 行政争议 are no labour disputes, 应急预案 no development plans.

English that names another member of a family in two words and more, of which nothing stands in the Chinese, is wrong
where the Chinese names a member itself, whether that one is told besides or not.
"""

from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import read_table
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import EnglishHit
from govbrief.names.vocabulary import WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule


def check_compounds(zh: str, en: str) -> Iterator[Finding]:
    """At most one finding: a term of several words that stands for its neighbour."""
    claims = vocabulary().claimed(en)
    for name in _families():
        for hit in claims.get(name, []):
            if " " not in en[hit.start : hit.end] and "-" not in en[hit.start : hit.end]:
                continue
            if any(one.start == hit.start and one.key != hit.key for one in claims[name]):
                continue  # two members have the same English
            own = _neighbour(vocabulary().groups[name], hit, zh)
            if own:
                yield word_finding(Rule.TERM, own, en[hit.start : hit.end])
                return


@cache
def _families() -> tuple[str, ...]:
    return tuple(name for table in ("families", "families_law") for name in read_table(table))


def _neighbour(group: WordGroup, hit: EnglishHit, zh: str) -> str:
    """The member of a family that the Chinese names, where it names nothing that the English may come from."""
    said = group.said(zh)
    if group.says(hit.key, zh) or group.licensed(hit.key, zh, said):
        return ""
    return next((zh[one.start : one.end] for one in said if one.key != hit.key), "")
