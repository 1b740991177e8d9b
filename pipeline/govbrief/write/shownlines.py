"""Owns the way between sentences and a model: how they are shown and numbered, and how a line comes back as an Item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from govbrief.write.desk import Desk
from govbrief_schemas.answers import ItemAnswer, Text
from govbrief_schemas.bilingual import Bilingual
from govbrief_schemas.brief import Failure
from govbrief_schemas.item import NOTHING, Item, Kind, Theme
from govbrief_schemas.report import Chunk, Outline, Sentence

THEMES = tuple(theme.value for theme in Theme)
"""What an answer may say that a line is about."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Sentences as one request shows them."""

    sections: tuple[Mapping[str, Any], ...]
    """For the template: `path`, `role`, `speaker` and `sentences` with `id` and `text` of each."""
    by_id: Mapping[str, Sentence]
    """`S1` to `Sn`, in reading order."""
    section_of: Mapping[str, int]
    """Index into `Outline.sections`."""

    @property
    def text(self) -> str:
        """All sentences together: what the terms are looked for in."""
        return "".join(sentence.text for sentence in self.by_id.values())


def numbered(chunks: Sequence[Chunk], outline: Outline, only: frozenset[Sentence] | None = None) -> Numbered:
    """The sentences of `chunks` with ids; with `only`, none but these."""
    by_id: dict[str, Sentence] = {}
    section_of: dict[str, int] = {}
    sections: list[Mapping[str, Any]] = []
    for chunk in chunks:
        rows: list[dict[str, str]] = []
        for sentence in chunk.sentences:
            if only is not None and sentence not in only:
                continue
            ident = f"S{len(by_id) + 1}"
            by_id[ident], section_of[ident] = sentence, chunk.section
            rows.append({"id": ident, "text": sentence.text})
        if rows:
            sections.append({
                "path": chunk.heading_path,
                "role": chunk.role.value,
                "speaker": outline.sections[chunk.section].speaker,
                "sentences": rows,
            })
    return Numbered(tuple(sections), by_id, section_of)


def as_item(ident: str, row: ItemAnswer, shown: Numbered) -> Item | None:
    """The line as an Item that rests on the sentences it names; None where it names none, or lacks a language."""
    cited = [name for name in shown.by_id if name in row.sentences]
    if not cited or not row.zh.strip() or not row.en.strip():
        return None
    evidence = tuple(shown.by_id[name] for name in cited)
    return worded(Item(ident, Kind(row.kind), Theme.OTHER, "", "", evidence, shown.section_of[cited[0]]), row)


def as_items(desk: Desk, what: str, prefix: str, rows: Sequence[ItemAnswer], shown: Numbered) -> list[Item]:
    """The lines of an answer as Items; one that rests on nothing shown is left out, and the brief says so."""
    made = [(row, as_item(f"{prefix}/{n}", row, shown)) for n, row in enumerate(rows)]
    lost = [row for row, item in made if item is None and (row.zh.strip() or row.en.strip())]
    if lost:
        told, cites = one_line(lost[0].zh or lost[0].en)[:40], ", ".join(lost[0].sentences)
        desk.failures.append(
            Failure(
                section=what,
                reason=f"{len(lost)} of {len(rows)} lines name no sentence that was shown, or lack a language:"
                f" {told} (cites {cites or 'nothing'})",
                reason_zh=f"{len(rows)}条中有{len(lost)}条未引用所示句子或缺一种语言：{told}（引用{cites or '无'}）",
            )
        )
    return [item for _, item in made if item is not None]


def worded(item: Item, row: ItemAnswer) -> Item:
    """`item` with the words of `row`; its evidence stays."""
    return Item(
        id=item.id,
        kind=Kind(row.kind),
        theme=_theme(row.theme),
        zh=one_line(row.zh),
        en=one_line(row.en),
        evidence=item.evidence,
        section=item.section,
        actor=both(row.actor),
        cause=both(row.cause) if row.kind == "shortcoming" else NOTHING,
        target=both(row.target) if row.kind == "plan" else NOTHING,
        by=both(row.by) if row.kind == "plan" else NOTHING,
    )


MOST_SENTENCES = 8
"""Sentences that a joined line may rest on: a line that needs more says nothing in particular."""


def joined(items: Sequence[Item]) -> Item:
    """The first item, resting on the sentences of all."""
    evidence = sorted({s for item in items for s in item.evidence}, key=lambda s: s.span)
    return replace(items[0], evidence=tuple(evidence[:MOST_SENTENCES]))


def both(text: Text | None) -> Bilingual:
    """The text as a value; nothing where one language says nothing, because half of it cannot be checked."""
    if text is None or not text.zh.strip() or not text.en.strip():
        return NOTHING
    return Bilingual(zh=one_line(text.zh), en=one_line(text.en))


def one_line(text: str) -> str:
    """The text on one line, outer blanks gone."""
    return " ".join(text.split())


def as_row(item: Item) -> dict[str, Any]:
    """The item as a request shows it."""
    row: dict[str, Any] = {"id": item.id, "kind": item.kind.value, "theme": item.theme.value}
    row |= {"zh": item.zh, "en": item.en}
    asides = {name: getattr(item, name) for name in ("actor", "cause", "target", "by")}
    return row | {name: {"zh": part.zh, "en": part.en} if part else None for name, part in asides.items()}


def _theme(name: str) -> Theme:
    try:
        return Theme(name.strip())
    except ValueError:
        return Theme.OTHER
