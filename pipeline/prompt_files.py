"""Owns a prompt set's files and settings, with what it takes from the set it extends; must not know templates."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.check import check_pair
from pipeline.errors import PromptError
from pipeline.quantities import find_quantities
from schemas.finding import Verdict
from schemas.item import Kind

FOLDER = Path(__file__).resolve().parent.parent / "prompts"
"""The sets that come with govbrief; beside this package in a checkout and in a wheel."""
SETTINGS = "set.toml"


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Limits(_Settings):
    """Bounds of requests and answers; characters unless the name says otherwise."""

    chunk_chars: int = Field(ge=1)
    """Source text in one request."""
    part_chars: int = Field(ge=0)
    """Of a sentence that one item tells whole; a longer one is told in parts. 0: never cut."""
    items: int = Field(ge=1)
    """Sentences of one chunk that become items, at most."""
    brief_items: int = Field(ge=1)
    """Items of one brief, roughly: a long report gives fewer from each chunk, but never none."""
    evidence: int = Field(ge=1)
    """Sentences one item may cite, where the model chooses among them."""
    zh_chars: int = Field(ge=1)
    en_chars: int = Field(ge=1)
    summary: int = Field(ge=1)
    """Sentences of the summary, at most."""
    reasks: int = Field(ge=0)
    """Times an item is sent back with complaints."""
    max_tokens: int = Field(ge=1)
    """Of one answer."""


class Example(_Settings):
    """One answer shown to the model; its numbers are checked when the set is loaded."""

    kind: Kind
    source: str
    zh: str
    en: str


class Settings(_Settings):
    """What `set.toml` says, after what it extends."""

    about: str = ""
    each: bool = False
    """True: every sentence chosen for a brief becomes one item. False: the model chooses among them."""
    numbers: str = Field(default="free", pattern="^(free|locked)$")
    """`locked`: the model sees placeholders instead of numbers and cannot write any other number."""
    writes: tuple[str, ...] = ("zh", "en")
    """Languages that the answer for a chunk holds; without `zh` the source's own words are quoted, without `en`
    every item is translated in a request of its own."""
    temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    seed: int = 0
    limits: Limits
    examples: tuple[Example, ...] = ()


class SetFiles(NamedTuple):
    """A set as it is read, before templates are compiled."""

    folder: Path
    files: Mapping[str, Path]
    """Where each message comes from: this set's folder or that of a set it extends."""
    texts: Mapping[str, str]
    settings: Settings


def set_names() -> tuple[str, ...]:
    """Names of the sets that come with govbrief."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{SETTINGS}")))


def read_set(name_or_path: str, messages: Sequence[str]) -> SetFiles:
    """The files of the set of that name, or in that folder; `messages` are the files that it must have.

    Raises:
        PromptError: no such set, a missing file, an unknown setting, an example that fails its own check, a set
            that extends itself; names file and line.
    """
    chain = _chain(find_set(name_or_path))
    merged: dict[str, Any] = {}
    for folder in reversed(chain):
        own = _toml(folder / SETTINGS)
        own["limits"] = {**merged.get("limits", {}), **own.get("limits", {})}
        merged |= {key: value for key, value in own.items() if key != "extends"}
    files = {name: _first(chain, name) for name in messages}
    settings = _settings(chain[0] / SETTINGS, merged)
    _check_examples(chain[0] / SETTINGS, settings.examples)
    return SetFiles(chain[0], files, {name: _read(path) for name, path in files.items()}, settings)


def find_set(name_or_path: str) -> Path:
    """The folder of a set.

    Raises:
        PromptError: there is none.
    """
    for folder in (Path(name_or_path), FOLDER / name_or_path):
        if (folder / SETTINGS).is_file():
            return folder
    raise PromptError(
        f"no prompt set {name_or_path!r}",
        hint=f"sets here: {', '.join(set_names())}; or give a folder with a {SETTINGS}",
    )


def _chain(folder: Path) -> list[Path]:
    """The set's folder and those of the sets it extends, nearest first."""
    chain = [folder]
    while base := _toml(chain[-1] / SETTINGS).get("extends"):
        beside = chain[-1].parent / str(base)
        above = beside if (beside / SETTINGS).is_file() else find_set(str(base))
        if any(above.resolve() == known.resolve() for known in chain):
            raise PromptError(f"{chain[-1] / SETTINGS}: extends {base!r}, which extends this set again")
        chain.append(above)
    return chain


def _first(chain: Sequence[Path], name: str) -> Path:
    return next((folder / name for folder in chain if (folder / name).is_file()), chain[0] / name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(
            f"{path}: cannot be read ({error})",
            hint="a prompt set needs every file, in UTF-8, of its own or from the set that it extends",
        ) from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: {error}") from error


def _settings(path: Path, values: Mapping[str, Any]) -> Settings:
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = [str(part) for part in first["loc"]]
        name = ".".join(where)
        line = _line(path, rf"^\s*{re.escape(where[-1])}\s*=") if where else 1
        raise PromptError(
            f"{path}:{line}: {name}: {first['msg']} (seen: {first['input']!r})",
            hint="docs/prompts.md lists the settings",
        ) from error


def _check_examples(path: Path, examples: Sequence[Example]) -> None:
    """Every example must pass the check that its imitations will be put to."""
    for number, example in enumerate(examples, 1):
        if wrong := _fault(example):
            line = _line(path, r"^\[\[examples\]\]", number)
            raise PromptError(
                f"{path}:{line}: example {number} fails its own number check: {wrong}",
                hint="the model imitates examples; make the three texts of this one agree",
            )


def _fault(example: Example) -> str:
    """What is wrong with an example's numbers; empty when its three texts agree."""
    carried = {(q.value, q.unit, q.qualifier) for q in find_quantities(example.source, "zh")}
    for q in find_quantities(example.zh, "zh"):
        if (q.value, q.unit, q.qualifier) not in carried:
            return f"zh says {q.text!r}, which its source does not hold"
    doubts = [f for f in check_pair(example.zh, example.en) if f.verdict is not Verdict.SUPPORTED]
    return doubts[0].message if doubts else ""


def _line(path: Path, pattern: str, number: int = 1) -> int:
    """Line of the `number`-th match of `pattern` in the file; 1 when it is not there."""
    matches = list(re.finditer(pattern, _read(path), re.MULTILINE))
    return _read(path).count("\n", 0, matches[number - 1].start()) + 1 if len(matches) >= number else 1
