"""Owns Report, Section, Sentence, Chunk and Span: values, no rules.

Every offset counts characters of the report's raw text and is half-open; raw text is never altered.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into a report's raw text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The raw slice that the span stands for."""
        return text[self.start : self.end]


class Role(StrEnum):
    """What a section is for the reader of a brief."""

    ACHIEVEMENT = "achievement"
    SHORTCOMING = "shortcoming"
    PLAN = "plan"
    LEADERSHIP = "leadership"
    OTHER = "other"


class Fact(NamedTuple):
    """A piece of metadata and where the text says it; `span` is None when it was found outside the text."""

    value: str
    span: Span | None


class Place(NamedTuple):
    """Where a page or a paragraph of the original file begins in the raw text."""

    start: int
    label: str
    """As a reader would cite it, e.g. `page 3` or `paragraph 12`."""


@dataclass(frozen=True, slots=True)
class Report:
    """One document: raw text, what it says of itself, and where it came from."""

    text: str
    """Raw text as decoded or extracted; never altered."""
    source: str
    """File name, address, or `-` for standard input."""
    sha256: str
    """Hash of the bytes that were read, hexadecimal."""
    encoding: str
    """The encoding that the bytes were decoded with."""
    title: Fact | None = None
    issuer: Fact | None = None
    year: Fact | None = None
    """The year that the report covers, not the year it was published; four digits."""
    kind: Fact | None = None
    """The kind of report in English: see `load.KINDS`."""
    published: Fact | None = None
    """ISO date."""
    number: Fact | None = None
    """Document number (文号)."""
    publisher: Fact | None = None
    """The site, account or paper that shows the page, where that is not the issuer."""
    places: tuple[Place, ...] = ()
    """Pages or paragraphs of the file, in order; empty for plain text."""
    unread: tuple[str, ...] = ()
    """Parts of the file that could not be read, each as a phrase, e.g. `page 3 is a scanned image`."""
    styled: tuple[tuple[int, int], ...] = ()
    """Lines that the file itself sets as headings: where each begins, and its level, 1 the highest."""
    recognised: tuple[tuple[int, float], ...] = ()
    """Pages read from their images, counted from 1, and how sure the reading is, 0 to 1."""
    doubtful: tuple[Span, ...] = ()
    """What was read from an image and not surely: a number inside confirms nothing."""
    foreign: str = ""
    """Why this is no Chinese government report, as a phrase; empty when nothing speaks against it."""

    def place_of(self, offset: int) -> str:
        """The page or paragraph that an offset lies in; empty when the file has none."""
        index = bisect_right(self.places, offset, key=lambda place: place.start) - 1
        return self.places[index].label if index >= 0 else ""


class Sentence(NamedTuple):
    """The smallest unit of evidence."""

    span: Span
    """Raw slice that the sentence covers; noise may lie inside."""
    text: str
    """The sentence as the model and the witness read it: noise left out, broken lines joined; a table's row is told
    with the heads of its columns and their units."""


class TableCell(NamedTuple):
    """A number in a table, with what the table says of it elsewhere."""

    span: Span
    """The number's own raw slice."""
    text: str
    """The number as the table writes it."""
    label: str
    """What its row is about; empty when the row has no label."""
    head: str
    """What its column is about, the unit left out; empty when the table has no heads."""
    unit: str
    """The unit that the head, the caption, the label or a column of units gives; empty when none does."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its own body, up to the next heading of any level."""

    heading: str
    """Heading text as it stands, number included; empty for an unheaded paragraph with a role of its own."""
    number: str
    """The number or mark in front of the heading, e.g. 「一、」; empty when there is none."""
    level: int
    """1 is the highest."""
    role: Role
    span: Span
    """From the first character of the heading to the end of its own body."""
    path: tuple[str, ...]
    """Headings above this one, highest first, this one not included."""
    sentences: tuple[Sentence, ...]
    """Body sentences in reading order, noise left out; the heading itself is not one of them."""
    speaker: str = ""
    """Who speaks, with organ and office as far as the text names them; empty where nobody speaks."""
    year: int | None = None
    """Of a plan the year that it is for, where its heading or one above it says so."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A report taken apart: sections tile the body, noise is what no reader needs."""

    report: Report
    sections: tuple[Section, ...]
    noise: tuple[Span, ...]
    labels: tuple[Span, ...]
    """Headings' numbers and list markers: numbers that the witness must not count."""
    frame: tuple[Span, ...] = ()
    """The report's own lines that are no part of its body: title, meeting, signature, contents, second copies."""
    joins: tuple[Span, ...] = ()
    """Line ends inside paragraphs: what stands on both sides is one text, numbers included."""
    cells: tuple[TableCell, ...] = ()
    """Numbers of tables, in order."""
    plan_year: int | None = None
    """The year that the report's plans are for; None where no heading of a plan says one."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive sentences of one section under a size budget; S1 is `sentences[0]`."""

    id: str
    """`<section index>/<chunk index>`, two digits each, e.g. `03/00`."""
    section: int
    """Index into `Outline.sections`."""
    heading_path: tuple[str, ...]
    """Headings above, this section's own heading last (when it has one)."""
    role: Role
    sentences: tuple[Sentence, ...]
