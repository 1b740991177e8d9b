"""Owns writing a file whole or not at all, and what files are called."""

import os
import tempfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from govbrief.base.errors import OutputError
from govbrief.base.plain import visible

_LONGEST = 200
"""Bytes of a name that leave room for a number and an ending: disks take 255."""
_SHOWN = 40
"""Characters of its file's name that a temporary file bears."""
HINT = "free some space or choose another place with --out"


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write bytes, or text as UTF-8, whole or not at all.

    Raises:
        OutputError: as `written_whole`.
    """
    with written_whole(path) as stream:
        # a file name may hold bytes that are no UTF-8; the text around it is still worth writing
        stream.write(content.encode("utf-8", errors="replace") if isinstance(content, str) else content)


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A temporary file beside `path` to write into, which takes its place once it is whole and on the disk.

    Raises:
        OutputError: the folder cannot be made or written, or the disk is full; nothing is left behind, and
            what stood at `path` before still does.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_SHOWN]}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror or error})", hint=HINT) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def require_writable(folder: Path) -> None:
    """Make `folder` and try it out, so that hours of work do not end at a full disk or a missing right.

    Raises:
        OutputError: nothing can be written there.
    """
    probe = folder / ".govbrief-probe"
    try:
        write_atomically(probe, "probe")
        probe.unlink(missing_ok=True)
    except OutputError as error:
        reason = error.__cause__.strerror if isinstance(error.__cause__, OSError) else None
        raise OutputError(f"{folder}: nothing can be written here ({reason or error})", hint=HINT) from error


def is_folder(path: Path) -> bool:
    """Whether a folder lies there; under a name that no disk takes there is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def require_name(path: Path) -> None:
    """Try out a file's name in its folder: that it is too long for the disk is known before its contents are paid.

    Raises:
        OutputError: no file can have this name there.
    """
    try:
        there = path.exists()
        path.touch()
        if not there:
            path.unlink(missing_ok=True)
    except OSError as error:
        reason = f"{path}: no file can be written under this name ({error.strerror or error})"
        raise OutputError(reason, hint="choose a shorter one with --out") from error


def file_names(sources: Sequence[str], reserved: Collection[str] = ()) -> dict[str, str]:
    """A file name for each source, without extension and unlike the others and those that are `reserved`.

    Equal stems get their folder's name in front, and a number when that is not enough.
    """
    stems = {source: _short(Path(source).stem) if source != "-" else "stdin" for source in sources}
    shared = Counter(stems.values())
    names: dict[str, str] = {}
    taken = set(reserved)
    numbers: Counter[str] = Counter()
    for source, stem in stems.items():
        first = name = stem if shared[stem] == 1 else _short(f"{Path(source).resolve().parent.name}-{stem}")
        while name in taken:
            # each name's own count goes on, so that a folder of a million files takes seconds
            numbers[first] += 1
            name = f"{first}-{numbers[first] + 1}"
        taken.add(name)
        names[source] = name
    return names


def _short(stem: str) -> str:
    """The name as a disk takes it: UTF-8 without control characters, and short enough for a number and an ending."""
    text = visible(stem).strip() or "report"
    return text.encode()[:_LONGEST].decode(errors="ignore")
