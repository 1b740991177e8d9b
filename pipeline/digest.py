"""Owns the parts of a brief that are written about the whole report: its name in English, and the summary.

The summary is written from checked items only, and every sentence of it is checked like an item: against the
sentences that its items rest on.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pipeline.glossary import Glossary
from pipeline.llm import Ask, Asker
from pipeline.prompts import PromptSet
from pipeline.review import Checked
from pipeline.weigh import weight
from schemas.extraction import names_model, summary_model
from schemas.item import Item, Kind, Theme
from schemas.report import Report

NAME_CHARS = 200
SHARES = {Kind.ACHIEVEMENT: 0.5, Kind.SHORTCOMING: 0.2, Kind.PLAN: 0.3}
"""Of the items that the summary is written from, the share kept free for each kind."""


class Names(NamedTuple):
    """Title and issuer in English; empty when the report has none."""

    title: str
    issuer: str


class Digest(NamedTuple):
    """One summary sentence as an Item (so that the check reads it like one) and the ids of the items behind it."""

    item: Item
    sources: tuple[str, ...]


async def ask_names(
    report: Report, source: str, asker: Asker, prompts: PromptSet, glossary: Glossary
) -> Names:
    """The English title and issuer.

    Raises:
        ModelError: the model gave no usable answer.
    """
    title = report.title.value if report.title else ""
    issuer = report.issuer.value if report.issuer else ""
    if not title and not issuer:
        return Names("", "")
    answer: Any = await asker.ask(
        Ask(
            where=f"{source} head",
            system=prompts.render("system.md"),
            user=prompts.render(
                "names.md", title=title, issuer=issuer, terms=glossary.terms_in(f"{title}\n{issuer}")
            ),
            answer=names_model(longest=NAME_CHARS),
            max_tokens=prompts.limits.max_tokens,
            temperature=prompts.temperature,
            seed=prompts.seed,
        )
    )
    return Names(answer.title if title else "", answer.issuer if issuer else "")


def choose_for_summary(checked: Sequence[Checked], most: int) -> tuple[Checked, ...]:
    """Up to `most` items without any doubt, the weightiest of each kind, in reading order."""
    sound = [c for c in checked if c.cost == 0]
    chosen: list[Checked] = []
    for kind, share in SHARES.items():
        of_kind = sorted((c for c in sound if c.item.kind is kind), key=lambda c: -weight(c.item.zh))
        chosen += of_kind[: max(1, round(most * share))]
    return tuple(c for c in sound if c in chosen)


async def ask_summary(
    report: Report,
    checked: Sequence[Checked],
    source: str,
    asker: Asker,
    prompts: PromptSet,
) -> tuple[Digest, ...]:
    """Sentences of the summary, not yet checked; none when no item is without doubt.

    Raises:
        ModelError: the model gave no usable answer.
    """
    chosen = choose_for_summary(checked, prompts.limits.summary_items)
    if not chosen:
        return ()
    limits = prompts.limits
    by_id = {str(n): c.item for n, c in enumerate(chosen, 1)}
    most = min(limits.summary, len(chosen))
    answer: Any = await asker.ask(
        Ask(
            where=f"{source} summary",
            system=prompts.render("system.md"),
            user=prompts.render(
                "summary.md",
                title=report.title.value if report.title else source,
                items=[{"id": n, "kind": i.kind.value, "zh": i.zh, "en": i.en} for n, i in by_id.items()],
            ),
            answer=summary_model(
                list(by_id),
                fewest=min(most, 3),
                most=most,
                evidence=2,
                zh_chars=limits.zh_chars,
                en_chars=limits.en_chars,
            ),
            max_tokens=limits.max_tokens,
            temperature=prompts.temperature,
            seed=prompts.seed,
        )
    )
    digests: list[Digest] = []
    for row in answer.sentences:
        items = [by_id[i.value] for i in dict.fromkeys(row.items)]
        evidence = sorted({s for item in items for s in item.evidence}, key=lambda s: s.span)
        whole = Item(
            id=f"summary/{len(digests)}",
            kind=items[0].kind,
            theme=Theme.OTHER,
            zh=row.zh,
            en=row.en,
            evidence=tuple(evidence),
            section=items[0].section,
        )
        digests.append(Digest(whole, tuple(item.id for item in items)))
    return tuple(digests)
