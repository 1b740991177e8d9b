"""Owns the table of figures of a quoted brief: amounts whose frame says what they count, with settled English.

A number of a clause that only a model could translate has no row: what it counts is not known for certain.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from govbrief.small.digest import Digested
from govbrief.small.inflect import listed
from govbrief.small.lexicon import sort_of
from govbrief.small.objects import Counted
from govbrief.small.targets import term_of
from govbrief.small.tellable import TellableUnit
from govbrief.small.translating import Translator
from govbrief.write.desk import Desk
from govbrief.write.figures import Candidate, RowWords, figure_of, status_of
from govbrief.write.method import complaints
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Figure, Status
from govbrief_schemas.item import NOTHING, Kind
from govbrief_schemas.quantity import Direction, Quantity, QuantityKind

_RANK = {
    QuantityKind.MONEY: 4.0,
    QuantityKind.PERCENT: 4.0,
    QuantityKind.POINT: 3.0,
    QuantityKind.MULTIPLE: 3.0,
    QuantityKind.COUNT: 2.0,
}
_AREAS = {
    "省": "whole province", "市": "whole city", "区": "whole district", "县": "whole county", "州": "whole prefecture",
    "旗": "whole banner",
}  # fmt: skip
_SMALL = 10
"""Counts below this are seldom what a reader looks for in a table."""
_ENOUGH = 4
"""Rows up to which numbers are added that no line tells."""
_OF_ONE = 2
"""Rows of one sentence, at most."""
_SHORTEST, _LONGEST = 3, 26
"""Characters of a measure's Chinese: a shorter one is not complete (单位), a longer one is a sentence."""


_ISSUED = re.compile(r"政府$|[省市区县州旗]$")
"""An issuer whose whole area is what 全市 says."""


class _Row:
    def __init__(self, unit: TellableUnit, count: Counted, item: str, quantity: Quantity) -> None:
        self.unit, self.count = unit, count
        self.candidate = Candidate("", quantity, unit.sentence, unit.section, item)
        self.rank = _rank(quantity) + min(unit.weight, 9.0) / 10


async def figure_rows(
    desk: Desk, translator: Translator, told: Sequence[Digested], untold: Sequence[TellableUnit], most: int
) -> tuple[Figure, ...]:
    """Up to `most` rows in reading order: of the lines first, then of clauses that no line tells."""
    lines = [
        (unit, clause.counted, one.item.id)
        for one in told
        for clause, unit in zip(one.clauses, one.units, strict=True)
        if clause.is_sound
    ]
    lines = [(unit, complete(counted), item) for unit, counted, item in lines]
    others = [(unit, complete(translator.counts(unit.zh, unit.kind)), "") for unit in untold]
    rows = sorted(_rows(desk, lines), key=lambda row: -row.rank)
    rows += sorted(_rows(desk, others), key=lambda row: -row.rank)
    found: dict[str, Figure] = {}
    told_of: Counter[int] = Counter()
    for row in rows:
        measure = Bilingual(zh=row.count.zh, en=row.count.en.removeprefix("the "))
        doubts = complaints(desk.check_words(measure.zh, measure.en, (row.unit.sentence,)))
        at = row.unit.sentence.span.start
        room = len(found) < (most if row.candidate.item else _ENOUGH) and told_of[at] < _OF_ONE
        if room and measure.zh not in found and _SHORTEST <= len(measure.zh) <= _LONGEST and not doubts:
            told_of[at] += 1
            found[measure.zh] = _figure(desk, row, measure)
    return tuple(sorted(found.values(), key=lambda figure: figure.evidence.start))


def complete(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """The counts of a clause whose noun says enough alone; a bare rate is of what was counted before it, or no row.

    办理建议823件，满意率100%  ->  satisfaction rate for suggestions handled
    """
    found: list[Counted] = []
    for n, one in enumerate(counted):
        if one.zh not in sort_of("bare_rates"):
            found.append(one)
            continue
        before = [two for two in counted[:n] if two.zh not in sort_of("bare_rates") and "率" not in two.zh]
        if before:
            of = one.en.removeprefix("the ")
            whole = "、".join(two.zh for two in before), listed([two.en for two in before])
            found.append(Counted(one.number, f"{whole[0]}的{one.zh}", f"{of} for {whole[1]}"))
    return tuple(found)


def scope_of(desk: Desk, unit: TellableUnit) -> Bilingual:
    """全市, where the clause says so of a bureau's or a newspaper's report; nothing where it is the issuer's area."""
    issuer = desk.report.issuer.value if desk.report.issuer else ""
    found = re.match(r"(?:[^，]{0,8}[年月度来]，?)?(全[省市区县州旗])(?!面|体|部|领|前|首|第|排)", unit.zh)
    if found is None or _ISSUED.search(issuer):
        return NOTHING
    return Bilingual(zh=found[1], en=_AREAS[found[1][1]])


def _figure(desk: Desk, row: _Row, measure: Bilingual) -> Figure:
    ahead = row.unit.kind is Kind.PLAN
    status = Status.TARGET if ahead else status_of(row.candidate, desk.outline, Status.RESULT)
    words = RowWords(
        measure, scope_of(desk, row.unit), by=term_of(row.unit.sentence.text) if ahead else NOTHING
    )
    return figure_of(row.candidate, desk.report.text, words, status)


def _rows(desk: Desk, counts: Sequence[tuple[TellableUnit, tuple[Counted, ...], str]]) -> Iterator[_Row]:
    """Each number of the clauses with the quantity that the witness read."""
    for unit, counted, item in counts:
        if unit.kind is Kind.SHORTCOMING:
            continue
        span = unit.sentence.span
        for count in counted:
            for quantity in desk.witness.quantities:
                inside = span.start <= quantity.span.start < span.end and quantity.is_amount
                if inside and count.number in _written(desk, quantity) and _rank(quantity):
                    yield _Row(unit, count, item, quantity)
                    break


def _written(desk: Desk, quantity: Quantity) -> set[str]:
    """The number as the source writes it, with and without what stands around it."""
    text, span = desk.report.text, quantity.span
    bare = quantity.text.removesuffix(quantity.unit)
    around = {text[span.start - n : span.end] for n in (1, 2, 3)} | {quantity.text, bare}
    return around | {one.removesuffix(quantity.unit) for one in around} | {f"{quantity.text}以上"}


def _rank(quantity: Quantity) -> float:
    if quantity.kind is QuantityKind.COUNT and quantity.value < _SMALL:
        return 0.0
    moved = quantity.direction is not Direction.NONE and quantity.kind is QuantityKind.POINT
    return 0.0 if moved else _RANK.get(quantity.kind, 0.0)
