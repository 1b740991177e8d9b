"""Owns the requests that word one item: its English, or both languages, with what was wrong before."""

from collections.abc import Sequence
from typing import Any

from govbrief.numbers.locks import Locked
from govbrief.small.draft import Draft
from govbrief.small.overlays import english_model
from govbrief.small.parts import as_sentence, cut_parts
from govbrief.small.room import slot
from govbrief.write.writer import Writer

LONG_CHARS = 50
"""Of the source, for each further English sentence that is allowed: held to one, the model drops figures."""

MIN_HALF = 30
"""Characters that a piece may have in any case when a sentence is translated in pieces."""


async def ask_english(draft: Draft, complaints: Sequence[str], writer: Writer) -> str:
    """The English for the draft's Chinese, as answered; `complaints` say what is wrong with the one it has.

    Raises:
        ModelError: the model gave no usable answer.
    """
    form = slot(draft.source, writer.prompts)._replace(places=writer.places(draft.source.text))
    answer: Any = await writer.ask(
        draft.item.id,
        "translate.md",
        english_model(form, draft.item.kind, sentences=_sentences(draft)),
        about=draft.source.text,
        zh=draft.zh,
        en=draft.en,
        kind=draft.item.kind.value,
        complaints=complaints,
    )
    return str(answer.en)


async def ask_in_pieces(draft: Draft, writer: Writer) -> str | None:
    """The English of the draft's halves, each from a request of its own; None when it has no place to cut.

    What a small model drops from a long sentence it keeps in a short one.

    Raises:
        ModelError: the model gave no usable answer.
    """
    pieces = [
        as_sentence(p) for p in cut_parts(draft.source.text, max(MIN_HALF, len(draft.source.text) // 2 + 1))
    ]
    if len(pieces) == 1:
        return None
    told = []
    for piece in pieces:
        locks = tuple(lock for lock in draft.source.locks if f"{{{lock.name}}}" in piece)
        told.append(await ask_english(Draft(draft.item, Locked(piece, locks), piece, ""), (), writer))
    return " ".join(told)


def _sentences(draft: Draft) -> int:
    return 1 + min(3, len(draft.source.text) // LONG_CHARS)
