"""Owns reports that wait for their turn: on disk, so that a batch of thousands takes the memory of a few."""

import pickle
import tempfile
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from typing_extensions import override

from govbrief_schemas.report import Report

IN_MEMORY_BYTES = 1_000_000
"""Of some thirty reports; more of them go to the disk."""


class Spool(Sequence[Report]):
    """Reports in the order in which they were put in; each is read back when it is asked for."""

    def __init__(self, other: "Spool | None" = None) -> None:
        """Empty, in a file of its own or in that of `other`; the file goes away with its owner."""
        self._owner = other
        self._starts: list[int] = []
        self.sources: list[str] = []
        """Where each comes from."""
        if other is None:
            self._file = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 - it lives as long as the spool
            weakref.finalize(self, self._file.close)
        else:
            self._file = other._file  # noqa: SLF001 - its own kind

    def append(self, report: Report) -> None:
        """Put one more at the end."""
        self._starts.append(self._file.seek(0, 2))
        self.sources.append(report.source)
        pickle.dump(report, self._file, pickle.HIGHEST_PROTOCOL)

    def without(self, sources: Iterable[str]) -> "Spool":
        """Those that come from elsewhere, in the same file."""
        left_out = frozenset(sources)
        kept = [n for n, source in enumerate(self.sources) if source not in left_out]
        others = Spool(self)
        others._starts = [self._starts[n] for n in kept]
        others.sources = [self.sources[n] for n in kept]
        return others

    @override
    def __len__(self) -> int:
        return len(self._starts)

    @override
    def __iter__(self) -> Iterator[Report]:
        return (self[number] for number in range(len(self)))

    @overload
    def __getitem__(self, number: int) -> Report: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Report]: ...
    @override
    def __getitem__(self, number: int | slice) -> Report | Sequence[Report]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        self._file.seek(self._starts[number])
        report: Report = pickle.load(self._file)  # noqa: S301 - what `append` wrote, in a file without a name
        return report
