"""Owns how prompt sets are shown: lists and whole sets as text or JSON, differences in color on a terminal.

A set may be somebody else's folder, so its text is shown without control characters, and never as markup.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govbrief.sets.prompt_tools import Description
from govbrief.views.outline import plain

if TYPE_CHECKING:
    from rich.console import Console

ID_CHARS = 19
"""`sha256:` and twelve digits; a brief holds all sixty-four."""
COLORS = {"+++": "bold", "---": "bold", "@@": "cyan", "+": "green", "-": "red"}
"""By how a line of a diff begins; the longer beginnings first."""


def list_lines(sets: Sequence[Description]) -> Iterator[str]:
    """Two lines a set: name, short id and what it extends; then what it is for."""
    width = max((len(one.name) for one in sets), default=0)
    for one in sets:
        extends = f"  extends 继承 {one.extends[0]}" if one.extends else ""
        yield plain(f"{one.name:{width}}  {one.id[:ID_CHARS]}{extends}")
        yield plain(f"{'':{width}}  {one.about}")


def list_json(sets: Sequence[Description]) -> list[dict[str, Any]]:
    """The sets as `prompts list --json` prints them."""
    return [_head(one) for one in sets]


def set_lines(one: Description) -> Iterator[str]:
    """Everything of one set, with the file that each setting and message comes from."""
    yield f"name 名称     {plain(one.name)}"
    yield f"about 用途    {plain(one.about)}"
    yield f"id 标识       {one.id}"
    yield f"folder 位置   {plain(_shown(one.folder))}"
    if one.extends:
        yield f"extends 继承  {plain(' > '.join(one.extends))}"
    yield ""
    yield "settings 设置"
    settings = [
        (plain(s.line), _shown(s.file) if s.file else "default") for s in one.settings if s.name != "about"
    ]
    width = min(max(len(line) for line, _ in settings), 40)
    for line, file in settings:
        yield f"  {line:{width}}  # {plain(file)}"
    for message in one.messages:
        yield ""
        yield f"== {message.name}  # {plain(_shown(message.file))}"
        yield from (plain(line) for line in message.text.rstrip("\n").split("\n"))


def set_json(one: Description) -> dict[str, Any]:
    """The set as `prompts show --json` prints it; `file` is null for a default."""
    return {
        **_head(one),
        "folder": str(one.folder),
        "settings": [
            {"name": s.name, "value": s.value, "file": str(s.file) if s.file else None} for s in one.settings
        ],
        "messages": [{"name": m.name, "file": str(m.file), "text": m.text} for m in one.messages],
    }


def print_diff(lines: Iterable[str], console: "Console") -> None:
    """The lines, in color where the console has it; piped, they are what `patch` reads."""
    from rich.text import Text  # noqa: PLC0415 - lists and JSON need no rich

    for line in lines:
        if not console.is_terminal:
            console.file.write(f"{line}\n")
            continue
        style = next((color for start, color in COLORS.items() if line.startswith(start)), "")
        console.print(Text(plain(line), style=style), soft_wrap=True)


def _head(one: Description) -> dict[str, Any]:
    return {"name": one.name, "id": one.id, "about": one.about, "extends": list(one.extends)}


def _shown(path: Path) -> str:
    """A path as short as it can be from here."""
    here, full = Path.cwd(), path.resolve()
    return str(full.relative_to(here)) if full.is_relative_to(here) else str(path)
