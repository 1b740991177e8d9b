"""Owns what became of one report of a batch, and the file that says so of all."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from govbrief.base.errors import BudgetError, PipelineError
from govbrief_schemas.brief import Brief, Failure

FILE = "run.json"
"""Name of the file, in the folder of the briefs."""
FORMAT = "govbrief-run/1"


class RunState(Enum):
    """How far a report came: its name for programs, and for people."""

    DONE = ("done", "完成")
    BEFORE = ("finished before", "先前已完成")
    PARTLY = ("partly", "部分未完成")
    FAILED = ("failed", "失败")
    STOPPED = ("stopped by the budget", "预算用尽")
    INTERRUPTED = ("interrupted", "已中断")

    def __init__(self, en: str, zh: str) -> None:
        """In both languages."""
        self.en = en
        self.zh = zh


@dataclass(frozen=True, slots=True)
class ReportRun:
    """What became of one report."""

    source: str
    state: RunState
    findings: int = 0
    """Doubts that the brief shows."""
    failures: tuple[Failure, ...] = ()
    seconds: float = 0.0
    """From its first request to its brief."""
    error: PipelineError | None = None
    """What kept the brief from being made."""
    tokens_in: int = 0
    """Paid for in this run, like those out: what was kept is not paid again."""
    tokens_out: int = 0
    usd: Decimal | None = None
    """None where nobody knows the price."""

    @property
    def has_brief(self) -> bool:
        """Whether there is a brief, whole or not."""
        return self.state in {RunState.DONE, RunState.BEFORE, RunState.PARTLY}

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        return {
            "report": self.source,
            "state": self.state.en,
            "findings": self.findings,
            "failed": [failure.section for failure in self.failures],
            "tokens_in": self.tokens_in,
            "tokens_out": self.tokens_out,
            "usd": None if self.usd is None else float(self.usd),
            "seconds": self.seconds,
            "error": str(self.error) if self.error else None,
        }


def made(brief: Brief, *, before: bool = False) -> ReportRun:
    """A report whose brief is there."""
    state = RunState.PARTLY if brief.failures else RunState.BEFORE if before else RunState.DONE
    seconds = 0.0 if before else brief.provenance.seconds
    return ReportRun(brief.report.source, state, brief.doubts, brief.failures, seconds)


def unmade(source: str, error: PipelineError | None) -> ReportRun:
    """A report without a brief; without an error it was interrupted."""
    if error is None:
        return ReportRun(source, RunState.INTERRUPTED)
    state = RunState.STOPPED if isinstance(error, BudgetError) else RunState.FAILED
    return ReportRun(source, state, error=error)


def total_of(runs: Sequence[ReportRun]) -> dict[str, Any]:
    """All reports together, for programs."""
    costs = [run.usd for run in runs if run.usd is not None]
    return {
        "reports": len(runs),
        "briefs": sum(run.has_brief for run in runs),
        "findings": sum(run.findings for run in runs),
        "failed": sum(len(run.failures) for run in runs),
        "tokens_in": sum(run.tokens_in for run in runs),
        "tokens_out": sum(run.tokens_out for run in runs),
        "usd": float(sum(costs)) if costs else None,
    }


def to_json(runs: Sequence[ReportRun], **about: object) -> str:
    """The file's text; `about` stands before the reports."""
    told = {"schema": FORMAT, **about, "total": total_of(runs), "reports": [run.as_dict() for run in runs]}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"
