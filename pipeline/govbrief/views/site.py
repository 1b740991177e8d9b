"""Owns many briefs to a folder of pages: the index, a page for each brief, the table of indicators.

Everything lies in the folder and works without a network; file names are made here and hold no word of a report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govbrief.base.plain import clean
from govbrief.compare.indicators import Point, series
from govbrief.views import labels
from govbrief.views.briefpage import Names, to_html
from govbrief.views.charts import lay_table, shown
from govbrief.views.labels import Lang, say
from govbrief.views.webpage import fill_page
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Status
from govbrief_schemas.item import NOTHING, Kind

INDEX, INDICATORS = "index.html", "indicators.html"
_HEX = re.compile(r"[^0-9a-f]")
_DIGITS = 12


class Page(NamedTuple):
    """A file of the site."""

    path: str
    html: str


class Listed(NamedTuple):
    """A brief as the index lists it."""

    path: str
    headline: Bilingual
    issuer: Bilingual
    year: int | None
    kind: Bilingual
    shortcomings: int
    targets: int
    findings: int


def site_pages(briefs: Sequence[Brief], texts: Mapping[str, str], lang: Lang = "both") -> Iterator[Page]:
    """Every page of the site, the index first; `texts` are the sources that are at hand, by their sha256."""
    paths = _paths(briefs)
    values = tuple(map(lay_table, series(briefs)))
    yield Page(
        INDEX,
        fill_page(
            "index.html.j2",
            ("base.css", "site.css"),
            ("site.js",),
            lang=lang,
            listed=[_listed(brief, path) for brief, path in zip(briefs, paths, strict=True)],
            indicators=INDICATORS if values else "",
            labels=labels,
        ),
    )
    if values:
        links = _Links(briefs, paths)
        yield Page(
            INDICATORS,
            fill_page(
                "indicators.html.j2",
                ("base.css", "site.css"),
                ("site.js",),
                lang=lang,
                tables=values,
                index=INDEX,
                link=links.of,
                shown=shown,
                labels=labels,
            ),
        )
    for brief, path in zip(briefs, paths, strict=True):
        yield Page(path, to_html(brief, texts.get(brief.report.sha256), lang, home=f"../{INDEX}"))


def _paths(briefs: Sequence[Brief]) -> tuple[str, ...]:
    """A file for each brief: by the hash of its report, numbered where a report has several."""
    taken: dict[str, int] = {}
    paths = []
    for brief in briefs:
        name = _HEX.sub("", brief.report.sha256)[:_DIGITS] or "report"
        taken[name] = taken.get(name, 0) + 1
        paths.append(f"briefs/{name}{'' if taken[name] == 1 else f'-{taken[name]}'}.html")
    return tuple(paths)


class _Links:
    """Where a value of the table stands on the page of its brief."""

    def __init__(self, briefs: Sequence[Brief], paths: Sequence[str]) -> None:
        self._briefs, self._paths = briefs, paths
        self._names: dict[int, Names] = {}

    def of(self, point: Point) -> str:
        """The address of the item that the value was found in, or else of the brief."""
        if point.brief not in self._names:
            brief = self._briefs[point.brief]
            self._names[point.brief] = Names(brief)
        name = self._names[point.brief].item(point.value.item)
        return f"{self._paths[point.brief]}{'#' if name else ''}{name}"


def _listed(brief: Brief, path: str) -> Listed:
    """One line of the index."""
    head = brief.report
    headline = say(clean(brief.headline.zh), clean(brief.headline.en)) or head.title or labels.UNTITLED
    kind = clean(head.kind or "")
    return Listed(
        path=path,
        headline=headline,
        issuer=head.issuer,
        year=head.year,
        kind=say(labels.REPORT_KINDS.get(kind, kind), kind) if kind else NOTHING,
        shortcomings=sum(item.kind is Kind.SHORTCOMING for item in brief.items),
        targets=_targets(brief),
        findings=brief.doubts,
    )


def _targets(brief: Brief) -> int:
    """Figures that are aimed at, and plans with a target or a date that no such figure tells."""
    aimed = [figure.item for figure in brief.figures if figure.status is Status.TARGET]
    plans = [i for i in brief.items if i.kind is Kind.PLAN and (i.target or i.by) and i.id not in aimed]
    return len(aimed) + len(plans)
