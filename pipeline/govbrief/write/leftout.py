"""Owns the question what was left out: code proposes sentences that no line tells, the model says which matter."""

from collections.abc import Sequence

from govbrief.read.structure.lookback import looks_back
from govbrief.write.desk import Desk
from govbrief.write.grouping import silent_sections
from govbrief.write.mend import mend
from govbrief.write.method import Checked
from govbrief.write.shownlines import THEMES, as_items, as_row, numbered
from govbrief.write.weigh import states_something, weight
from govbrief_schemas.answers import ItemsAnswer
from govbrief_schemas.report import Chunk, Role, Section, Sentence, Span

WEIGHTY = 4.0
"""Weight from which an untold sentence is worth a question: a figure or a first, and more than that alone."""
PLANNED = 2.0
"""What a plan weighs more: readers look for plans first."""
PROPOSED = 16
"""Sentences proposed at most, shortcomings not counted."""
EXTRA, EXTRA_FEWEST = 0.15, 1
"""Of the allowance, the lines that may be added: who sees all the others weighs better than who saw a part."""
FROM_SILENT = 3
"""Sentences that are proposed of a section of which nothing is told."""


async def left_out(
    desk: Desk, chunks: Sequence[Chunk], lines: Sequence[Checked], allowed: int
) -> tuple[Checked, ...]:
    """Further lines: every shortcoming that was not told, and of the proposed sentences those that matter."""
    told = frozenset(sentence.span for line in lines for sentence in line.item.evidence)
    must, may = _proposed(chunks, told)
    silent = silent_sections(desk.outline, told)
    may |= {sentence for section in silent for sentence in _weightiest(section)}
    if not must and not may:
        return ()
    shown = numbered(chunks, desk.outline, frozenset([*must, *may]))
    wanted = [ident for ident, sentence in shown.by_id.items() if sentence in must]

    async def ask() -> tuple[Checked, ...]:
        most = len(wanted) + max(EXTRA_FEWEST, round(allowed * EXTRA))
        answer = await desk.writer.ask(
            "left out",
            "leftout.md",
            ItemsAnswer,
            about=shown.text,
            enums={"sentences": tuple(shown.by_id), "theme": THEMES},
            rows={"items": most},
            lines=[as_row(line.item) for line in lines],
            sections=shown.sections,
            shortcomings=wanted,
            silent=[section.heading for section in silent if section.heading],
            themes=THEMES,
            most=most,
        )
        return await mend(desk, as_items(desk, "left out", "+", answer.items, shown), desk.one_more)

    return await desk.attempt("left out", ask, ())


def _weightiest(section: Section) -> list[Sentence]:
    stated = [s for s in section.sentences if states_something(s.text)]
    return sorted(stated, key=lambda s: -weight(s.text))[:FROM_SILENT]


def _proposed(
    chunks: Sequence[Chunk], told: frozenset[Span]
) -> tuple[frozenset[Sentence], frozenset[Sentence]]:
    """Untold shortcomings, and the weightiest of the other untold sentences."""
    must: list[Sentence] = []
    may: list[tuple[float, Sentence]] = []
    for chunk in chunks:
        for sentence in chunk.sentences:
            if sentence.span in told or not states_something(sentence.text):
                continue
            if chunk.role is Role.SHORTCOMING:
                must.append(sentence)
            elif not (chunk.role is Role.PLAN and looks_back(sentence.text)):
                planned = PLANNED if chunk.role is Role.PLAN else 0.0
                may.append((weight(sentence.text) + planned, sentence))
    heavy = sorted((row for row in may if row[0] >= WEIGHTY), key=lambda row: (-row[0], row[1].span))
    return frozenset(must), frozenset(sentence for _, sentence in heavy[:PROPOSED])
