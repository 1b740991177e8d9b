"""Owns the grammar: which topic and which act the words around a number name, or that they name none for sure.

审结行政复议案件6122件            act, topic, number
行政复议案件共审结6122件          topic, act, number
审结6122件行政复议案件            act, number, topic
对33件规范性文件进行审核           number, topic, act
受理行政复议案件100件,审结90件     the topic of the number before, as long as nothing else came between
审结涉企行政复议案件30件           nothing: 涉企 takes something away
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from govbrief.compare.indicators.catalogue import Catalogue, Word, WordClass, unquoted
from govbrief.compare.indicators.slots import NumberSlot

_LIGHT = WordClass.FILL | WordClass.REACH | WordClass.WIDE | WordClass.SCOPE
_END = WordClass.FILL | WordClass.REACH | WordClass.GENERIC
_CARRIES = _LIGHT | WordClass.ACT | WordClass.GENERIC | WordClass.JOINT | WordClass.CHANGE
_BARE = ("",)
_OF = "的"


class Phrase(NamedTuple):
    """What a number is said of."""

    topics: tuple[str, ...]
    acts: tuple[str, ...]
    """What was done, the surest reading first; the empty one where nothing need be said."""


class _ClauseWords(NamedTuple):
    lead: Sequence[Word]
    trail: Sequence[Word]
    carried: Phrase | None


def read_phrases(slots: Sequence[NumberSlot], catalogue: Catalogue) -> Iterator[Phrase | None]:
    """For each slot what its number counts; None where there is no number, or the words are not sure."""
    carried: Phrase | None = None
    narrow = False
    for slot in slots:
        if slot.begins:
            carried = None
        lead = list(cut_words(slot.lead, catalogue))
        joined = not slot.first and bool(lead) and _is(lead[0], WordClass.JOINT)
        if joined:
            del lead[0]
        trail = list(cut_words(slot.trail, catalogue))
        narrow = (narrow and not slot.first) or any(_is(word, WordClass.NARROW) for word in lead)
        phrase = _read(_ClauseWords(lead, trail, carried)) if slot.quantity and not narrow else None
        if phrase and joined and carried and phrase.acts == _BARE:
            phrase = Phrase(phrase.topics, carried.acts + _BARE)  # 审结甲30件、乙20件: the act goes for both
        if phrase and catalogue.rates.issuperset(phrase.topics):
            phrase = Phrase(phrase.topics, phrase.acts + _BARE)  # 调处纠纷成功率: a rate needs no act
        yield phrase
        if not slot.aside or phrase:
            carried = _next(slot, phrase, lead + trail, carried, catalogue.rates)


def _next(
    slot: NumberSlot,
    phrase: Phrase | None,
    words: Sequence[Word],
    carried: Phrase | None,
    rates: frozenset[str],
) -> Phrase | None:
    """What the next clause may leave unsaid."""
    if phrase:
        of_before = carried is not None and rates.issuperset(phrase.topics)
        return (
            carried if of_before else phrase
        )  # a rate is said of what was counted before, and so is the next
    if slot.quantity and not any(_is(word, WordClass.CHANGE) for word in words):
        part = any(_is(word, WordClass.NARROW) for word in words)
        return carried if part and all(_is(word, _CARRIES | WordClass.NARROW) for word in words) else None
    return _carry(words, carried)


def cut_words(text: str, catalogue: Catalogue) -> Iterator[Word]:
    """The words of a clause, longest first; a run of unknown ones is one word."""
    text = unquoted(text)
    at = known = 0
    while at < len(text):
        word = _longest(text, at, catalogue)
        if word is None:
            at += 1
            continue
        yield from _unknown(text[known:at], catalogue)
        yield word
        at = known = at + len(word.text)
    yield from _unknown(text[known:], catalogue)


def _longest(text: str, at: int, catalogue: Catalogue) -> Word | None:
    lengths = range(min(catalogue.longest, len(text) - at), 0, -1)
    return next((word for size in lengths if (word := catalogue.words.get(text[at : at + size]))), None)


def _unknown(run: str, catalogue: Catalogue) -> Iterator[Word]:
    if run := run.strip():
        organ = catalogue.organ.search(run) is not None
        yield Word(run, WordClass.SCOPE if organ else WordClass.OTHER)


def _is(word: Word, sorts: WordClass) -> bool:
    return bool(word.sort & sorts)


def _read(clause: _ClauseWords) -> Phrase | None:
    lead, trail, carried = clause
    first = next((word for word in lead if not _is(word, _LIGHT)), None)
    if first is not None and _is(first, WordClass.OBJECT):
        return _object(trail)
    at = _skip(lead, len(lead), _END, over_acts=False)
    last = lead[at - 1] if at else None
    if last is None or _is(last, WordClass.JOINT):
        return _behind(trail, _BARE) or _done_behind(trail) or _reached(lead[at:], carried)
    readings: tuple[tuple[WordClass, Callable[[], Phrase | None]], ...] = (
        (WordClass.TOPIC, lambda: _topic_last(lead, at - 1)),
        (WordClass.ACT, lambda: _act_last(clause, at - 1)),
        (_LIGHT, lambda: _light_last(clause, at)),
    )
    return next((read() for sorts, read in readings if _is(last, sorts)), None)


def _light_last(clause: _ClauseWords, at: int) -> Phrase | None:
    """全市13426名调解员, 审结全市6122件行政复议案件, 受理企业群众诉求28.4万件."""
    lead, trail, _ = clause
    acts = _acts(lead, at)
    if not acts:
        return None
    if named := _behind(trail, acts):
        return named
    if acts == _BARE:
        return _done_behind(trail)
    start = _skip(lead, at, _LIGHT, over_acts=False)
    return _act_last(clause, start - 1) if at < len(lead) and start else None


def _skip(words: Sequence[Word], end: int, sorts: WordClass, *, over_acts: bool = True) -> int:
    """Where the words of these sorts in front of `end` begin."""
    stop = WordClass.TOPIC if over_acts else WordClass.TOPIC | WordClass.ACT
    while end and _is(words[end - 1], sorts) and not _is(words[end - 1], stop):
        end -= 1
    return end


def _acts(lead: Sequence[Word], end: int) -> tuple[str, ...]:
    """The acts that the words in front of `end` name, light words between; empty where they are not sure.

    新增市场主体: 新增 may be the act or say nothing, so the empty act is tried after it.
    """
    found: list[str] = []
    while end and _is(lead[end - 1], _LIGHT | WordClass.ACT) and not _is(lead[end - 1], WordClass.TOPIC):
        word = lead[end - 1]
        if _is(word, WordClass.ACT):
            main = _main_act(lead, end) if lead[end].text == _OF else 0
            if main:
                return (lead[main - 1].text,) if _single(lead, main - 1) else ()
            found.append(word.text)
            if not _is(word, _LIGHT):
                return tuple(found) if _single(lead, end - 1) else ()
        end -= 1
    if end == 0:
        return (*found, "")
    return tuple(found) if found and _single(lead, end) else ()


def _main_act(lead: Sequence[Word], end: int) -> int:
    """清理以市政府名义制发的规范性文件: the act in front of the one that only describes; 0 where there is none."""
    end -= 1
    while end and not (_is(lead[end - 1], WordClass.ACT) and not _is(lead[end - 1], _LIGHT)):
        end -= 1
    return end


def _single(lead: Sequence[Word], index: int) -> bool:
    """Whether the act at `index` stands alone: neither denied (未审结) nor one of two (受理、审结)."""
    if index == 0:
        return True
    before = lead[index - 1]
    twin = _is(before, WordClass.INTAKE)  # 清理取消 is one count, 受理审结 are two
    return not (_is(before, WordClass.NEGATION | WordClass.JOINT) or twin)


def _topic_last(lead: Sequence[Word], index: int) -> Phrase | None:
    topics = lead[index].topics
    while index > 1 and _is(lead[index - 1], WordClass.JOINT) and set(topics) & set(lead[index - 2].topics):
        index -= 2  # 可网办率、实际网办率: one indicator under two names
    acts = _acts(lead, index)
    return Phrase(topics, acts) if acts else None


def _act_last(clause: _ClauseWords, index: int) -> Phrase | None:
    lead, trail, carried = clause
    acts = (lead[index].text, *(_BARE if _is(lead[index], _LIGHT) else ()))
    if not _single(lead, index):
        return None
    if named := _behind(trail, acts):
        return named
    at = _skip(lead, index, _LIGHT | WordClass.GENERIC)
    if at == 0:
        return (
            Phrase(carried.topics, acts[:1]) if carried and not _names_other(trail) else _done_behind(trail)
        )
    before = lead[at - 1]
    if _is(before, WordClass.TOPIC) and _skip(lead, at - 1, _LIGHT) == 0:
        return Phrase(before.topics, acts)
    return None


def _names_other(trail: Sequence[Word]) -> bool:
    """Whether the words behind the number say that it counts something else: 审结90件劳动争议."""
    return bool(trail) and (trail[0].sort == WordClass.OTHER or _is(trail[0], WordClass.TOPIC))


def _behind(trail: Sequence[Word], acts: tuple[str, ...]) -> Phrase | None:
    """The topic that the words behind the number begin with, if it is a whole noun."""
    at = _light(trail, 0)
    if at == len(trail) or not _is(trail[at], WordClass.TOPIC):
        return None
    if at + 1 < len(trail) and not _ends_noun(trail[at + 1]):
        return None
    return Phrase(trail[at].topics, acts)


def _light(trail: Sequence[Word], at: int, also: WordClass = WordClass.OTHER) -> int:
    while (
        at < len(trail)
        and _is(trail[at], _LIGHT | also)
        and not _is(trail[at], WordClass.TOPIC | WordClass.ACT)
    ):
        at += 1
    return at


def _done_behind(trail: Sequence[Word]) -> Phrase | None:
    """265人参加行政执法资格考试, 300个事项实现全市通办: act and topic both stand behind the number."""
    at = _light(trail, 0, also=WordClass.GENERIC)
    if at < len(trail) and _is(trail[at], WordClass.ACT):
        return _behind(trail[at + 1 :], (trail[at].text,))
    return None


def _object(trail: Sequence[Word]) -> Phrase | None:
    """对33件规范性文件进行审核: the act stands behind the topic."""
    at = _light(trail, 0)
    if at == len(trail) or not _is(trail[at], WordClass.TOPIC):
        return None
    act = _light(trail, at + 1)
    acts = [word.text for word in trail[act:] if _is(word, WordClass.ACT)]
    return Phrase(trail[at].topics, tuple(acts)) if acts and _is(trail[act], WordClass.ACT) else None


def _ends_noun(word: Word) -> bool:
    """Whether a noun is whole in front of this word: 调解员全年, but not 调解员培训基地 or 调解员的."""
    if word.sort == WordClass.OTHER or _is(word, WordClass.PARTITIVE | WordClass.TOPIC):
        return False
    return word.text != _OF


def _reached(lead: Sequence[Word], carried: Phrase | None) -> Phrase | None:
    """出庭应诉率提高2个百分点,达到99.7%: the rate of the clause before."""
    return carried if carried and any(_is(word, WordClass.REACH) for word in lead) else None


def _carry(words: Sequence[Word], carried: Phrase | None) -> Phrase | None:
    """The topic that a clause names last, or the one before where it names nothing else."""
    topics = [index for index, word in enumerate(words) if _is(word, WordClass.TOPIC)]
    if topics:
        last = topics[-1]
        joined = last and _is(words[last - 1], WordClass.JOINT)
        return None if joined else Phrase(words[last].topics, _BARE)
    return carried if all(_is(word, _CARRIES) for word in words) else None
