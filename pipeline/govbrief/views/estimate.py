"""Owns how a dry run is shown: a row for each report and one for all, and what the figures rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.base.prices import Price
from govbrief.model.forecast import Forecast
from govbrief.model.speed import Speed
from govbrief.views.progress import duration

SHOWN = 40
"""Rows of single reports on a screen; the last row counts all, and JSON has every one."""
_COLUMNS = ("调用\ncalls", "输入\nin", "输出\nout", "已有\nkept", "\nUS$", "时间\ntime")
NAME_CELLS = 26
"""Of a report's name, so that no figure is cut on a screen of 80."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a batch is thought to take."""

    rows: Mapping[str, Forecast]
    """By report."""
    finished: frozenset[str]
    """Reports whose briefs are there already."""
    price: Price | None
    """None where nobody knows what the model costs."""
    speed: Speed
    at_once: int
    """Requests under way together."""
    model: str

    @property
    def total(self) -> Forecast:
        """All reports together."""
        total = Forecast()
        for row in self.rows.values():
            total = total.plus(row)
        return total

    def cost(self, row: Forecast) -> Decimal | None:
        """In US dollars."""
        return None if self.price is None else self.price.of(row.tokens_in, row.tokens_out)

    def seconds(self, row: Forecast) -> float:
        """From the first request to the last answer."""
        return self.speed.seconds(row.calls, row.tokens_out, self.at_once)

    def as_dict(self) -> dict[str, Any]:
        """For programs."""

        def told(row: Forecast) -> dict[str, Any]:
            cost = self.cost(row)
            money = None if cost is None else float(cost)
            return {**row._asdict(), "usd": money, "seconds": round(self.seconds(row), 1)}

        reports = [
            {"report": name, "finished": name in self.finished, **told(row)}
            for name, row in self.rows.items()
        ]
        return {"model": self.model, "reports": reports, "total": told(self.total)}


def print_estimate(made: Estimate, console: Console) -> None:
    """Print what would be sent, and what the figures rest on."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
    table.add_column("报告\nreport", no_wrap=True)
    for name in _COLUMNS:
        table.add_column(name, justify="right", no_wrap=True)
    for name, row in list(made.rows.items())[:SHOWN]:
        if name in made.finished:
            table.add_row(short_name(name), "已完成 done", *[""] * 5)
        else:
            table.add_row(short_name(name), *_cells(made, row))
    if len(made.rows) > 1:
        table.add_section()
        number = len(made.rows)
        table.add_row(Text(f"共{number}份 all {number}", style="bold"), *_cells(made, made.total))
    console.print(table)
    for line in _notes(made):
        console.print(Text(line))


def short_name(source: str) -> Text:
    """The name of a report's file, cut where it is long."""
    name = Text(clean(Path(source).name))
    name.truncate(NAME_CELLS, overflow="ellipsis")
    return name


def _cells(made: Estimate, row: Forecast) -> list[str]:
    cost = made.cost(row)
    return [
        f"{row.calls:,}",
        f"~{row.tokens_in:,}",
        f"~{row.tokens_out:,}",
        f"{row.kept:,}",
        "?" if cost is None else f"~{cost:.4f}" if cost else "0",
        f"~{duration(made.seconds(row))}" if row.calls else "–",
    ]


def _notes(made: Estimate) -> list[str]:
    speed = made.speed
    zh = "账本实测" if speed.measured else "假定"
    en = "as the ledger measured" if speed.measured else "an assumption"
    lines = [
        "未发送任何请求。退回重写的部分按已录样本计入，因模型而异。",
        "Nothing was sent. What the check sends back is counted as recorded of the seeds; it differs by model.",
        f"时间：每路每秒{speed.tokens_per_s:.0f}词元（{zh}），并行{made.at_once}路。",
        f"Time: {speed.tokens_per_s:.0f} tokens a second and request ({en}), {made.at_once} at once.",
    ]
    if made.price is None:
        model = clean(made.model)
        lines.append(
            f"未知 {model} 的价格：可写入配置文件。 The price of {model} is not known: "
            f'[prices."{model}"] with in = and out = in the configuration file tells it.'
        )
    return lines
