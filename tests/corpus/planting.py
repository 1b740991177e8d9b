"""Owns the errors that are planted in sound condensed items: by careful rules of English, one error at a time.

Each rule changes one phrase into what a careless translator or a small model makes of it. A rule applies only where the
change is an error for certain.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent


class CondensedItem(NamedTuple):
    """A sound item: source sentences, condensed Chinese, condensed English."""

    source: tuple[str, ...]
    zh: str
    en: str


class Planted(NamedTuple):
    """An item with one error."""

    type: str
    item: CondensedItem
    what: str


def sound_items() -> list[CondensedItem]:
    """The items of condensed.toml."""
    rows = tomllib.loads((HERE / "condensed.toml").read_text(encoding="utf-8"))["item"]
    return [CondensedItem(tuple(row["source"]), row["zh"], row["en"]) for row in rows]


_RULES = tomllib.loads((HERE / "planting.toml").read_text(encoding="utf-8"))


def planted_errors() -> Iterator[Planted]:
    """Every rule on every item that it fits; the same error twice is planted once."""
    seen: set[tuple[str, str]] = set()
    for item in sound_items():
        for kind, new, what in (*_in_english(item), *_in_chinese(item), *_by_hand(item)):
            if (new.zh, new.en) not in seen:
                seen.add((new.zh, new.en))
                yield Planted(kind, new, what)


def _in_english(item: CondensedItem) -> Iterator[tuple[str, CondensedItem, str]]:
    for kind, pattern, new, must, must_not in _RULES["english"]:
        held = re.search(must, item.zh) and not (must_not and re.search(must_not, item.zh))
        match = re.search(pattern, item.en) if held else None
        if match:
            changed = item.en[: match.start()] + match.expand(new) + item.en[match.end() :]
            yield (
                kind,
                item._replace(en=changed[:1].upper() + changed[1:]),
                f"{match[0]} => {match.expand(new)}",
            )


def _by_hand(item: CondensedItem) -> Iterator[tuple[str, CondensedItem, str]]:
    for kind, start, old, new in _RULES["by_hand"]:
        if item.zh.startswith(start):
            assert old in item.en, (start, old)
            yield kind, item._replace(en=item.en.replace(old, new, 1)), f"{old} => {new}"


def _in_chinese(item: CondensedItem) -> Iterator[tuple[str, CondensedItem, str]]:
    whole = "".join(item.source)
    for kind, old, new, must, must_not in _RULES["chinese"]:
        if old in item.zh and must in whole and not re.search(must_not, whole):
            yield kind, item._replace(zh=item.zh.replace(old, new, 1)), f"{old} => {new}"
