"""Owns the table at the end of a batch: what became of each report, in both languages."""

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govbrief.batch.reportrun import ReportRun, RunState
from govbrief.views.estimate import short_name
from govbrief.views.progress import duration

SHOWN = 60
"""Rows on a screen: those that want looking at come first where there are more; run.json has every one."""
_COLUMNS = ("状态\nstate", "存疑\nfindings", "未成\nfailed", "词元\ntokens", "\nUS$", "时间\ntime")
_FINE = frozenset({RunState.DONE, RunState.BEFORE})


def print_runs(runs: Sequence[ReportRun], console: Console) -> None:
    """Print a row for each report, and one for all."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column("报告\nreport", no_wrap=True)
    for index, name in enumerate(_COLUMNS):
        table.add_column(name, justify="right" if index else "left", no_wrap=index > 0)
    shown = runs if len(runs) <= SHOWN else sorted(runs, key=lambda run: run.state in _FINE)[:SHOWN]
    for run in shown:
        table.add_row(
            short_name(run.source),
            f"{run.state.zh} {run.state.en}",
            *_counts(run.findings, len(run.failures), run.tokens_in + run.tokens_out, run.usd),
            duration(run.seconds) if run.seconds else "–",
            style="" if run.state in _FINE else "bold",
        )
    table.add_section()
    costs = [run.usd for run in runs if run.usd is not None]
    done = sum(run.state in _FINE for run in runs)
    table.add_row(
        Text(f"共{len(runs)}份 all {len(runs)}"),
        f"{done} 完成 done",
        *_counts(
            sum(run.findings for run in runs),
            sum(len(run.failures) for run in runs),
            sum(run.tokens_in + run.tokens_out for run in runs),
            sum(costs) if costs else None,
        ),
        "",
    )
    console.print(table)


def _counts(findings: int, failed: int, tokens: int, usd: object) -> tuple[str, str, str, str]:
    return f"{findings:,}", f"{failed:,}", f"{tokens:,}", "?" if usd is None else f"{usd:.4f}" if usd else "0"
