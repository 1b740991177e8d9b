"""Owns Comparison to one self-contained HTML page.

All that a reader sees is in the page itself, so that it can be read without a script; the script filters what is
there.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from govbrief.compare.harms import doubt_key
from govbrief.views import labels
from govbrief.views.labels import say
from govbrief.views.matrix import HARMS, TENDENCIES, value_text
from govbrief.views.pairs import Anchors, view_boards
from govbrief.views.remarks import short_hash
from govbrief.views.webpage import fill_page
from govbrief_schemas.alignment import AlignedSide, Aspect, Match
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.comparison import Comparison, State
from govbrief_schemas.finding import Finding
from govbrief_schemas.measure import Difference, Figures, Form, Measure, Tendency

_WORDS = {
    "aspects": {
        Aspect.KIND: say("类别", "kind"),
        Aspect.THEME: say("主题", "theme"),
        Aspect.EVIDENCE: say("原文", "source"),
        Aspect.ZH: say("中文", "Chinese"),
        Aspect.EN: say("英文", "English"),
        Aspect.FINDINGS: say("核对", "findings"),
    },
    "states": {
        State.DONE: say("完成", "done"),
        State.PARTLY: say("部分未完成", "in part"),
        State.MISSING: say("缺失", "missing"),
    },
    "matches": {
        Match.SAME: say("相同", "same"),
        Match.CHANGED: say("有变化", "changed"),
        Match.ONLY_A: say("仅基准有", "only in the baseline"),
        Match.ONLY_B: say("新增", "only in this set"),
    },
    "marks": {
        Tendency.BETTER: "▲",
        Tendency.WORSE: "▼",
        Tendency.DIFFERENT: "≠",
        Tendency.NO_DIFFERENCE: "=",
        Tendency.TOO_FEW: "·",
    },
    "places": {"summary": labels.SUMMARY, "head": labels.HEAD, "": say("整篇报告", "the whole report")},
    "languages": {
        "zh": labels.CHINESE,
        "en": labels.ENGLISH,
        "zh-en": say("中英对照", "Chinese and English"),
    },
    "harms": HARMS,
    "tendencies": TENDENCIES,
    "kinds": labels.KINDS,
    "themes": labels.THEMES,
    "roles": labels.ROLES,
    "verdicts": labels.VERDICTS,
}


class Cell(NamedTuple):
    """A figure of the table."""

    column: str
    text: str
    difference: Difference | None


class PageRow(NamedTuple):
    """A measure in every column."""

    label: Bilingual
    form: Form
    cells: tuple[Cell, ...]


def render_page(comparison: Comparison) -> str:
    """The whole page; the same comparison always gives the same bytes."""
    anchors = Anchors(comparison)
    return fill_page(
        "page.html.j2",
        ("base.css", "page.css"),
        ("page.js",),
        comparison=comparison,
        others=[column for column in comparison.columns if not column.baseline],
        rows=_rows(comparison),
        unknown=[m for m in comparison.measures if not _known(comparison, m.id)],
        cases={(case.report, case.column): case for case in comparison.cases},
        boards={document.id: view_boards(comparison, document, anchors) for document in comparison.reports},
        counts=Counter((r.column, r.harm) for r in comparison.regressions),
        sorts={r.harm for r in comparison.regressions},
        anchor=lambda r: anchors.find(r.report, r.column, r.a, r.b),
        short=short_hash,
        signed=_signed,
        figure=_figure,
        new_doubts=_new_doubts,
        **_WORDS,
    )


def _known(comparison: Comparison, measure: str) -> bool:
    return any(getattr(t.figures, measure) is not None for t in comparison.totals if t.figures)


def _rows(comparison: Comparison) -> tuple[PageRow, ...]:
    """The table of figures; measures that nobody has a value for are left out."""
    totals = {total.column: total.figures for total in comparison.totals}
    apart = {(d.column, d.measure): d for d in comparison.differences}
    return tuple(
        PageRow(
            row.label,
            row.form,
            tuple(Cell(c, _figure(figures, row), apart.get((c, row.id))) for c, figures in totals.items()),
        )
        for row in comparison.measures
        if _known(comparison, row.id)
    )


def _figure(figures: Figures | None, measure: Measure) -> str:
    """One figure as it is printed."""
    return value_text(getattr(figures, measure.id, None), measure.form)


def _signed(value: float | None, form: Form) -> str:
    """A difference or an end of its interval, shares in points of 100."""
    if value is None:
        return "–"
    sign = "−" if value < 0 else "+" if value > 0 else "±"
    return sign + value_text(abs(value), form).removesuffix(" %")


def _new_doubts(side: AlignedSide, other: AlignedSide | None) -> Iterator[tuple[Finding, bool]]:
    """The findings of a side, each with whether the other side has it not."""
    left = Counter(map(doubt_key, other.doubts if other else ()))
    for doubt in side.doubts:
        left[doubt_key(doubt)] -= 1
        yield doubt, left[doubt_key(doubt)] < 0
