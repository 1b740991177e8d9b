"""Owns reading `data/words_en.toml`: the words beside English numbers, as patterns."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from govbrief.base.datafiles import read_table


@cache
def _raw() -> Mapping[str, Any]:
    raw: Mapping[str, Any] = read_table("words_en")
    return raw


@cache
def words_of(table: str) -> dict[str, str]:
    """Every form of a table and the key it stands under: `more than` -> `over`."""
    return {
        form: key
        for key, rows in _raw()[table].items()
        for forms, _example in rows
        for form in forms.split("/")
    }


@cache
def plain_words(name: str) -> frozenset[str]:
    """A list of words that needs no examples."""
    return frozenset(" ".join(_raw()["lists"][name]).split())


def any_of(forms: Iterable[str]) -> str:
    """A pattern for the forms, longest first; a blank also matches a hyphen."""
    return "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in sorted(forms, key=len, reverse=True))
