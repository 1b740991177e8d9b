"""Owns the commands about a ledger: what is kept, what it cost, what is forgotten, and taking it elsewhere."""

import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from govbrief.base.errors import InputError
from govbrief.model.ledger import FILE, Ledger

DAY_S = 86400
LedgerFile = Annotated[
    Path, typer.Argument(metavar="LEDGER", help="A ledger, or a folder of briefs that has one.")
]
ledger_app = typer.Typer(no_args_is_help=True, help="Answers that were paid for. 已付费的回答。")


@ledger_app.command("show")
def ledger_show(ledger: LedgerFile) -> None:
    """Say how many answers are kept, model by model, and what they took. 列出已存回答及用量。"""
    kept = _open(ledger)
    for total in kept.totals():
        print(
            f"{total.model or '?'}\t{total.answers} answers\t{total.tokens_in:,} tokens in\t"
            f"{total.tokens_out:,} out\t{total.seconds:.0f} s waited"
        )


@ledger_app.command("prune")
def ledger_prune(
    ledger: LedgerFile, *, days: Annotated[float, typer.Option(help="Forget what is older, in days.")]
) -> None:
    """Forget old answers. 删除旧回答。"""
    gone = _open(ledger).prune(time.time() - days * DAY_S)
    print(f"{gone} answers forgotten", file=sys.stderr)


@ledger_app.command("export")
def ledger_export(ledger: LedgerFile) -> None:
    """Print every answer as a line of JSON, the oldest first. 逐行导出。"""
    for key, kept, body in _open(ledger).entries():
        row = {
            "request": key,
            "model": kept.model,
            "asked": datetime.fromtimestamp(kept.asked, UTC).isoformat(timespec="seconds"),
            "seconds": kept.seconds,
            "tokens_in": kept.tokens_in,
            "tokens_out": kept.tokens_out,
            "answer": body.decode("utf-8", "replace"),
        }
        print(json.dumps(row, ensure_ascii=False))


def _open(place: Path) -> Ledger:
    """The ledger in a file or folder; nothing is made where there is none."""
    path = place / FILE if place.is_dir() else place
    if not path.is_file():
        raise InputError(
            f"{path}: no ledger is there", hint="name a folder that `summarize --out` wrote into"
        )
    return Ledger(path)
