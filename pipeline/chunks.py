"""Owns cutting sections into chunks under a size budget; alters no text and crosses no section.

A section over the budget is cut into the fewest chunks that hold it, as even as its sentences allow, because
a model reads a short rest badly after a full chunk.
"""

from collections.abc import Sequence

from schemas.report import Chunk, Outline, Section, Sentence


def cut_chunks(outline: Outline, budget_chars: int) -> tuple[Chunk, ...]:
    """Every sentence of every section exactly once, in document order.

    A single sentence longer than the budget is a chunk of its own: a sentence is never cut.
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
        for part, group in enumerate(_groups(section.sentences, max(budget_chars, 1)))
    )


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
