"""Owns cutting a passage into sentences: never inside a quotation, a title mark or a bracket.

「他说:“干得好。”于是散会。」  -> one sentence and another after the closing mark
「发布《办法》。实施。」          -> 「发布《办法》。」「实施。」
「办结46件；存在人手不足等问题。」   -> 「办结46件；」「存在人手不足等问题。」: another role begins
「增长5.2%。其中,」              -> 「增长5.2%。」「其中,」
"""

import re

from govbrief.read.structure.passages import SourcePassage
from govbrief_schemas.report import Sentence

MAX_SENTENCE = 1200
"""No sentence of a report is longer; text without any full stop is cut here so that no chunk can overflow."""

_STOP = re.compile(
    r"[。！？!?]+[”’\"」』]*|……(?=[^”’」』）)，,])|[；;](?=(?:但|目前|当前|同时也?|仍|还|也)?(?:存在|面临))"
)
_OPEN = "“‘「『《〈（(【"
_CLOSE = "”’」』》〉）)】"
_MAX_DEPTH_RUN = 400
"""An opening mark that nobody closed within so many characters is a slip, not a quotation."""


def split_sentences(passage: SourcePassage) -> tuple[Sentence, ...]:
    """Sentences of one passage in order; together they hold all its characters except blanks between them."""
    cuts = _cuts(passage.text)
    found: list[Sentence] = []
    start = 0
    for end in (*cuts, len(passage.text)):
        piece = passage.cut(start, end)
        if piece.text:
            found.append(Sentence(piece.span(), piece.text))
        start = end
    return tuple(found)


def _cuts(text: str) -> list[int]:
    """Where sentences end, the last one aside."""
    quotations = _quotations(text)
    at = 0
    cuts: list[int] = []
    last = 0
    for match in _STOP.finditer(text):
        while at < len(quotations) and quotations[at][1] <= match.start():
            at += 1
        inside = (
            at < len(quotations) and quotations[at][0] < match.start() and match.end() < quotations[at][1]
        )
        if not inside:
            cuts.extend(_forced(text, last, match.end()))
            cuts.append(match.end())
            last = match.end()
    cuts.extend(_forced(text, last, len(text)))
    return cuts


def _quotations(text: str) -> list[tuple[int, int]]:
    """Outermost quotations and brackets, half-open, sorted; marks that are never closed are passed over."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in re.finditer(f"[{re.escape(_OPEN + _CLOSE)}]", text):
        if match[0] in _OPEN:
            while stack and match.start() - stack[-1] > _MAX_DEPTH_RUN:
                stack.pop()
            stack.append(match.start())
        elif stack:
            start = stack.pop()
            if not stack and match.end() - start <= _MAX_DEPTH_RUN:
                found.append((start, match.end()))
    return found


def _forced(text: str, start: int, end: int) -> list[int]:
    """Cuts inside a sentence that is too long, at the last semicolon, comma or, failing that, anywhere."""
    cuts: list[int] = []
    while end - start > MAX_SENTENCE:
        window = text[start : start + MAX_SENTENCE]
        at = max(window.rfind(";"), window.rfind("；")) + 1 or max(window.rfind(","), window.rfind("，")) + 1
        start += at or MAX_SENTENCE
        cuts.append(start)
    return cuts
