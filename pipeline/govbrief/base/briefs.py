"""Owns reading briefs back from their JSON; must not know what is done with them."""

import json
from collections.abc import Iterable
from pathlib import Path

from govbrief.base.errors import InputError
from govbrief_schemas.brief import FORMAT, FORMER, Brief, read_brief

_SHOWN = 200
"""Characters of what a JSON reader or pydantic complains of."""


def parse_brief(text: str, path: Path) -> Brief:
    """The brief in a JSON text of either form; `path` is named where it is none.

    Raises:
        InputError: it is no brief.
    """
    try:
        return read_brief(json.loads(text))
    except (ValueError, RecursionError) as error:
        first = " ".join(str(error).split())[:_SHOWN]
        raise InputError(
            f"{path}: not a brief of format {FORMAT} or {FORMER}: {first}",
            hint="write one with --format json",
        ) from error


def load_brief(path: Path) -> Brief:
    """The brief in a file.

    Raises:
        InputError: the file cannot be read, or is no brief.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = "not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise InputError(f"{path}: cannot be read ({reason})", hint="give a brief as JSON") from error
    return parse_brief(text, path)


def load_briefs(paths: Iterable[Path]) -> tuple[Brief, ...]:
    """The briefs in files, and in every `.json` file of a folder that holds one, in the order given.

    Raises:
        InputError: a file that was named is no brief, or a folder holds none.
    """
    return tuple(
        brief for path in paths for brief in (_in_folder(path) if path.is_dir() else (load_brief(path),))
    )


def _in_folder(folder: Path) -> tuple[Brief, ...]:
    """Of a folder only what is a brief: `run.json` and others may lie beside."""
    files = [path for path in sorted(folder.glob("*.json")) if _is_brief(path)]
    if not files:
        raise InputError(f"{folder}: holds no brief", hint="write some with --format json --out")
    return tuple(map(load_brief, files))


def _is_brief(path: Path) -> bool:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and data.get("schema") in {FORMAT, FORMER}
