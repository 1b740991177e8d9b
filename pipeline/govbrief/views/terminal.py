"""Owns Brief to a view on the terminal; what is told and in which order is `telling`'s.

Foreign text reaches rich only as `Text` of clean pieces: never as markup, never with control characters.
"""

from collections.abc import Sequence
from itertools import chain, repeat

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govbrief.base.plain import clean
from govbrief.views import labels, remarks
from govbrief.views.citing import bracketed
from govbrief.views.doubts import Piece, tail
from govbrief.views.labels import MARK, Lang, Language, each, languages, show
from govbrief.views.progress import Progress
from govbrief.views.telling import tell_brief
from govbrief.views.told import Entry, Passage, Row, Telling, ToldPart
from govbrief.views.wrap import wrap
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Evidence

__all__ = ["Progress", "print_brief"]

_DOUBT = "bold yellow"
_QUIET = "dim"
_NARROWEST = 10
"""Columns that text gets on a terminal too narrow to read."""


def print_brief(brief: Brief, console: Console, lang: Lang = "both", *, evidence: bool = False) -> None:
    """Print the brief in the order of the Markdown; `lang` and `evidence` as there."""
    told = tell_brief(brief)
    view = _View(console, lang, evidence=evidence)
    view.head(told)
    view.opening(told)
    view.summary(told)
    view.figures(told)
    view.parts(told)
    view.absent(told)
    view.check(told, brief)
    view.coverage(told)
    view.failures(told)
    view.gap()
    view.line(" · ".join(show(fact, lang) for fact in told.provenance), style=_QUIET)


class _View:
    """One brief on one console in one language setting."""

    def __init__(self, console: Console, lang: Lang, *, evidence: bool) -> None:
        self.console = console
        self.width = console.width
        self.lang = lang
        self.evidence = evidence

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

    def heading(self, label: Bilingual, note: str = "") -> None:
        """A heading of the first rank."""
        self.gap()
        self.line(f"━━ {show(label, self.lang)}{note}", style="bold cyan")

    def head(self, told: Telling) -> None:
        """Headline, then what the report is."""
        lines = [pieces for n in languages(self.lang) if (pieces := told.headline.of(n))]
        for pieces in lines or [(Piece(show(labels.UNTITLED, self.lang)),)]:
            self.line(_styled(pieces, "bold"))
        facts = [self.passage(fact) for fact in told.facts]
        self.line(Text(" · ").join(fact for fact in facts if fact.plain), style=_QUIET)
        if told.speakers:
            speakers = Text("; ").join(map(self.passage, told.speakers))
            self.line(Text(f"{show(labels.SPEAKERS, self.lang)}: ").append(speakers), style=_QUIET)

    def passage(self, passage: Passage, joint: str = " ") -> Text:
        """A passage in each language shown that has it; the same text once."""
        pieces = dict.fromkeys(p for n in languages(self.lang) if (p := passage.of(n)))
        return Text(joint).join(map(_styled, pieces))

    def opening(self, told: Telling) -> None:
        """What was checked, up front."""
        self.gap()
        for line in told.opening:
            for text in each(line.text, self.lang):
                self.line(text, 2, "green" if line.good else _DOUBT, "✓" if line.good else MARK)

    def summary(self, told: Telling) -> None:
        """The summary, language by language."""
        if not told.summary:
            return
        self.heading(labels.SUMMARY)
        for first, language in enumerate(languages(self.lang)):
            for number, entry in enumerate(told.summary, 1):
                words = _worded(entry, language)
                self.line(words if first else words.append(_tags(entry, language)), 4, lead=f" {number}.")

    def figures(self, told: Telling) -> None:
        """The table of figures; a target stands out by its arrow, its colour and its own word."""
        if not told.figures:
            return
        self.heading(labels.FIGURES)
        names = [labels.VALUE, labels.MEASURE]
        names += [*([labels.BY] if told.dated else []), *([labels.EVIDENCE] if self.evidence else [])]
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for name in names:
            table.add_column(show(name, self.lang), overflow="fold")
        for row in told.figures:
            table.add_row(*self.row(row, dated=told.dated))
        self.console.print(table)

    def row(self, row: Row, *, dated: bool) -> list[Text]:
        """The cells of one figure."""
        value = "\n".join(row.amounts(self.lang))
        shown: Language = "en" if self.lang == "en" else "zh"
        measure = self.passage(row.measure, "\n").append(bracketed(getattr(row.tag, shown), shown), _QUIET)
        status = show(labels.STATUSES[row.figure.status], self.lang) if row.is_target else ""
        by = [text for text in (Text(status, "magenta"), self.passage(row.by)) if text.plain]
        cells = [
            Text(f"→ {value}", "bold magenta") if row.is_target else Text(value, "bold"),
            measure,
            *([Text(" ").join(by)] if dated else []),
        ]
        return [*cells, _evidence(row.figure.evidence)] if self.evidence else cells

    def parts(self, told: Telling) -> None:
        """The items by kind, then by theme or actor."""
        if not told.parts:
            self.gap()
            self.line(show(labels.NO_ITEMS, self.lang))
        for part in told.parts:
            self.part(part)

    def part(self, part: ToldPart) -> None:
        """All items of one kind."""
        self.heading(part.name, f" ({len(part.entries)})")
        for group in part.groups:
            if group.name:
                self.line(show(group.name, self.lang) or show(labels.UNWORDED, self.lang), style="bold")
            for entry in group.entries:
                self.entry(entry)

    def entry(self, entry: Entry) -> None:
        """One item: a line or two in each language, the section behind the first."""
        shown = languages(self.lang)
        for index, language in enumerate(shown):
            text = _worded(entry, language)
            self.line(text if index else text.append(_tags(entry, language)), 2, lead="" if index else "•")
        if self.evidence:
            for evidence in entry.evidence:
                self.line(_evidence(evidence), 4, _QUIET, "  │")

    def absent(self, told: Telling) -> None:
        """What the report does not say."""
        if told.absent:
            self.heading(labels.ABSENT)
        for words in told.absent:
            self.line(show(words, self.lang), 2, lead="•")

    def check(self, told: Telling, brief: Brief) -> None:
        """Every finding to review with the place where it stands."""
        counts = remarks.tally(remarks.findings(brief)) if self.evidence else ()
        if told.doubts or counts:
            self.heading(labels.CHECK)
        if counts:
            self.line(" · ".join(f"{show(labels.VERDICTS[verdict], self.lang)} {n}" for verdict, n in counts))
        for doubt in told.doubts:
            place = doubt.place.en if self.lang == "en" else doubt.place.zh
            self.line(f"{place}: {show(remarks.message(doubt.finding), self.lang)}", 2, "yellow", MARK)

    def coverage(self, told: Telling) -> None:
        """How much is told, then the sections of which nothing is told; with evidence, all that is not told."""
        self.gap()
        self.line(f"{show(labels.COVERAGE, self.lang)}: {show(told.coverage, self.lang)}")
        if told.silent:
            sections = "; ".join(" ".join(each(words, self.lang)) for words in told.silent)
            self.line(f"{show(labels.SILENT, self.lang)}: {sections}")
        if self.evidence:
            self.slices(labels.UNTOLD, told.sentences)
            self.slices(labels.UNUSED, told.unused)

    def slices(self, label: Bilingual, found: Sequence[Evidence]) -> None:
        """Pieces of the source under a heading, if there are any."""
        if found:
            self.heading(label)
        for one in found:
            context = clean(getattr(one, "context", ""))
            self.line(_evidence(one).append(f" {context}" if context else ""), 2, _QUIET, "•")

    def failures(self, told: Telling) -> None:
        """What failed and why."""
        if told.failures:
            self.heading(labels.FAILURES)
        for failed in told.failures:
            self.line(f"{show(failed.name, self.lang)}: {show(failed.reason, self.lang)}", 2, "red", "✗")


def _styled(pieces: Sequence[Piece], style: str = "") -> Text:
    """The pieces as rich text, each doubtful one highlighted and with the mark behind it."""
    text = Text(style=style)
    for index, piece in enumerate(pieces):
        mark = _DOUBT if piece.doubtful else "bold" if piece.strong else None
        text.append(piece.text + tail(pieces, index), mark)
    return text


def _worded(entry: Entry, language: Language) -> Text:
    """The entry's text, with who did it in front and the cause behind."""
    text = _styled(entry.words.of(language) or (Piece(show(labels.UNWORDED, language)),))
    lead, cause = _styled(entry.lead.of(language)), _styled(entry.cause.of(language))
    colon, (left, right) = ("：", "（）") if language == "zh" else (": ", (" (", ")"))
    if lead.plain:
        text = lead.append(colon).append_text(text)
    if cause.plain:
        text.append(f"{left}{show(labels.CAUSE, language)}{colon}").append_text(cause).append(right)
    return text


def _tags(entry: Entry, language: Language) -> Text:
    joint = "、" if language == "zh" else ", "
    tags = joint.join(tag for one in entry.tags if (tag := getattr(one, language)))
    return Text(bracketed(tags, language), _QUIET)


def _evidence(evidence: Evidence) -> Text:
    return Text.assemble(clean(evidence.text), (f" ({evidence.start}–{evidence.end})", _QUIET))
