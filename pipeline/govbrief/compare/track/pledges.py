"""Owns what of a plan can be looked for: documents to be made, targets to be reached, measures with a name.

出台《甲条例》《乙办法》            two documents
80%以上的区县达到省级标准            a target
开展行政执法监督专项行动             a measure
坚持和发展新时代“枫桥经验”           nothing: an attitude
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govbrief.compare.indicators import IndicatorValue, indicators_in, load_catalogue
from govbrief.compare.indicators.catalogue import Indicator, WordClass
from govbrief.compare.indicators.naming import cut_words
from govbrief.compare.track.accounts import AccountSentence
from govbrief.compare.track.outcomes import PartSort
from govbrief.compare.track.phrasing import around, member_of, plain_words, title_core, titles_in, trackwords
from govbrief.numbers.find import find_quantities
from govbrief_schemas.quantity import Quantity, QuantityKind

_CLAUSE = re.compile(r"[^，,；;。:：！？\n]+")
_OBJECT_TRIM = re.compile(r"(?:工作|任务|建设|会议)*(?:的同时|过程中|期间)?$")
_BY = re.compile(r"到(20\d\d)年")
_ONCE = re.compile(r"^[1一][次项个场批轮]")
_COUNTS = re.compile(r"(?:\d|[一二两三四五六七八九十])(?:个|项|大|类|次)")
"""五个行动 are counted, and looked for as a target."""
_LEAST_NAME = 6
"""Characters of a measure's name: 专项行动 alone names none."""
_COUNTED = frozenset({QuantityKind.COUNT, QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.MEASURE})


_PAST = re.compile(r"[\u4e00-\u9fff]{2}了|已经|已于")
_LEAST_WORK = 8
"""Characters of what is worked on: shorter, and every report speaks of it."""


@dataclass(frozen=True, slots=True)
class Pledge:
    """One thing in a plan that can be looked for."""

    sort: PartSort
    words: str
    by: int | None = None
    """The year by which, where the sentence says so."""
    yearly: bool = False
    quantity: Quantity | None = None
    about: str = ""
    """What the number is said of."""
    indicator: Indicator | None = None
    every: bool = False
    """A target in words, 应出尽出: all that are due."""


def read_pledges(sentence: AccountSentence, year: int | None) -> tuple[Pledge, ...]:
    """What can be looked for in a sentence that plans, in reading order; empty where there is nothing."""
    text = sentence.text
    due = [int(one) for one in _BY.findall(text)]
    by = max(due) if due else None
    mapped = {value.evidence.start: value for value in indicators_in(text, year)}
    found: list[Pledge] = []
    for clause in _CLAUSE.finditer(text):
        found += _documents(clause[0], by)
        found += _targets(clause, text, mapped, by)
        found += _measures(clause[0], by)
    return (*found, *_targets_in_words(text, by))


def _documents(clause: str, by: int | None) -> Iterator[Pledge]:
    words = trackwords()
    titles = titles_in(clause)
    for title in titles:
        front = clause[: title.start()]
        made = [match.end() for match in words.make.finditer(front)]
        kept = [match.end() for match in words.obeyed.finditer(front)]
        if made and max(made) > max(kept, default=-1):
            yield Pledge(PartSort.DOCUMENT, title[0], by)
    if titles:
        return
    for piece in _objects(clause, words.make):
        if words.document_end.search(piece) and len(title_core(piece)) > _LEAST_NAME:
            yield Pledge(PartSort.DOCUMENT, piece, by)


def _objects(clause: str, act: re.Pattern[str]) -> Iterator[str]:
    """The objects of the first act of a clause, one by one; none where it is past (召开了, 已经公布) or a slogan."""
    verb = next((one for one in act.finditer(clause) if not _quoted(clause, one.start())), None)
    if verb is None or clause[verb.end() :].startswith(("了", "过")) or "已" in clause[: verb.start()]:
        return
    for piece in re.split(r"[、和及]|以及", clause[verb.end() :]):
        yield _OBJECT_TRIM.sub("", piece.strip())


def _quoted(clause: str, at: int) -> bool:
    """Whether a place lies inside “…”, as far as the clause shows."""
    return clause.count("“", 0, at) > clause.count("”", 0, at) or (
        "”" in clause[at:] and "“" not in clause[at : clause.index("”", at)]
    )


def _targets(
    clause: re.Match[str], text: str, mapped: dict[int, IndicatorValue], by: int | None
) -> Iterator[Pledge]:
    for quantity in find_quantities(text, "zh", bind=False):
        start = quantity.span.start
        if not clause.start() <= start < clause.end() or quantity.kind not in _COUNTED:
            continue
        if trackwords().obeyed.match(clause[0].strip()) and start not in mapped:
            continue
        if quantity.kind is QuantityKind.COUNT and (quantity.value <= 1 or _only_lists(text, quantity)):
            continue
        value = mapped.get(start)
        yield Pledge(
            PartSort.TARGET,
            member_of(text, quantity).strip(),
            by,
            yearly=trackwords().yearly.search(text) is not None,
            quantity=quantity,
            about=around(text, quantity),
            indicator=load_catalogue().by_id[value.indicator] if value else None,
        )


def _only_lists(text: str, quantity: Quantity) -> bool:
    """5大类, 五个行动, 5个阶段: the count of a list in the plan itself."""
    behind = quantity.text + text[quantity.span.end : quantity.span.end + _LEAST_NAME]
    return trackwords().list.search(behind) is not None


def _measures(clause: str, by: int | None) -> Iterator[Pledge]:
    words = trackwords()
    if titles_in(clause):
        return
    for piece in _objects(clause, words.act):
        name = _ONCE.sub("", piece)
        if len(name) >= _LEAST_NAME and words.measure_end.search(name) and not _COUNTS.search(name):
            yield Pledge(PartSort.MEASURE, name, by)


def read_works(sentence: AccountSentence) -> tuple[Pledge, ...]:
    """The continuing work that a sentence plans: 加强和改进行政机关负责人出庭应诉工作."""
    words = trackwords()
    found: list[Pledge] = []
    for clause in _CLAUSE.finditer(sentence.text):
        verb = words.work.search(clause[0])
        if (
            verb is None
            or titles_in(clause[0])
            or words.obeyed.match(clause[0].strip())
            or _PAST.search(clause[0])
        ):
            continue
        name = clause[0][verb.end() :].strip()
        for tail in words.work_tail.finditer(name):
            name = name[: tail.start()] if tail.end() == len(name) else name
        if len(plain_words(name)) >= _LEAST_WORK:
            found.append(Pledge(PartSort.WORK, name))
    return tuple(found)


def _targets_in_words(text: str, by: int | None) -> Iterator[Pledge]:
    every = trackwords().all.search(text)
    if every is None:
        return
    catalogue = load_catalogue()
    topics: Sequence[str] = [
        topic for word in cut_words(text, catalogue) if word.sort & WordClass.TOPIC for topic in word.topics
    ]
    indicator = catalogue.find(topics, ("",), "%")
    if indicator is not None:
        yield Pledge(PartSort.TARGET, every[0], by, indicator=indicator, every=True)
