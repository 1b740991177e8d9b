"""Owns the embedded model's weights: which file they are, where they lie, and that they are the right ones.

Nothing is handed out before its size and hash were found right; `fetch.py` brings what is missing.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from govbrief.base.datafiles import read_table
from govbrief.base.errors import ModelError


@dataclass(frozen=True, slots=True)
class WeightsPart:
    """One package of the weights."""

    package: str
    member: str
    """Name of the part's file inside the package."""
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Weights:
    """One model file and the packages that carry it, in joining order."""

    name: str
    file: str
    bytes: int
    sha256: str
    version: str
    """Version of every part's package."""
    parts: tuple[WeightsPart, ...]


@cache
def embedded() -> Weights:
    """The embedded model, from `data/weights.toml`."""
    table = dict(read_table("weights"))
    parts = tuple(WeightsPart(**part) for part in table.pop("part"))
    return Weights(**table, parts=parts)


def cache_folder() -> Path:
    """`$GOVBRIEF_CACHE`, else `$XDG_CACHE_HOME/govbrief`, else `~/.cache/govbrief`."""
    own = os.environ.get("GOVBRIEF_CACHE")
    if own:
        return Path(own)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "govbrief"


def location(weights: Weights | None = None) -> Path:
    """Where the verified weights lie, or will lie."""
    return cache_folder() / (weights or embedded()).file


def find(weights: Weights | None = None) -> Path | None:
    """The verified weights; None when they are missing or not what they should be."""
    path = location(weights)
    return path if verified(path, weights=weights) else None


def require() -> Path:
    """The verified weights.

    Raises:
        ModelError: they are missing, or not what they should be.
    """
    found = find()
    if found is None:
        reason = "not the embedded model" if location().exists() else "no such file"
        raise ModelError(
            f"{location()}: {reason}", hint="run `govbrief model fetch` (1.1 GB, once)", fatal=True
        )
    return found


def verified(path: Path, *, deep: bool = False, weights: Weights | None = None) -> bool:
    """Whether the file is the embedded model, byte for byte.

    A file that was hashed once and has the same size and time since is not hashed again unless `deep`.
    """
    weights = weights or embedded()
    try:
        if path.stat().st_size != weights.bytes:
            return False
        if not deep and _read_stamp(path) == _stamp_of(path, weights):
            return True
        stamp = _stamp_of(path, weights)
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != weights.sha256:
                return False
    except OSError:
        return False
    # Where the folder is read-only, the file is simply hashed each time.
    with suppress(OSError):
        stamp_path(path).write_text(json.dumps(stamp), encoding="utf-8")
    return True


def stamp_path(path: Path) -> Path:
    """Where it is noted that the file was verified, and what it looked like then."""
    return path.with_name(path.name + ".verified")


def _stamp_of(path: Path, weights: Weights) -> dict[str, str | int]:
    """What a verified file looked like from outside."""
    state = path.stat()
    return {"sha256": weights.sha256, "bytes": state.st_size, "mtime_ns": state.st_mtime_ns}


def _read_stamp(path: Path) -> object:
    try:
        return json.loads(stamp_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
