"""Owns cutting sections into chunks under a size budget; alters no text and crosses no section.

A section over the budget is cut into the fewest chunks that hold it, as even as its sentences allow, because
a model reads a short rest badly after a full chunk.
"""

import re
from collections.abc import Sequence

from govbrief_schemas.report import Chunk, Outline, Role, Section, Sentence, Span

_NAMES_ITSELF = re.compile(r"(?:存在|面临|主要|突出)[^，,]{0,8}(?:问题|不足|短板|困难|环节|差距)[^，,]{0,6}$")
"""「三、存在的主要问题。」 names its section and states nothing."""


def cut_chunks(outline: Outline, budget_chars: int) -> tuple[Chunk, ...]:
    """Every sentence of every section exactly once, in document order.

    A heading that states a shortcoming (「(二)信息化水平还不高。」) is a sentence of its section's first chunk, so that
    an item can cite it. A single sentence longer than the budget is a chunk of its own: a sentence is never cut.
    """
    return tuple(
        Chunk(
            id=f"{index:02}/{part:02}",
            section=index,
            heading_path=_heading_path(section),
            role=section.role,
            sentences=tuple(group),
        )
        for index, section in enumerate(outline.sections)
        for part, group in enumerate(_groups(_told(section, outline.report.text), max(budget_chars, 1)))
    )


def _told(section: Section, raw: str) -> tuple[Sentence, ...]:
    """What the section tells: its sentences, after a heading that is itself a sentence about what is lacking."""
    start = section.span.start + len(section.number)
    end = section.span.start + len(section.heading)
    stands = raw.startswith(section.heading, section.span.start) and raw.startswith("。", end)
    if section.role is not Role.SHORTCOMING or not stands or _NAMES_ITSELF.search(section.heading):
        return section.sentences
    span = Span(start, end + 1)
    return (Sentence(span, span.of(raw)), *section.sentences)


def estimate_tokens(text: str) -> int:
    """Tokens that a text will cost, estimated high: a Chinese character is about 0.7, other text about 0.3."""
    wide = sum(char > "\u2e7f" for char in text)
    return -(-(wide * 9 + (len(text) - wide) * 4) // 10)


def _heading_path(section: Section) -> tuple[str, ...]:
    return (*section.path, section.heading) if section.heading else section.path


def _groups(sentences: Sequence[Sentence], budget: int) -> list[list[Sentence]]:
    """Groups under the budget: first how many are needed, then an even share for each."""
    needed = _fill(sentences, budget)
    if len(needed) <= 1:
        return needed
    total = sum(len(sentence.text) for sentence in sentences)
    longest = max(len(sentence.text) for sentence in sentences)
    share = max(total // len(needed), longest)
    while share < budget:
        even = _fill(sentences, share)
        if len(even) <= len(needed):
            return even
        share = min(budget, share + max(1, share // 20))
    return needed


def _fill(sentences: Sequence[Sentence], budget: int) -> list[list[Sentence]]:
    """Greedy groups: the fewest possible for the budget."""
    groups: list[list[Sentence]] = []
    size = 0
    for sentence in sentences:
        if groups and size + len(sentence.text) <= budget:
            groups[-1].append(sentence)
            size += len(sentence.text)
        else:
            groups.append([sentence])
            size = len(sentence.text)
    return groups
