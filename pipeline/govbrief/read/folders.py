"""Owns which files of a folder are reports to read; must not know what is in them."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from govbrief.base.errors import InputError

READABLE = (
    *(".txt", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".docm", ".pdf"),
    *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"),
)
"""Endings of the formats that have a reader; other files of a folder are no reports."""


def expand_sources(sources: Sequence[str], leave_out: Path | None = None) -> tuple[str, ...]:
    """The sources, each once, with all readable files below a folder, sorted, in place of the folder.

    Hidden files are left out, and what lies in the folder `leave_out`, where results go.

    Raises:
        InputError: a folder holds no file that can be read.
    """
    own = leave_out.resolve() if leave_out is not None else None
    found: dict[str, None] = {}
    for source in sources:
        if source == "-" or not Path(source).is_dir():
            found[source] = None
            continue
        files = sorted(_files(source, own))
        if not files:
            raise InputError(
                f"{source} is a folder without a report",
                hint=f"read are files that end in {', '.join(READABLE)}",
            )
        found.update(dict.fromkeys(files))
    return tuple(found)


def _files(folder: str, own: Path | None) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [
            name for name in folders if name[0] != "." and (own is None or Path(place, name).resolve() != own)
        ]
        for name in names:
            if name[0] != "." and Path(name).suffix.lower() in READABLE:
                yield str(Path(place, name))
