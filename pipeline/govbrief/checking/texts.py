"""Owns checking a text of any layout against a report: line by line, in the language or languages of each line.

A line in both languages is a pair; so are lines that take turns. A line in English is held against the sentences of
the report that it most resembles; where none does, only its numbers are looked at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from govbrief.checking.align import Aligner
from govbrief.checking.check import SourceIndex, check_pair, check_text, standpoint_of
from govbrief.checking.word_messages import plain_finding, word_finding
from govbrief.names.glossary import Glossary
from govbrief_schemas.finding import Finding, Rule
from govbrief_schemas.report import Outline

_HAN_RUN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(r"[\u0400-\u04ff\u3040-\u30ff\uac00-\ud7af\u0600-\u06ff\u0e00-\u0e7f]")
_MARKUP = re.compile(r"\\([\\`*_\[\]<>|~&$#.()+-])|\*\*|^[>#\s-]+|^\d{1,3}[.)]\s")
_TAG = re.compile(r"\s*[（(\[][一二三四五六七八九十\d、,，. ()（）]{1,12}[)）\]]")
_ENGLISH_STARTS = re.compile(r"(?<=[。；！？”）)」、》\]*])\s*(?=[A-Z“\"(0-9][A-Za-z0-9 ,'’%-]{8,})")
_TURNS, _TAKING_TURNS = 2, 0.6
"""Lines take turns when two pairs do, and they are most of the lines."""
_SHORT = 8
_ONE_SIDED = frozenset({Rule.OMISSION, Rule.MISSING, Rule.TRANSLATION, Rule.DOCUMENT, Rule.SUBJECT})
"""What a line that was found by its likeness cannot be blamed for: it may tell a part of the sentence only."""


class Texts(NamedTuple):
    """The findings by place, and how many texts were compared in words and how many were not."""

    places: tuple[tuple[str, tuple[Finding, ...]], ...]
    compared: int
    alone: int


class Stated(NamedTuple):
    """A text that a printed brief states, where, and in which language."""

    place: str
    language: str
    text: str


class Bitext(NamedTuple):
    """One line by language; an empty side is not there."""

    place: str
    zh: str
    en: str
    other: bool = False
    """True for a line in a third language."""


def lines_of(text: str) -> list[Bitext]:
    """The lines of a text of any layout; lines that take turns are pairs."""
    lines = [_line(f"line {n}", line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    return _joined(lines)


def lines_of_stated(stated: Sequence[Stated]) -> list[Bitext]:
    """What a printed brief states: Chinese with the English that follows it at the same place."""
    lines: list[Bitext] = []
    for one in stated:
        last = lines[-1] if lines else None
        if one.language == "en" and last and last.zh and not last.en and last.place == one.place:
            lines[-1] = last._replace(en=one.text)
        else:
            lines.append(Bitext(one.place, *((one.text, "") if one.language == "zh" else ("", one.text))))
    return lines


def check_lines(lines: Sequence[Bitext], outline: Outline, source: SourceIndex, own: Glossary) -> Texts:
    """Every finding on the lines, with the terms of `own` where the Chinese of a line is known."""
    aligner, standpoint = Aligner(outline), standpoint_of(outline)
    # the nearest sentence of an English line need not be its only source
    anywhere = replace(standpoint, cited=outline.report.text)
    places, compared = [], 0
    for line in lines:
        zh, found = line.zh, list(_alone(line, source))
        if zh and line.en:
            found += check_pair(zh, line.en, standpoint)
        elif line.en and (zh := aligner.closest(line.en)):
            found += [f for f in check_pair(zh, line.en, anywhere) if f.rule not in _ONE_SIDED]
        if zh and line.en:
            compared += 1
            found += [word_finding(Rule.TERM, term.zh, "") for term in own.departures(zh, line.en)]
        places.append((line.place, tuple(dict.fromkeys(found))))
    return Texts(tuple(places), compared, len(lines) - compared)


def _alone(line: Bitext, source: SourceIndex) -> Iterator[Finding]:
    if line.zh:
        yield from check_text(line.zh, "zh", source)
    if line.en:
        yield from check_text(line.en, "en", source)
    if line.other:
        yield plain_finding("The text is neither Chinese nor English.", "该行既非中文也非英文，无法核对。")


def _line(place: str, raw: str) -> Bitext:
    """The line without markup and section tags, split where its English begins."""
    text = _MARKUP.sub(lambda match: match[1] or "", raw).strip()
    han, latin = len(_HAN_RUN.findall(text)), len(_LATIN.findall(text))
    if len(_OTHER.findall(text)) > max(han, latin):
        return Bitext(place, "", "", other=True)
    text = _TAG.sub(" ", text) if han and latin > _SHORT else text
    start = _ENGLISH_STARTS.search(text)
    if han > 1 and start and len(_LATIN.findall(text[start.end() :])) > _SHORT:
        behind = text[start.end() :]
        if len(_HAN_RUN.findall(behind)) * 4 < len(_LATIN.findall(behind)):
            return Bitext(place, text[: start.start()].strip(), behind.strip())
    chinese = language_of(text) == "zh"
    return Bitext(place, text if chinese else "", "" if chinese else text)


def language_of(line: str) -> str:
    """`zh` or `en`, by most of its letters."""
    han, latin = len(_HAN_RUN.findall(line)), len(_LATIN.findall(line))
    return "zh" if han >= latin / 4 and han > 0 else "en"


def _joined(lines: Sequence[Bitext]) -> list[Bitext]:
    """Lines that take turns are pairs: a Chinese one with the English one behind it."""
    turns = [bool(one.zh and not one.en and two.en and not two.zh) for one, two in pairwise(lines)]
    if sum(turns) < _TURNS or 2 * sum(turns) < _TAKING_TURNS * len(lines):
        return list(lines)
    joined: list[Bitext] = []
    for i, line in enumerate(lines):
        if i and turns[i - 1]:
            before = joined.pop()
            joined.append(before._replace(en=line.en))
        else:
            joined.append(line)
    return joined
