"""Owns Brief to Markdown, for reading raw as well as rendered; what is told and in which order is `telling`'s.

Everything that a report or a model wrote passes through `escape`: it can neither form Markdown nor HTML.
"""

import re
from collections.abc import Iterable, Sequence

from govbrief.base.plain import clean
from govbrief.views import labels, remarks
from govbrief.views.citing import bracketed
from govbrief.views.doubts import Piece, tail
from govbrief.views.labels import MARK, Lang, each, languages, show
from govbrief.views.telling import tell_brief
from govbrief.views.told import Doubt, Entry, Failed, Group, Passage, Row, Telling, ToldPart
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Brief, Evidence
from govbrief_schemas.finding import Finding

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&$])")
_LEADING = re.compile(r"^([#\-+=:])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_ADDRESS = re.compile(r"(?i)(?<=[a-z]):(?=//)|(?<=www)\.")
_MAIL = re.compile(r"([A-Za-z0-9._+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)")
"""Readers link these even when a backslash stands in them, but not inside code."""
_EDGE = re.compile(r"\w")


def to_markdown(brief: Brief, lang: Lang = "both", *, evidence: bool = False) -> str:
    """The brief as Markdown in one language or both; with `evidence` the source's sentences stand under each line."""
    told = tell_brief(brief)
    blocks = [
        *_head(told, lang),
        *_summary(told, lang),
        *_figures(told, lang, evidence=evidence),
        *_parts(told, lang, evidence=evidence),
        *_list(labels.ABSENT, [show_foreign(words, lang) for words in told.absent], lang),
        *_check(told, brief, lang, evidence=evidence),
        *_coverage(told, lang, evidence=evidence),
        *_list(labels.FAILURES, [_failure(failed, lang) for failed in told.failures], lang),
        " · ".join(show_foreign(fact, lang) for fact in told.provenance),
    ]
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Foreign text as Markdown that shows exactly this text, on one line.

    Addresses are not turned into links: a brief must not lead its reader where a report's author wants.
    """
    return _escape_start(escape_inside(clean(text)))


def escape_inside(piece: str) -> str:
    """A piece of clean text that does not begin a line: its outer spaces are kept."""
    parts = _MAIL.split(piece)
    return "".join(f"`{part}`" if index % 2 else _escape_plain(part) for index, part in enumerate(parts))


def _escape_plain(piece: str) -> str:
    return _ADDRESS.sub(lambda m: "\\" + m[0], _SPECIAL.sub(r"\\\1", piece))


def _escape_start(line: str) -> str:
    return _NUMBERED.sub(r"\1\\\2", _LEADING.sub(r"\\\1", line))


def show_foreign(words: Bilingual, lang: Lang) -> str:
    """Foreign words of each language shown, on one line; not for the start of a line."""
    return " ".join(escape_inside(clean(text)) for text in each(words, lang))


def _marked(pieces: Sequence[Piece]) -> str:
    """The pieces on one line, each doubtful one with the mark behind it."""
    return "".join(_piece(pieces, index) + tail(pieces, index) for index in range(len(pieces)))


def _piece(pieces: Sequence[Piece], index: int) -> str:
    """A piece; a strong one is set off where the stars beside its neighbours would be read as such."""
    piece = pieces[index]
    text = escape_inside(piece.text)
    if not piece.strong:
        return text
    before = pieces[index - 1].text[-1:] if index else ""
    after = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
    safe = _flanks(piece.text[0], before) and _flanks(piece.text[-1], after)
    return f"**{text}**" if safe else text


def _flanks(inner: str, outer: str) -> bool:
    """Whether two stars between the characters open or close: CommonMark's rule, which knows spaces and words."""
    return bool(_EDGE.match(inner)) or not outer or outer == " "


def _passage(passage: Passage, lang: Lang, joint: str = " ") -> str:
    """A passage in each language shown that has it; the same text once."""
    texts = (_marked(passage.of(language)) for language in languages(lang))
    return joint.join(dict.fromkeys(text for text in texts if text))


def _heading(label: Bilingual, lang: Lang, rank: str = "##") -> str:
    return f"{rank} {show(label, lang)}"


def _head(told: Telling, lang: Lang) -> Iterable[str]:
    """Headline, what the report is, what was checked."""
    lines = [line for n in languages(lang) if (line := _escape_start(_marked(told.headline.of(n))))]
    first, *others = lines or [show(labels.UNTITLED, lang)]
    yield f"# {first}"
    yield from (f"**{line}**" for line in others)
    facts = " · ".join(text for fact in told.facts if (text := _passage(fact, lang)))
    if facts:
        yield _escape_start(facts)
    if told.speakers:
        yield f"{show(labels.SPEAKERS, lang)}: " + "; ".join(_passage(s, lang) for s in told.speakers)
    lines = [f"> {'' if line.good else f'{MARK} '}{show_foreign(line.text, lang)}" for line in told.opening]
    yield "\n>\n".join(lines)


def _summary(told: Telling, lang: Lang) -> Iterable[str]:
    """A list in each language; the lists' numbers differ, or they would be read as one."""
    if not told.summary:
        return
    yield _heading(labels.SUMMARY, lang)
    for language, point in zip(languages(lang), (".", ")"), strict=False):
        lines = [
            f"{number}{point} {_worded(entry, language)}{_tags(entry, language) if point == '.' else ''}"
            for number, entry in enumerate(told.summary, 1)
        ]
        yield "\n".join(lines)


def _worded(entry: Entry, language: labels.Language) -> str:
    """The entry's text, with who did it in front and the cause behind."""
    text = _marked(entry.words.of(language)) or show(labels.UNWORDED, language)
    lead, cause = _marked(entry.lead.of(language)), _marked(entry.cause.of(language))
    colon, (left, right) = ("：", "（）") if language == "zh" else (": ", (" (", ")"))
    text = f"{lead}{colon}{text}" if lead else text
    text = f"{text}{left}{show(labels.CAUSE, language)}{colon}{cause}{right}" if cause else text
    return _escape_start(text)


def _tags(entry: Entry, language: labels.Language) -> str:
    joint = "、" if language == "zh" else ", "
    tags = [tag for one in entry.tags if (tag := escape_inside(getattr(one, language)))]
    return bracketed(joint.join(tags), language)


def _figures(told: Telling, lang: Lang, *, evidence: bool) -> Iterable[str]:
    if not told.figures:
        return
    yield _heading(labels.FIGURES, lang)
    columns = [
        labels.VALUE,
        labels.MEASURE,
        *([labels.BY] if told.dated else []),
        *([labels.EVIDENCE] if evidence else []),
    ]
    rows = [_row(row, lang, dated=told.dated, evidence=evidence) for row in told.figures]
    head, *lines = ("| " + " | ".join(cells) + " |" for cells in ([show(n, lang) for n in columns], *rows))
    yield "\n".join([head, "|-" * len(columns) + "|", *lines])


def _row(row: Row, lang: Lang, *, dated: bool, evidence: bool) -> list[str]:
    """A target has an arrow in front and says that it is one; a result has neither."""
    value = " · ".join(escape(text) for text in row.amounts(lang))
    tag = bracketed(escape_inside(row.tag.en if lang == "en" else row.tag.zh), "en" if lang == "en" else "zh")
    cells = [f"→ {value}" if row.is_target else value, f"{_passage(row.measure, lang)}{tag}"]
    if dated:
        target = show(labels.STATUSES[row.figure.status], lang) if row.is_target else ""
        cells.append(" ".join(text for text in (target, _passage(row.by, lang)) if text))
    if evidence:
        cells.append(_quoted(row.figure.evidence))
    return cells


def _quoted(evidence: Evidence) -> str:
    return f"{escape(evidence.text)} ({evidence.start}–{evidence.end})"


def _parts(told: Telling, lang: Lang, *, evidence: bool) -> Iterable[str]:
    if not told.parts:
        yield show(labels.NO_ITEMS, lang)
    for part in told.parts:
        yield from _part(part, lang, evidence=evidence)


def _part(part: ToldPart, lang: Lang, *, evidence: bool) -> Iterable[str]:
    yield _heading(part.name, lang)
    for group in part.groups:
        yield from _group(group, lang, evidence=evidence)


def _group(group: Group, lang: Lang, *, evidence: bool) -> Iterable[str]:
    if group.name:
        yield f"**{show_foreign(group.name, lang) or show(labels.UNWORDED, lang)}**"
    yield "\n".join(line for entry in group.entries for line in _entry(entry, lang, evidence=evidence))


def _entry(entry: Entry, lang: Lang, *, evidence: bool) -> Iterable[str]:
    """One bullet: the Chinese, the section, the English."""
    shown = languages(lang)
    texts = [_worded(entry, language) for language in shown]
    yield f"- {texts[0]}{_tags(entry, shown[0])}" + "".join(f" {text}" for text in texts[1:])
    if evidence:
        yield "  >\n".join(f"  > {_quoted(one)}\n" for one in entry.evidence).rstrip()


def _list(label: Bilingual, lines: Sequence[str], lang: Lang) -> Iterable[str]:
    """A heading with its bullets, if there are any."""
    if lines:
        yield _heading(label, lang)
        yield "\n".join(f"- {_escape_start(line)}" for line in lines)


def _check(told: Telling, brief: Brief, lang: Lang, *, evidence: bool) -> Iterable[str]:
    """Every finding to review; how often each verdict was given is asked for less often than printed."""
    counts = remarks.tally(remarks.findings(brief)) if evidence else ()
    if told.doubts or counts:
        yield _heading(labels.CHECK, lang)
    if counts:
        yield " · ".join(f"{show(labels.VERDICTS[verdict], lang)} {number}" for verdict, number in counts)
    if told.doubts:
        yield "\n".join(f"- {_doubt(doubt, lang)}" for doubt in told.doubts)


def _doubt(doubt: Doubt, lang: Lang) -> str:
    """The place, in numerals or characters, then what is wrong there."""
    return f"{show_foreign(doubt.place, 'en' if lang == 'en' else 'zh')}: {_message(doubt.finding, lang)}"


def _message(finding: Finding, lang: Lang) -> str:
    return show_foreign(remarks.message(finding), lang)


def _coverage(told: Telling, lang: Lang, *, evidence: bool) -> Iterable[str]:
    """A line or two; with `evidence` every sentence and amount that is not told."""
    yield f"{show(labels.COVERAGE, lang)}: {show(told.coverage, lang)}"
    if told.silent:
        yield f"{show(labels.SILENT, lang)}: " + "; ".join(show_foreign(words, lang) for words in told.silent)
    if evidence:
        yield from _list(labels.UNTOLD, [_quoted(one) for one in told.sentences], lang)
        unused = [f"{_quoted(one)}: {escape_inside(clean(one.context))}" for one in told.unused]
        yield from _list(labels.UNUSED, unused, lang)


def _failure(failed: Failed, lang: Lang) -> str:
    return f"{show_foreign(failed.name, lang)}: {show_foreign(failed.reason, lang)}"
