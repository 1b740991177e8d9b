"""Owns Brief to Markdown, for reading raw as well as rendered.

Everything that a report or a model wrote passes through `escape`: it can neither form Markdown nor HTML.
"""

import re
from collections.abc import Iterable, Sequence

from govbrief.plain import clean
from govbrief.views import labels, telling
from govbrief.views.doubts import Piece, mark_doubts, mark_head, tail
from govbrief.views.labels import MARK, Label, Lang, languages
from govbrief_schemas.brief import Brief, BriefItem, Evidence, Figure, SummarySentence, UnusedQuantity
from govbrief_schemas.finding import Finding, Verdict

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_LEADING = re.compile(r"^([#\-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=www)\.")


def to_markdown(brief: Brief, lang: Lang = "both") -> str:
    """The brief as Markdown; `lang` chooses the language of text and labels, evidence is always Chinese."""
    blocks = [
        *_head(brief, lang),
        *_opening(brief, lang),
        *_summary(brief, lang),
        *_figures(brief, lang),
        *_items(brief, lang),
        *_check(brief, lang),
        *_coverage(brief, lang),
        *_failures(brief, lang),
        f"## {labels.USAGE.show(lang)}",
        *map(escape, telling.usage(brief).all(lang)),
    ]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Foreign text as Markdown that shows exactly this text, on one line.

    Addresses are not turned into links: a brief must not lead its reader where a report's author wants.
    """
    return _escape_start(escape_inside(clean(text)))


def anchor(item_id: str) -> str:
    """A name for links to an item; different ids never share one."""
    safe = (c if c.isascii() and c.isalnum() else "-" if c == "/" else f"_{ord(c):x}_" for c in item_id)
    return "item-" + "".join(safe)


def _marked(pieces: Sequence[Piece]) -> str:
    """The pieces on one line, each doubtful one with the mark behind it."""
    parts = (escape_inside(piece.text) + tail(pieces, index) for index, piece in enumerate(pieces))
    return _escape_start("".join(parts))


def escape_inside(piece: str) -> str:
    """A piece of clean text that does not begin a line: its outer spaces are kept."""
    return _ADDRESS.sub(lambda m: "\\" + m[0], _SPECIAL.sub(r"\\\1", piece))


def _escape_start(line: str) -> str:
    return _NUMBERED.sub(r"\1\\\2", _LEADING.sub(r"\\\1", line))


def _head(brief: Brief, lang: Lang) -> Iterable[str]:
    head = brief.report
    marked = mark_head(head.title, head.issuer, head.findings)
    titles = [text for language in languages(lang) if (text := _marked(marked[f"title.{language}"]))]
    first, *others = titles or [labels.UNTITLED.show(lang)]
    yield f"# {first}"
    yield from (f"**{title}**" for title in others)
    issuers = [text for language in languages(lang) if (text := _marked(marked[f"issuer.{language}"]))]
    rows = [f"- {labels.ISSUER.show(lang)}: {' · '.join(issuers)}"] if issuers else []
    rows += [f"- {row.name.show(lang)}: {_joined(row.values, lang)}" for row in telling.head_rows(brief)]
    yield "\n".join(rows)
    yield from _doubt_list(brief.report.findings, lang)


def _joined(values: Iterable[Label], lang: Lang) -> str:
    return " · ".join(escape_inside(clean(text)) for label in values for text in label.all(lang))


def _opening(brief: Brief, lang: Lang) -> Iterable[str]:
    for line in telling.opening(brief):
        sign = "" if line.good else f"{MARK} "
        yield "\n>\n".join(f"> {sign}**{escape_inside(clean(text))}**" for text in line.text.all(lang))


def _summary(brief: Brief, lang: Lang) -> Iterable[str]:
    sentences = brief.summary.sentences
    if not (sentences or brief.summary.zh or brief.summary.en):
        return
    yield f"## {labels.SUMMARY.show(lang)}"
    for language in languages(lang):
        joint = "" if language == "zh" else " "
        if sentences:
            yield joint.join(_marked(_sentence(s, language)) for s in sentences)
        else:
            yield escape(joint.join(getattr(brief.summary, language)))
    yield from _doubt_list([f for s in sentences for f in s.doubts], lang)


def _sentence(sentence: SummarySentence, language: labels.Language) -> tuple[Piece, ...]:
    return mark_doubts(getattr(sentence, language), language, sentence.findings)


def _doubt_list(findings: Iterable[Finding], lang: Lang, indent: str = "") -> Iterable[str]:
    lines = [
        f"{indent}- {MARK} **{labels.VERDICTS[f.verdict].show(lang)}**: {_message(f, lang)}"
        for f in findings
        if f.verdict is not Verdict.SUPPORTED
    ]
    if lines:
        yield "\n".join(lines)


def _message(finding: Finding, lang: Lang) -> str:
    return " ".join(map(escape_inside, telling.message(finding).all(lang)))


def _figures(brief: Brief, lang: Lang) -> Iterable[str]:
    if not brief.figures:
        return
    yield f"## {labels.FIGURES.show(lang)}"
    values = (
        [labels.CHINESE.show(lang), labels.ENGLISH.show(lang)]
        if lang == "both"
        else [labels.VALUE.show(lang)]
    )
    doubtful = {item.id for item in brief.items if item.doubts}
    rows = [_figure_row(f, lang, doubtful=f.item in doubtful) for f in brief.figures]
    yield _table([labels.MEASURE.show(lang), *values, labels.EVIDENCE.show(lang)], rows)


def _figure_row(figure: Figure, lang: Lang, *, doubtful: bool) -> list[str]:
    """The measure's wording comes from an item: when that is doubtful, so is the row."""
    measure = " · ".join(text for n in languages(lang) if (text := escape(getattr(figure.measure, n))))
    values = [escape(getattr(figure, n)) for n in languages(lang)]
    return [f"{measure} {MARK}" if doubtful else measure, *values, _quoted(figure.evidence)]


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _quoted(evidence: Evidence) -> str:
    return f"{escape(evidence.text)} ({evidence.start}–{evidence.end})"


def _items(brief: Brief, lang: Lang) -> Iterable[str]:
    if not brief.items:
        yield f"_{labels.NO_ITEMS.show(lang)}_"
    for kind, themes in telling.grouped(brief):
        number = sum(len(items) for _, items in themes)
        yield f"## {labels.KINDS[kind].show(lang)} ({number})"
        for theme, items in themes:
            yield f"### {labels.THEMES[theme].show(lang)}"
            yield from (_item(item, lang) for item in items)


def _item(item: BriefItem, lang: Lang) -> str:
    """A list entry: the item in each language, its doubts, its evidence as a quotation."""
    target = f'<a id="{anchor(item.id)}"></a>' if item.doubts else ""
    name = f" ({escape_inside(clean(item.id))})" if item.doubts else ""
    texts = [_marked(mark_doubts(getattr(item, n), n, item.findings)) for n in languages(lang)]
    first, *others = [text for text in texts if text] or [MARK]
    blocks = [f"- {target}{first}{name}", *(f"  {text}" for text in others)]
    blocks += _doubt_list(item.findings, lang, "  ")
    blocks.append("\n  >\n".join(f"  > {_quoted(e)}" for e in item.evidence))
    return "\n\n".join(block for block in blocks if block)


def _check(brief: Brief, lang: Lang) -> Iterable[str]:
    yield f"## {labels.CHECK.show(lang)}"
    counts = telling.tally(brief)
    if counts:
        rows = [[labels.VERDICTS[verdict].show(lang), f"{number}"] for verdict, number in counts]
        yield _table([labels.VERDICT.show(lang), labels.COUNT.show(lang)], rows)
    found = telling.doubts(brief)
    if not found:
        yield labels.NO_DOUBTS.show(lang)
        return
    yield "\n".join(f"- {_place(d, lang)}: {_message(d.finding, lang)}" for d in found)


def _place(doubt: telling.Doubt, lang: Lang) -> str:
    if doubt.item is None:
        return doubt.place.show(lang)
    return f"[{escape_inside(clean(doubt.item.id)) or MARK}](#{anchor(doubt.item.id)})"


def _coverage(brief: Brief, lang: Lang) -> Iterable[str]:
    yield f"## {labels.COVERAGE.show(lang)}"
    sections = brief.coverage.sections
    if sections:
        header = [labels.SECTION.show(lang), labels.ROLE.show(lang), labels.ITEMS.show(lang)]
        rows = [
            [escape(s.heading) or labels.UNHEADED.show(lang), labels.ROLES[s.role].show(lang), f"{s.items}"]
            for s in sections
        ]
        yield _table(header, rows)
    yield " ".join(telling.quantities(brief).all(lang))
    unused = brief.coverage.quantities.unused
    if unused:
        yield "\n".join(f"- {_unused(u)} ({u.start}–{u.end})" for u in unused)


def _unused(quantity: UnusedQuantity) -> str:
    """The quantity, then the clause around it."""
    text, context = escape(quantity.text), escape_inside(clean(quantity.context))
    return f"{text}: {context}" if context and clean(quantity.context) != clean(quantity.text) else text


def _failures(brief: Brief, lang: Lang) -> Iterable[str]:
    if not brief.failures:
        return
    yield f"## {labels.FAILURES.show(lang)}"
    yield "\n".join(
        f"- **{escape_inside(telling.failed_part(f).show(lang))}**: {escape_inside(clean(f.reason))}"
        for f in brief.failures
    )
