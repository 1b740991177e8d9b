"""Owns which clauses of a report a brief tells, and which stand together in one line. No model and no check.

Each group of sections with one parent gives its weightiest clause; what room is left goes to the weightiest of all.
Shortcomings are told whole, with their causes.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from govbrief.small.targets import target_of
from govbrief.small.tellable import Certain, TellableUnit
from govbrief.small.themes import theme_of
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.report import Outline, Sentence

PER_CHAR, PER_UNIT = 3.3, 30
"""Characters of the brief for one of a clause, both languages, and its share of a line's furniture."""
FURNITURE = 2400
"""Characters of head, summary, table and coverage."""
SHORT, LONG = 3000, 8000
SHARE_SHORT, SHARE_LONG = 1.6, 0.9
"""Characters of the brief for one of the report's, at those lengths: quoted clauses are longer than condensed ones."""
LEAST_ROOM, MOST_ROOM = 1900, 6500
"""Characters for clauses, however short or long the report is."""
LEAST_RESULTS = 1300
"""Of that, what results have however much a report plans and admits."""
LINE_CHARS = 95
"""Chinese of one line, about: two or three clauses."""
LINE_UNITS = 3
PLAN_SHARE = 0.55
"""Of the room, what is kept for plans where a report has plenty of both."""
LENGTHY = 0.03
"""What each character takes from a clause's weight beside another of its sentence or section."""
SPARES = 2
"""Clauses in reserve for a line."""


@dataclass(frozen=True, slots=True)
class LinePlan:
    """What one item of the brief will tell."""

    kind: Kind
    theme: Theme
    section: int
    units: tuple[TellableUnit, ...] = field(default=())
    spares: tuple[TellableUnit, ...] = field(default=())
    """What the line may tell instead of a clause whose English fails: clauses that code can say."""

    @property
    def evidence(self) -> tuple[Sentence, ...]:
        """The sentences that the line rests on, in reading order."""
        return tuple(sorted({unit.sentence for unit in self.units}, key=lambda s: s.span))


def plan_lines(units: Sequence[TellableUnit], outline: Outline, is_certain: Certain) -> tuple[LinePlan, ...]:
    """The lines of the brief in reading order; of two like clauses the one that code can say is told."""
    chars = sum(len(s.text) for section in outline.sections for s in section.sentences)
    chosen = _chosen(units, outline, room_for(chars))
    lines: list[LinePlan] = []
    for unit in chosen:
        last = lines[-1] if lines else None
        if last and _belong(last, unit, outline):
            lines[-1] = replace(last, units=(*last.units, unit))
        else:
            lines.append(LinePlan(unit.kind, _theme(unit, outline), unit.section, (unit,)))
    return _with_spares(
        lines, [unit for unit in units if unit not in chosen and is_certain(unit.zh, unit.kind)]
    )


def _with_spares(lines: Sequence[LinePlan], left: Sequence[TellableUnit]) -> tuple[LinePlan, ...]:
    """Each line with up to `SPARES` clauses of its own sections that no other line has."""
    ranked = sorted(left, key=lambda unit: -unit.weight)
    found: list[LinePlan] = []
    for line in lines:
        sections = {unit.section for unit in line.units}
        spares = [unit for unit in ranked if unit.kind is line.kind and unit.section in sections][:SPARES]
        ranked = [unit for unit in ranked if unit not in spares]
        found.append(replace(line, spares=tuple(spares)))
    return tuple(found)


def room_for(chars: int) -> int:
    """Characters that the clauses of a brief take, for a report with `chars` characters: 3,000 -> 2,600."""
    reach = min(1.0, max(0.0, (chars - SHORT) / (LONG - SHORT)))
    total = chars * (SHARE_SHORT + (SHARE_LONG - SHARE_SHORT) * reach)
    return max(LEAST_ROOM, min(MOST_ROOM, round(total - FURNITURE)))


def _cost(unit: TellableUnit) -> float:
    return PER_CHAR * len(unit.zh) + PER_UNIT


def _chosen(units: Sequence[TellableUnit], outline: Outline, room: int) -> list[TellableUnit]:
    """All shortcomings, a clause of each plan and of each group of results, then the weightiest, in reading order."""
    admitted = [unit for unit in units if unit.kind is Kind.SHORTCOMING]
    left = max(LEAST_ROOM, room - sum(map(_cost, admitted)))
    done = [unit for unit in units if unit.kind is Kind.ACHIEVEMENT]
    ahead = [unit for unit in units if unit.kind is Kind.PLAN]
    aims = _heads(ahead, _sentence)
    measured = [unit for unit in ahead if target_of(unit.zh).zh and unit not in aims]
    told = _held([*aims, *measured], max(left * PLAN_SHARE, left - sum(map(_cost, done))))
    results = _heads(done, partial(_group, outline))
    kept_for = max(LEAST_RESULTS, left - sum(map(_cost, told)))
    some = _held(results, kept_for)
    some += _held([unit for unit in done if unit not in results], kept_for - sum(map(_cost, some)))
    told += [*some]
    told += _held([unit for unit in ahead if unit not in told], left - sum(map(_cost, told)))
    kept = set(map(id, [*admitted, *told]))
    return [unit for unit in units if id(unit) in kept]


def _heads(units: Sequence[TellableUnit], group: Callable[[TellableUnit], Hashable]) -> list[TellableUnit]:
    """The one of each group that tells most in few words."""
    first: dict[Hashable, TellableUnit] = {}
    for unit in sorted(units, key=lambda unit: (LENGTHY * len(unit.zh) - unit.weight, unit.sentence.span)):
        first.setdefault(group(unit), unit)
    return list(first.values())


def _held(units: Sequence[TellableUnit], room: float) -> list[TellableUnit]:
    """The weightiest that `room` holds."""
    found: list[TellableUnit] = []
    for unit in sorted(units, key=lambda unit: (-unit.weight, unit.sentence.span)):
        if (room := room - _cost(unit)) < 0:
            break
        found.append(unit)
    return found


def _sentence(unit: TellableUnit) -> Hashable:
    """Plans are told broadly: a sentence of a plan is an aim of its own."""
    return unit.sentence.span


def _group(outline: Outline, unit: TellableUnit) -> tuple[str, ...]:
    section = outline.sections[unit.section]
    return (*section.path, section.heading)


def _parent(unit: TellableUnit, outline: Outline) -> tuple[str, ...]:
    """Sections below the second level stand together under their parent."""
    return _group(outline, unit)[:2]


def _belong(line: LinePlan, unit: TellableUnit, outline: Outline) -> bool:
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


def _theme(unit: TellableUnit, outline: Outline) -> Theme:
    section = outline.sections[unit.section]
    return theme_of(unit.sentence.text, (*section.path, section.heading), section.role)
