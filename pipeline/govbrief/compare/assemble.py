"""Owns briefs of every column to the Comparison; pure, so that the same briefs always give the same bytes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from govbrief.base.plain import clean
from govbrief.base.version import __version__
from govbrief.compare.gate import Thresholds, breaches
from govbrief.compare.harms import regressions
from govbrief.compare.matching import align
from govbrief.compare.measures import MEASURES, Yardstick, add, average, measure
from govbrief.compare.statistics import METHOD, chance, interval, tendency
from govbrief_schemas.alignment import Alignment, Harm, Regression
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief
from govbrief_schemas.comparison import Case, Column, Comparison, Document, State, Total
from govbrief_schemas.measure import Difference, Figures, Measure
from govbrief_schemas.report import Report

_PLACES = 6


@dataclass(frozen=True, slots=True)
class Run:
    """One brief, and the seconds spent waiting for the model where every answer was had live."""

    brief: Brief
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one report gave in one column."""

    runs: tuple[Run, ...] = ()
    reason: str = ""
    """Why there is no run."""


@dataclass(frozen=True, slots=True)
class Board:
    """All results; every report has one in every column."""

    columns: tuple[Column, ...]
    """The baseline first."""
    reports: Mapping[str, Report]
    """By id, in order."""
    results: Mapping[tuple[str, str], Result] = field(default_factory=dict)
    """By report and column."""

    def runs(self, report: str, column: str) -> tuple[Run, ...]:
        """The briefs of one report in one column; none when it is missing."""
        return self.results.get((report, column), Result()).runs


def assemble(board: Board, yardstick: Yardstick, thresholds: Thresholds) -> Comparison:
    """The whole comparison."""
    cases = tuple(_case(board, yardstick, r, c.id) for r in board.reports for c in board.columns)
    baseline, *others = board.columns
    differences = tuple(d for column in others for d in _differences(cases, baseline.id, column.id))
    alignments = tuple(a for column in others for a in _alignments(board, baseline.id, column.id))
    worse = tuple(r for column in others for r in _regressions(board, alignments, baseline.id, column.id))
    return Comparison(
        govbrief=__version__,
        baseline=baseline.id,
        columns=board.columns,
        reports=tuple(_document(board, yardstick, report) for report in board.reports),
        measures=MEASURES,
        cases=cases,
        totals=tuple(_total(cases, column.id) for column in board.columns),
        differences=differences,
        alignments=alignments,
        regressions=worse,
        breaches=breaches(board.columns, worse, differences, thresholds),
        method=METHOD,
    )


def _document(board: Board, yardstick: Yardstick, ident: str) -> Document:
    """The report; its English title is the first that a column has."""
    report = board.reports[ident]
    titles = (run.brief.report.title.en for c in board.columns for run in board.runs(ident, c.id))
    return Document(
        id=ident,
        title=Bilingual(zh=report.title.value if report.title else "", en=next((t for t in titles if t), "")),
        year=int(report.year.value) if report.year else None,
        sha256=report.sha256,
        annotated=report.sha256 in yardstick.references,
    )


def _case(board: Board, yardstick: Yardstick, report: str, column: str) -> Case:
    runs = board.runs(report, column)
    failures = [failure for run in runs for failure in run.brief.failures]
    if not runs:
        state, reason = State.MISSING, board.results.get((report, column), Result()).reason or "not made"
    elif failures:
        state, reason = State.PARTLY, ": ".join(filter(None, (failures[0].section, failures[0].reason)))
    else:
        state, reason = State.DONE, ""
    figures = [measure(run.brief, yardstick, run.seconds) for run in runs]
    return Case(
        report=report,
        column=column,
        state=state,
        reason=clean(reason),
        runs=len(runs),
        figures=average(figures) if figures else None,
    )


def _total(cases: Sequence[Case], column: str) -> Total:
    parts = [case.figures for case in cases if case.column == column and case.figures is not None]
    return Total(column=column, reports=len(parts), figures=add(parts) if parts else None)


def _differences(cases: Sequence[Case], baseline: str, column: str) -> Iterator[Difference]:
    """Every measure of `column` against the baseline, over the reports that both have."""
    by_place = {(case.report, case.column): case.figures for case in cases}
    reports = dict.fromkeys(case.report for case in cases)
    figures = [(by_place[r, baseline], by_place[r, column]) for r in reports]
    both = [(a, b) for a, b in figures if a is not None and b is not None]
    for row in MEASURES:
        yield _difference(row, column, both)


def _difference(row: Measure, column: str, both: Sequence[tuple[Figures, Figures]]) -> Difference:
    values = [(getattr(a, row.id), getattr(b, row.id)) for a, b in both]
    known = [(a, b) for a, b in values if a is not None and b is not None]
    apart = [round(b - a, _PLACES) for a, b in known]
    ends = interval(apart)
    return Difference(
        column=column,
        measure=row.id,
        reports=len(known),
        baseline=round(fmean(a for a, _ in known), _PLACES) if known else None,
        value=round(fmean(b for _, b in known), _PLACES) if known else None,
        difference=round(fmean(apart), _PLACES) if known else None,
        low=round(ends.low, _PLACES) if ends else None,
        high=round(ends.high, _PLACES) if ends else None,
        chance=round(chance(apart), _PLACES) if known else None,
        tendency=tendency(apart, row.better),
    )


def _alignments(board: Board, baseline: str, column: str) -> Iterator[Alignment]:
    """The first run of each side, where both sides have one."""
    for report in board.reports:
        a, b = board.runs(report, baseline), board.runs(report, column)
        if a and b:
            yield align(a[0].brief, b[0].brief, report, column)


def _regressions(
    board: Board, alignments: Sequence[Alignment], baseline: str, column: str
) -> tuple[Regression, ...]:
    """What `column` does worse than the baseline, the worst sort first."""
    order = list(Harm)
    found = [
        Regression(
            harm=Harm.MISSING_REPORT,
            report=report,
            column=column,
            section="",
            message=Bilingual(
                zh=f"没有此报告的摘要：{clean(board.results[report, column].reason)}",
                en=f"there is no brief of this report: {clean(board.results[report, column].reason)}",
            ),
            a=None,
            b=None,
        )
        for report in board.reports
        if board.runs(report, baseline) and not board.runs(report, column)
    ]
    for alignment in (one for one in alignments if one.column == column):
        a, b = (board.runs(alignment.report, side)[0].brief for side in (baseline, column))
        found += regressions(a, b, alignment)
    return tuple(sorted(found, key=lambda r: order.index(r.harm)))
