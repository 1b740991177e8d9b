"""Owns Chunk to Items: which sentences may be cited, what is asked, how an answer becomes Items.

Must not know what the witness finds.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from pipeline.prompts import Limits, PromptSet
from pipeline.themes import possible_themes
from pipeline.weigh import weightiest
from pipeline.writer import Writer
from schemas.extraction import Slot, each_model, items_model
from schemas.item import Item, Kind, Theme
from schemas.report import Chunk, Role

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

EN_ROOM = 60
EN_PER_ZH = 6
"""Characters of English that one Chinese character may take; sound items of the seeds need a third to a half less."""


def citable(chunk: Chunk, most: int) -> tuple[int, ...]:
    """Indices of the sentences that items of `chunk` may rest on; every one of a shortcoming section."""
    texts = [s.text for s in chunk.sentences]
    if chunk.role is Role.SHORTCOMING:
        return tuple(range(len(texts)))
    if chunk.role is Role.OTHER:
        return weightiest(texts, min(most, 2), OTHER_WEIGHT)
    return weightiest(texts, min(most, max(1, round(len(texts) * SHARE))))


def items_per_chunk(chunks: Sequence[Chunk], limits: Limits) -> int:
    """How many items each chunk may give, so that the brief of a long report is no longer than a reader's patience."""
    telling = sum(1 for chunk in chunks if chunk.role is not Role.OTHER)
    return min(limits.items, max(FEWEST, round(limits.brief_items / max(1, telling))))


async def _ask_items(chunk: Chunk, cite: Sequence[int], writer: Writer) -> Any:  # noqa: ANN401 - a model made per request
    """The answer for the items of `chunk` that rest on its sentences `cite`.

    Where each of them becomes an item, the others are not shown: a small model tells them under a wrong id.
    """
    ids = [f"S{i + 1}" for i in range(len(chunk.sentences))]
    shown = cite if writer.prompts.each else range(len(ids))
    return await writer.ask(
        chunk.id,
        "chunk.md",
        _answer_model(chunk, cite, writer.prompts),
        about="".join(chunk.sentences[i].text for i in shown),
        path=chunk.heading_path,
        sentences=[{"id": ids[i], "text": chunk.sentences[i].text} for i in shown],
        cite=[ids[i] for i in cite],
        kinds=[k.value for k in KINDS[chunk.role]],
        most=len(cite),
    )


def _answer_model(chunk: Chunk, cite: Sequence[int], prompts: PromptSet) -> type[BaseModel]:
    kinds, limits = KINDS[chunk.role], prompts.limits
    if prompts.each:
        return each_model([_slot(chunk, i, limits) for i in cite], kinds)
    ids = tuple(f"S{i + 1}" for i in cite)
    slot = Slot(ids, tuple(Theme), limits.zh_chars, limits.en_chars, evidence=limits.evidence)
    fewest = len(cite) if chunk.role is Role.SHORTCOMING else 0
    return items_model(slot, kinds, fewest=fewest, most=len(cite))


def _slot(chunk: Chunk, index: int, limits: Limits) -> Slot:
    sentence = chunk.sentences[index].text
    zh_chars, en_chars = bounds(sentence, limits)
    themes = possible_themes(sentence, chunk.heading_path, chunk.role)
    return Slot((f"S{index + 1}",), themes, zh_chars, en_chars, latin=has_latin(sentence))


def has_latin(text: str) -> bool:
    """Whether `text` holds Latin letters, so that an answer about it may hold some too."""
    return any(c.isascii() and c.isalpha() for c in text)


def bounds(sentence: str, limits: Limits) -> tuple[int, int]:
    """The longest zh and en that can still be the sentence told again; leaves no room for padding."""
    length = len(sentence)
    return min(limits.zh_chars, length + 10), min(limits.en_chars, EN_ROOM + EN_PER_ZH * length)


async def extract_items(chunk: Chunk, most: int, writer: Writer) -> tuple[Item, ...]:
    """Up to `most` items of `chunk` in reading order; a chunk without anything to cite costs no request.

    Sentences of a shortcoming section that the first answer leaves out are asked for once more, on their own.

    Raises:
        ModelError: the model gave no usable answer.
    """
    cite = citable(chunk, most)
    items: list[Item] = []
    for _ in range(2 if chunk.role is Role.SHORTCOMING else 1):
        if not cite:
            break
        answer = await _ask_items(chunk, cite, writer)
        for row in answer.items:
            item = _item(chunk, len(items), row)
            if not any(item.evidence == other.evidence or item.zh == other.zh for other in items):
                items.append(item)
        told = {sentence for item in items for sentence in item.evidence}
        cite = tuple(i for i in cite if chunk.sentences[i] not in told)
    return tuple(sorted(items, key=lambda item: item.evidence[0].span))


def _item(chunk: Chunk, index: int, row: Any) -> Item:  # noqa: ANN401 - a model made per request
    cited = sorted({int(name[1:]) - 1 for name in row.evidence})
    return Item(
        id=f"{chunk.id}/{index}",
        kind=Kind(row.kind),
        theme=Theme(row.theme),
        zh=row.zh,
        en=row.en,
        evidence=tuple(chunk.sentences[i] for i in cited),
        section=chunk.section,
    )
