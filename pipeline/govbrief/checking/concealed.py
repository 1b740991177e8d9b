"""Owns what a report holds that its readers do not see, or that speaks to a model and not to them.

It changes nothing of what is true: numbers are read as a reader sees them. That it is there is a finding on the report.
How an order to a model is worded stands in `data/orders.toml`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from govbrief.base.datafiles import any_of, read_words
from govbrief.base.plain import UNSEEN, clean
from govbrief.checking.messages import shorten
from govbrief.checking.word_messages import plain_finding
from govbrief_schemas.finding import Finding
from govbrief_schemas.report import Outline, Span

_INSIDE = re.compile(rf"(?<=\S){UNSEEN.pattern}(?=\S)")
"""At the edge of a line a web page leaves such characters without meaning anything."""
_FEW = 3


def check_concealed(text: str) -> Iterator[Finding]:
    """A finding for the hidden characters of a report, and one for the first words that give orders."""
    found = list(_INSIDE.finditer(text))
    if found:
        kinds = Counter(_kind(char) for match in found for char in match[0])
        number, named = sum(kinds.values()), ", ".join(name for name, _ in kinds.most_common(_FEW))
        at = found[0].start()
        yield plain_finding(
            f"The source holds {number} hidden characters ({named}), the first at offset {at}; they were read over.",
            f"原文含有{number}个不可见字符（{named}），首个位于第{at}个字符；已略过。",
        )
    order = _orders().search(text)
    if order is not None:
        told = shorten(clean(order[0]))
        yield plain_finding(
            f"The source holds text that speaks to a model or a program: “{told}”, at offset {order.start()}.",
            f"原文含有写给语言模型或程序的文字：“{told}”，位于第{order.start()}个字符。",
        )


def ordering(outline: Outline) -> tuple[Span, ...]:
    """The sentences that speak to a model: what they say proves nothing."""
    found = [match.start() for match in _orders().finditer(outline.report.text)]
    told = (sentence.span for section in outline.sections for sentence in section.sentences)
    return tuple(span for span in told if any(span.start <= at < span.end for at in found)) if found else ()


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(any_of(read_words("orders")["words"]), re.IGNORECASE | re.MULTILINE)


def _kind(char: str) -> str:
    """What a hidden character is, for a reader: its name, or its number where it has none."""
    if "\U000e0000" <= char <= "\U000e007f":
        return "tag characters"
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return "variation selectors"
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
