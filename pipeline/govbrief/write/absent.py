"""Owns what the report does not say as far as it follows from the outline and the quantities, without a model."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from govbrief.checking.check import SourceIndex
from govbrief.read.structure.lookback import looks_back
from govbrief.write.weigh import states_something
from govbrief_schemas.brief import Absence
from govbrief_schemas.quantity import Quantity, QuantityKind
from govbrief_schemas.report import Outline, Report, Role, Sentence

_MEASURABLE = frozenset({
    QuantityKind.COUNT,
    QuantityKind.MONEY,
    QuantityKind.PERCENT,
    QuantityKind.POINT,
    QuantityKind.MULTIPLE,
    QuantityKind.RATIO,
    QuantityKind.MEASURE,
})

BULLETIN = "statistical bulletin"
"""It tells how the past year was: nobody looks for shortcomings and plans in it."""
CAUSE = re.compile(r"因|由于|原因|影响|制约|限制|冲击|导致|造成|致使|根源|在于|源于|缘于|使得|之故|归结")
"""What may tell why: where any of it stands, nothing is said to be missing."""


def absences(outline: Outline, witness: SourceIndex) -> tuple[Absence, ...]:
    """In the order in which a reader asks: shortcomings and causes, plans, targets, dates, the date of publication."""
    plans = [s for s in _sentences(outline, Role.PLAN) if not looks_back(s.text)]
    within = list(quantities_of(witness, plans))
    found: list[Absence] = []
    lacking = _sentences(outline, Role.SHORTCOMING)
    kind = outline.report.kind.value if outline.report.kind else ""
    only_past = kind == BULLETIN
    if not lacking and not only_past:
        found.append(
            Absence(
                what="no_shortcomings",
                zh="报告没有承认任何不足。",
                en="The report admits no shortcomings.",
            )
        )
    elif lacking and not any(CAUSE.search(sentence.text) for sentence in lacking):
        found.append(
            Absence(
                what="no_causes",
                zh="没有说明不足的原因。",
                en="No cause is given for the shortcomings.",
            )
        )
    if not plans and not only_past:
        found.append(
            Absence(what="no_plans", zh="报告没有列出下一步计划。", en="The report sets out no plans.")
        )
    elif plans and not any(measurable(q) for q in within):
        found.append(
            Absence(
                what="plans_without_numbers",
                zh="计划没有数量指标。",
                en="The plans carry no numerical targets.",
            )
        )
    dated = outline.plan_year is not None or any(q.kind is QuantityKind.DATE for q in within)
    if plans and not dated:
        found.append(
            Absence(what="plans_without_dates", zh="计划没有注明期限。", en="The plans carry no deadlines.")
        )
    if outline.report.published is None:
        found.append(
            Absence(
                what="no_publication_date",
                zh="原文未注明发布日期。",
                en="The source gives no date of publication.",
            )
        )
    return (*found, *_of_pages(outline.report))


def measurable(quantity: Quantity) -> bool:
    """Whether it is an amount, a rate or a change: no date, no plan, no article of a law."""
    return quantity.kind in _MEASURABLE


def _of_pages(report: Report) -> Iterator[Absence]:
    """What of the file could not be read, and what was read from an image."""
    for part in report.unread:
        page = re.match(r"page (\d+)", part)
        where = f"第{page[1]}页" if page is not None else part
        yield Absence(
            what="not_read",
            zh=f"{where}未能读取，摘要不含其内容。",
            en=f"Not read, and not told here: {part}.",
        )
    for number, sure in report.recognised:
        yield Absence(
            what="read_from_image",
            zh=f"第{number}页由图像识别而来，把握{sure:.0%}；把握不足的数字不作为依据。",
            en=f"Page {number} was read from its image ({sure:.0%} sure); numbers not surely read confirm nothing.",
        )


def _sentences(outline: Outline, role: Role) -> list[Sentence]:
    told = (s for section in outline.sections if section.role is role for s in section.sentences)
    return [sentence for sentence in told if states_something(sentence.text)]


def quantities_of(witness: SourceIndex, sentences: Iterable[Sentence]) -> Iterator[Quantity]:
    """The quantities of each sentence; those of a report are put in order once."""
    ordered = sorted(witness.quantities, key=lambda one: one.span.start)
    starts = [one.span.start for one in ordered]
    for sentence in sentences:
        span = sentence.span
        yield from ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
