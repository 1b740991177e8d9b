"""Owns the table of figures of a quoted brief: amounts of sound clauses whose measure has sound English."""

import re
from collections.abc import Iterator, Sequence

from govbrief.figures import Candidate, RowWords, figure_of, status_of
from govbrief.small.choosing import Unit
from govbrief.small.digest import Told
from govbrief.small.targets import term_of
from govbrief.small.translating import Translator
from govbrief.write.desk import Desk
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
_SMALL = 10
"""Counts below this are seldom what a reader looks for in a table."""
_SHORTEST, _LONGEST = 3, 24
"""Characters of a measure's Chinese: a shorter one is not complete, a longer one is a sentence."""
_VAGUE = re.compile(
    r"^(?:涉及|其中|共计?|累计|完成|实现|达到?|内容|占|惠及|确保|评选|全[市区县省]?(?:共|建成)|建成|推出|共有)+"
    r"|(?:达到?|共计?|累计|涉及|提升至|控制在)$"
)
_ACTS = re.compile(r"实现|开展|完成|获得|达到|进行|提供|参加|解决|设立")
_ALONE = re.compile(
    r"[的，,、；;中]$|[某该其此]|(?:推荐|改革实|修订|审核|设有|设立)$|^(?:在|对|将|把|从|以|与|和|由|今|可|被)"
)


async def figure_rows(
    desk: Desk, translator: Translator, told: Sequence[Told], most: int
) -> tuple[Figure, ...]:
    """Up to `most` rows in reading order; one whose measure has no sound English is left out."""
    ranked = sorted(_candidates(desk, told), key=lambda row: -row[0])
    rows: list[Figure] = []
    seen: set[str] = set()
    for _, candidate, measure, unit in ranked:
        if len(rows) == most or measure in seen:
            continue
        seen.add(measure)
        clause = await translator.clause(measure, unit.kind, (unit.sentence,), label="name")
        if not clause.is_sound or re.search(r"\d", clause.en):
            continue
        ahead = unit.kind is Kind.PLAN
        status = Status.TARGET if ahead else status_of(candidate, desk.outline, Status.RESULT)
        by = term_of(unit.sentence.text) if ahead else NOTHING
        english = clause.en[:1].lower() + clause.en[1:] if not clause.en[:2].isupper() else clause.en
        words = RowWords(Bilingual(zh=measure, en=english), by=by)
        rows.append(figure_of(candidate, desk.report.text, words, status))
    return tuple(sorted(rows, key=lambda row: row.evidence.start))


def _candidates(desk: Desk, told: Sequence[Told]) -> Iterator[tuple[float, Candidate, str, Unit]]:
    for one in told:
        for clause, unit in zip(one.clauses, one.units, strict=True):
            if not clause.is_sound or unit.kind is Kind.SHORTCOMING:
                continue
            span = unit.sentence.span
            for quantity in desk.witness.quantities:
                inside = span.start <= quantity.span.start < span.end and quantity.text in clause.zh
                measure = _measure(quantity, clause.zh) if inside and quantity.is_amount else ""
                if measure and (rank := _rank(quantity)):
                    row = Candidate("", quantity, unit.sentence, unit.section, one.item.id)
                    yield rank + min(unit.weight, 9.0) / 10, row, measure, unit


def _rank(quantity: Quantity) -> float:
    if quantity.kind is QuantityKind.COUNT and quantity.value < _SMALL:
        return 0.0
    if quantity.direction is not Direction.NONE:
        # "9.5 %" beside the name of what fell by it would read as its value
        return 0.0
    return _RANK.get(quantity.kind, 0.0)


def _measure(quantity: Quantity, clause: str) -> str:
    """What is counted, as a phrase complete in itself; empty where the words say it only in part.

    审核修订15项市级专项预案 -> 市级专项预案; 2952人获得行政执法资格 -> 获得行政执法资格的人
    """
    at = clause.find(quantity.text) + len(quantity.text)
    found = re.match(r"[^，,。；、\d以]{3,24}(?=[，,。；]|$)", clause[at:])
    behind = found[0] if found and quantity.kind is QuantityKind.COUNT else ""
    phrase = _VAGUE.sub("", quantity.subject.strip())
    if behind and _ACTS.match(behind) and quantity.unit in {"人", "名"}:
        phrase = f"{behind}的人"
    elif behind and not _ACTS.search(behind):
        phrase = behind
    complete = _SHORTEST <= len(phrase) <= _LONGEST and not _ALONE.search(phrase)
    return phrase if complete and not re.search(r"\d", phrase) else ""
