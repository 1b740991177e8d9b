"""Owns which clauses of a report a brief tells, and which stand together in one line. No model and no check.

Each group of sections with one parent gives its weightiest clause; what room is left goes to the weightiest of all.
Shortcomings are told whole, with their causes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from govbrief.read.structure.lookback import looks_back
from govbrief.small.clauses import units_of
from govbrief.small.themes import theme_of
from govbrief.write.weigh import states_something, weight
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Chunk, Outline, Role, Section, Sentence, Span

UNIT_COST = 140
"""Characters that a clause takes in the brief, both languages and its share of a line's furniture."""
FURNITURE = 1900
"""Characters of head, summary, table and coverage."""
SHORT, LONG = 3000, 8000
SHARE_SHORT, SHARE_LONG = 1.6, 0.9
"""Characters of the brief for one of the report's, at those lengths: quoted clauses are longer than condensed ones."""
FEWEST, MOST = 10, 60
LINE_CHARS = 95
"""Chinese of one line, about: two or three clauses."""
LINE_UNITS = 3
PLAN_SHARE = 0.55
"""Of the clauses, those kept for plans where a report has plenty of both."""
ALIKE = 0.7
"""From this share of common pairs of characters on, two clauses tell the same."""
_QUOTED = re.compile(r"[“\"][^”\"]{2,16}[”\"]")
"""What stands in quotation marks is a name: 一件 in “一件事一次办” is no amount."""
MORE, MORE_MOST = 0.8, 1.6
"""What each further number adds to a clause: several results told together say more than one."""
LEAST = 1.5
"""Weight below which a clause of an achievement tells too little."""

_CAUSE = re.compile(
    r"^(?:其)?(?:主要)?原因(?:是|在于|为)[:：]?|^主要是(?:因为|由于|受)|^(?:这)?主要是由于|^由于"
)
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
class Unit:
    """Clauses of one sentence that are translated in one request."""

    zh: str
    kind: Kind
    sentence: Sentence
    section: int
    weight: float = 0.0
    is_cause: bool = False


@dataclass(frozen=True, slots=True)
class LinePlan:
    """What one item of the brief will tell."""

    kind: Kind
    theme: Theme
    section: int
    units: tuple[Unit, ...] = field(default=())

    @property
    def evidence(self) -> tuple[Sentence, ...]:
        """The sentences that the line rests on, in reading order."""
        return tuple(sorted({unit.sentence for unit in self.units}, key=lambda s: s.span))


def plan_lines(chunks: Sequence[Chunk], outline: Outline, clause_chars: int) -> tuple[LinePlan, ...]:
    """The lines of the brief in reading order."""
    units = list(_distinct(unit for chunk in chunks for unit in _units(chunk, outline, clause_chars)))
    chars = sum(len(s.text) for section in outline.sections for s in section.sentences)
    chosen = _chosen(units, outline, units_allowed(chars))
    lines: list[LinePlan] = []
    for unit in chosen:
        last = lines[-1] if lines else None
        if last and _belong(last, unit, outline):
            lines[-1] = replace(last, units=(*last.units, unit))
        else:
            lines.append(LinePlan(unit.kind, _theme(unit, outline), unit.section, (unit,)))
    return tuple(lines)


def units_allowed(chars: int) -> int:
    """Clauses that a brief of a report with `chars` characters tells: 3,000 -> 18, 8,000 -> 34."""
    reach = min(1.0, max(0.0, (chars - SHORT) / (LONG - SHORT)))
    total = chars * (SHARE_SHORT + (SHARE_LONG - SHARE_SHORT) * reach)
    return max(FEWEST, min(MOST, round((total - FURNITURE) / UNIT_COST)))


def _units(chunk: Chunk, outline: Outline, clause_chars: int) -> Iterable[Unit]:
    section = outline.sections[chunk.section]
    if chunk.role is Role.SHORTCOMING and chunk.id.endswith("/00") and (head := _admission(section, outline)):
        yield Unit(
            head.text.lstrip("（(一二三四五六七八九十）)、. "), Kind.SHORTCOMING, head, chunk.section, 9.0
        )
    for sentence in chunk.sentences:
        if not states_something(sentence.text):
            continue
        kind = _kind(chunk.role, sentence.text)
        if kind is Kind.SHORTCOMING:
            yield from _admitted(sentence, chunk.section, clause_chars)
            continue
        for text in units_of(_unspoken(sentence.text, section.speaker), clause_chars):
            told = weight(_QUOTED.sub("“”", text)) if kind is Kind.ACHIEVEMENT else plan_weight(text)
            told += min(MORE_MOST, MORE * max(0, len(re.findall(r"\d[\d.]*", text)) - 1))
            told -= 1.5 if chunk.role in {Role.OTHER, Role.LEADERSHIP} else 0.0
            if told >= LEAST or (kind is Kind.PLAN and told > 0):
                yield Unit(text, kind, sentence, chunk.section, told)


def _unspoken(sentence: str, speaker: str) -> str:
    """The sentence without the name of whoever says it, which a transcript puts in front."""
    return sentence.removeprefix(speaker).lstrip("：:，, ") if speaker else sentence


def _admitted(sentence: Sentence, section: int, clause_chars: int) -> Iterable[Unit]:
    """What a sentence admits; from its first word of cause on, clauses are the cause."""
    cause = False
    for text in units_of(sentence.text, clause_chars):
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
        if re.search(r"(?:一些|不少)(?:问题|不足|短板|薄弱)", text):
            continue
        yield Unit(text, Kind.SHORTCOMING, sentence, section, 9.0, is_cause=cause)


def _admission(section: Section, outline: Outline) -> Sentence | None:
    """The heading of a shortcoming where the heading itself admits it."""
    bare = section.heading.removeprefix(section.number)
    if not section.sentences or not re.search(r"还?未|不[高够足均强到]|缺|薄弱|滞后|有待|偏低|较低", bare):
        return None
    if re.search(r"不足和|不足与|存在的", bare):
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


def _distinct(units: Iterable[Unit]) -> Iterable[Unit]:
    """The units without those that tell what an earlier one has told."""
    seen: list[frozenset[str]] = []
    for unit in units:
        pairs = _pairs(unit.zh)
        if pairs and not any(len(pairs & other) >= ALIKE * min(len(pairs), len(other)) for other in seen):
            seen.append(pairs)
            yield unit


def _chosen(units: Sequence[Unit], outline: Outline, most: int) -> list[Unit]:
    """All shortcomings, the weightiest clause of each group, then the weightiest of all, in reading order."""
    admitted = [unit for unit in units if unit.kind is Kind.SHORTCOMING]
    room = max(FEWEST // 2, most - len(admitted))
    done = [unit for unit in units if unit.kind is Kind.ACHIEVEMENT]
    ahead = [unit for unit in units if unit.kind is Kind.PLAN]
    share = room if not done else min(len(ahead), max(round(room * PLAN_SHARE), room - len(done)))
    kept = set(map(id, [*admitted, *_best(ahead, outline, share), *_best(done, outline, room - share)]))
    return [unit for unit in units if id(unit) in kept]


def _best(units: Sequence[Unit], outline: Outline, most: int) -> list[Unit]:
    ranked = sorted(units, key=lambda unit: (-unit.weight, unit.sentence.span))
    first: dict[tuple[str, ...], Unit] = {}
    for unit in ranked:
        first.setdefault(_group(unit, outline), unit)
    heads = sorted(first.values(), key=lambda unit: -unit.weight)[:most]
    rest = [unit for unit in ranked if unit not in heads]
    return [*heads, *rest[: most - len(heads)]]


def _group(unit: Unit, outline: Outline) -> tuple[str, ...]:
    section = outline.sections[unit.section]
    return (*section.path, section.heading)


def _parent(unit: Unit, outline: Outline) -> tuple[str, ...]:
    """Sections below the second level stand together under their parent."""
    return _group(unit, outline)[:2]


def _belong(line: LinePlan, unit: Unit, outline: Outline) -> bool:
    """Whether a clause goes on the line: of one kind and theme, under one heading, and short enough together."""
    last = line.units[-1]
    if unit.kind is not line.kind or _parent(last, outline) != _parent(unit, outline):
        return False
    if unit.kind is Kind.SHORTCOMING:
        return last.section == unit.section and (unit.is_cause or last.sentence == unit.sentence)
    if outline.sections[line.section].speaker != outline.sections[unit.section].speaker:
        return False
    size = sum(len(one.zh) for one in line.units) + len(unit.zh)
    return len(line.units) < LINE_UNITS and size <= LINE_CHARS


def _theme(unit: Unit, outline: Outline) -> Theme:
    section = outline.sections[unit.section]
    return theme_of(unit.sentence.text, (*section.path, section.heading), section.role)
