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
from govbrief.base.plain import UNSEEN, clean, seen
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
    order = _orders().search(seen(text))  # what hides within an order hides no order
    if order is not None:
        told, at = shorten(clean(order[0])), _raw_offset(text, order.start())
        yield plain_finding(
            f"The source holds text that speaks to a model or a program: “{told}”, at offset {at}.",
            f"原文含有写给语言模型或程序的文字：“{told}”，位于第{at}个字符。",
        )


def ordering(outline: Outline) -> tuple[Span, ...]:
    """The sentences that speak to a model: what they say proves nothing."""
    if not _orders().search(seen(outline.report.text)):
        return ()
    found = [match.start() for match in _orders().finditer(outline.report.text)]
    told = (sentence for section in outline.sections for sentence in section.sentences)
    return tuple(
        one.span
        for one in told
        if _orders().search(one.text) or any(one.span.start <= at < one.span.end for at in found)
    )


def without_orders(text: str) -> str:
    """The text as a request may show it: from an order to a model to the end of its sentence it says nothing."""
    return _commands().sub(ORDERS_WERE_HERE, text)


ORDERS_WERE_HERE = "（此处为写给程序的文字，从略）"
"""What a request shows where a source gives orders: that something stood there, and nothing of it."""


def _raw_offset(text: str, at: int) -> int:
    """Where in the raw text the character stands that is the `at`-th that a reader sees."""
    for match in UNSEEN.finditer(text):
        if match.start() > at:
            break
        at += len(match[0])
    return at


@cache
def _orders() -> re.Pattern[str]:
    words = read_words("orders")
    return re.compile(any_of((*words["commands"], *words["signs"])), re.IGNORECASE | re.MULTILINE)


@cache
def _commands() -> re.Pattern[str]:
    return re.compile(rf"请?{any_of(read_words('orders')['commands'])}[^。！？!?\n]*", re.IGNORECASE)


def _kind(char: str) -> str:
    """What a hidden character is, for a reader: its name, or its number where it has none."""
    if "\U000e0000" <= char <= "\U000e007f":
        return "tag characters"
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return "variation selectors"
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
