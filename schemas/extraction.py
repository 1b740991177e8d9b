"""Owns the models that the LLM fills; docstrings and descriptions here are prompt text, so review them as prompts.

Every response model is built for one request: closed sets of ids, bounded lists, and string patterns that a grammar
can enforce. Patterns leave out the quotation mark, the backslash and control characters, because a grammar applies
them inside the JSON string; typographic quotation marks are admitted, so that a title or a quote does not end the
sentence.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from schemas.item import Kind, Theme

_ENGLISH = r"[ !#-\[\]-~“”‘’–—]"
_CHINESE = r"[^\"\\\x00-\x1f]"


def english_pattern(longest: int) -> str:
    """One English sentence of at most `longest` characters: ASCII and typographic quotation marks only."""
    return rf"^[A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}[.!?]$"


def chinese_pattern(longest: int) -> str:
    """One Chinese sentence of at most `longest` characters that ends in a full stop."""
    return rf"^{_CHINESE}{{4,{longest}}}[。！？]$"


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _one_of(name: str, values: Sequence[str]) -> Any:  # noqa: ANN401 - a class made at run time
    return Enum(name, {f"v{i}": value for i, value in enumerate(values)}, type=str)


def _item_model(
    name: str, ids: Sequence[str], kinds: Sequence[Kind], *, evidence: int, zh_chars: int, en_chars: int
) -> type[BaseModel]:
    return create_model(
        name,
        __base__=_Answer,
        evidence=(
            Annotated[list[_one_of("SentenceId", ids)], Field(min_length=1, max_length=evidence)],
            Field(description="ids of the sentences that this item rests on"),
        ),
        kind=(_one_of("Kind", [k.value for k in kinds]), Field(description="what the item reports")),
        zh=(str, Field(pattern=chinese_pattern(zh_chars), description="the item in Chinese")),
        en=(str, Field(pattern=english_pattern(en_chars), description="faithful English translation of zh")),
        # last, so that the model has written the item before it sorts it
        theme=(_one_of("Theme", [t.value for t in Theme]), Field(description="the closest theme")),
    )


def items_model(
    ids: Sequence[str],
    kinds: Sequence[Kind],
    *,
    fewest: int,
    most: int,
    evidence: int,
    zh_chars: int,
    en_chars: int,
) -> type[BaseModel]:
    """The answer to one chunk when the model chooses: `items`, between `fewest` and `most` of them.

    Each item has `evidence` (one to `evidence` of `ids`), `kind` (one of `kinds`), `zh`, `en`, `theme`.
    """
    item = _item_model("Item", ids, kinds, evidence=evidence, zh_chars=zh_chars, en_chars=en_chars)
    return create_model(
        "Items",
        __base__=_Answer,
        items=(Annotated[list[item], Field(min_length=fewest, max_length=most)], ...),  # type: ignore[valid-type]  # made above
    )


def each_model(
    ids: Sequence[str], kinds: Sequence[Kind], *, zh_chars: int, en_chars: int
) -> type[BaseModel]:
    """The answer to one chunk when every sentence of `ids` becomes one item: `items`, in the order of `ids`.

    The grammar fixes which sentence each item rests on, so a small model can neither skip one nor tell one twice.
    """
    rows = tuple(
        _item_model(f"Item{name}", [name], kinds, evidence=1, zh_chars=zh_chars, en_chars=en_chars) for name in ids
    )
    return create_model("Items", __base__=_Answer, items=(tuple[rows], ...))  # type: ignore[valid-type]  # made above


def pair_model(*, zh_chars: int, en_chars: int) -> type[BaseModel]:
    """One item written again: `zh` and `en`."""
    return create_model(
        "Pair",
        __base__=_Answer,
        zh=(str, Field(pattern=chinese_pattern(zh_chars), description="the item in Chinese")),
        en=(str, Field(pattern=english_pattern(en_chars), description="faithful English translation of zh")),
    )


def english_model(*, en_chars: int) -> type[BaseModel]:
    """A translation written again: `en`."""
    return create_model(
        "English",
        __base__=_Answer,
        en=(str, Field(pattern=english_pattern(en_chars), description="faithful English translation")),
    )


def names_model(*, longest: int) -> type[BaseModel]:
    """The head of a brief in English: `title` and `issuer`, neither of them a sentence."""
    pattern = rf"^[A-Z0-9“‘]{_ENGLISH}{{2,{longest}}}$"
    return create_model(
        "Names",
        __base__=_Answer,
        title=(str, Field(pattern=pattern, description="the report's title in English")),
        issuer=(str, Field(pattern=pattern, description="the issuer's name in English")),
    )


def summary_model(
    ids: Sequence[str], *, fewest: int, most: int, evidence: int, zh_chars: int, en_chars: int
) -> type[BaseModel]:
    """The summary: `sentences`, each with the ids of the items it rests on, `zh` and `en`."""
    sentence = create_model(
        "SummarySentence",
        __base__=_Answer,
        items=(
            Annotated[list[_one_of("ItemId", ids)], Field(min_length=1, max_length=evidence)],
            Field(description="ids of the items that this sentence rests on"),
        ),
        zh=(str, Field(pattern=chinese_pattern(zh_chars), description="the sentence in Chinese")),
        en=(str, Field(pattern=english_pattern(en_chars), description="faithful English translation of zh")),
    )
    return create_model(
        "Summary",
        __base__=_Answer,
        sentences=(Annotated[list[sentence], Field(min_length=fewest, max_length=most)], ...),  # type: ignore[valid-type]  # made above
    )
