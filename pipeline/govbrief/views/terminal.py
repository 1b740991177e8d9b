"""Owns Brief to a view on the terminal; must not know Markdown.

Foreign text reaches rich only as `Text` of clean pieces: never as markup, never with control characters.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govbrief.plain import clean
from govbrief.views import labels, telling
from govbrief.views.doubts import Piece, mark_doubts, mark_head, tail
from govbrief.views.labels import MARK, Label, Lang, languages
from govbrief.views.progress import Progress
from govbrief.views.wrap import wrap
from govbrief_schemas.brief import Brief, BriefItem, Evidence, Figure
from govbrief_schemas.finding import Finding, Verdict

__all__ = ["Progress", "print_brief"]

_DOUBT = "bold yellow"
_QUIET = "dim"
_NARROWEST = 10
"""Columns that text gets on a terminal too narrow to read."""


def print_brief(brief: Brief, console: Console, lang: Lang = "both") -> None:
    """Print the brief in the order of the Markdown; `lang` as there."""
    view = _View(console, lang)
    view.head(brief)
    view.opening(brief)
    view.summary(brief)
    view.figures(brief)
    view.items(brief)
    view.check(brief)
    view.coverage(brief)
    view.failures(brief)
    view.heading(labels.USAGE)
    for text in telling.usage(brief).all(lang):
        view.line(text, style=_QUIET)


class _View:
    """One brief on one console in one language setting."""

    def __init__(self, console: Console, lang: Lang) -> None:
        self.console = console
        self.width = console.width
        self.lang = lang

    def line(self, text: str | Text, indent: int = 0, style: str = "", lead: str = "") -> None:
        """One paragraph, wrapped behind `indent` columns; `lead` stands in the indent of the first line."""
        body = Text(clean(text)) if isinstance(text, str) else text
        body.stylize(style)
        margins = chain((Text(lead.ljust(indent), style=style),), repeat(Text(" " * indent)))
        lines = wrap(body, max(self.width - indent, _NARROWEST))
        block = Text("\n").join(margin + part for margin, part in zip(margins, lines, strict=False))
        self.console.print(block, no_wrap=True, overflow="ignore", crop=False)

    def gap(self) -> None:
        """An empty line."""
        self.console.print()

    def heading(self, label: Label, note: str = "") -> None:
        """A heading of the first rank."""
        self.gap()
        self.line(f"━━ {label.show(self.lang)}{note}", style="bold cyan")
        self.gap()

    def head(self, brief: Brief) -> None:
        """Titles, then what the report and the brief are."""
        head = brief.report
        marked = mark_head(head.title, head.issuer, head.findings)
        titles = [p for n in languages(self.lang) if (p := marked[f"title.{n}"])]
        for pieces in titles or [(Piece(labels.UNTITLED.show(self.lang), doubtful=False),)]:
            self.line(_styled(pieces, "bold"))
        self.gap()
        issuers = [p for n in languages(self.lang) if (p := marked[f"issuer.{n}"])]
        if issuers:
            self.line(_named(labels.ISSUER.show(self.lang), _joined(map(_styled, issuers))))
        for row in telling.head_rows(brief):
            values = _joined(
                _styled([Piece(clean(v), doubtful=False)])
                for label in row.values
                for v in label.all(self.lang)
            )
            self.line(_named(row.name.show(self.lang), values))
        self.doubts(head.findings, 0)

    def opening(self, brief: Brief) -> None:
        """The verdict up front."""
        self.gap()
        for line in telling.opening(brief):
            for text in line.text.all(self.lang):
                self.line(text, 2, "bold green" if line.good else _DOUBT, "✓" if line.good else MARK)

    def summary(self, brief: Brief) -> None:
        """The summary in each language, doubts below."""
        told = brief.summary
        if not (told.sentences or told.zh or told.en):
            return
        self.heading(labels.SUMMARY)
        for language in languages(self.lang):
            joint = "" if language == "zh" else " "
            plain = [_styled([Piece(clean(text), doubtful=False)]) for text in getattr(told, language)]
            marked = [
                _styled(mark_doubts(getattr(s, language), language, s.findings)) for s in told.sentences
            ]
            self.line(_joined(marked or plain, joint))
        self.doubts([f for s in told.sentences for f in s.findings], 0)

    def doubts(self, findings: Iterable[Finding], indent: int) -> None:
        """Each doubtful finding in a sentence."""
        for finding in findings:
            if finding.verdict is not Verdict.SUPPORTED:
                verdict = labels.VERDICTS[finding.verdict].show(self.lang)
                told = " ".join(telling.message(finding).all(self.lang))
                self.line(f"{verdict}: {told}", indent + 2, "yellow", " " * indent + MARK)

    def figures(self, brief: Brief) -> None:
        """The table of key figures."""
        if not brief.figures:
            return
        self.heading(labels.FIGURES)
        doubtful = {item.id for item in brief.items if item.doubts}
        table = _table([
            labels.MEASURE.show(self.lang),
            *self._value_names(),
            labels.EVIDENCE.show(self.lang),
        ])
        for figure in brief.figures:
            table.add_row(*self._figure(figure, doubtful=figure.item in doubtful))
        self.console.print(table)

    def _value_names(self) -> list[str]:
        if self.lang == "both":
            return [labels.CHINESE.show(self.lang), labels.ENGLISH.show(self.lang)]
        return [labels.VALUE.show(self.lang)]

    def _figure(self, figure: Figure, *, doubtful: bool) -> list[Text]:
        """The measure's wording comes from an item: when that is doubtful, so is the row."""
        measure = [Piece(clean(getattr(figure.measure, n)), doubtful=False) for n in languages(self.lang)]
        cells = [_joined((_styled([p]) for p in measure if p.text), "\n")]
        if doubtful:
            cells[0].append(f" {MARK}", _DOUBT)
        cells += [_styled([Piece(clean(getattr(figure, n)), doubtful=False)]) for n in languages(self.lang)]
        return [*cells, _evidence(figure.evidence)]

    def items(self, brief: Brief) -> None:
        """The items by kind and theme."""
        if not brief.items:
            self.heading(labels.ITEMS)
            self.line(labels.NO_ITEMS.show(self.lang))
        for kind, themes in telling.grouped(brief):
            number = sum(len(items) for _, items in themes)
            self.heading(labels.KINDS[kind], f" ({number})")
            for index, (theme, items) in enumerate(themes):
                if index:
                    self.gap()
                self.line(labels.THEMES[theme].show(self.lang), style="bold")
                for item in items:
                    self.gap()
                    self.item(item)

    def item(self, item: BriefItem) -> None:
        """One item: texts, doubts, evidence."""
        lead = "•"
        for language in languages(self.lang):
            pieces = mark_doubts(getattr(item, language), language, item.findings)
            if pieces:
                text = _styled(pieces)
                if lead and item.doubts:
                    text.append(f" ({clean(item.id)})", _QUIET)
                self.line(text, 2, lead=lead)
                lead = ""
        self.doubts(item.findings, 2)
        for evidence in item.evidence:
            self.line(_evidence(evidence), 4, _QUIET, "  │")

    def check(self, brief: Brief) -> None:
        """Counts by verdict, then every finding to review with the place where it stands."""
        self.heading(labels.CHECK)
        counts = [
            f"{labels.VERDICTS[verdict].show(self.lang)} {number}" for verdict, number in telling.tally(brief)
        ]
        if counts:
            self.line(" · ".join(counts))
        found = telling.doubts(brief)
        if not found:
            self.line(labels.NO_DOUBTS.show(self.lang))
        for doubt in found:
            told = " ".join(telling.message(doubt.finding).all(self.lang))
            self.line(f"{doubt.place.show(self.lang)}: {told}", 2, "yellow", MARK)

    def coverage(self, brief: Brief) -> None:
        """Sections with their number of items, then the amounts that no item used."""
        self.heading(labels.COVERAGE)
        sections = brief.coverage.sections
        if sections:
            table = _table([
                labels.SECTION.show(self.lang),
                labels.ROLE.show(self.lang),
                labels.ITEMS.show(self.lang),
            ])
            for section in sections:
                heading = clean(section.heading) or labels.UNHEADED.show(self.lang)
                cells = heading, labels.ROLES[section.role].show(self.lang), str(section.items)
                table.add_row(*(_styled([Piece(cell, doubtful=False)]) for cell in cells))
            self.console.print(table)
            self.gap()
        for text in telling.quantities(brief).all(self.lang):
            self.line(text)
        for unused in brief.coverage.quantities.unused:
            self.line(f"{unused.text} ({unused.start}–{unused.end}) {unused.context}", 2, _QUIET, "•")

    def failures(self, brief: Brief) -> None:
        """What failed and why."""
        if not brief.failures:
            return
        self.heading(labels.FAILURES)
        for failure in brief.failures:
            self.line(f"{telling.failed_part(failure).show(self.lang)}: {failure.reason}", 2, "red", "✗")


def _styled(pieces: Sequence[Piece], style: str = "") -> Text:
    """The pieces as rich text, each doubtful one highlighted and with the mark behind it."""
    text = Text(style=style)
    for index, piece in enumerate(pieces):
        text.append(piece.text + tail(pieces, index), _DOUBT if piece.doubtful else None)
    return text


def _joined(texts: "Iterable[Text]", joint: str = " · ") -> Text:
    return Text(joint).join(texts)


def _named(name: str, value: Text) -> Text:
    return Text.assemble((f"{name}: ", _QUIET), value)


def _evidence(evidence: Evidence) -> Text:
    return Text.assemble(clean(evidence.text), (f" ({evidence.start}–{evidence.end})", _QUIET))


def _table(header: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        table.add_column(name, overflow="fold")
    return table
