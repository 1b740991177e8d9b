"""Owns an item's Chinese against the sentences it cites: another level, organ, opposite, tense, or a dropped limit.

An item condenses: leaving sentences and details out is no error. Saying another word of the same group is, and so is
repeating a sentence's words without the 未 or 原则上 in front of them.
"""

import re
from collections.abc import Iterator, Sequence

from govbrief.base.datafiles import any_literal, read_table
from govbrief.checking.contrast import names_document
from govbrief.checking.tense import done_in, leaves_open, planned_in, told_done
from govbrief.checking.word_messages import word_finding
from govbrief.names.vocabulary import WordGroup, vocabulary
from govbrief_schemas.finding import Finding, Rule

_LIMITS: dict[str, Rule] = {word: Rule(rule) for word, rule, _ in read_table("limits")["words"]}
_LIMIT = re.compile(any_literal(_LIMITS))
_KEPT = 4
"""Characters behind a limit that an item must repeat before the limit counts as dropped."""
_LEFT_ALONE = frozenset({"deed", "limiter", "counted", "person", "area", "year"})
"""Groups whose words condensed Chinese exchanges freely."""


def check_carried(zh: str, cited: Sequence[str], beside: str = "") -> Iterator[Finding]:
    """What the Chinese of an item says that its sentences do not carry, besides numbers.

    `beside` is the line that the text belongs to: 力争 there holds for a target that is told apart.
    """
    source = "\n".join(cited)
    if not source:
        return
    for name, group in vocabulary().groups.items():
        if name not in _LEFT_ALONE and not group.paired:
            yield from _other_word(group, zh, source)
    yield from _dropped_limits(zh, source, beside)
    if not planned_in(beside):
        yield from _other_tense(zh, source)
    yield from _added_no(zh, source)


def _other_word(group: WordGroup, zh: str, source: str) -> Iterator[Finding]:
    """A word of the item that nothing in the sentences carries, where they say another of its group."""
    said = group.said(zh)
    held = group.said(source) if said else ()
    keys, told = {hit.key for hit in held}, {hit.key for hit in said}
    for hit in said:
        word = zh[hit.start : hit.end]
        if (
            not group.entries[hit.key].en
            or hit.key in keys
            or word in source
            or group.licensed(hit.key, source, held)
        ):
            continue
        if group.rule == Rule.DOCUMENT and not names_document(zh, hit.end):
            continue  # 计划无指标 speaks of plans, and of no document
        rival = next((one for one in held if one.key not in told and group.entries[one.key].en), None)
        if rival is not None:
            yield word_finding(Rule(group.rule), source[rival.start : rival.end], word, "zh")
        elif group.entries[hit.key].alone:
            yield word_finding(Rule(group.rule), "", word, "zh")


def _dropped_limits(zh: str, source: str, beside: str) -> Iterator[Finding]:
    """未 and 原则上 that stand before words which the item repeats without them."""
    for match in _LIMIT.finditer(source):
        kept = source[match.end() : match.end() + _KEPT]
        at = zh.find(kept) if len(kept) == _KEPT and kept.isalnum() else -1
        elsewhere = at > 0 and zh[at - 1 : at + 2] in source  # 已印发 stands there beside 未印发
        told = match[0] in zh + beside or _LIMIT.search(zh[max(0, at - _KEPT) : at])
        if at >= 0 and not elsewhere and not told and not _plans_too(match[0], zh + beside):
            yield word_finding(_LIMITS[match[0]], match[0] + kept, "", "zh")


def _plans_too(limit: str, zh: str) -> bool:
    """Whether a text says in other words that it plans: 力争 in front of a list stands for the 计划 of its parts."""
    return _LIMITS[limit] is Rule.TENSE and (
        bool(planned_in(zh)) or any(word in zh for word, rule in _LIMITS.items() if rule is Rule.TENSE)
    )


def _other_tense(zh: str, source: str) -> Iterator[Finding]:
    planned, done = planned_in(source), done_in(source)
    if planned and not done and told_done(zh) and not planned_in(zh) and not leaves_open(zh):
        yield word_finding(Rule.TENSE, planned, told_done(zh), "zh")
    elif done and not planned and planned_in(zh) and not leaves_open(source):
        yield word_finding(Rule.TENSE, done, planned_in(zh), "zh")


def _added_no(zh: str, source: str) -> Iterator[Finding]:
    """A 未 or 不 before words that the sentences say without it."""
    for match in _NO.finditer(zh):
        kept = zh[match.end() : match.end() + _KEPT]
        at = source.find(kept)
        denied = at > 0 and _NO.search(source[max(0, at - _KEPT) : at])  # 没有 there is 未 here
        if len(kept) == _KEPT and kept.isalnum() and at >= 0 and match[0] not in source and not denied:
            yield word_finding(Rule.REVERSED, kept, match[0] + kept, "zh")


_NO = re.compile("未|没有|不得|不予|尚未|不再|不")
