"""Owns where the data files lie and how word lists are read: `data/` is what people extend who do not program."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[1] / "data"
"""The folder of the data files, in a checkout and in an installed package alike."""


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """The contents of `data/<name>.toml`; every caller is given the same, so none changes it."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def read_words(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `data/<name>.toml`, in the order in which they are written."""
    return {key: tuple(words) for key, words in read_table(name).items()}


_WIDE = str.maketrans(",;:!?()", "，；：！？（）")


def widen(text: str) -> str:
    """The text with full-width punctuation, as the word lists write it; no character moves."""
    return text.translate(_WIDE)


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches one of the words, the longest first; words may hold pattern syntax."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


def any_literal(words: Iterable[str]) -> str:
    """Like `any_of`, for words that mean themselves."""
    return any_of(re.escape(word) for word in words)


def any_listed(words: Iterable[str]) -> str:
    """The same of a long list: words are parted by what they begin with, so that few are tried at each place."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        rests.setdefault(word[:1], []).append(re.escape(word[1:]))
    branches = (f"{re.escape(first)}(?:{'|'.join(found)})" for first, found in rests.items())
    return f"(?:{'|'.join(branches)})"
