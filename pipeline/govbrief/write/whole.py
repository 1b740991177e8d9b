"""Owns what is written about the whole report: headline, summary, titles and the wording of figures, in one request.

It is written from the lines that the brief shows and checked like them: a sentence against the evidence of its items.
Every shortcoming is told in the summary: one that no sentence joins is told in its own words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from govbrief.checking.check import check_heading
from govbrief.checking.standpoint import dated_title, head_evidence
from govbrief.write.desk import Desk
from govbrief.write.figures import Candidate, RowWords, candidates, figure_of, status_of
from govbrief.write.grouping import silent_headings, top_headings
from govbrief.write.mend import messages
from govbrief.write.method import Checked, Said, Whole, complaints, cost
from govbrief.write.shownlines import as_row, both, one_line
from govbrief.write.unsaid import MOST as MOST_UNSAID
from govbrief.write.unsaid import proven
from govbrief_schemas.answers import FigureAnswer, LineAnswer, SpeakerAnswer, WholeAnswer
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Figure, Speaker, Status
from govbrief_schemas.item import Item, Kind
from govbrief_schemas.report import Sentence

if TYPE_CHECKING:
    from govbrief_schemas.finding import Finding


SENTENCES = 5
"""Of a summary, as a rule."""


class _Asked(NamedTuple):
    """What the request shows, to read its answer by."""

    items: Mapping[str, Checked]
    numbers: Mapping[str, Candidate]
    most: int


async def write_whole(desk: Desk, items: Sequence[Checked], figures: int) -> Whole:
    """The whole, with its findings; asked again once for what the check refuses. Empty when it cannot be had."""
    numbers = candidates(items, desk.witness, desk.outline)
    asked = _Asked({one.item.id: one for one in items}, {one.id: one for one in numbers}, figures)

    async def ask() -> Whole:
        answer = await _ask(desk, asked, (), None)
        whole = _read(desk, asked, answer)
        wrong = _complaints(whole, asked)
        if not wrong or not desk.one_more:
            return whole
        desk.reasks += 1
        again = await desk.again(_ask(desk, asked, wrong, answer))
        return whole if again is None else _better(whole, _read(desk, asked, again))

    whole = await desk.attempt("summary", ask, Whole())
    return replace(whole, sentences=(*whole.sentences, *_untold(whole.sentences, items)))


async def _ask(desk: Desk, asked: _Asked, wrong: Sequence[str], first: WholeAnswer | None) -> WholeAnswer:
    report, speakers = desk.report, speakers_of(desk)
    groups = _headings(desk, [one.item for one in asked.items.values()])
    answer: WholeAnswer = await desk.writer.ask(
        "summary",
        "whole.md",
        WholeAnswer,
        about="".join((
            report.title.value if report.title else "",
            *(i.item.zh for i in asked.items.values()),
        )),
        enums={"lines": tuple(asked.items), "id": tuple(asked.numbers)},
        title=report.title.value if report.title else "",
        issuer=report.issuer.value if report.issuer else "",
        rows={
            "summary": SENTENCES,
            "figures": asked.most,
            "unsaid": MOST_UNSAID,
            "groups": len(groups),
            "speakers": len(speakers),
        },
        speakers=speakers,
        items=[as_row(one.item) for one in asked.items.values()],
        numbers=_numbers(desk, asked),
        figures=asked.most,
        absent=[absence.en for absence in desk.absent],
        groups=groups,
        planned=desk.outline.plan_year,
        complaints=wrong,
        first=first.model_dump_json(exclude_defaults=True) if first else "",
    )
    return answer


def _headings(desk: Desk, items: Sequence[Item]) -> list[str]:
    """The headings that the page prints: of groups of lines, and of sections that no line tells."""
    return list(dict.fromkeys((*top_headings(desk.outline, items), *silent_headings(desk.outline, items))))


def speakers_of(desk: Desk) -> list[str]:
    """Who speaks in the report, in order, each once; who only asks is none of them."""
    named = (section.speaker for section in desk.outline.sections)
    return list(dict.fromkeys(name for name in named if name and "记者" not in name and "主持人" not in name))


def _numbers(desk: Desk, asked: _Asked) -> list[dict[str, Any]]:
    """The proposed numbers under the sentences that they stand in, each sentence once."""
    rows: dict[Sentence, dict[str, Any]] = {}
    for one in asked.numbers.values():
        role = desk.outline.sections[one.section].role.value
        row = rows.setdefault(one.sentence, {"sentence": one.sentence.text, "role": role, "numbers": []})
        row["numbers"].append({"id": one.id, "text": one.quantity.text})
    return list(rows.values())


def _read(desk: Desk, asked: _Asked, answer: WholeAnswer) -> Whole:
    """The answer as values, each text with what the check finds."""
    report = desk.report
    title, issuer = one_line(answer.title), one_line(answer.issuer)
    speakers = tuple(_speaker(zh, row) for zh, row in zip_longest(speakers_of(desk), answer.speakers) if zh)
    year = report.year.value if report.year else ""
    heads = [(dated_title(report.title.value, title, year), title)] if report.title else []
    heads += [(report.issuer.value, issuer)] if report.issuer else []
    heads += [(speaker.zh, speaker.en) for speaker in speakers]
    return Whole(
        title=title if report.title else "",
        issuer=issuer if report.issuer else "",
        speakers=speakers,
        head_findings=tuple(f for zh, en in heads for f in check_heading(zh, en, desk.witness)),
        headline=_said(desk, asked, answer.headline),
        sentences=tuple(_said(desk, asked, row) for row in answer.summary if row.zh or row.en),
        figures=_figures(desk, asked, answer.figures),
        unsaid=proven(answer.unsaid, desk.outline, desk.witness),
        groups={
            one_line(group.zh): _sound(desk, one_line(group.zh), one_line(group.en))
            for group in answer.groups
        },
    )


def _sound(desk: Desk, zh: str, en: str) -> str:
    """The English of a heading; nothing where the check refuses it, for a heading bears no mark."""
    return "" if complaints(check_heading(zh, en, desk.witness)) else en


def _speaker(zh: str, row: SpeakerAnswer | None) -> Speaker:
    """Somebody who speaks; without English where the answer names fewer."""
    name, office = (one_line(row.name), one_line(row.office)) if row else ("", "")
    return Speaker(name=Bilingual(zh=zh, en=name), office=Bilingual(zh="", en=office))


def _all(asked: _Asked) -> tuple[Sentence, ...]:
    return tuple(dict.fromkeys(s for one in asked.items.values() for s in one.item.evidence))


def _said(desk: Desk, asked: _Asked, row: LineAnswer) -> Said:
    """A sentence, checked against the title and the evidence of its items; one that names none, against that of all."""
    named = [ident for ident in asked.items if ident in row.lines]
    cited = [s for ident in named for s in asked.items[ident].item.evidence]
    zh, en = one_line(row.zh), one_line(row.en)
    evidence = tuple(dict.fromkeys(cited)) or _all(asked)
    return Said(zh, en, tuple(named), desk.check_words(zh, en, (*head_evidence(desk.outline), *evidence)))


def _figures(desk: Desk, asked: _Asked, rows: Sequence[FigureAnswer]) -> tuple[Figure, ...]:
    """The rows that name a number and say what it counts, each number once, in the answer's order."""
    figures: dict[str, Figure] = {}
    for row in rows:
        candidate, measure = asked.numbers.get(row.id), both(row.measure)
        if candidate is None or not measure or row.id in figures or len(figures) == asked.most:
            continue
        status = status_of(candidate, desk.outline, Status(row.status))
        words = RowWords(measure, both(row.scope), both(row.by))
        figure = figure_of(candidate, desk.witness.text, words, status)
        known = (*head_evidence(desk.outline), candidate.sentence)
        found = [
            finding
            for words in (figure.measure, figure.scope, figure.by)
            for finding in desk.check_words(words.zh, words.en, known, beside=figure.measure.zh)
        ]
        figures[row.id] = figure.model_copy(update={"findings": tuple(found)})
    return tuple(figures.values())


def _complaints(whole: Whole, asked: _Asked) -> list[str]:
    """What is wrong with the whole, part by part, in words."""
    parts: list[tuple[str, Sequence[Finding]]] = [
        ("head", whole.head_findings),
        ("headline", whole.headline.findings),
    ]
    parts += [(f"summary {n}", said.findings) for n, said in enumerate(whole.sentences, 1)]
    parts += [(f"figure {f.measure.en!r}", f.findings) for f in whole.figures]
    wrong = [f"{name}: {text}" for name, found in parts for text in messages(complaints(found))]
    unnamed = [s.name.zh for s in whole.speakers if not s.name.en]
    wrong += [f"head: no English for the speaker {name}" for name in unnamed]
    untold = _untold(whole.sentences, list(asked.items.values()))
    return wrong + [f"summary: no sentence tells the shortcoming {said.items[0]}" for said in untold]


def _untold(sentences: Sequence[Said], items: Sequence[Checked]) -> tuple[Said, ...]:
    """The shortcomings that no sentence joins, each in its own words."""
    told = {ident for said in sentences for ident in said.items}
    return tuple(
        Said(one.item.zh, one.item.en, (one.item.id,), one.findings)
        for one in items
        if one.item.kind is Kind.SHORTCOMING and one.item.id not in told
    )


def _better(first: Whole, second: Whole) -> Whole:
    """The better of two tries, part by part: the milder findings, and of equals the first."""
    by_place = {figure.evidence.start: figure for figure in second.figures}
    figures = tuple(
        min((figure, by_place.get(figure.evidence.start, figure)), key=lambda f: cost(f.findings))
        for figure in first.figures
    )
    head = min((first, second), key=lambda whole: cost(whole.head_findings))
    return replace(
        first,
        title=head.title,
        issuer=head.issuer,
        speakers=head.speakers,
        head_findings=head.head_findings,
        headline=min((first.headline, second.headline), key=lambda said: cost(said.findings)),
        sentences=min((first.sentences, second.sentences), key=_worth),
        figures=figures,
    )


def _worth(sentences: Sequence[Said]) -> tuple[int, int]:
    """Smaller is better: what the findings cost, then how many items are joined, the more the better."""
    return sum(cost(said.findings) for said in sentences), -sum(len(said.items) for said in sentences)
