"""Owns what a reader is told about a brief, in sentences and in order, the same for every output format.

Nothing here reads a number again: counts are of findings and items, all else is printed from the brief.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from govbrief.plain import clean
from govbrief.views import labels
from govbrief.views.labels import MARK, Label
from govbrief_schemas.brief import Brief, BriefItem, Failure
from govbrief_schemas.finding import Finding, Rule, Verdict
from govbrief_schemas.item import Kind, Theme

NUMBER_RULES = frozenset({
    Rule.VALUE,
    Rule.UNIT,
    Rule.PERCENT_POINT,
    Rule.DIRECTION,
    Rule.QUALIFIER,
    Rule.SUBJECT,
    Rule.DATE,
    Rule.ORDINAL,
    Rule.NAME,
})
"""The rules whose findings speak of one number in one language."""

_SHORT_HASH = 12
_NAMED = 3
"""Failed parts that the opening names; the rest is at the end of the brief."""


class Line(NamedTuple):
    """A sentence up front, and whether all is well with what it says."""

    text: Label
    good: bool


class Doubt(NamedTuple):
    """A finding to review and where it stands; `item` is None for the head and the summary."""

    finding: Finding
    item: BriefItem | None
    place: Label


class Row(NamedTuple):
    """One line of the head: a name and the facts under it, which are foreign text."""

    name: Label
    values: tuple[Label, ...]


def opening(brief: Brief) -> tuple[Line, ...]:
    """The verdict for a person in a hurry, then what failed and what was left out."""
    return tuple(line for line in (_verdict(brief), _failed(brief), _left_out(brief)) if line)


def _verdict(brief: Brief) -> Line:
    checked = [f for f in all_findings(brief) if f.language != "zh-en" and f.rule in NUMBER_RULES]
    good = sum(1 for f in checked if f.verdict is Verdict.SUPPORTED)
    total = len(checked)
    if not total:
        numbers = Label("没有可核对的数字", "No numbers to check")
    elif good == total:
        numbers = Label(f"全部{total}个数字已核实", f"All {total} numbers confirmed")
    else:
        numbers = Label(f"{total}个数字中{good}个已核实", f"{good} of {total} numbers confirmed")
    if not brief.doubts:
        return Line(Label(f"{numbers.zh}；没有待复核之处。", f"{numbers.en}; nothing to review."), good=True)
    review = Label(
        f"{brief.doubts}处待复核，以{MARK}标出", f"{plural(brief.doubts, 'finding')} to review, marked {MARK}"
    )
    return Line(Label(f"{numbers.zh}；{review.zh}。", f"{numbers.en}; {review.en}."), good=False)


def _failed(brief: Brief) -> Line | None:
    number = len(brief.failures)
    if not number:
        return None
    named = [failed_part(f) for f in brief.failures]
    unique = tuple(dict.fromkeys(name for name in named if name.zh))[:_NAMED]
    zh, en = (
        joint.join(texts) for joint, texts in (("、", [n.zh for n in unique]), (", ", [n.en for n in unique]))
    )
    more = number > len(unique)
    return Line(
        Label(
            f"有{number}处未完成，本摘要不完整：{zh}{'等' if more else ''}。原因见文末。",
            f"{plural(number, 'part')} of the work failed, so this brief is not complete: "
            f"{en}{', ...' if more else ''}. The reasons are at the end.",
        ),
        good=False,
    )


def _left_out(brief: Brief) -> Line | None:
    number = brief.provenance.left_out
    if not number:
        return None
    zh = f"另有{number}个条目未通过核对，未列入。"
    return Line(Label(zh, f"{plural(number, 'item')} left out for failing the check."), good=True)


def head_rows(brief: Brief) -> tuple[Row, ...]:
    """What the report and the brief are, below title and issuer; unknown facts are left out."""
    head, made = brief.report, brief.provenance
    kind = head.kind or ""
    created = _same(made.created.replace("T", " ").replace("+00:00", " UTC").replace("Z", " UTC"))
    rows = (
        Row(labels.YEAR, () if head.year is None else (_same(f"{head.year}"),)),
        Row(labels.KIND, (Label(labels.REPORT_KINDS.get(kind, kind), kind),) if clean(kind) else ()),
        Row(labels.SOURCE, (_same(f"{head.source} (sha256 {short_hash(head.sha256)})"),)),
        Row(labels.MODEL, (_same(made.model),)),
        Row(labels.PROMPTS, (_same(f"{made.prompt_set} ({short_hash(made.prompt_set_id)})"),)),
        Row(labels.CREATED, (created, labels.REPLAYED) if made.replayed else (created,)),
    )
    return tuple(row for row in rows if row.values)


def _same(text: str) -> Label:
    return Label(text, text)


def grouped(brief: Brief) -> tuple[tuple[Kind, tuple[tuple[Theme, tuple[BriefItem, ...]], ...]], ...]:
    """The items by kind, then theme, in the order of the enums; in document order inside; no empty groups."""
    return tuple((kind, themes) for kind in Kind if (themes := _by_theme(brief, kind)))


def _by_theme(brief: Brief, kind: Kind) -> tuple[tuple[Theme, tuple[BriefItem, ...]], ...]:
    mine = [item for item in brief.items if item.kind is kind]
    groups = ((theme, tuple(item for item in mine if item.theme is theme)) for theme in Theme)
    return tuple((theme, items) for theme, items in groups if items)


def all_findings(brief: Brief) -> Iterable[Finding]:
    """Findings of head, summary and items, in the order of the brief."""
    yield from brief.report.findings
    for sentence in brief.summary.sentences:
        yield from sentence.findings
    for item in brief.items:
        yield from item.findings


def doubts(brief: Brief) -> tuple[Doubt, ...]:
    """Every finding to review, in the order of the brief."""
    found = [Doubt(f, None, labels.HEAD) for f in brief.report.findings]
    for sentence in brief.summary.sentences:
        found += [Doubt(f, None, labels.SUMMARY) for f in sentence.findings]
    for item in brief.items:
        found += [Doubt(f, item, _same(item.id)) for f in item.findings]
    return tuple(d for d in found if d.finding.verdict is not Verdict.SUPPORTED)


def tally(brief: Brief) -> tuple[tuple[Verdict, int], ...]:
    """How often each verdict was given; verdicts never given are left out."""
    counts = Counter(f.verdict for f in all_findings(brief))
    return tuple((verdict, counts[verdict]) for verdict in Verdict if counts[verdict])


def message(finding: Finding) -> Label:
    """The finding in a sentence; the other language stands in where one is missing."""
    zh, en = clean(finding.message_zh), clean(finding.message)
    fallback = clean(f"{finding.seen} / {finding.expected}")
    return Label(zh or en or fallback, en or zh or fallback)


def quantities(brief: Brief) -> Label:
    """How many of the source's amounts the brief uses."""
    found = brief.coverage.quantities
    zh = f"原文{found.total}个数量中，摘要用到{found.used}个。"
    en = f"The brief uses {found.used} of the source's {plural(found.total, 'amount')}."
    if not found.unused:
        return Label(zh, en)
    return Label(f"{zh[:-1]}；未用到：", f"{en[:-1]}; unused:")


def usage(brief: Brief) -> Label:
    """What the brief cost."""
    made = brief.provenance
    zh = (
        f"调用{made.calls}次，退回重写{made.reasks}次，请求重试{made.retries}次；"
        f"输入{made.tokens_in:,}、输出{made.tokens_out:,}个词元；用时{made.seconds:.1f}秒，其中等待模型{made.server_seconds:.1f}秒。"
    )
    en = (
        f"{plural(made.calls, 'call')}, {plural(made.reasks, 're-ask')}, {plural(made.retries, 'retry')}; "
        f"{made.tokens_in:,} tokens in, {made.tokens_out:,} out; "
        f"{made.seconds:.1f} s, of which {made.server_seconds:.1f} s waiting for the model. "
        f"govbrief {made.govbrief}."
    )
    return Label(f"{zh[:-1]}。govbrief {made.govbrief}。", en)


def short_hash(tagged: str) -> str:
    """The first digits of a hash, its tag left out: enough to tell two apart."""
    return tagged.rpartition(":")[2][:_SHORT_HASH]


def plural(number: int, noun: str) -> str:
    """`1 item`, `2 items`, `2 retries`."""
    if number == 1:
        return f"{number} {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def failed_part(failure: Failure) -> Label:
    """What failed: a section by its heading, or a part of the brief by its name."""
    parts = {"head": labels.HEAD, "summary": labels.SUMMARY, "": labels.UNHEADED}
    heading = clean(failure.section)
    return parts.get(heading, Label(heading, heading))
