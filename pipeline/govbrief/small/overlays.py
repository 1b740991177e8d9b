"""Owns the models that the LLM fills; docstrings and descriptions here are prompt text, so review them as prompts.

Every response model is built for one request: closed sets of ids, bounded lists, and string patterns that a grammar
can enforce (`schemas/patterns.py`).
"""

from collections.abc import Sequence
from types import GenericAlias
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, create_model

from govbrief.small.grammar import (
    Slot,
    chinese_pattern,
    english_label_pattern,
    english_name_pattern,
    english_pattern,
    locked_chinese_pattern,
    locked_english_pattern,
)
from govbrief_schemas.item import Kind, Theme


class _Answer(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, regex_engine="python-re"
    )


def _one_of(values: Sequence[str]) -> Any:  # noqa: ANN401 - a type made at run time
    return Literal[tuple(values)]


def _list(of: Any, *, fewest: int, most: int, about: str = "") -> Any:  # noqa: ANN401 - a field made at run time
    return GenericAlias(list, (of,)), Field(min_length=fewest, max_length=most, description=about or None)


def _rows(models: Sequence[type[BaseModel]]) -> Any:  # noqa: ANN401 - a field made at run time
    return GenericAlias(tuple, tuple(models)), ...


def _matching(pattern: str, about: str) -> Any:  # noqa: ANN401 - a field made at run time
    return str, Field(pattern=pattern, description=about)


def _model(name: str, **fields: Any) -> type[BaseModel]:  # noqa: ANN401 - fields made at run time
    return create_model(name, __base__=_Answer, **fields)


ZH = "the item in Chinese"
EN = "faithful English translation of zh"


def zh_field(slot: Slot) -> Any:  # noqa: ANN401 - a field made at run time
    """The Chinese of one item as a field of an answer."""
    if slot.numbers is not None:
        return _matching(locked_chinese_pattern(slot.zh_chars, slot.numbers, latin=slot.latin), ZH)
    return _matching(chinese_pattern(slot.zh_chars, latin=slot.latin), ZH)


def en_field(slot: Slot, kind: Kind | None, *, sentences: int = 1) -> Any:  # noqa: ANN401 - a field made at run time
    """The English of one item as a field of an answer, in up to `sentences` sentences where numbers are free.

    Its form follows from `kind`; None where the model chooses the kind.
    """
    if slot.numbers is not None:
        return _matching(locked_english_pattern(slot, kind), EN)
    return _matching(english_pattern(slot.en_chars, future=kind is Kind.PLAN, sentences=sentences), EN)


def _item_model(name: str, slot: Slot, kinds: Sequence[Kind]) -> type[BaseModel]:
    kind = kinds[0] if len(kinds) == 1 else None
    written: dict[str, Any] = {}
    if "zh" in slot.languages:
        written["zh"] = zh_field(slot)
    if "en" in slot.languages:
        written["en"] = en_field(slot, kind)
    return _model(
        name,
        evidence=_list(
            _one_of(slot.sentences),
            fewest=1,
            most=slot.evidence,
            about="ids of the sentences that this item rests on",
        ),
        kind=(_one_of([k.value for k in kinds]), Field(description="what the item reports")),
        **written,
        # last, so that the model has written the item before it sorts it
        theme=(_one_of([t.value for t in slot.themes]), Field(description="the closest theme")),
    )


def each_model(slots: Sequence[Slot], kinds: Sequence[Kind]) -> type[BaseModel]:
    """The answer to one chunk when every chosen sentence becomes one item: `items`, in the order of `slots`.

    The grammar fixes which sentence each item rests on, so a small model can neither skip one nor tell one twice.
    """
    return _model("Items", items=_rows([_item_model(f"Item{s.sentences[0]}", s, kinds) for s in slots]))


def english_model(slot: Slot, kind: Kind, *, sentences: int = 1) -> type[BaseModel]:
    """A translation: `en`, in up to `sentences` sentences."""
    return _model("English", en=en_field(slot, kind, sentences=sentences))


def names_model(*, longest: int) -> type[BaseModel]:
    """The head of a brief in English: `title` and `issuer`, neither of them a sentence."""
    pattern = english_name_pattern(longest)
    return _model(
        "Names",
        title=_matching(pattern, "the report's title in English"),
        issuer=_matching(pattern, "the issuer's name in English"),
    )


class Term(NamedTuple):
    """What the grammar fixes of one measure of the key figures."""

    zh: str
    en_chars: int
    begins: str = ""
    """Words that the English begins with; left to begin as it likes, a small model makes a command of most terms."""


def measures_model(terms: Sequence[Term]) -> type[BaseModel]:
    """What each key figure counts: `measures`, one for each of `terms`, with `zh` (the term) and `en`.

    The grammar keeps digits out of `en`: the figure itself is printed from its Quantity.
    """
    return _model(
        "Measures",
        measures=_rows([
            _model(
                f"Measure{n}",
                zh=(_one_of([term.zh]), ...),
                en=_matching(
                    english_label_pattern(term.en_chars, term.begins), "zh in English, a noun phrase"
                ),
            )
            for n, term in enumerate(terms, 1)
        ]),
    )


class Group(NamedTuple):
    """What the grammar fixes of one summary sentence: the items that it joins, and its length."""

    items: tuple[str, ...]
    zh_chars: int
    en_chars: int
    latin: bool = True
    """Whether the items' Chinese holds Latin letters."""


def summary_model(groups: Sequence[Group]) -> type[BaseModel]:
    """The summary: `sentences`, one for each group, with `items` (the group's ids), `zh` and `en`."""
    about = "ids of the items that this sentence joins"
    return _model(
        "Summary",
        sentences=_rows([
            _model(
                f"Sentence{n}",
                items=_list(
                    _one_of(group.items), fewest=len(group.items), most=len(group.items), about=about
                ),
                zh=_matching(chinese_pattern(group.zh_chars, latin=group.latin), ZH),
                en=_matching(english_pattern(group.en_chars), EN),
            )
            for n, group in enumerate(groups, 1)
        ]),
    )


def _samples() -> tuple[type[BaseModel], ...]:
    """Every answer class, built with sample bounds: part of a set's identity."""
    locked = Slot(("S1",), tuple(Theme), 9, 9, latin=False, numbers=("n1",))
    return (
        each_model([locked], list(Kind)),
        *(english_model(locked, kind, sentences=2) for kind in Kind),
        names_model(longest=9),
        measures_model([Term("1", 9), Term("2", 9, "Number of ")]),
        summary_model([Group(("1",), 9, 9, latin=False)]),
    )


SAMPLES = _samples()
"""The classes of all answers."""
