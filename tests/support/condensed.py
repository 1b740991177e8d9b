"""What a sound model answers to the requests of the general method, read out of their own text.

Chinese is copied from the request, every sentence becomes a line of its own; English is the faithful one of the
sentences of the tests' report, and else a sentence that says little.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

ENGLISH = (
    "The office kept up this work in all districts and towns throughout the year.",
    "The office will keep up this work in all districts and towns next year.",
    "Some offices are not strong enough in this work, and it needs to be improved.",
)
"""Of what was done, of what is planned, and of what is lacking."""
FAITHFUL = {
    "市司法局持续推进行政审批制度改革，群众办事更加方便。": (
        "The municipal justice bureau continued to advance reform of the administrative approval system, making it "
        "easier for the public to get things done."
    ),
    "市司法局组织开展行政执法人员培训，执法行为更加规范。": (
        "The municipal justice bureau organized training for administrative law enforcement officers, and "
        "enforcement became more standardized."
    ),
    "部分单位法治意识不强，依法行政能力有待提高。": (
        "Awareness of the rule of law is not strong in some units, and the capacity for law-based administration "
        "needs to be improved."
    ),
    "市司法局将继续加强行政执法监督，推进严格规范公正文明执法。": (
        "The municipal justice bureau will continue to strengthen oversight of administrative law enforcement and "
        "promote strict, procedure-based, impartial and non-abusive law enforcement."
    ),
}
"""English of the tests' report (`tests/unit/failures/conftest.py`)."""
TITLE, ISSUER = "Report of the Office for 2023", "The Office"
_KINDS = ("achievement", "shortcoming", "plan")
_SECTION = re.compile(r"^## .*\[(\w+)\]", re.MULTILINE)
_SENTENCE = re.compile(r"^\[(S\d+)\] (.+)$", re.MULTILINE)
_WANTED = re.compile(r"every shortcoming is told: ([\w, ]+)\.")
_REFUSED = re.compile(r"^### (\S+) \[(\w+)\]\n(?:.*\n)*?zh: (.+)$", re.MULTILINE)
_LINE = re.compile(r"^\[([^\]]+)\] \((\w+)[^)]*\) (.+?) \| (.+)$", re.MULTILINE)
_MERGEABLE = re.compile(r"^\[([^\]]+)\] [^|\n]*\| [^|\n]*\| ([^|\n]+) \|", re.MULTILINE)
_NUMBER = re.compile(r"^  \[(Q\d+)\] ", re.MULTILINE)


def condensed(name: str, request: str, english: Sequence[str] = ()) -> dict[str, Any]:
    """The answer of class `name` to the user's message `request`; `english` is said of everything when given."""
    return _ANSWERS[name](request, english)


def knows(name: str) -> bool:
    """Whether `name` is a class of answers of the general method."""
    return name in _ANSWERS


def _items(request: str, english: Sequence[str]) -> dict[str, Any]:
    """One line for every sentence; of what was left out, only the shortcomings that the request insists on."""
    rows = []
    for role, block in zip(*_sections(request), strict=True):
        kind = role if role in _KINDS else "achievement"
        rows += [_row([ident], kind, zh, english) for ident, zh in _SENTENCE.findall(block)]
    if "no line tells" in request:
        wanted = _WANTED.search(request)
        insisted = wanted[1].split(", ") if wanted else []
        rows = [row for row in rows if row["sentences"][0] in insisted]
    return {"items": rows}


def _sections(request: str) -> tuple[list[str], list[str]]:
    _, *parts = _SECTION.split(request)
    return parts[::2], parts[1::2]


def _row(sentences: list[str], kind: str, zh: str, english: Sequence[str]) -> dict[str, Any]:
    said = english or ENGLISH
    en = said[min(("achievement", "plan", "shortcoming").index(kind), len(said) - 1)]
    if not english:
        en = FAITHFUL.get(zh, en)
    return {"sentences": sentences, "kind": kind, "theme": "其他", "zh": zh, "en": en}


def _again(request: str, english: Sequence[str]) -> dict[str, Any]:
    refused = _REFUSED.findall(request)
    return {"items": [{"id": ident} | _row([], kind, zh, english) for ident, kind, zh in refused]}


def _merged(request: str, english: Sequence[str]) -> dict[str, Any]:
    lines = _MERGEABLE.findall(request)
    return {"items": [{"lines": [ident]} | _row([], "achievement", zh, english) for ident, zh in lines]}


def _revised(_: str, __: Sequence[str]) -> dict[str, Any]:
    """Every line is good."""
    return {"items": []}


def _whole(request: str, _: Sequence[str]) -> dict[str, Any]:
    lines = [{"zh": zh, "en": en, "lines": [ident]} for ident, _, zh, en in _LINE.findall(request)]
    figures = [
        {"id": ident, "measure": {"zh": "工作量", "en": "work done"}, "status": "result"}
        for ident in _NUMBER.findall(request)[:1]
    ]
    return {
        "title": TITLE,
        "issuer": ISSUER,
        "headline": lines[0] if lines else {"zh": "", "en": ""},
        "summary": lines,
        "figures": figures,
    }


_ANSWERS: Mapping[str, Callable[[str, Sequence[str]], dict[str, Any]]] = {
    "ItemsAnswer": _items,
    "AgainItemsAnswer": _again,
    "MergedItemsAnswer": _merged,
    "RevisedItemsAnswer": _revised,
    "WholeAnswer": _whole,
}
