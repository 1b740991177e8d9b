"""Owns what a number counts: 议题162项 are no 162 meetings.

The nouns come from the vocabulary. A number is compared where both languages have a known noun beside it; the
English noun needs Chinese near the number that it may come from, and the Chinese noun has to be missing near the
English number.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govbrief.checking.explained import is_known, is_told, roots_of
from govbrief.checking.marks import Mark
from govbrief.checking.pairing import pair_up
from govbrief.checking.word_messages import word_finding
from govbrief.names.dictionary import is_deed, renderings
from govbrief.names.stems import EnglishHit, stem_word, stems_of
from govbrief.names.vocabulary import vocabulary
from govbrief_schemas.finding import Finding, Rule

_NOUNS = (
    *("counted", "person", "organ", "level"),
    *("welfare_kind", "company_kind", "transport_kind", "crop_kind", "scenes"),
)
_ZH_BORDER = re.compile(r"[，,；;。！？!?：:、（）()\n]")
_EN_BORDER = re.compile(
    r"[,;:!?()]|\.(?=\s|$)|\b(?:and|while|but|whereas|with|which|that|were|was|are|is|have|has)\b"
)
_BEFORE, _BEHIND, _HEAD = 14, 12, 34
_UNIT = re.compile("^[^省]*")
"""All of a number but the province that it counts: 6个省份."""
_REACHED = re.compile(
    "(?:达到?|突破|超过?|增至|增加到|减少到|降至|共有?|尚有|有|至|到|约|近|已|累计|总数|数量|总量|分别)+$"
)
"""What stands between a noun and its number: 企业达到600家."""
_JOINT = "\u3000"
"""Stands between the words before a number, the number, and the words behind it."""
_COUNTERS = frozenset("户人名村所校家列辆艘架")
"""Measure words that are nouns as well."""
_ANYBODY = "人数"
"""Of 报名人数 nobody is told who they are: students, where an examination is spoken of."""
_COUNTS = frozenset({"count"})
_ATTENDANCES = "人次"
_ATTENDED = frozenset({"meeting", "training", "drill", "activity"})
"""Nouns of what people attend: 参加论证会50人次 are fifty attendances, at meetings that nobody counts."""


_HEADS = frozenset("人名")
"""Measure words of people: 156人 are no 156 communities."""
_PEOPLE = frozenset({"person", "organ", "level", "welfare_kind"})
"""Groups that say which people; 培训1名 does not say whom."""
_NEVER_HEADS = frozenset([
    *("enterprise", "community", "industry", "project", "meeting", "inspection", "certificate", "platform"),
    *("machine", "product_counted", "house_counted", "road_counted", "vehicle_counted", "hazard_counted"),
    *("contract_counted", "village", "county", "township"),
])
"""Nouns that no people are counted by; applications, jobs and awards may be."""
_WHO = frozenset({"organ", "level"})
"""Groups of who acts or where: in 检察院起诉17件 they name what is counted as little as the words before them."""
_GENERAL = frozenset({"case", "item_matter", "household", "mass"})
"""Nouns that say little of what is counted: 劳动争议案件390件 are 390 disputes as well."""
_BODIES = frozenset({"department"})
"""Nouns that the words before them make what they are: 餐饮单位 are restaurants."""


class _Noun(NamedTuple):
    """A noun beside a number."""

    group: str
    key: str
    text: str


def check_counted(zh: str, en: str, left: Sequence[Mark], right: Sequence[Mark]) -> Iterator[Finding]:
    """A finding for each pair of equal numbers that count different things; the marks are in order of place."""
    for i, j in pair_up(left, right).pairs:
        one, other = left[i], right[j]
        if one.group not in _COUNTS or other.group not in _COUNTS or not (one.digits or other.digits):
            continue
        near = _near_chinese(zh, left, i)
        head = _head(en, other)
        if head is None or not near:
            continue
        if one.dimension == _ATTENDANCES and head.key in _ATTENDED:
            yield word_finding(Rule.NUMBER_NOUN, one.text, f"{other.text} … {head.text}")
            continue
        if one.dimension in _HEADS and head.key in _NEVER_HEADS:
            yield word_finding(Rule.NUMBER_NOUN, one.text, f"{other.text} … {head.text}")
            continue
        nouns, words = _chinese_nouns(near)
        if head.key in _GENERAL and _measures(one, head):
            continue
        if one.dimension in _HEADS and not any(noun.group in _PEOPLE for noun in nouns):
            continue
        if (
            nouns
            and not (nouns[0].text == _ANYBODY and head.group == "person")
            and not _carried(head, words, near.split(_JOINT)[1])
            and not _told(nouns, _near_english(en, right, j))
        ):
            yield word_finding(Rule.NUMBER_NOUN, f"{nouns[0].text}{one.text}", f"{other.text} … {head.text}")


def _measures(mark: Mark, head: _Noun) -> bool:
    """Whether a general noun is what the measure word says: 27件 are 27 cases, 8.6万名老人 as many residents."""
    return (mark.dimension in _HEADS and head.key == "mass") or (
        head.key == "case" and mark.text[-1:] in "件起宗"
    )


def _near_chinese(zh: str, marks: Sequence[Mark], i: int) -> str:
    """The words around a number, up to a comma or the next number."""
    mark = marks[i]
    floor, ceiling = _neighbours(zh, marks, i)
    start, end = mark.quantity.span
    before = _ZH_BORDER.split(zh[max(floor, start - _BEFORE) : start])[-1]
    behind = _ZH_BORDER.split(zh[end : min(ceiling, end + _BEHIND)])[0]
    return _JOINT.join(part.replace(_JOINT, "") for part in (before, mark.text, behind))


def _near_english(en: str, marks: Sequence[Mark], j: int) -> str:
    """The English around a number, up to the neighbouring numbers."""
    floor, ceiling = _neighbours(en, marks, j)
    return en[floor:ceiling]


def _neighbours(text: str, marks: Sequence[Mark], i: int) -> tuple[int, int]:
    """Where the number before a number ends, and where the one behind it begins; marks are in order of place."""
    floor = marks[i - 1].quantity.span.end if i else 0
    return floor, marks[i + 1].quantity.span.start if i + 1 < len(marks) else len(text)


def _head(en: str, mark: Mark) -> _Noun | None:
    """The noun that an English number stands before: the last known one of its phrase."""
    end = mark.quantity.span.end
    border = _EN_BORDER.search(en[end : end + _HEAD])
    phrase = en[end : end + _HEAD][: border.start() if border else None]
    if _MANY_PEOPLE.match(phrase) or _MANY_PEOPLE.search(f" {mark.text}") or _INSTANCES.match(phrase):
        return None  # 37 million people held certificates: they are people, whatever else is told of them
    phrase = re.split(
        r"\b(?:of|for|in|on|(?:home )?to|from|by|at|into|over|under|across|through|per)\b", phrase
    )[0]
    claims = vocabulary().claimed(phrase)
    hits = [
        (hit, name)
        for name in _NOUNS
        for hit in claims.get(name, [])
        if _is_noun(phrase, hit) and (name != "level" or phrase[hit.start : hit.end].endswith("s"))
    ]
    if not hits:
        return None
    hit, name = max(hits, key=lambda pair: pair[0].end)
    if border and border[0] == "and" and not phrase[hit.start : hit.end].endswith("s"):
        return None  # village and community offices: one of two words before the noun
    return _Noun(name, hit.key, phrase[hit.start : hit.end])


def _is_noun(phrase: str, hit: EnglishHit) -> bool:
    """False for `reported` and `training courses`: the word must end its phrase, and be no past tense.

    What ends a phrase is an adverb or a verb: 280 soldiers now offer, 118 shops rectified.
    """
    rest = phrase[hit.end :]
    return not phrase[hit.start : hit.end].endswith("ed") and _PHRASE_END.match(rest) is not None


_MANY_PEOPLE = re.compile(r"\s(?:people|persons|individuals)\b")
_INSTANCES = re.compile(r"\s(?:\w+ )?cases of\b")
"""12 cases of arbitrary fees are 12 of anything."""
_PHRASE_END = re.compile(
    r"(?:\W+\w+ly\b)*\W*(?:$|\w+ed\b|(?:now|then|also|still|who|whose|where|alike|together|each)\b)"
)


def _chinese_nouns(near: str) -> tuple[list[_Noun], str]:
    """The nouns that the number is said of, and the words that name it: 建议3件 has one before it, 11个区直部门 behind.

    Of 会议议题162项 the last is what is counted; of 公安、司法等部门 the whole of the list may be.
    """
    before, number, behind = near.split(_JOINT)
    if behind:
        words = _UNIT.sub("", number) + behind
        found = _nouns_in(words)
        return ([found[0][1], found[-1][1]] if found else []), words
    before = _REACHED.sub("", before)
    found = _nouns_in(before)[-1:]
    if not found:
        last = _last_word(before)
        return ([_Noun("", "", last)], last) if last else ([], before)
    start, noun = found[0]
    if not before.endswith(noun.text) and (last := _last_word(before)):
        return [_Noun("", "", last)], last
    own = noun.group not in _WHO and noun.key not in (_GENERAL | _BODIES) and before.endswith(noun.text)
    return [noun], before[start:] if own else before


def _last_word(before: str) -> str:
    """The word right before a number that the dictionary knows as no verb, whatever it names: 审议意见 of 31条."""
    for size in (4, 3, 2):
        word = before[-size:]
        if len(word) == size and is_known(word) and not is_deed(word):
            return word
    return ""


def _nouns_in(text: str) -> list[tuple[int, _Noun]]:
    """The known nouns of a text with their places, in the order in which they end."""
    hits = [
        (hit.end, hit.start, _Noun(n, hit.key, text[hit.start : hit.end]))
        for n in _NOUNS
        for hit in vocabulary().groups[n].said(text)
        if n != "level" or hit.end - hit.start > 1  # the 市 of 上市 is no city
    ]
    return [(start, noun) for _, start, noun in sorted(hits, key=lambda found: found[:2])]


def _carried(head: _Noun, words: str, number: str) -> bool:
    """Whether the words that name the Chinese number, or its measure word, may be called by the English noun."""
    group = vocabulary().groups[head.group]
    counter = "".join(char for char in number if char in _COUNTERS)
    near = words + _JOINT + counter
    if group.licensed(head.key, near, group.said(near)):
        return True
    stems = {stem_word(word) for word in head.text.split()}
    return not stems.isdisjoint(renderings(near))


def _told(nouns: Sequence[_Noun], near: str) -> bool:
    """Whether the English around the number tells one of the Chinese nouns."""
    stems = frozenset(stems_of(near))
    return any(
        vocabulary().told(noun.group, near)[noun.key]
        if noun.group
        else is_told(noun.text, stems, roots_of(stems))
        for noun in nouns
    )
