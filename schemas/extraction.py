"""Owns the models that the LLM fills; docstrings and descriptions here are prompt text, so review them as prompts.

Every response model is built for one request: closed sets of ids, bounded lists, and string patterns that a grammar
can enforce. Patterns leave out the quotation mark, the backslash and control characters, because a grammar applies
them inside the JSON string; typographic quotation marks are admitted, so that a title or a quote does not end the
sentence. A full stop inside an English sentence must be followed by a digit: a small model pads a translation with
sentences of its own, and this leaves it no second one.
"""

from collections.abc import Sequence
from types import GenericAlias
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, create_model

from schemas.item import Kind, Theme

_ENGLISH = r"([ #-\-/-Z\[\]_a-~“”‘’–—]|[0-9]\.[0-9])"
_ENGLISH_WORDS = r"[ #-\-/:;?A-Z\[\]_a-z“”‘’–—]"
"""Without digits, and without the braces that stand around a placeholder."""
_ACTORS = "(city|county|district|province|region|town|government|bureau|department|court|office)"
"""Who carries out a plan; Chinese plans seldom say it."""
_CHINESE_WORDS = r"[^0-9０-９{}\"\\‘’\x00-\x1f]"
_CHINESE_WORDS_NO_LATIN = r"[^0-9０-９{}A-Za-z\"\\‘’\x00-\x1f]"
_ENGLISH_LABEL = r"[ &-)+-\-/A-Za-z“”‘’–—]"
_CHINESE = r"[^\"\\‘’\x00-\x1f]"
_CHINESE_NO_LATIN = r"[^A-Za-z\"\\‘’\x00-\x1f]"


def english_pattern(longest: int, *, future: bool = False, sentences: int = 1) -> str:
    """English of at most `longest` characters a sentence, ASCII and typographic quotation marks only.

    With `future` something "will" happen, so that a plan is not told as done or as a command.
    """
    if sentences > 1:
        first = english_pattern(longest, future=future).rstrip("$")
        return rf"{first}( [A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}\.){{0,{sentences - 1}}}$"
    if future:
        will = rf"(he {_ACTORS}|ll {_ENGLISH}{{1,40}}) will {_ENGLISH}{{8,{longest}}}"
        return rf"^((T|A){will}|(In|By) [0-9]{{4}}, (t|a){will})\.$"
    return rf"^[A-Z0-9“‘]{_ENGLISH}{{8,{longest}}}\.$"


def chinese_pattern(longest: int, *, latin: bool = True) -> str:
    """One Chinese sentence of at most `longest` characters that ends in a full stop.

    Without `latin` (where the source has none) it cannot drift into English.
    """
    return rf"^{_CHINESE if latin else _CHINESE_NO_LATIN}{{4,{longest}}}[。！？]$"


def locked_english_pattern(slot: "Slot", *, future: bool = False) -> str:
    """One English sentence without digits in which the placeholders of the slot stand between words.

    Which of them, and in what order, is left to the model: held to all of them, a small one puts a forgotten number
    anywhere. Only a date at the head of the sentence, which it forgets most, must come first. With `future` the
    sentence begins with who "will" do something: left free to begin otherwise, it is bent to the word in its middle.
    """
    names = slot.numbers or ()
    words = rf"{_words(slot)}{{0,{slot.en_chars}}}"
    name = rf"\{{({'|'.join(names)})\}}"
    after = rf"([ ,;:)’”-]{words})?"
    rest = rf"([ (“]{name}{after}){{0,{len(names)}}}" if names else ""
    will = rf"(he {_ACTORS}|ll {_ENGLISH_WORDS}{{1,40}}) will {words}"
    if slot.date_first:
        start = rf"(In|On|By|Since|During|From) \{{{slot.date_first}\}},? "
        start += rf"((t|a){will}|{name} {_ENGLISH_WORDS}{{1,40}} will {words})" if future else words
        return rf"^{start}{rest}\.$"
    if future:
        dated = rf"|(In|By) {name}, (t|a){will}" if names else ""
        return rf"^((T|A){will}{dated}){rest}\.$"
    return rf"^({name}{after}|[A-Z“‘]{words}){rest}\.$" if names else rf"^[A-Z“‘]{words}\.$"


def _words(slot: "Slot") -> str:
    return rf"({_ENGLISH_WORDS}|M(r|s)\. )" if slot.people else _ENGLISH_WORDS


def locked_chinese_pattern(longest: int, names: Sequence[str], *, latin: bool = True) -> str:
    """One Chinese sentence without digits that holds the placeholders of `names` in this order."""
    chars = _CHINESE_WORDS if latin else _CHINESE_WORDS_NO_LATIN
    words = rf"{chars}{{0,{longest}}}"
    marked = "".join(rf"\{{{name}\}}{words}" for name in names)
    return rf"^{words}{marked}[。！？]$"


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


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


class Slot(NamedTuple):
    """What the grammar fixes of one item: the sentences it may tell, the themes to choose from, and its length."""

    sentences: tuple[str, ...]
    themes: tuple[Theme, ...]
    zh_chars: int
    en_chars: int
    latin: bool = True
    """Whether the sentence holds Latin letters."""
    evidence: int = 1
    """Sentences that the item may rest on, at most."""
    numbers: tuple[str, ...] | None = None
    """Names of the placeholders that both languages hold instead of numbers; None leaves numbers free."""
    date_first: str = ""
    """Name of the placeholder of a date that the sentence begins with; the English begins with it as well."""
    people: bool = False
    """Whether the sentence names somebody (孙某), who is Mr. or Ms. in English."""
    languages: tuple[str, ...] = ("zh", "en")
    """What the model writes of the item."""


def zh_field(slot: Slot) -> Any:  # noqa: ANN401 - a field made at run time
    """The Chinese of one item as a field of an answer."""
    if slot.numbers is not None:
        return _matching(locked_chinese_pattern(slot.zh_chars, slot.numbers, latin=slot.latin), ZH)
    return _matching(chinese_pattern(slot.zh_chars, latin=slot.latin), ZH)


def en_field(slot: Slot, *, future: bool, sentences: int = 1) -> Any:  # noqa: ANN401 - a field made at run time
    """The English of one item as a field of an answer, in up to `sentences` sentences where numbers are free."""
    if slot.numbers is not None:
        return _matching(locked_english_pattern(slot, future=future), EN)
    return _matching(english_pattern(slot.en_chars, future=future, sentences=sentences), EN)


def _item_model(name: str, slot: Slot, kinds: Sequence[Kind]) -> type[BaseModel]:
    future = tuple(kinds) == (Kind.PLAN,)
    written: dict[str, Any] = {}
    if "zh" in slot.languages:
        written["zh"] = zh_field(slot)
    if "en" in slot.languages:
        written["en"] = en_field(slot, future=future)
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


def items_model(slot: Slot, kinds: Sequence[Kind], *, fewest: int, most: int) -> type[BaseModel]:
    """The answer to one chunk when the model chooses: `items`, between `fewest` and `most` of them.

    Each item has `evidence` (ids of `slot.sentences`), `kind` (one of `kinds`), `zh`, `en`, `theme`.
    """
    return _model("Items", items=_list(_item_model("Item", slot, kinds), fewest=fewest, most=most))


def each_model(slots: Sequence[Slot], kinds: Sequence[Kind]) -> type[BaseModel]:
    """The answer to one chunk when every chosen sentence becomes one item: `items`, in the order of `slots`.

    The grammar fixes which sentence each item rests on, so a small model can neither skip one nor tell one twice.
    """
    return _model("Items", items=_rows([_item_model(f"Item{s.sentences[0]}", s, kinds) for s in slots]))


def pair_model(slot: Slot, *, future: bool = False, sentences: int = 1) -> type[BaseModel]:
    """One item written again: `zh`, and `en` in up to `sentences` sentences."""
    return _model("Pair", zh=zh_field(slot), en=en_field(slot, future=future, sentences=sentences))


def english_model(slot: Slot, *, future: bool = False, sentences: int = 1) -> type[BaseModel]:
    """A translation: `en`, in up to `sentences` sentences."""
    return _model("English", en=en_field(slot, future=future, sentences=sentences))


def names_model(*, longest: int) -> type[BaseModel]:
    """The head of a brief in English: `title` and `issuer`, neither of them a sentence."""
    pattern = rf"^[A-Z0-9“‘]{_ENGLISH}{{2,{longest}}}$"
    return _model(
        "Names",
        title=_matching(pattern, "the report's title in English"),
        issuer=_matching(pattern, "the issuer's name in English"),
    )


def measures_model(terms: Sequence[str], *, longest: int) -> type[BaseModel]:
    """What each key figure counts: `measures`, one for each of `terms`, with `zh` (the term) and `en`.

    The grammar keeps digits out of `en`: the figure itself is printed from its Quantity.
    """
    en = _matching(rf"^[A-Z]{_ENGLISH_LABEL}{{3,{longest}}}$", "zh in English, a noun phrase")
    return _model(
        "Measures",
        measures=_rows([
            _model(f"Measure{n}", zh=(_one_of([term]), ...), en=en) for n, term in enumerate(terms, 1)
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
