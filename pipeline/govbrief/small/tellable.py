"""Owns the clauses of a report that tell something, with how much each weighs. No model and no check.

Results weigh by numbers, ranks and awards, plans by dates, measures and what will then be there; what code can say
alone weighs more than what a model must be asked for. Shortcomings are told whole, with their causes.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from govbrief.read.structure.lookback import looks_back
from govbrief.small.alone import leans
from govbrief.small.clauses import units_of
from govbrief.small.links import dated, unlinked
from govbrief.small.worth import is_honour, is_routine, worth_of
from govbrief.write.weigh import states_something, weight
from govbrief_schemas.item import Kind
from govbrief_schemas.report import Chunk, Outline, Role, Section, Sentence, Span

CERTAIN = 3.0
"""What a clause gains that code can say without a model."""
HARD, EASY_CHARS = 0.06, 18
"""What each further character takes from a clause that only the model can say: it gets long ones wrong."""
Certain = Callable[[str, Kind], bool]
Sayable = Callable[[str, Kind], str]
"""The part of a clause that code can say alone; empty where there is none."""
PLAN_CHARS = 18
"""Chinese of a clause of a plan, about: plans are told broadly and shortly."""
LACK_CHARS = 5
"""A clause of a shortcoming stands alone, however short: one that fails takes no other along."""
_LEADS_IN = re.compile(
    r"(?:一些|不少)(?:问题|不足|短板|薄弱)"
    r"|^[^与较]*(?:存在|面临|还有|仍有)着?(?:一些|不少|许多|诸多|以下|下列|一定)?的?(?:困难|问题|不足|挑战)(?:[和与](?:困难|问题|不足|挑战))?$"
)
"""What announces shortcomings and admits none."""
ALIKE = 0.7
"""From this share of common pairs of characters on, two clauses tell the same."""
_QUOTED = re.compile(r"[“\"][^”\"]{2,16}[”\"]")
"""What stands in quotation marks is a name: 一件 in “一件事一次办” is no amount."""
_YEARS = re.compile(r"\d{4}(?:[-—–~至]\d{4})?年度?")
"""Years are dates, not results."""
MORE, MORE_MOST = 0.8, 1.6
"""What each further number adds to a clause: several results told together say more than one."""
ASKED_LEAST, ASKED_CHARS = 6.5, 32
"""The same of one that only a model can say, and how long it may be: beyond that what it says is seldom right."""
OF_WORTH = 0.05
"""What a result's worth in headline and summary adds: an honour 5, a rate 4, a document takes 2."""
LEAST = 1.5
"""Weight below which a clause of an achievement tells too little."""

_CAUSE = re.compile(
    r"^(?:其)?(?:主要)?原因(?:是|在于|为)[:：]?|^主要是(?!存在|表现)|^主要是(?:因为|由于|受)|^(?:这)?主要是由于|^由于"
)
_ANNOUNCED = re.compile(
    r"(?:目前|当前|工作)?中?(?:仍|还)?(?:主要)?(?:存在)?的?(?:主要)?(?:困难|问题|不足|短板|薄弱环节)"
)
"""A heading that announces shortcomings and admits none."""
_NUMBERED = re.compile(r"^(?:\d{1,2}[.．、](?!\d)|[（(][\d一二三四五六七八九十]+[）)])\s*")
"""The number of a list that stands in the sentence: 1.增长支撑不足."""
_AIM = re.compile(r"[，,]?(?:这|此举)?(?:都|均)?(?:旨在|意在|为的是|目的(?:是|在于))[^；;。]*")
"""What something is done for: not done, and no plan of the report's."""
_HAPPENED = re.compile(r"了|已|先后|获|被|曾|累计|共[有计]?\d|\d年")
"""What tells in talk that something happened; without it a speaker may explain how things are to be."""
_ELSEWHERE = re.compile(r"^在[^，,]{2,40}(?:[区县镇乡村]|社区|街道|调解室|工作室|服务站|法院)[，,]")
"""Where a sentence begins so, it tells of one place: 在青岚市山南镇调解室，."""
_PLAYS = re.compile(r"^(?:充分|切实|有效|积极)*发挥[^\d]*作用$")
"""A part that was played and no result: 充分发挥示范引领作用."""
_OTHERS = re.compile(r"(?:^|[，,])(?:[年月]\S{0,4}[，,])?[省市区县]委、[省市区县]?政府(?!的)\S")
"""A sentence of a speaker that tells what Party committee and government did: not what his organ did."""
_AHEAD = (
    (re.compile(r"到20\d\d年|20\d\d年(?:底|末)?前|年内|全年"), 2.0),
    (re.compile(r"\d[^年]|[%％]"), 3.0),
    (re.compile(r"《[^》]{3,}》"), 2.0),
    (
        re.compile(r"出台|制定|修订|建设|建立|搭建|设立|组建|开展|完成|推行|实施|推出|打造|举办|清理|整治"),
        1.5,
    ),
    (
        re.compile(r"平台|条例|办法|机制|体系|清单|系统|规划|方案|中心|制度|专项|行动|法庭|基地|改革|指标"),
        1.0,
    ),
    (re.compile(r"继续|持续|不断|进一步|努力|积极|充分|大力"), -0.5),
)
"""What makes a clause of a plan worth telling: a date, a measure, a document, something that will then be there."""


@dataclass(frozen=True, slots=True)
class TellableUnit:
    """Clauses of one sentence that are translated in one request."""

    zh: str
    kind: Kind
    sentence: Sentence
    section: int
    weight: float = 0.0
    is_cause: bool = False
    lead: Sentence | None = None
    """The sentence that announces a shortcoming (仍然存在一些薄弱环节): where the report admits that there is one."""


def all_units(
    chunks: Sequence[Chunk], outline: Outline, clause_chars: int, is_certain: Certain, sayable: Sayable
) -> list[TellableUnit]:
    """Every clause that tells something, weighed, in reading order; nothing twice.

    Of a clause that code can say in part, that part with its numbers is told: it needs no model.
    """
    units = _distinct(unit for chunk in chunks for unit in _units(chunk, outline, clause_chars))
    weighed = [(unit, _weighed(unit, is_certain, sayable)) for unit in units]
    return [after for before, after in weighed if not _is_doubtful(before, after)]


def _is_doubtful(before: TellableUnit, after: TellableUnit) -> bool:
    """Whether a result needs a model and tells too little, or at too great a length, for its mistakes."""
    if before.kind is not Kind.ACHIEVEMENT or after.weight > before.weight:
        return False
    return before.weight < ASKED_LEAST or len(before.zh) > ASKED_CHARS


def _weighed(unit: TellableUnit, is_certain: Certain, sayable: Sayable) -> TellableUnit:
    if unit.kind is not Kind.SHORTCOMING and not is_certain(unit.zh, unit.kind):
        part = sayable(unit.zh, unit.kind)
        loses = is_honour(unit.zh) and not is_honour(part)
        if part and not loses and re.search(r"\d", _YEARS.sub("", _QUOTED.sub("“”", part))):
            return replace(unit, zh=part, weight=unit.weight + CERTAIN)
    return replace(unit, weight=unit.weight + _ease(unit, is_certain))


def _ease(unit: TellableUnit, is_certain: Certain) -> float:
    """What a clause gains that code can say, or loses by being long for a small model."""
    return CERTAIN if is_certain(unit.zh, unit.kind) else -HARD * max(0, len(unit.zh) - EASY_CHARS)


def _units(chunk: Chunk, outline: Outline, clause_chars: int) -> Iterable[TellableUnit]:
    section = outline.sections[chunk.section]
    if chunk.role is Role.SHORTCOMING and chunk.id.endswith("/00") and (head := _admission(section, outline)):
        yield TellableUnit(
            head.text.lstrip("（(一二三四五六七八九十）)、. "), Kind.SHORTCOMING, head, chunk.section, 9.0
        )
    lead: Sentence | None = None
    for sentence in chunk.sentences:
        kind = _kind(chunk.role, sentence.text)
        if not states_something(sentence.text):
            lead = sentence if kind is Kind.SHORTCOMING and "存在" in sentence.text else lead
            continue
        if kind is Kind.SHORTCOMING:
            for unit in _admitted(sentence, chunk.section, clause_chars):
                yield replace(unit, lead=lead)
                lead = None
            continue
        longest = clause_chars if kind is Kind.ACHIEVEMENT else PLAN_CHARS
        spoken = _unspoken(sentence.text, section.speaker)
        units = units_of(_AIM.sub("", spoken) if kind is Kind.ACHIEVEMENT else spoken, longest)
        alone = [unlinked(unit, kind) for unit in units]
        for text in dated(alone) if kind is Kind.PLAN else alone:
            is_result = kind is Kind.ACHIEVEMENT
            if is_result and not _is_result(text, spoken, is_first=text == alone[0], in_talk=section.speaker):
                continue
            bare = _YEARS.sub("", _QUOTED.sub("“”", text))
            told = weight(bare) if kind is Kind.ACHIEVEMENT else plan_weight(text)
            told += min(MORE_MOST, MORE * max(0, len(re.findall(r"\d[\d.]*", bare)) - 1))
            told += OF_WORTH * worth_of(text) if kind is Kind.ACHIEVEMENT else 0.0
            told -= 1.5 if chunk.role in {Role.OTHER, Role.LEADERSHIP} else 0.0
            if told >= LEAST or (kind is Kind.PLAN and told > 0):
                yield TellableUnit(text, kind, sentence, chunk.section, told)


def _is_result(clause: str, sentence: str, *, is_first: bool, in_talk: str) -> bool:
    """Whether a clause of what was done tells a result of whoever reports, and by itself."""
    if _is_of_another(clause, sentence) or _PLAYS.search(clause) or (leans(clause) and not is_first):
        return False
    return not in_talk or not (not _HAPPENED.search(clause) or is_routine(clause) or _OTHERS.search(sentence))


def _is_of_another(clause: str, sentence: str) -> bool:
    """Whether a clause tells what one of many did or one case was about: no result of whoever reports."""
    where = _ELSEWHERE.match(sentence)
    return "某" in clause or bool(where and where[0][:-1] not in clause)


def _unspoken(sentence: str, speaker: str) -> str:
    """The sentence without the name of whoever says it, which a transcript puts in front."""
    return sentence.removeprefix(speaker).lstrip("：:，, ") if speaker else sentence


def _admitted(sentence: Sentence, section: int, clause_chars: int) -> Iterable[TellableUnit]:
    """What a sentence admits; from its first word of cause on, clauses are the cause."""
    cause = False
    for text in units_of(sentence.text, min(clause_chars, LACK_CHARS)):
        text = unlinked(_NUMBERED.sub("", text), Kind.SHORTCOMING)  # noqa: PLW2901 - the same clause alone
        if found := _CAUSE.match(text):
            cause = True
            text = text[found.end() :]  # noqa: PLW2901 - the same clause without its lead
        if (
            "成绩" in text
            or "成效" in text
            or re.search(r"(?:取得|有)[^，,]{0,6}进展", text)
            or "薄弱环节" in text[-6:]
        ):
            continue
        if _LEADS_IN.search(text):
            continue
        yield TellableUnit(text, Kind.SHORTCOMING, sentence, section, 9.0, is_cause=cause)


def _admission(section: Section, outline: Outline) -> Sentence | None:
    """The heading of a shortcoming where the heading itself admits it."""
    bare = section.heading.removeprefix(section.number)
    if not section.sentences or not re.search(r"还?未|不[高够足均强到]|缺|薄弱|滞后|有待|偏低|较低", bare):
        return None
    if re.search(r"不足和|不足与|存在的", bare) or _ANNOUNCED.fullmatch(bare):
        return None
    start = outline.report.text.find(section.heading, section.span.start, section.span.end)
    return Sentence(Span(start, start + len(section.heading)), section.heading) if start >= 0 else None


def _kind(role: Role, sentence: str) -> Kind:
    if role is Role.SHORTCOMING:
        return Kind.SHORTCOMING
    if role is Role.PLAN:
        return Kind.ACHIEVEMENT if looks_back(sentence) else Kind.PLAN
    return Kind.ACHIEVEMENT


def plan_weight(text: str) -> float:
    """How much a clause of a plan tells: at least 1 where something definite is aimed at, never nothing."""
    return max(0.1, 0.5 + sum(points for pattern, points in _AHEAD if pattern.search(text)))


def _pairs(text: str) -> frozenset[str]:
    bare = re.sub(r"[^\w]", "", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _distinct(units: Iterable[TellableUnit]) -> Iterable[TellableUnit]:
    """The units without those that tell what an earlier one has told: 50% of the districts are not 80% of them."""
    seen: list[tuple[frozenset[str], frozenset[str], frozenset[str]]] = []
    for unit in units:
        pairs, numbers = _pairs(unit.zh), frozenset(re.findall(r"\d[\d.]*", _YEARS.sub("", unit.zh)))
        signs = frozenset(re.findall(r"\w", unit.zh))
        alike = (
            (len(pairs & other) >= ALIKE * min(len(pairs), len(other)) or signs <= same) and numbers <= told
            for other, told, same in seen
        )
        if pairs and not any(alike):
            seen.append((pairs, numbers, signs))
            yield unit
