"""Owns loaded words: English that turns a statement around wherever it stands, and the Chinese that may carry it.

Sound English of a report says “reinstated” or “narrowed” only where its Chinese has something of the kind; said for
清退 or 拓宽 they stand for the opposite, whichever word that was. Vocabulary: `data/loaded.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govbrief.base.datafiles import any_of, read_table
from govbrief.checking.explained import clearly_given_by
from govbrief.checking.word_messages import word_finding
from govbrief.names.stems import Phrasebook, stems_of
from govbrief_schemas.finding import Finding, Rule


class _Loaded(NamedTuple):
    """The words of all rows, and by the number of a row what may lie behind its words, and its rule."""

    phrases: Phrasebook
    licences: tuple[re.Pattern[str], ...]
    rules: tuple[Rule, ...]


_OWNER = "loaded"
_IDLE_NO = re.compile(any_of(word for word, _ in read_table("negations")["none_zh"]))
"""The 不 of 不断 carries no refusal."""
_TURNED = re.compile(
    r"(?:\b(?:no|none|not(?! only)|never|without|nor|neither|hardly|any|less|against|free (?:of|from)|instead of"
    r"|rather than)\b|n't\b)(?: [\w-]+){0,3} $"
    r"|\b(?:no|none|neither|nobody|no one|nothing|not one|not a)\b[^.;:,]{0,110} $",
    re.IGNORECASE,
)
"""What turns the word itself around: without delay, not weakened."""
_REACH = 128
_LETS = re.compile("let['’]s ", re.IGNORECASE)
"""Let's go is no dismissal."""


def check_loaded(zh: str, en: str, cited: str = "") -> Iterator[Finding]:
    """At most one finding: a loaded word that nothing in the Chinese, nor in the cited sentences, may carry."""
    loaded = _loaded()
    hits = loaded.phrases.find(en).get(_OWNER, [])
    if not hits:
        return
    source = _IDLE_NO.sub("　", f"{zh}\n{cited}")
    for hit in hits:
        if loaded.licences[int(hit.key)].search(source) or _LETS.match(en, hit.start):
            continue
        if _TURNED.search(en, max(0, hit.start - _REACH), hit.start):
            continue
        stems = stems_of(en[hit.start : hit.end])
        if len(stems) > 1 or stems[0] not in clearly_given_by(zh):
            yield word_finding(loaded.rules[int(hit.key)], "", en[hit.start : hit.end])
            return


@cache
def _loaded() -> _Loaded:
    rows = [
        *read_table("loaded")["words"],
        *read_table("hard_nouns")["words"],
        *read_table("hard_terms")["words"],
    ]
    licences = tuple(re.compile(row["zh"]) for row in rows)
    phrases = [(_OWNER, str(n), phrase) for n, row in enumerate(rows) for phrase in row["en"].split("|")]
    rules = tuple(Rule(row.get("rule", Rule.REVERSED)) for row in rows)
    return _Loaded(Phrasebook(phrases), licences, rules)
