"""Owns Brief to a Word document: real headings, tables, evidence as footnotes, findings as comments.

What is told and in which order is `telling`'s, how it looks is the template's, or else `wordstyles`'.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from govbrief.base.plain import clean
from govbrief.views import labels, remarks
from govbrief.views.citing import bracketed
from govbrief.views.deadlines import Deadline, deadlines
from govbrief.views.doubts import Piece
from govbrief.views.labels import Lang, Language, each, languages, show
from govbrief.views.telling import tell_brief
from govbrief.views.told import Entry, Row, Telling, ToldPart
from govbrief.views.wordstyles import AIM, DOUBT, INK
from govbrief.views.wordwriter import WordWriter, colour, small, soften, write
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Status


def to_docx(brief: Brief, lang: Lang = "both", template: Path | None = None) -> bytes:
    """The document; with `template` in its styles, behind what already stands in it.

    Raises:
        InputError: the template cannot be read.
    """
    told = tell_brief(brief)
    writer = WordWriter(lang, template, _moment(brief.provenance.created))
    _head(writer, told, brief)
    _summary(writer, told)
    _figures(writer, told)
    _targets(writer, deadlines(told))
    for part in told.parts:
        _part(writer, part)
    _list(writer, labels.ABSENT, [show(words, lang) for words in told.absent])
    _check(writer, told)
    _coverage(writer, told)
    _list(
        writer,
        labels.FAILURES,
        [f"{show(one.name, lang)}: {show(one.reason, lang)}" for one in told.failures],
    )
    small(writer.paragraph(), " · ".join(clean(show(fact, lang)) for fact in told.provenance))
    return writer.to_bytes()


def _moment(created: str) -> datetime:
    """When the brief was made; the epoch where that cannot be read."""
    try:
        return datetime.fromisoformat(created).astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(1970, 1, 1)  # noqa: DTZ001 - Word keeps UTC without saying so


def _head(writer: WordWriter, told: Telling, brief: Brief) -> None:
    """Headline, what the report is, what was checked."""
    untitled: tuple[Piece, ...] = (Piece(show(labels.UNTITLED, writer.lang)),)
    lines = [pieces for n in languages(writer.lang) if (pieces := told.headline.of(n))] or [untitled]
    runs: list[Run] = []
    for style, pieces in zip(("Title", "Subtitle"), lines, strict=False):
        runs += write(writer.paragraph(style), pieces)
    facts = writer.paragraph()
    for fact in told.facts:
        if facts.runs:
            facts.add_run(" · ")
        runs += writer.passage(facts, fact)
    soften(*facts.runs)
    if told.speakers:
        runs += _speakers(writer, told)
    writer.comment(runs, (*brief.headline.doubts, *brief.report.doubts))
    for line in told.opening:
        paragraph = writer.paragraph()
        colour(paragraph.add_run(f"{'✓' if line.good else labels.MARK} "), INK if line.good else DOUBT)
        small(paragraph, show(line.text, writer.lang))


def _speakers(writer: WordWriter, told: Telling) -> list[Run]:
    paragraph = writer.paragraph()
    paragraph.add_run(f"{show(labels.SPEAKERS, writer.lang)}: ")
    runs: list[Run] = []
    for speaker in told.speakers:
        if runs:
            paragraph.add_run("; ")
        runs += writer.passage(paragraph, speaker)
    soften(*paragraph.runs)
    return runs


def _summary(writer: WordWriter, told: Telling) -> None:
    if told.summary:
        writer.heading(labels.SUMMARY)
    for entry in told.summary:
        _entry(writer, entry, "List Number")


def _part(writer: WordWriter, part: ToldPart) -> None:
    writer.heading(part.name)
    for group in part.groups:
        if group.name:
            writer.heading(group.name, 2)
        for entry in group.entries:
            _entry(writer, entry, "List Bullet")


def _entry(writer: WordWriter, entry: Entry, style: str) -> None:
    """One item: a language a line, the section and the evidence behind the first."""
    paragraph = writer.paragraph(style)
    runs: list[Run] = []
    for language in languages(writer.lang):
        if runs:
            paragraph.add_run().add_break()
        written = _worded(paragraph, entry, language)
        if runs:
            soften(*written)
        else:
            joint = "、" if language == "zh" else ", "
            tags = joint.join(tag for one in entry.tags if (tag := getattr(one, language)))
            soften(paragraph.add_run(bracketed(tags, language)))
            writer.cite(paragraph, entry.evidence)
        runs += written
    writer.comment(runs, entry.doubts)


def _worded(paragraph: Paragraph, entry: Entry, language: Language) -> list[Run]:
    """The entry's text, with who did it in front and the cause behind."""
    colon, (left, right) = ("：", "（）") if language == "zh" else (": ", (" (", ")"))
    runs: list[Run] = []
    if lead := entry.lead.of(language):
        runs += [*write(paragraph, lead), paragraph.add_run(colon)]
    runs += write(paragraph, entry.words.of(language) or (Piece(show(labels.UNWORDED, language)),))
    if cause := entry.cause.of(language):
        runs.append(paragraph.add_run(f"{left}{show(labels.CAUSE, language)}{colon}"))
        runs += [*write(paragraph, cause), paragraph.add_run(right)]
    return runs


def _figures(writer: WordWriter, told: Telling) -> None:
    """The table of figures; a target has an arrow, a colour and its own word."""
    if not told.figures:
        return
    writer.heading(labels.FIGURES)
    names, widths = [labels.VALUE, labels.MEASURE], [24, 76]
    if told.dated:
        names, widths = [*names, labels.BY], [24, 54, 22]
    lines = writer.table(names, widths, len(told.figures))
    for row, line in zip(told.figures, lines, strict=True):
        _figure(writer, row, line)


def _figure(writer: WordWriter, row: Row, line: _Row) -> None:
    value, measure, *rest = (cell.paragraphs[0] for cell in line.cells)
    amount = value.add_run(f"{'→ ' if row.is_target else ''}{' · '.join(row.amounts(writer.lang))}")
    amount.bold = True
    writer.cite(value, (row.figure.evidence,))
    runs = writer.passage(measure, row.measure)
    shown: Language = "en" if writer.lang == "en" else "zh"
    soften(measure.add_run(bracketed(getattr(row.tag, shown), shown)))
    for by in rest:
        if row.is_target:
            colour(amount, AIM)
            colour(by.add_run(f"{show(labels.STATUSES[Status.TARGET], writer.lang)} "), AIM)
        runs += writer.passage(by, row.by)
    writer.comment(runs or [amount], row.figure.doubts)


def _targets(writer: WordWriter, due: Sequence[Deadline]) -> None:
    """The table of what is to be reached, by date."""
    if not due:
        return
    writer.heading(labels.TARGETS)
    aims = [
        (deadline.label if not n else None, aim) for deadline in due for n, aim in enumerate(deadline.aims)
    ]
    lines = writer.table([labels.BY, labels.AIM], (18, 82), len(aims))
    for (label, aim), line in zip(aims, lines, strict=True):
        date, words = (cell.paragraphs[0] for cell in line.cells)
        if label is not None:
            date.add_run(show(label, writer.lang)).bold = True
        if value := " · ".join(each(aim.value, writer.lang)):
            words.add_run(f"{value} ").bold = True
        writer.passage(words, aim.words)


def _list(writer: WordWriter, label: Bilingual, lines: Sequence[str]) -> None:
    """A heading with its bullets, if there are any."""
    if lines:
        writer.heading(label)
    for line in lines:
        writer.paragraph("List Bullet").add_run(clean(line))


def _check(writer: WordWriter, told: Telling) -> None:
    """Every finding again, for who prints the document without its comments."""
    shown: Language = "en" if writer.lang == "en" else "zh"
    messages = [
        f"{getattr(doubt.place, shown)}: {show(remarks.message(doubt.finding), writer.lang)}"
        for doubt in told.doubts
    ]
    _list(writer, labels.CHECK, messages)


def _coverage(writer: WordWriter, told: Telling) -> None:
    writer.heading(labels.COVERAGE)
    writer.paragraph().add_run(clean(show(told.coverage, writer.lang)))
    if told.silent:
        sections = "; ".join(" ".join(each(words, writer.lang)) for words in told.silent)
        writer.paragraph().add_run(clean(f"{show(labels.SILENT, writer.lang)}: {sections}"))
