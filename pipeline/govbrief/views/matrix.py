"""Owns how a comparison is shown on a terminal: the table of figures, the differences, the regressions.

Names of sets and texts of reports are foreign: they reach rich only as clean `Text`, never as markup.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.views.labels import MARK, say, show
from govbrief.views.remarks import plural, short_hash
from govbrief_schemas.alignment import Harm, Regression
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.comparison import Column, Comparison, State
from govbrief_schemas.measure import Difference, Figures, Form, Measure, Tendency

if TYPE_CHECKING:
    from govbrief.model.forecast import Forecast

SHOWN = 10
"""Regressions of one column that are listed when the gate was not asked for; the JSON and the page hold all."""
_LABELS_WIDE = 29
_COLUMN_WIDE = 12
_MARKS = {Tendency.BETTER: ("▲", "green"), Tendency.WORSE: ("▼", "red"), Tendency.DIFFERENT: ("≠", "yellow")}
TENDENCIES = {
    Tendency.BETTER: say("更好", "better"),
    Tendency.WORSE: say("更差", "worse"),
    Tendency.DIFFERENT: say("不同", "different"),
    Tendency.NO_DIFFERENCE: say("无差别", "no difference"),
    Tendency.TOO_FEW: say("报告太少，无法判断", "too few cases to tell"),
}
HARMS = {
    Harm.MISSING_REPORT: say("缺报告", "report missing"),
    Harm.FAILED: say("未完成", "part failed"),
    Harm.DROPPED: say("缺条目", "item dropped"),
    Harm.NUMBER: say("数字有误", "wrong number"),
    Harm.KIND: say("类别改变", "kind changed"),
    Harm.TRANSLATION: say("译文缺失", "translation missing"),
    Harm.DOUBT: say("新的疑点", "new finding"),
}


def print_comparison(comparison: Comparison, console: Console, *, everything: bool = False) -> None:
    """Print the comparison; with `everything` every regression instead of the first few of each column."""
    _head(comparison, console)
    for columns in _groups(comparison, console.width):
        console.print()
        console.print(_matrix(comparison, columns))
    _foot(comparison, console)
    _missing(comparison, console)
    for column in comparison.columns:
        if not column.baseline:
            _differences(comparison, column, console)
            _regressions(comparison, column, console, everything=everything)


def print_plan(plans: Mapping[str, "Forecast"], console: Console) -> None:
    """Print what would be sent, and that more may follow."""
    table = _table(["提示集 set", "调用 calls", "输入 tokens in", "输出 tokens out", "已有 kept"])
    for name, plan in plans.items():
        table.add_row(
            Text(clean(name)),
            f"{plan.calls:,}",
            f"~{plan.tokens_in:,}",
            f"~{plan.tokens_out:,}",
            f"{plan.kept:,}",
        )
    console.print(table)
    _line(console, "未发送任何请求。退回重写的部分按已录样本计入，因模型而异。")
    _line(
        console,
        "Nothing was sent. What the check sends back is counted as recorded of the seeds; it differs by model.",
    )


def value_text(value: float | None, form: Form) -> str:
    """A figure as it is printed: `1,234`, `97.1 %`, `–` when it is not known."""
    if value is None:
        return "–"
    if form is Form.SHARE:
        return f"{value * 100:.1f} %"
    if form is Form.MONEY:
        return f"{value:.4f}"
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _line(console: Console, text: str, style: str = "") -> None:
    console.print(Text(clean(text), style=style))


def _heading(console: Console, label: Bilingual, note: str = "") -> None:
    console.print()
    _line(console, f"━━ {show(label, 'both')}{note}", "bold cyan")
    console.print()


def _table(names: Sequence[str | Text]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    for index, name in enumerate(names):
        table.add_column(name, justify="right" if index else "left", overflow="fold")
    return table


def _head(comparison: Comparison, console: Console) -> None:
    """What is compared."""
    reports = len(comparison.reports)
    _line(console, f"{reports}份报告 · {plural(reports, 'report')}", "bold")
    for column in comparison.columns:
        base = "，基准 baseline" if column.baseline else ""
        line = f"{column.id} ({short_hash(column.prompt_set_id)}{base}) · {column.model}"
        _line(console, line, "bold")
        if column.about:
            _line(console, f"  {column.about}", "dim")


def _groups(comparison: Comparison, width: int) -> Iterator[tuple[Column, ...]]:
    """Columns that fit beside each other, the baseline in every group."""
    baseline, *others = comparison.columns
    wide = max(_COLUMN_WIDE, min(24, max(cell_len(clean(c.id)) for c in comparison.columns) + 2))
    fit = max(1, (width - _LABELS_WIDE) // wide - 1)
    for start in range(0, len(others), fit):
        yield baseline, *others[start : start + fit]


def _matrix(comparison: Comparison, columns: Sequence[Column]) -> Table:
    """Measures down, columns across; a mark where a difference is sure."""
    totals = {total.column: total for total in comparison.totals}
    sure = {(d.column, d.measure): d for d in comparison.differences}
    table = _table(["", *(Text(clean(column.id), style="bold") for column in columns)])
    done = [f"{totals[c.id].reports}/{len(comparison.reports)}" for c in columns]
    table.add_row("报告 reports", *done)
    for row in comparison.measures:
        figures = [totals[column.id].figures for column in columns]
        if any(_value(f, row) is not None for f in figures):
            cells = [
                _cell(_value(f, row), row, sure.get((c.id, row.id)))
                for f, c in zip(figures, columns, strict=True)
            ]
            table.add_row(_label(row), *cells)
    return table


def _value(figures: Figures | None, row: Measure) -> float | None:
    value: float | None = getattr(figures, row.id) if figures else None
    return value


def _label(row: Measure) -> str:
    return f"{row.label.zh} {row.label.en}"


def _cell(value: float | None, row: Measure, difference: Difference | None) -> Text:
    mark, style = _MARKS.get(difference.tendency, ("", "")) if difference else ("", "")
    return Text(f"{value_text(value, row.form)}{mark:>2}", style=style)


def _foot(comparison: Comparison, console: Console) -> None:
    """What the marks mean, and when nothing can be told."""
    fewest = comparison.method.fewest_reports
    if len(comparison.reports) < fewest:
        _line(console, f"少于{fewest}份报告，差别是否偶然无法判断。", "dim")
        _line(console, f"With fewer than {fewest} reports no difference can be told from chance.", "dim")
    else:
        _line(console, "▲更好 better  ▼更差 worse  ≠不同 different (95 %)", "dim")


def _missing(comparison: Comparison, console: Console) -> None:
    """Reports without a brief, and briefs with failed parts."""
    absent = [case for case in comparison.cases if case.state is not State.DONE]
    if not absent:
        return
    _heading(console, say("缺失", "Missing"))
    for case in absent:
        word = say("缺失", "missing") if case.state is State.MISSING else say("部分未完成", "in part")
        _line(console, f"{MARK} {case.column} · {case.report}: {show(word, 'both')}: {case.reason}", "yellow")


def _differences(comparison: Comparison, column: Column, console: Console) -> None:
    """The measures in which a column differs, per report on average, with interval."""
    label = say(
        f"{column.id}：与{comparison.baseline}之差", f"against {comparison.baseline}, mean per report"
    )
    _heading(console, label)
    rows = [d for d in comparison.differences if d.column == column.id and d.difference]
    if not rows:
        _line(console, "无差别。 No differences.", "green")
        return
    measures = {row.id: row for row in comparison.measures}
    table = _table(["", "差 difference", "95 %", "判断"])
    for difference in rows:
        row = measures[difference.measure]
        ends = f"{_signed(difference.low, row.form)} … {_signed(difference.high, row.form)}"
        verdict = show(TENDENCIES[difference.tendency], "both")
        style = _MARKS.get(difference.tendency, ("", ""))[1]
        table.add_row(
            _label(row),
            _signed(difference.difference, row.form),
            ends if difference.low is not None else "–",
            Text(verdict, style=style),
        )
    console.print(table)


def _signed(value: float | None, form: Form) -> str:
    """A difference: shares in points of 100."""
    if value is None:
        return "–"
    if form is Form.SHARE:
        return f"{value * 100:+.1f}"
    return f"{value:+.4f}" if form is Form.MONEY else f"{value:+,.1f}"


def _regressions(comparison: Comparison, column: Column, console: Console, *, everything: bool) -> None:
    """How many of each sort, then the worst of them."""
    found = [r for r in comparison.regressions if r.column == column.id]
    _heading(console, say(f"{column.id}：退步", "regressions"), f" ({len(found)})")
    if not found:
        _line(console, "没有退步。 None.", "green")
        return
    counts = Counter(r.harm for r in found)
    _line(console, " · ".join(f"{show(HARMS[harm], 'both')} {counts[harm]}" for harm in Harm if counts[harm]))
    shown = found if everything else found[:SHOWN]
    for regression in shown:
        _line(console, f"{MARK} {_place(regression)}: {show(HARMS[regression.harm], 'both')}", "yellow")
        _line(console, f"    {regression.message.zh}")
        if regression.message.en != regression.message.zh:
            _line(console, f"    {regression.message.en}")
    if rest := len(found) - len(shown):
        _line(console, f"另有{rest}处，见 --json 或 --html。 {rest} more: see --json or --html.", "dim")


def _place(found: Regression) -> str:
    item = found.b or found.a
    parts = [found.report, *([found.section] if found.section else []), *([item] if item else [])]
    return " · ".join(parts)
