"""Owns where the mark of a doubtful finding stands in a text, the same for every output format.

A finding about a number points at it. Other findings name what they saw, not where: all places where that stands are
marked but those that a sound finding points at: a mark too many costs a glance, one too few the reader's trust.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govbrief.base.plain import clean
from govbrief.views.labels import MARK, Language
from govbrief_schemas.finding import Finding, Rule, Verdict

_BETWEEN = " … "
_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
_TOUCHES_LEFT = re.compile(rf"(?:[A-Za-z0-9]|[0-9][,.，．]|[{_NUMERALS}])$")
_TOUCHES_RIGHT = re.compile(rf"^(?:[A-Za-z0-9]|[,.，．][0-9]|[{_NUMERALS}])")
_WORDLIKE = re.compile(rf"[A-Za-z0-9{_NUMERALS}]")


class Piece(NamedTuple):
    """A stretch of clean text; after a doubtful one stands the mark."""

    text: str
    doubtful: bool = False
    strong: bool = False
    """What a reader looks for: the measurable aim of a plan."""


def mark_doubts(text: str, language: Language, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """The clean text in pieces; every doubt about this language has at least one doubtful piece.

    What was seen is the doubtful piece; when it cannot be found, an empty piece marks the end of the text. English
    of a Chinese text with doubts has them too, whoever reads it alone.
    """
    line = clean(text)
    places: set[tuple[int, int]] = set()
    if language == "en" and line and _only_chinese(findings):
        places.add((len(line), len(line)))
    for finding in findings:
        if _doubtful(finding, language):
            for seen in _seen(finding, language):
                places.update(_places(line, seen, findings, language))
    return tuple(_pieces(line, sorted(places)))


def tail(pieces: Sequence[Piece], index: int) -> str:
    """What is printed behind a piece: nothing, or the mark, set off from the words around it."""
    if not pieces[index].doubtful:
        return ""
    before = " " if any(piece.text for piece in pieces[: index + 1]) else ""
    after = " " if index + 1 < len(pieces) and pieces[index + 1].text[:1].isalnum() else ""
    return f"{before}{MARK}{after}"


def mark_parts(
    texts: Sequence[str], language: Language, findings: Sequence[Finding]
) -> tuple[tuple[Piece, ...], ...]:
    """Pieces of several texts that were checked as one: a doubt marks those that hold it, else the first."""
    lines = [clean(text) for text in texts]
    homes = [[f for f in findings if _fits(f, language, line)] for line in lines]
    if homes:
        homes[0] += [f for f in findings if not any(_fits(f, language, line) for line in lines)]
    return tuple(mark_doubts(line, language, own) for line, own in zip(lines, homes, strict=True))


def emphasise(pieces: Sequence[Piece], words: str) -> tuple[Piece, ...]:
    """The pieces with `words` made strong where they stand first, unless a doubt cuts through them."""
    wanted = clean(words)
    home = next((p for p in pieces if wanted and not p.doubtful and wanted in p.text), None)
    if home is None:
        return tuple(pieces)
    before, _, after = home.text.partition(wanted)
    cut = (Piece(before), Piece(wanted, strong=True), Piece(after))
    at = pieces.index(home)
    return (*pieces[:at], *(p for p in cut if p.text), *pieces[at + 1 :])


def _fits(finding: Finding, language: Language, line: str) -> bool:
    return any(seen and seen in line for seen in _seen(finding, language))


def _only_chinese(findings: Sequence[Finding]) -> bool:
    """Whether there are doubts, all of them about the Chinese."""
    doubted = {finding.language for finding in findings if finding.verdict is not Verdict.SUPPORTED}
    return doubted == {"zh"}


def _doubtful(finding: Finding, language: Language) -> bool:
    return finding.verdict is not Verdict.SUPPORTED and finding.language in {language, "zh-en"}


def _seen(finding: Finding, language: Language) -> tuple[str, ...]:
    """What the finding saw in this language; where two languages disagree, `expected` holds the Chinese.

    Two numbers said of each other's things stand as `5项 … 31项`; the name of a role stands in no text.
    """
    if finding.rule is Rule.ROLE:
        return ("",)
    across = finding.language == "zh-en"
    seen = finding.expected if across and language == "zh" else finding.seen
    return tuple(map(clean, seen.split(_BETWEEN))) if across else (clean(seen),)


def _places(
    line: str, seen: str, findings: Sequence[Finding], language: Language
) -> Iterable[tuple[int, int]]:
    """Where a doubtful `seen` stands: all its places but those of which a finding says that they are sound."""
    found = _occurrences(line, seen)
    if not found:
        return [(len(line), len(line))]
    told = [f for f in findings if f.language == language and _seen(f, language) == (seen,)]
    across = any(
        _doubtful(f, language) and f.language == "zh-en" and seen in _seen(f, language) for f in findings
    )
    sound = set() if across else {f.at for f in told if f.verdict is Verdict.SUPPORTED}
    return [place for place in found if place[0] not in sound] or found


def _occurrences(line: str, seen: str) -> list[tuple[int, int]]:
    """Where `seen` stands as a whole number or word: not `3件` in `13件`, unless it stands nowhere else."""
    if not seen:
        return []
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(seen), line)]
    whole = [place for place in found if _is_whole(line, seen, *place)]
    return whole or found


def _is_whole(line: str, seen: str, start: int, end: int) -> bool:
    left = _WORDLIKE.match(seen[0]) and _TOUCHES_LEFT.search(line[max(0, start - 2) : start])
    right = _WORDLIKE.match(seen[-1]) and _TOUCHES_RIGHT.match(line[end : end + 2])
    return not (left or right)


def _pieces(line: str, places: Sequence[tuple[int, int]]) -> Iterable[Piece]:
    done = 0
    for start, end in places:
        begin = max(start, done)
        if begin > done:
            yield Piece(line[done:begin])
        if end > done or start == end:
            yield Piece(line[begin:end], doubtful=True)
        done = max(done, end)
    if done < len(line):
        yield Piece(line[done:])
