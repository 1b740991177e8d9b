"""Owns the models that the LLM fills; docstrings and descriptions here are prompt text, so review them as prompts.

Every response model is built for one request: closed sets of ids, bounded lists, and string patterns that a grammar
can enforce. Patterns leave out the quotation mark, the backslash and control characters, because a grammar applies
them inside the JSON string; typographic quotation marks are admitted, so that a title or a quote does not end the
sentence. A full stop inside an English sentence must be followed by a digit: a small model pads a translation with
sentences of its own, and this leaves it no second one.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, create_model

from schemas.item import Kind, Theme

_ENGLISH = r"([ #-\-/-Z\[\]_a-~“”‘’–—]|[0-9]\.[0-9])"
_ENGLISH_LABEL = r"[ &-)+-\-/A-Za-z“”‘’–—]"
_CHINESE = r"[^\"\\‘’\x00-\x1f]"
_CHINESE_NO_LATIN = r"[^A-Za-z\"\\‘’\x00-\x1f]"


def english_pattern(longest: int, *, future: bool = False) -> str:
    """One English sentence of at most `longest` characters, ASCII and typographic quotation marks only.

    With `future` something "will" happen, so that a plan is not told as done or as a command.
    """
    if future:
        return rf"^(The|It|They|By|In|A|An|All|More|Each) {_ENGLISH}{{0,70}}will {_ENGLISH}{{8,{longest}}}\.$"
    return rf"^[A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}\.$"


def chinese_pattern(longest: int, *, latin: bool = True) -> str:
    """One Chinese sentence of at most `longest` characters that ends in a full stop.

    Without `latin` (where the source has none) it cannot drift into English.
    """
    return rf"^{_CHINESE if latin else _CHINESE_NO_LATIN}{{4,{longest}}}[。！？]$"


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _one_of(values: Sequence[str]) -> Any:  # noqa: ANN401 - a type made at run time
    return Literal[tuple(values)]


def _item_model(  # noqa: PLR0913 - the bounds of one item, each named at the call
    name: str,
    ids: Sequence[str],
    kinds: Sequence[Kind],
    themes: Sequence[Theme],
    *,
    evidence: int,
    zh_chars: int,
    en_chars: int,
    latin: bool = True,
) -> type[BaseModel]:
    future = tuple(kinds) == (Kind.PLAN,)
    return create_model(
        name,
        __base__=_Answer,
        evidence=(
            Annotated[list[_one_of(ids)], Field(min_length=1, max_length=evidence)],
            Field(description="ids of the sentences that this item rests on"),
        ),
        kind=(_one_of([k.value for k in kinds]), Field(description="what the item reports")),
        zh=(str, Field(pattern=chinese_pattern(zh_chars, latin=latin), description="the item in Chinese")),
        en=(
            str,
            Field(pattern=english_pattern(en_chars, future=future), description="faithful English translation of zh"),
        ),
        # last, so that the model has written the item before it sorts it
        theme=(_one_of([t.value for t in themes]), Field(description="the closest theme")),
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
    item = _item_model(
        "Item", ids, kinds, tuple(Theme), evidence=evidence, zh_chars=zh_chars, en_chars=en_chars
    )
    return create_model(
        "Items",
        __base__=_Answer,
        items=(Annotated[list[item], Field(min_length=fewest, max_length=most)], ...),  # type: ignore[valid-type]  # made above
    )


class Slot(NamedTuple):
    """What the grammar fixes of one item: the sentence it tells, the themes to choose from, and its length."""

    sentence: str
    themes: tuple[Theme, ...]
    zh_chars: int
    en_chars: int
    latin: bool
    """Whether the sentence holds Latin letters."""


def each_model(slots: Sequence[Slot], kinds: Sequence[Kind]) -> type[BaseModel]:
    """The answer to one chunk when every chosen sentence becomes one item: `items`, in the order of `slots`.

    The grammar fixes which sentence each item rests on, so a small model can neither skip one nor tell one twice.
    """
    rows = tuple(
        _item_model(
            f"Item{slot.sentence}",
            [slot.sentence],
            kinds,
            slot.themes,
            evidence=1,
            zh_chars=slot.zh_chars,
            en_chars=slot.en_chars,
            latin=slot.latin,
        )
        for slot in slots
    )
    return create_model("Items", __base__=_Answer, items=(tuple[rows], ...))  # type: ignore[valid-type]  # made above


def pair_model(
    *, zh_chars: int, en_chars: int, latin: bool = True, future: bool = False
) -> type[BaseModel]:
    """One item written again: `zh` and `en`."""
    return create_model(
        "Pair",
        __base__=_Answer,
        zh=(str, Field(pattern=chinese_pattern(zh_chars, latin=latin), description="the item in Chinese")),
        en=(
            str,
            Field(pattern=english_pattern(en_chars, future=future), description="faithful English translation of zh"),
        ),
    )


def english_model(*, en_chars: int, future: bool = False) -> type[BaseModel]:
    """A translation written again: `en`."""
    return create_model(
        "English",
        __base__=_Answer,
        en=(
            str,
            Field(pattern=english_pattern(en_chars, future=future), description="faithful English translation"),
        ),
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


def measures_model(terms: Sequence[str], *, longest: int) -> type[BaseModel]:
    """What each key figure counts: `measures`, one for each of `terms`, with `zh` (the term) and `en`.

    The grammar keeps digits out of `en`: the figure itself is printed from its Quantity.
    """
    pattern = rf"^[A-Z]{_ENGLISH_LABEL}{{3,{longest}}}$"
    rows = tuple(
        create_model(
            f"Measure{n}",
            __base__=_Answer,
            zh=(_one_of([term]), ...),
            en=(str, Field(pattern=pattern, description="zh in English, a noun phrase")),
        )
        for n, term in enumerate(terms, 1)
    )
    return create_model("Measures", __base__=_Answer, measures=(tuple[rows], ...))  # type: ignore[valid-type]  # made above


def summary_model(groups: Sequence[Sequence[str]], *, zh_chars: int, en_chars: int) -> type[BaseModel]:
    """The summary: `sentences`, one for each group of item ids, with `items` (the group's ids), `zh` and `en`."""
    rows = tuple(
        create_model(
            f"Sentence{n}",
            __base__=_Answer,
            items=(
                Annotated[list[_one_of(ids)], Field(min_length=len(ids), max_length=len(ids))],
                Field(description="ids of the items that this sentence joins"),
            ),
            zh=(str, Field(pattern=chinese_pattern(zh_chars), description="the sentence in Chinese")),
            en=(str, Field(pattern=english_pattern(en_chars), description="faithful English translation of zh")),
        )
        for n, ids in enumerate(groups, 1)
    )
    return create_model("Summary", __base__=_Answer, sentences=(tuple[rows], ...))  # type: ignore[valid-type]  # made above
