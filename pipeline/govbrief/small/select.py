"""Owns Chunk to Drafts: which sentences may be cited, what is asked, how an answer becomes Items.

Must not know what the witness finds.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from govbrief.numbers.locks import Locked, lock_numbers
from govbrief.read.structure.lookback import looks_back
from govbrief.sets.prompts import PromptSet
from govbrief.small.draft import Draft
from govbrief.small.form import QuoteLimits, limits_of
from govbrief.small.grammar import Slot
from govbrief.small.overlays import each_model
from govbrief.small.parts import as_sentence, cut_parts
from govbrief.small.room import slot
from govbrief.small.themes import possible_themes
from govbrief.small.wording import ask_english
from govbrief.write.weigh import weightiest
from govbrief.write.writer import Writer
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.report import Chunk, Role

KINDS: Mapping[Role, tuple[Kind, ...]] = {
    Role.ACHIEVEMENT: (Kind.ACHIEVEMENT,),
    Role.SHORTCOMING: (Kind.SHORTCOMING,),
    Role.PLAN: (Kind.PLAN,),
    Role.LEADERSHIP: (Kind.ACHIEVEMENT, Kind.PLAN),
    Role.OTHER: (Kind.ACHIEVEMENT, Kind.PLAN),
}
"""Kinds that a section's role admits; the response schema holds no other, so no item contradicts its section."""
OTHER_WEIGHT = 3.0
"""Introductions and closing words give an item only for a sentence above this weight (figures, firsts, awards)."""
SHARE = 0.7
"""Of a section's sentences, the part that may become items: a brief leaves something out."""
FEWEST = 1
"""Items that every chunk may give, however long the report."""


class Part(NamedTuple):
    """What one item may tell: a sentence, or a part of a long one."""

    name: str
    """`S3`, or `S3.2` for the second part; the id in messages and answers."""
    sentence: int
    """Index into the chunk's sentences."""
    source: Locked


def citable(chunk: Chunk, most: int) -> tuple[int, ...]:
    """Indices of the sentences that items of `chunk` may rest on; every one of a shortcoming section."""
    texts = [s.text for s in chunk.sentences]
    if chunk.role is Role.SHORTCOMING:
        return tuple(range(len(texts)))
    if chunk.role is Role.OTHER:
        return weightiest(texts, min(most, 2), OTHER_WEIGHT)
    if chunk.role is Role.PLAN:
        texts = ["" if looks_back(text) else text for text in texts]
    return weightiest(texts, min(most, max(1, round(len(texts) * SHARE))))


def items_per_chunk(chunks: Sequence[Chunk], limits: QuoteLimits) -> int:
    """How many items each chunk may give, so that the brief of a long report is no longer than a reader's patience."""
    telling = sum(1 for chunk in chunks if chunk.role is not Role.OTHER)
    return min(limits.items, max(FEWEST, round(limits.brief_items / max(1, telling))))


def parts_of(chunk: Chunk, shown: Sequence[int], prompts: PromptSet) -> tuple[Part, ...]:
    """The sentences `shown` as the model reads them: long ones cut, numbers locked, as the set says."""
    found: list[Part] = []
    locked = 1
    for index in shown:
        text = chunk.sentences[index].text
        pieces = cut_parts(text, limits_of(prompts).part_chars)
        for n, piece in enumerate(pieces, 1):
            words = as_sentence(piece)
            source = lock_numbers(words, locked)
            locked += len(source.locks)
            found.append(Part(f"S{index + 1}.{n}" if len(pieces) > 1 else f"S{index + 1}", index, source))
    return tuple(found)


class _Row(NamedTuple):
    """One item as answered."""

    evidence: Sequence[str]
    """Names of the parts that it rests on."""
    kind: str
    theme: str
    zh: str | None = None
    """None where the source is quoted."""
    en: str = ""


async def _ask_items(chunk: Chunk, parts: Sequence[Part], cite: Sequence[int], writer: Writer) -> list[_Row]:
    """The items of `chunk` that rest on its sentences `cite`; what leaves the model no choice is not asked."""
    citable_parts = [part for part in parts if part.sentence in cite]
    rows = _decided(chunk, citable_parts, writer.prompts)
    asked = [part for part in citable_parts if part.name not in rows]
    if not asked:
        return list(rows.values())
    shown = asked if rows else parts
    answer: Any = await writer.ask(
        chunk.id,
        "chunk.md",
        _answer_model(chunk, asked, writer.prompts),
        about="".join(part.source.text for part in shown),
        path=chunk.heading_path,
        sentences=[{"id": part.name, "text": part.source.text} for part in shown],
        cite=[part.name for part in asked],
        kinds=[k.value for k in KINDS[chunk.role]],
        most=len(asked),
    )
    answered = [
        _Row(row.evidence, row.kind, row.theme, getattr(row, "zh", None), getattr(row, "en", ""))
        for row in answer.items
    ]
    order = [part.name for part in citable_parts]
    return (
        sorted([*rows.values(), *answered], key=lambda row: order.index(row.evidence[0]))
        if rows
        else answered
    )


def _decided(chunk: Chunk, parts: Sequence[Part], prompts: PromptSet) -> dict[str, _Row]:
    """By part, the items of which the chunk's role and the part's own words leave one kind and one theme."""
    kinds = KINDS[chunk.role]
    themes = {part.name: _slot(chunk, part, prompts).themes for part in parts}
    only = {name: some[0] for name, some in themes.items() if len(some) == len(kinds) == 1}
    return {name: _Row((name,), kinds[0].value, theme.value) for name, theme in only.items()}


def _answer_model(chunk: Chunk, parts: Sequence[Part], prompts: PromptSet) -> type[BaseModel]:
    kinds = KINDS[chunk.role]
    return each_model([_slot(chunk, part, prompts) for part in parts], kinds)


def _slot(chunk: Chunk, part: Part, prompts: PromptSet) -> Slot:
    themes = possible_themes(part.source.bare, chunk.heading_path, chunk.role)
    return slot(part.source, prompts, (part.name,), themes)


def joined(sources: Sequence[Locked]) -> Locked:
    """Several texts as one."""
    return Locked(
        "".join(source.text for source in sources), tuple(lock for source in sources for lock in source.locks)
    )


async def extract_items(chunk: Chunk, most: int, writer: Writer) -> tuple[Draft, ...]:
    """Drafts from up to `most` sentences of `chunk` in reading order; a chunk with nothing to cite costs no request.

    Where each chosen sentence becomes an item the others are not shown: a small model tells them under a wrong id.
    Sentences of a shortcoming section that the first answer leaves out are asked for once more, on their own.

    Raises:
        ModelError: the model gave no usable answer.
    """
    prompts = writer.prompts
    cite = citable(chunk, most)
    drafts: list[Draft] = []
    for _ in range(2 if chunk.role is Role.SHORTCOMING else 1):
        if not cite:
            break
        parts = parts_of(chunk, cite, prompts)
        for row in await _ask_items(chunk, parts, cite, writer):
            draft = _draft(chunk, len(drafts), row, parts)
            if not any(draft.item.zh == other.item.zh for other in drafts):
                drafts.append(draft)
        told = {sentence for draft in drafts for sentence in draft.item.evidence}
        cite = tuple(i for i in cite if chunk.sentences[i] not in told)
    return tuple(sorted(drafts, key=lambda draft: draft.item.evidence[0].span))


async def translated(draft: Draft, writer: Writer) -> Draft:
    """The draft with its English, asked for where the set writes none with the chunk.

    Raises:
        ModelError: the model gave no usable answer.
    """
    return draft.worded(en=await ask_english(draft, (), writer))


def _draft(chunk: Chunk, index: int, row: _Row, parts: Sequence[Part]) -> Draft:
    cited = [part for part in parts if part.name in row.evidence]
    source = joined([part.source for part in cited])
    item = Item(
        id=f"{chunk.id}/{index}",
        kind=Kind(row.kind),
        theme=Theme(row.theme),
        zh="",
        en="",
        evidence=tuple(chunk.sentences[i] for i in sorted({part.sentence for part in cited})),
        section=chunk.section,
    )
    draft = Draft(item, source, "", "")
    return draft.worded(zh=source.text if row.zh is None else row.zh, en=row.en)
