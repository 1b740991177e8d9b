"""Owns what is written about the whole report: its name in English, the summary, the figures' wording.

The summary is written from checked items only, and every sentence of it is checked like an item: against the
sentences that its items rest on.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from govbrief.checking.check import check_pair
from govbrief.numbers.units import load_units
from govbrief.small.form import limits_of
from govbrief.small.overlays import Group, Term, measures_model, names_model, summary_model
from govbrief.small.room import bounds, has_latin
from govbrief.write.method import Checked, cost
from govbrief.write.weigh import weight
from govbrief.write.writer import Writer
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Figure
from govbrief_schemas.finding import Finding
from govbrief_schemas.item import Item, Kind, Theme
from govbrief_schemas.quantity import QuantityKind
from govbrief_schemas.report import Report

NAME_CHARS = 200
NAMED = {"人": "Number of people ", "次": "Number of times "}
"""Units whose pieces English calls by name; the others are named by what is counted."""
SHARES = {Kind.ACHIEVEMENT: 0.5, Kind.SHORTCOMING: 0.2, Kind.PLAN: 0.3}
"""Of the items that the summary is written from, the share kept free for each kind."""


class Names(NamedTuple):
    """Title and issuer in English; empty when the report has none."""

    title: str
    issuer: str


class Digest(NamedTuple):
    """One summary sentence as an Item, so that the check reads it like one, and the items behind it."""

    item: Item
    sources: tuple[Item, ...]

    def verbatim(self) -> "Digest":
        """The sentence in the words of its first item, which the check has found sound."""
        first = self.sources[0]
        return Digest(replace(self.item, zh=first.zh, en=first.en, evidence=first.evidence), (first,))


async def ask_names(report: Report, writer: Writer) -> tuple[Names, tuple[Finding, ...]]:
    """The English title and issuer, and the findings on them; asked again while a number of the title is missing.

    Raises:
        ModelError: the model gave no usable answer.
    """
    title = report.title.value if report.title else ""
    issuer = report.issuer.value if report.issuer else ""
    findings: tuple[Finding, ...] = ()
    names = Names("", "")
    for _ in range(writer.prompts.limits.reasks + 1 if title or issuer else 0):
        answer: Any = await writer.ask(
            "head",
            "names.md",
            names_model(longest=NAME_CHARS),
            about=f"{title}\n{issuer}",
            title=title,
            issuer=issuer,
            complaints=[f"{names.title}: {f.message}" for f in findings],
        )
        names = Names(answer.title if title else "", answer.issuer if issuer else "")
        findings = check_pair(title, names.title) if title else ()
        if not findings:
            break
    return names, findings


def choose_for_summary(checked: Sequence[Checked], most: int) -> tuple[Checked, ...]:
    """Up to `most` items without any doubt: the weightiest of each kind, achievements first, in reading order."""
    sound = [c for c in checked if cost(c.findings) == 0]
    chosen: list[Checked] = []
    for kind, share in SHARES.items():
        of_kind = sorted((c for c in sound if c.item.kind is kind), key=lambda c: -weight(c.item.zh))
        best = of_kind[: max(1, round(most * share))]
        chosen += sorted(best, key=lambda c: c.item.evidence[0].span)
    return tuple(chosen)


async def ask_summary(checked: Sequence[Checked], writer: Writer) -> tuple[Digest, ...]:
    """Sentences of the summary, not yet checked; none when no item is without doubt.

    Raises:
        ModelError: the model gave no usable answer.
    """
    limits = limits_of(writer.prompts)
    by_id = {str(n): c.item for n, c in enumerate(choose_for_summary(checked, limits.summary), 1)}
    if not by_id:
        return ()
    groups = [Group((n,), *bounds(i.zh, writer.prompts), latin=has_latin(i.zh)) for n, i in by_id.items()]
    answer: Any = await writer.ask(
        "summary",
        "summary.md",
        summary_model(groups),
        about="".join(i.zh for i in by_id.values()),
        items=[{"id": n, "kind": i.kind.value, "zh": i.zh, "en": i.en} for n, i in by_id.items()],
    )
    return tuple(_digest(n, [by_id[i] for i in row.items], row) for n, row in enumerate(answer.sentences))


def _digest(index: int, items: Sequence[Item], row: Any) -> Digest:  # noqa: ANN401 - a model made per request
    evidence = sorted({s for item in items for s in item.evidence}, key=lambda s: s.span)
    whole = Item(
        id=f"summary/{index}",
        kind=items[0].kind,
        theme=Theme.OTHER,
        zh=row.zh,
        en=row.en,
        evidence=tuple(evidence),
        section=items[0].section,
    )
    return Digest(whole, tuple(items))


async def ask_measures(figures: Sequence[Figure], writer: Writer) -> tuple[Figure, ...]:
    """The figures with their measures in English: noun phrases that the grammar keeps free of digits.

    Raises:
        ModelError: the model gave no usable answer.
    """
    if not figures:
        return ()
    distinct = {figure.measure.zh: figure for figure in figures}.values()
    # what is alike side by side: the model carries the words of one term on to the next
    terms = sorted((_term(figure, writer) for figure in distinct), key=lambda term: term.begins)
    names = [term.zh for term in terms]
    answer: Any = await writer.ask(
        "figures", "measures.md", measures_model(terms), about="\n".join(names), measures=names
    )
    english = {
        row.zh: _whole_or_cut(row.en, term.en_chars) for row, term in zip(answer.measures, terms, strict=True)
    }
    return tuple(
        f.model_copy(update={"measure": Bilingual(zh=f.measure.zh, en=english[f.measure.zh])})
        for f in figures
    )


def _term(figure: Figure, writer: Writer) -> Term:
    unit = load_units().by_name.get(figure.unit)
    counted = unit is not None and unit.kind is QuantityKind.COUNT
    begins = NAMED.get(figure.unit, "Number of " if counted else "")
    return Term(figure.measure.zh, bounds(figure.measure.zh, writer.prompts)[1], begins)


def _whole_or_cut(words: str, longest: int) -> str:
    """A noun phrase that ran into its limit is shown as cut off."""
    return words.strip() if len(words) < longest else f"{words.rstrip(' ,')}…"
