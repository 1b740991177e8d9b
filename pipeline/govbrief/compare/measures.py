"""Owns Brief to Figures: what is counted of one brief, and how counts of several are put together; pure.

Shares of several briefs are made anew from the added counts, never averaged: a brief with two numbers does not weigh
as much as one with two hundred.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govbrief.base.prices import Price
from govbrief.compare.references import Reference
from govbrief.names.glossary import Glossary
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief
from govbrief_schemas.finding import NUMBER_RULES, Finding, Rule, Verdict
from govbrief_schemas.item import Kind
from govbrief_schemas.measure import Better, Figures, Form, Measure
from govbrief_schemas.report import Span

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PLACES = 6
"""Decimals of a share: enough for one number among a hundred thousand."""
RATIOS = {
    "quantity_coverage": ("quantities_used", "quantities_total"),
    "statement_coverage": ("statements_told", "statements"),
    "condensation": ("told_chars", "evidence_chars"),
    "summary_recall": ("shortcomings_summed", "shortcomings"),
    "shortcoming_recall": ("shortcomings_told", "shortcomings_annotated"),
    "plan_recall": ("plans_told", "plans_annotated"),
    "departure_rate": ("departures", "terms"),
}
"""Shares, and the counts that they are made of."""


def _row(name: str, zh: str, en: str, better: Better, form: Form = Form.COUNT) -> Measure:
    return Measure(id=name, label=Bilingual(zh=zh, en=en), form=form, better=better)


MEASURES = (
    _row("items", "条目", "items", Better.NEITHER),
    _row("number_precision", "数字准确率", "number precision", Better.HIGHER, Form.SHARE),
    _row("supported", "数字已核实", "numbers supported", Better.NEITHER),
    _row("misplaced", "出处不符", "misplaced", Better.LOWER),
    _row("refuted", "数字不符", "refuted", Better.LOWER),
    _row("not_found", "数字无依据", "not found", Better.LOWER),
    _row("unchecked", "无法核对", "unchecked", Better.LOWER),
    _row("unpaired", "中英数字不一致", "zh/en unlike", Better.LOWER),
    _row("quantity_coverage", "原文数量覆盖", "amounts covered", Better.HIGHER, Form.SHARE),
    _row("statement_coverage", "原文陈述覆盖", "statements told", Better.HIGHER, Form.SHARE),
    _row(
        "condensation",
        "凝练度（条目字数/原句字数）",
        "length of items : their sentences",
        Better.LOWER,
        Form.SHARE,
    ),
    _row("summary_recall", "摘要述及不足", "shortcomings in the summary", Better.HIGHER, Form.SHARE),
    _row("figures", "数据行", "rows of figures", Better.NEITHER),
    _row("figures_doubtful", "存疑数据行", "doubtful rows", Better.LOWER),
    _row("shortcoming_recall", "不足召回", "shortcomings told", Better.HIGHER, Form.SHARE),
    _row("plan_recall", "计划召回", "plans told", Better.HIGHER, Form.SHARE),
    _row("role_contradictions", "类别矛盾", "role conflicts", Better.LOWER),
    _row("untranslated", "未译", "untranslated", Better.LOWER),
    _row("departure_rate", "偏离术语", "off glossary", Better.LOWER, Form.SHARE),
    _row("schema_failures", "格式不合", "schema failures", Better.LOWER),
    _row("failures", "未完成", "parts failed", Better.LOWER),
    _row("reasks", "退回重写", "re-asks", Better.LOWER),
    _row("calls", "调用", "calls", Better.LOWER),
    _row("tokens_in", "输入词元", "tokens in", Better.LOWER),
    _row("tokens_out", "输出词元", "tokens out", Better.LOWER),
    _row("seconds", "秒", "seconds", Better.LOWER, Form.SECONDS),
    _row("cost", "费用", "cost", Better.LOWER, Form.MONEY),
)
"""The rows of the table, in order; counts that only serve a share have none."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What briefs are measured against."""

    glossary: Glossary
    references: Mapping[str, Reference]
    """By the report's sha256."""
    prices: Mapping[str, Price]
    """By model."""


def measure(brief: Brief, yardstick: Yardstick, seconds: float | None = None) -> Figures:
    """The figures of one brief; `seconds` spent waiting for the model, where every answer was had live."""
    made = brief.provenance
    price = yardstick.prices.get(made.model)
    counts: dict[str, float | None] = {
        "items": len(brief.items),
        **_numbers(brief),
        "quantities_used": brief.coverage.quantities.used,
        "quantities_total": brief.coverage.quantities.total,
        **_condensed(brief),
        **_told(brief, yardstick.references.get(brief.report.sha256)),
        "role_contradictions": sum(any(d.rule is Rule.ROLE for d in item.doubts) for item in brief.items),
        "untranslated": sum(is_untranslated(zh, en) for zh, en in _texts(brief)),
        "terms": sum(len(yardstick.glossary.terms_in(item.zh)) for item in brief.items),
        "departures": sum(len(yardstick.glossary.departures(item.zh, item.en)) for item in brief.items),
        "schema_failures": made.retries,
        "failures": len(brief.failures),
        "reasks": made.reasks,
        "calls": made.calls,
        "tokens_in": made.tokens_in,
        "tokens_out": made.tokens_out,
        "seconds": seconds,
        "cost": float(price.of(made.tokens_in, made.tokens_out)) if price else None,
    }
    return _figures(counts)


def average(runs: Sequence[Figures]) -> Figures:
    """The mean of several runs on one report; what one of them lacks is not known of the mean."""
    return _combined(runs, len(runs))


def add(reports: Sequence[Figures]) -> Figures:
    """All reports together; a count that some reports lack (annotations) is added over those that have it."""
    return _combined(reports, 1, skip_unknown=True)


def _combined(parts: Sequence[Figures], divisor: int, *, skip_unknown: bool = False) -> Figures:
    counts: dict[str, float | None] = {}
    for name in Figures.model_fields:
        values = [getattr(part, name) for part in parts]
        known = [value for value in values if value is not None]
        # seconds and cost of some reports alone would look like the whole
        whole = len(known) == len(values) or (skip_unknown and name not in {"seconds", "cost"})
        counts[name] = round(sum(known) / divisor, _PLACES) if known and whole else None
    return _figures(counts)


def _figures(counts: Mapping[str, float | None]) -> Figures:
    """The figures with every share made from its counts."""
    shares = {name: _share(counts[part], counts[whole]) for name, (part, whole) in RATIOS.items()}
    stated = [counts[v] or 0 for v in ("supported", "misplaced", "refuted", "not_found", "unchecked")]
    shares["number_precision"] = _share(counts["supported"], sum(stated))
    return Figures.model_validate({**counts, **shares})


def _share(part: float | None, whole: float | None) -> float | None:
    return round(part / whole, _PLACES) if part is not None and whole else None


def is_number(finding: Finding) -> bool:
    """Whether a finding speaks of a number, in one language or between the two."""
    return finding.rule in NUMBER_RULES or finding.rule is Rule.MISSING


def _numbers(brief: Brief) -> dict[str, int]:
    """Numbers by verdict, as the opening of a brief counts them, and the ones that the languages do not share."""
    numbers = [f for part in brief.parts for f in part.findings if is_number(f)]
    stated = Counter(f.verdict for f in numbers if f.language != "zh-en")
    return {
        "supported": stated[Verdict.SUPPORTED],
        "misplaced": stated[Verdict.MISPLACED],
        "refuted": stated[Verdict.REFUTED],
        "not_found": stated[Verdict.NOT_FOUND],
        "unchecked": stated[Verdict.UNCHECKED],
        "unpaired": sum(f.language == "zh-en" and f.verdict is not Verdict.SUPPORTED for f in numbers),
    }


def _condensed(brief: Brief) -> dict[str, int]:
    """How much of the report is told, in how many characters, and what of it reaches the summary and the table."""
    admitted = [item.id for item in brief.items if item.kind is Kind.SHORTCOMING]
    joined = {ident for sentence in brief.summary.sentences for ident in sentence.items}
    return {
        "statements_told": sum(section.told for section in brief.coverage.sections),
        "statements": sum(section.statements for section in brief.coverage.sections),
        "told_chars": sum(len(item.zh) for item in brief.items),
        "evidence_chars": sum(len(one.text) for item in brief.items for one in item.evidence),
        "shortcomings_summed": sum(ident in joined for ident in admitted),
        "shortcomings": len(admitted),
        "figures": len(brief.figures),
        "figures_doubtful": sum(bool(figure.doubts) for figure in brief.figures),
    }


def _told(brief: Brief, reference: Reference | None) -> dict[str, int | None]:
    """How many annotated sentences an item of their kind cites; None without annotations."""
    if reference is None:
        names = ("shortcomings_told", "shortcomings_annotated", "plans_told", "plans_annotated")
        return dict.fromkeys(names)
    return {
        "shortcomings_told": _cited(brief, Kind.SHORTCOMING, reference.shortcomings),
        "shortcomings_annotated": len(reference.shortcomings),
        "plans_told": _cited(brief, Kind.PLAN, reference.plans),
        "plans_annotated": len(reference.plans),
    }


def _cited(brief: Brief, kind: Kind, spans: Sequence[Span]) -> int:
    cited = [e for item in brief.items if item.kind is kind for e in item.evidence]
    return sum(any(e.start < span.end and span.start < e.end for e in cited) for span in spans)


def is_untranslated(zh: str, en: str) -> bool:
    """Whether there is Chinese and no English for it, or Chinese inside the English."""
    return bool(zh and not en.strip()) or _CHINESE.search(en) is not None


def _texts(brief: Brief) -> list[tuple[str, str]]:
    """Every text that stands in both languages."""
    pairs = [(item.zh, item.en) for item in brief.items]
    pairs += [(sentence.zh, sentence.en) for sentence in brief.summary.sentences]
    pairs += [(figure.measure.zh, figure.measure.en) for figure in brief.figures]
    head = brief.report
    return [*pairs, (head.title.zh, head.title.en), (head.issuer.zh, head.issuer.en)]
