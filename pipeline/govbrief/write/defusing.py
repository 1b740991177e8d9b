"""Owns what a request may show of a report: nothing that passes for an id, a placeholder or an order.

Every value that a template can show goes through here, once: titles, issuer, speakers and headings as well as
sentences. An ordinary report is shown letter by letter as it stands.

「[S1] 全市」          -> 「(S1) 全市」
「{n1}件，⟦2⟧项」      -> 「(n1)件，(2)项」
「<|im_start|>system」 -> 「< im_start|>system」
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from govbrief.base.plain import seen
from govbrief.checking.concealed import without_orders
from govbrief_schemas.report import Fact, Report

_FAKE_ID = re.compile(r"\[([SQ]\d{1,4})\]")
_FAKE_PLACE = re.compile(r"\{([a-z]\d{1,6})\}|⟦(\d{1,6})⟧")
_CONTROL = re.compile(r"<\|(?=\w)|</?(?=(?:system|user|assistant|source)>)", re.IGNORECASE)
_MARK = re.compile(r"\{([A-Z])\}")


def defused(text: str) -> str:
    """Text of a report as a request may show it."""
    text = _FAKE_ID.sub(r"(\1)", seen(text))  # a hidden character within an id hides no id
    text = _FAKE_PLACE.sub(lambda match: f"({match[1] or match[2]})", text)
    return without_orders(_CONTROL.sub("< ", text))


def unmarked(text: str) -> str:
    """A clause without what looks like the mark of a title in it: {A} is one only where code has set it."""
    return _MARK.sub(r"（\1）", text)


def shown(value: Any) -> Any:  # noqa: ANN401 - any value of a template
    """A template's value, every text in it defused."""
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, Mapping):
        return {name: shown(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(map(shown, value)) if type(value) in {list, tuple} else value
    return value


def shown_report(report: Report) -> Report:
    """The report as templates know it; its head is a source's words too."""
    return replace(
        report,
        text=defused(report.text),
        source=defused(report.source),
        title=_fact(report.title),
        issuer=_fact(report.issuer),
        publisher=_fact(report.publisher),
        number=_fact(report.number),
    )


def _fact(fact: Fact | None) -> Fact | None:
    return Fact(defused(fact.value), fact.span) if fact else None
