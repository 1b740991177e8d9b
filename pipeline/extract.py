"""Owns Chunk to Items: which sentences may be cited, what is asked, and how an answer becomes Items; must not know regex results."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from pipeline.glossary import Glossary
from pipeline.llm import Ask, Asker
from pipeline.prompts import PromptSet
from pipeline.weigh import weightiest
from schemas.extraction import items_model
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
    """The request for the items of `chunk` that rest on its sentences `cite`."""
    limits = prompts.limits
    ids = [f"S{i + 1}" for i in range(len(chunk.sentences))]
    kinds = KINDS[chunk.role]
    shown = "".join(s.text for s in chunk.sentences)
    return Ask(
        where=where,
        system=prompts.render("system.md"),
        user=prompts.render(
            "chunk.md",
            path=chunk.heading_path,
            sentences=[{"id": i, "text": s.text} for i, s in zip(ids, chunk.sentences, strict=True)],
            cite=[ids[i] for i in cite],
            kinds=[k.value for k in kinds],
            most=len(cite),
            terms=glossary.terms_in(shown),
        ),
        answer=items_model(
            [ids[i] for i in cite],
            kinds,
            fewest=len(cite) if chunk.role is Role.SHORTCOMING else 0,
            most=len(cite),
            evidence=limits.evidence,
            zh_chars=limits.zh_chars,
            en_chars=limits.en_chars,
        ),
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
    numbers = count()
    items: list[Item] = []
    seen: set[tuple[str, ...]] = set()
    for _ in range(2 if chunk.role is Role.SHORTCOMING else 1):
        if not cite:
            break
        where = f"{source} {chunk.id}"
        answer = await asker.ask(ask_items(chunk, cite, where, prompts, glossary))
        for row in answer.items:
            evidence = tuple(sorted({e.value for e in row.evidence}, key=lambda name: int(name[1:])))
            if evidence in seen or row.zh in {i.zh for i in items}:
                continue
            seen.add(evidence)
            items.append(_item(chunk, next(numbers), evidence, row))
        cited = {int(name[1:]) - 1 for names in seen for name in names}
        cite = tuple(i for i in cite if i not in cited)
    return tuple(sorted(items, key=lambda item: item.evidence[0].span))


def _item(chunk: Chunk, index: int, evidence: Sequence[str], row: Any) -> Item:  # noqa: ANN401 - a model made per request
    return Item(
        id=f"{chunk.id}/{index}",
        kind=Kind(row.kind.value),
        theme=Theme(row.theme.value),
        zh=row.zh,
        en=row.en,
        evidence=tuple(chunk.sentences[int(name[1:]) - 1] for name in evidence),
        section=chunk.section,
    )
