"""Owns which files of a folder are reports to read; must not know what is in them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from govbrief.base.errors import InputError

READABLE = (
    *(".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".docm", ".pdf"),
    *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"),
)
"""Endings of the formats that have a reader; other files of a folder are no reports."""


class Sources(NamedTuple):
    """What a folder comes to."""

    files: tuple[str, ...]
    """To be read, each once."""
    skipped: tuple[str, ...]
    """Files of a folder that no reader takes, by their ending."""


def expand_sources(sources: Sequence[str], leave_out: Path | None = None) -> Sources:
    """The sources, each once, with all readable files below a folder, sorted, in place of the folder.

    Hidden files are left out without a word, and so is what lies in the folder `leave_out`, where results go.

    Raises:
        InputError: a folder holds no file that can be read.
    """
    own = leave_out.resolve() if leave_out is not None else None
    found: dict[str, None] = {}
    skipped: dict[str, None] = {}
    for source in sources:
        if source == "-" or not Path(source).is_dir():
            found[source] = None
            continue
        files = sorted(_files(source, own))
        readable = [name for name in files if Path(name).suffix.lower() in READABLE]
        if not readable:
            raise InputError(
                f"{source} is a folder without a report",
                hint=f"read are files that end in {', '.join(READABLE)}",
            )
        found.update(dict.fromkeys(readable))
        skipped.update(dict.fromkeys(files))
    return Sources(tuple(found), tuple(name for name in skipped if name not in found))


def _files(folder: str, own: Path | None) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [
            name for name in folders if name[0] != "." and (own is None or Path(place, name).resolve() != own)
        ]
        yield from (str(Path(place, name)) for name in names if name[0] != ".")
