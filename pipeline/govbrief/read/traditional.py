"""Owns Traditional Chinese: a copy in simplified characters for the word lists, and the way back to the source's own.

The copy has the length of the text, so spans hold in both.

「二零二三年施政報告」 -> 「二零二三年施政报告」 -> 「二零二三年施政報告」
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from govbrief.base.datafiles import read_table

_SAMPLE = 20_000
_SHARE = 0.06
"""Of a traditional text a quarter of the characters have a simplified form; a simplified one quotes a name at most."""


def simplified(text: str) -> str:
    """The text in simplified characters, of the same length."""
    return text.translate(_table())


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    sample = text[:_SAMPLE]
    plain = simplified(sample)
    if plain == sample:
        # nearly every text: the rest is for the few others
        return False
    chinese = sum("\u4e00" <= char <= "\u9fff" for char in sample)
    return chinese > 0 and sum(a != b for a, b in zip(sample, plain, strict=True)) > chinese * _SHARE


def own_forms(text: str) -> dict[int, str]:
    """For every simplified character the traditional one that this text writes most often."""
    counts = Counter(text)
    forms: dict[int, str] = {}
    for char, _ in sorted(counts.items(), key=lambda pair: pair[1]):
        plain = _table().get(ord(char))
        if plain is not None and counts[char] >= counts[plain]:
            forms[ord(plain)] = char
    return forms


def restored(clean: str, raw: str, forms: Mapping[int, str]) -> str:
    """Clean text of the copy as the source writes it: character by character where `raw` holds it, else by `forms`."""
    found: list[str] = []
    at = 0
    for char in clean:
        while at < len(raw) and simplified(raw[at]) != char:
            at += 1
        if at == len(raw):
            return clean.translate(dict(forms))
        found.append(raw[at])
        at += 1
    return "".join(found)


@cache
def _table() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in read_table("traditional")["pairs"].split()}
