"""Owns reading the word lists in `data/`, which people extend who do not program."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources


@cache
def read_words(name: str) -> dict[str, tuple[str, ...]]:
    """The lists of `data/<name>.toml`, in the order in which they are written."""
    text = resources.files("pipeline").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return {key: tuple(words) for key, words in tomllib.loads(text).items()}


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
