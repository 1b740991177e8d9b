"""Owns writing a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from pipeline.errors import OutputError


def write_atomically(path: Path, text: str) -> None:
    """Write `text` as UTF-8 into a temporary file beside `path`, then rename it into place.

    Raises:
        OutputError: the folder cannot be made or written, or the disk is full; nothing is left behind.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError(
            f"{path}: cannot be written ({error.strerror or error})",
            hint="free some space or choose another place with --out",
        ) from error
