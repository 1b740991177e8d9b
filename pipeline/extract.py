"""Owns Chunk to Items: which sentences may be cited, what is asked, and how an answer becomes Items; must not know regex results."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.glossary import Glossary
from pipeline.llm import Ask, Asker
from pipeline.prompts import PromptSet
from pipeline.weigh import weightiest
from schemas.extraction import each_model, items_model
from schemas.item import Item, Kind, Theme
from schemas.report import Chunk, Role

KINDS: Mapping[Role, tuple[Kind, ...]] = {
    Role.ACHIEVEMENT: (Kind.ACHIEVEMENT,),
    Role.SHORTCOMING: (Kind.SHORTCOMING,),
    Role.PLAN: (Kind.PLAN,),
    Role.LEADERSHIP: (Kind.ACHIEVEMENT, Kind.PLAN),
    Role.OTHER: (Kind.ACHIEVEMENT, Kind.PLAN),
}
"""Kinds that a section's role admits; the response schema holds no other, so an item cannot contradict its section."""
OTHER_WEIGHT = 3.0
"""Introductions and closing words give an item only for a sentence above this weight (figures, firsts, awards)."""
SHARE = 0.7
"""Of a section's sentences, the part that may become items: a brief leaves something out."""


def citable(chunk: Chunk, most: int) -> tuple[int, ...]:
    """Indices of the sentences that items of `chunk` may rest on; every one of a shortcoming section."""
    texts = [s.text for s in chunk.sentences]
    if chunk.role is Role.SHORTCOMING:
        return tuple(range(len(texts)))
    if chunk.role is Role.OTHER:
        return weightiest(texts, min(most, 2), OTHER_WEIGHT)
    return weightiest(texts, min(most, max(1, round(len(texts) * SHARE))))


def ask_items(chunk: Chunk, cite: Sequence[int], where: str, prompts: PromptSet, glossary: Glossary) -> Ask[Any]:
    """The request for the items of `chunk` that rest on its sentences `cite`.

    Where each of them becomes an item, the others are not shown: a small model tells them under a wrong id.
    """
    limits = prompts.limits
    ids = [f"S{i + 1}" for i in range(len(chunk.sentences))]
    kinds = KINDS[chunk.role]
    bounds = {"zh_chars": limits.zh_chars, "en_chars": limits.en_chars}
    cited = [ids[i] for i in cite]
    shown = [(ids[i], chunk.sentences[i].text) for i in (cite if prompts.each else range(len(ids)))]
    fewest = len(cite) if chunk.role is Role.SHORTCOMING else 0
    return Ask(
        where=where,
        system=prompts.render("system.md"),
        user=prompts.render(
            "chunk.md",
            path=chunk.heading_path,
            sentences=[{"id": name, "text": text} for name, text in shown],
            cite=cited,
            kinds=[k.value for k in kinds],
            most=len(cite),
            terms=glossary.terms_in("".join(text for _, text in shown)),
        ),
        answer=each_model(cited, kinds, **bounds)
        if prompts.each
        else items_model(cited, kinds, fewest=fewest, most=len(cite), evidence=limits.evidence, **bounds),
        max_tokens=limits.max_tokens,
        temperature=prompts.temperature,
        seed=prompts.seed,
    )


async def extract_items(
    chunk: Chunk, source: str, asker: Asker, prompts: PromptSet, glossary: Glossary
) -> tuple[Item, ...]:
    """Items of `chunk` in reading order; a chunk without anything to cite costs no request.

    Sentences of a shortcoming section that the first answer leaves out are asked for once more, on their own.

    Raises:
        ModelError: the model gave no usable answer.
    """
    cite = citable(chunk, prompts.limits.items)
    items: list[Item] = []
    for _ in range(2 if chunk.role is Role.SHORTCOMING else 1):
        if not cite:
            break
        answer = await asker.ask(ask_items(chunk, cite, f"{source} {chunk.id}", prompts, glossary))
        for row in answer.items:
            item = _item(chunk, len(items), row)
            if not any(item.evidence == other.evidence or item.zh == other.zh for other in items):
                items.append(item)
        told = {sentence for item in items for sentence in item.evidence}
        cite = tuple(i for i in cite if chunk.sentences[i] not in told)
    return tuple(sorted(items, key=lambda item: item.evidence[0].span))


def _item(chunk: Chunk, index: int, row: Any) -> Item:  # noqa: ANN401 - a model made per request
    cited = sorted({int(name.value[1:]) - 1 for name in row.evidence})
    return Item(
        id=f"{chunk.id}/{index}",
        kind=Kind(row.kind.value),
        theme=Theme(row.theme.value),
        zh=row.zh,
        en=row.en,
        evidence=tuple(chunk.sentences[i] for i in cited),
        section=chunk.section,
    )
