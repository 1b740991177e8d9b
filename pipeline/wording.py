"""Owns the requests that word one item: its English, or both languages, with what was wrong before."""

from collections.abc import Sequence

from pipeline.draft import Draft
from pipeline.room import slot
from pipeline.writer import Writer
from schemas.extraction import english_model, pair_model
from schemas.item import Kind

LONG_CHARS = 50
"""Of the source, for each further English sentence that is allowed: held to one, the model drops figures."""


async def ask_english(draft: Draft, complaints: Sequence[str], writer: Writer) -> str:
    """The English for the draft's Chinese, as answered; `complaints` say what is wrong with the one it has.

    Raises:
        ModelError: the model gave no usable answer.
    """
    shape = slot(draft.source, writer.prompts)
    future = draft.item.kind is Kind.PLAN
    answer = await writer.ask(
        draft.item.id,
        "translate.md",
        english_model(shape, future=future, sentences=_sentences(draft)),
        about=draft.source.text,
        zh=draft.zh,
        en=draft.en,
        kind=draft.item.kind.value,
        complaints=complaints,
    )
    return str(answer.en)


async def ask_both(draft: Draft, complaints: Sequence[str], writer: Writer) -> tuple[str, str]:
    """Chinese and English of the draft written again, as answered.

    Raises:
        ModelError: the model gave no usable answer.
    """
    shape = slot(draft.source, writer.prompts)
    future = draft.item.kind is Kind.PLAN
    answer = await writer.ask(
        draft.item.id,
        "again.md",
        pair_model(shape, future=future, sentences=_sentences(draft)),
        about=draft.source.text,
        sentences=[draft.source.text],
        zh=draft.zh,
        en=draft.en,
        kind=draft.item.kind.value,
        complaints=complaints,
    )
    return str(answer.zh), str(answer.en)


def _sentences(draft: Draft) -> int:
    return 1 + min(3, len(draft.source.text) // LONG_CHARS)
