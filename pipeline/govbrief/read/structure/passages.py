"""Owns Passage: clean text that knows where in the raw text each of its characters stands.

The map is a few runs of equal length on both sides, not one offset per character, so that a report of ten
megabytes costs little more than its text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from govbrief_schemas.report import Span


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Clean text of one paragraph, or of a part of it."""

    text: str
    starts: tuple[int, ...]
    """Where in `text` each run begins; the first is 0."""
    raws: tuple[int, ...]
    """Where in the raw text each run begins; ascending."""

    @classmethod
    def of_spans(cls, raw: str, spans: Iterable[Span]) -> "SourcePassage":
        """Several runs of the raw text, read one after the other; empty ones are passed over."""
        texts: list[str] = []
        starts: list[int] = []
        raws: list[int] = []
        size = 0
        for start, end in spans:
            if start < end:
                starts.append(size)
                raws.append(start)
                texts.append(raw[start:end])
                size += end - start
        return cls("".join(texts), tuple(starts), tuple(raws))

    def raw_at(self, index: int) -> int:
        """Raw offset of the character at `index`."""
        run = bisect_right(self.starts, index) - 1
        return self.raws[run] + index - self.starts[run]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Raw span from the first to the last character of a non-empty slice."""
        last = len(self.text) if end is None else end
        if len(self.starts) == 1:
            return Span(self.raws[0] + start, self.raws[0] + last)
        return Span(self.raw_at(start), self.raw_at(last - 1) + 1)

    def runs(self, start: int = 0, end: int | None = None) -> list[Span]:
        """Raw spans that a slice of the text is made of."""
        last = len(self.text) if end is None else end
        found: list[Span] = []
        for run in range(bisect_right(self.starts, start) - 1, len(self.starts)):
            begin = max(start, self.starts[run])
            if begin >= last:
                break
            stop = min(last, self.starts[run + 1] if run + 1 < len(self.starts) else last)
            offset = self.raws[run] - self.starts[run]
            found.append(Span(begin + offset, stop + offset))
        return found

    def gaps(self) -> list[Span]:
        """Raw spans between the runs: what was left out."""
        ends = [
            raw + stop - start
            for raw, start, stop in zip(self.raws, self.starts, self.starts[1:], strict=False)
        ]
        return [Span(end, raw) for end, raw in zip(ends, self.raws[1:], strict=True)]

    def cut(self, start: int, end: int | None = None) -> "SourcePassage":
        """The part between two indexes, blanks at its ends left out; may be empty."""
        last = len(self.text) if end is None else end
        piece = self.text[start:last]
        begin = start + len(piece) - len(piece.lstrip())
        stop = last - (len(piece) - len(piece.rstrip()))
        if begin >= stop:
            return SourcePassage("", (0,), self.raws[:1] or (0,))
        if len(self.starts) == 1:
            return SourcePassage(self.text[begin:stop], (0,), (self.raws[0] + begin,))
        starts: list[int] = []
        raws: list[int] = []
        size = 0
        for run in self.runs(begin, stop):
            starts.append(size)
            raws.append(run.start)
            size += run.end - run.start
        return SourcePassage(self.text[begin:stop], tuple(starts), tuple(raws))
