"""Owns what is done with prompt sets apart from asking: describing one, comparing two, beginning a new one."""

import difflib
import io
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from govbrief.base.errors import OutputError, UsageError
from govbrief.base.files import write_atomically
from govbrief.sets.method_form import MethodForm
from govbrief.sets.prompt_files import FOLDER, SETTINGS, read_set, set_names
from govbrief.sets.prompts import load_prompts


class ShownSetting(NamedTuple):
    """One setting as it applies."""

    name: str
    """`seed`, `limits.items`."""
    value: Any
    file: Path | None
    """The `set.toml` that says so; None for a default."""

    @property
    def line(self) -> str:
        """As `set.toml` would say it; a JSON string, number or list of strings is one of TOML as well."""
        return f"{self.name} = {json.dumps(self.value, ensure_ascii=False)}"


class Message(NamedTuple):
    """One message template as it applies."""

    name: str
    file: Path
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """A set with everything that it takes from others."""

    name: str
    id: str
    about: str
    folder: Path
    extends: tuple[str, ...]
    """Names of the sets it builds on, nearest first."""
    settings: tuple[ShownSetting, ...]
    messages: tuple[Message, ...]


def describe(name_or_path: str, forms: Mapping[str, MethodForm]) -> Description:
    """The set of that name, or in that folder, validated as for a brief.

    Raises:
        PromptError: it cannot be used; names file and line.
    """
    prompts = load_prompts(name_or_path, forms)
    found = read_set(name_or_path, forms)
    return Description(
        name=prompts.name,
        id=prompts.id,
        about=prompts.about,
        folder=found.folder,
        extends=tuple(folder.resolve().name for folder in found.bases),
        settings=tuple(
            ShownSetting(name, value, found.origins.get(name.partition("[")[0]))
            for name, value in _flat(found.settings.model_dump(mode="json"))
        ),
        messages=tuple(Message(name, path, found.texts[name]) for name, path in found.files.items()),
    )


def _flat(settings: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Settings one by one: `limits.items`, `examples[0].zh`."""
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", one) for key, one in value.items())
        elif name == "examples":
            for number, example in enumerate(value):
                yield from ((f"{name}[{number}].{key}", one) for key, one in example.items())
        else:
            yield name, value


def diff_sets(a: str, b: str, forms: Mapping[str, MethodForm]) -> Iterator[str]:
    """Lines of a unified diff of the settings and messages of two sets, resolved; none when they are the same.

    Raises:
        PromptError: one of them cannot be used.
    """
    before, after = _texts(describe(a, forms)), _texts(describe(b, forms))
    for file, text in before.items():
        yield from _diff(text, after.pop(file, ""), f"{a}/{file}", f"{b}/{file}")
    for file, text in after.items():
        yield from _diff("", text, f"{a}/{file}", f"{b}/{file}")


def _texts(found: Description) -> dict[str, str]:
    settings = "".join(f"{setting.line}\n" for setting in found.settings)
    return {SETTINGS: settings} | {message.name: message.text for message in found.messages}


def _diff(before: str, after: str, a: str, b: str) -> Iterator[str]:
    # only a line feed ends a line here, as in git: str.splitlines knows ten more, and would hide their difference
    old, new = (list(io.StringIO(text, newline="\n")) for text in (before, after))
    for line in difflib.unified_diff(old, new, a, b):
        yield line.rstrip("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def new_set(folder: Path, base: str, forms: Mapping[str, MethodForm], *, copy: bool = False) -> Path:
    """Begin a set in `folder` that asks what `base` asks, to be changed by hand; gives its `set.toml`.

    It extends `base` and holds nothing else; with `copy` it holds every message and setting and extends nothing.

    Raises:
        PromptError: `base` cannot be used.
        UsageError: something is there already, or the name is that of a set that comes with govbrief.
        OutputError: the folder cannot be written.
    """
    found = describe(base, forms)
    if folder.exists():
        raise UsageError(
            f"{folder}: is there already, and nothing is overwritten", hint="choose another folder"
        )
    if folder.resolve().name in set_names():
        reason = f"{folder}: {folder.resolve().name!r} is the name of a set that comes with govbrief"
        raise UsageError(reason, hint="recordings and briefs name a set by its folder: choose another name")
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made ({error.strerror or error})") from error
    if copy:
        for message in found.messages:
            write_atomically(folder / message.name, message.text)
    write_atomically(folder / SETTINGS, _whole(found) if copy else _extending(found, folder))
    return folder / SETTINGS


def _extending(found: Description, folder: Path) -> str:
    return (
        f"{_about(found)}\n"
        f"extends = {json.dumps(_reference(found.folder.resolve(), folder), ensure_ascii=False)}\n\n"
        "# What stands here or in a file beside (system.md, chunk.md, ...) takes the place of what that set says.\n"
        "# docs/prompts.md lists settings, files and their variables.\n"
    )


def _reference(base: Path, folder: Path) -> str:
    """What `extends` says in `folder` to mean `base`: a name where that means nothing else, or the way from beside."""
    nearer = (folder.parent / base.name, Path(base.name))
    hidden = any((other / SETTINGS).is_file() and other.resolve() != base for other in nearer)
    return (
        base.name if base.parent == FOLDER and not hidden else os.path.relpath(base, folder.resolve().parent)
    )


def _whole(found: Description) -> str:
    """Every setting of a set as a file of its own."""
    lines = [_about(found)]
    table = ""
    for setting in found.settings:
        head, _, key = setting.name.rpartition(".")
        if setting.name == "about":
            continue
        if head != table:
            lines += ["", "[limits]" if head == "limits" else "[[examples]]"]
            table = head
        lines.append(setting._replace(name=key).line)
    return "\n".join(lines) + "\n"


def _about(found: Description) -> str:
    return ShownSetting("about", f"As {found.name}, but: say here what is different, and why.", None).line
