"""Owns prompt files to a rendered, hashed PromptSet; must not know the client.

A set is a folder: `set.toml` (purpose, sampling, limits) and one file per message. Templates are Jinja with strict
variables in a sandbox; report text is only ever a value, never a template. The id hashes every file together with the
response schemas, so two briefs with one id were asked the same way.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import jinja2
import jinja2.meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.errors import PromptError
from schemas import extraction
from schemas.item import Kind, Theme

FOLDER = Path(__file__).resolve().parent.parent / "prompts"
"""The sets that come with govbrief; beside this package in a checkout and in a wheel."""

VARIABLES: Mapping[str, frozenset[str]] = {
    "system.md": frozenset(),
    "chunk.md": frozenset({"path", "sentences", "cite", "kinds", "most", "terms"}),
    "again.md": frozenset({"sentences", "zh", "en", "complaints", "kind", "terms"}),
    "translate.md": frozenset({"zh", "en", "complaints", "kind", "terms"}),
    "names.md": frozenset({"title", "issuer", "terms", "complaints"}),
    "summary.md": frozenset({"items", "terms"}),
    "measures.md": frozenset({"measures", "terms"}),
}
"""The files of a set and the variables each may use."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of requests and answers; characters unless the name says otherwise."""

    chunk_chars: int
    """Source text in one request."""
    items: int
    """Items from one chunk, at most."""
    brief_items: int
    """Items of one brief, roughly: a long report gives fewer from each chunk, but never none."""
    evidence: int
    """Sentences one item may cite."""
    zh_chars: int
    en_chars: int
    summary: int
    """Sentences of the summary, at most."""
    reasks: int
    """Times an item is sent back with complaints."""
    max_tokens: int
    """Of one answer."""


@dataclass(frozen=True, slots=True)
class PromptSet:
    """A validated set of prompts."""

    name: str
    about: str
    id: str
    """`sha256:` and the hash of files and response schemas."""
    limits: Limits
    each: bool
    """True: every sentence chosen for a brief becomes one item. False: the model chooses among them."""
    temperature: float
    seed: int
    files: Mapping[str, str]
    templates: Mapping[str, jinja2.Template]

    def render(self, file: str, **values: object) -> str:
        """The message of `file` with `values` filled in.

        Raises:
            PromptError: a variable is missing.
        """
        try:
            return self.templates[file].render(**values).strip()
        except jinja2.TemplateError as error:
            raise PromptError(
                f"{self.name}/{file}: {error}", hint="see the variables in docs/prompts.md"
            ) from error

    @property
    def echoes(self) -> tuple[str, ...]:
        """Lines of the messages that must not come back as an item."""
        lines = (
            line.strip(" -*#\t0123456789.") for text in self.files.values() for line in text.splitlines()
        )
        return tuple(dict.fromkeys(line for line in lines if len(line) >= 12))  # noqa: PLR2004 - shorter lines are words


def set_names() -> tuple[str, ...]:
    """Names of the sets that come with govbrief."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/set.toml")))


def load_prompts(name_or_path: str) -> PromptSet:
    """The set of that name, or in that folder.

    Raises:
        PromptError: no such set, a missing file, an unknown variable or setting; names file and line.
    """
    folder = Path(name_or_path)
    if not (folder / "set.toml").is_file():
        folder = FOLDER / name_or_path
    if not (folder / "set.toml").is_file():
        raise PromptError(
            f"no prompt set {name_or_path!r}",
            hint=f"sets here: {', '.join(set_names())}; or give a folder with a set.toml",
        )
    files = {name: _read(folder / name) for name in VARIABLES}
    settings_text = _read(folder / "set.toml")
    settings = _settings(folder / "set.toml", settings_text)
    env = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return PromptSet(
        name=folder.name,
        about=str(settings.get("about", "")),
        id=_identity({**files, "set.toml": settings_text}),
        limits=_limits(folder / "set.toml", settings.get("limits", {})),
        each=bool(settings.get("each", False)),
        temperature=float(settings.get("temperature", 0.0)),
        seed=int(settings.get("seed", 0)),
        files=files,
        templates={name: _template(env, folder / name, text) for name, text in files.items()},
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(
            f"{path}: cannot be read ({error})", hint="a prompt set needs every file, in UTF-8"
        ) from error


def _settings(path: Path, text: str) -> dict[str, Any]:
    try:
        settings = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"{path}: {error}") from error
    unknown = set(settings) - {"about", "each", "temperature", "seed", "limits"}
    if unknown:
        raise PromptError(f"{path}: unknown setting {min(unknown)!r}")
    return settings


def _limits(path: Path, values: Mapping[str, Any]) -> Limits:
    expected = {field.name for field in fields(Limits)}
    for name in sorted(expected ^ set(values)):
        problem = "missing" if name in expected else "unknown"
        raise PromptError(
            f"{path}: [limits] {name} is {problem}", hint=f"needed: {', '.join(sorted(expected))}"
        )
    for name, value in values.items():
        if not isinstance(value, int) or value < 0:
            raise PromptError(f"{path}: [limits] {name} is {value!r}, expected a whole number")
    return Limits(**values)


def _template(env: jinja2.Environment, path: Path, text: str) -> jinja2.Template:
    try:
        unknown = jinja2.meta.find_undeclared_variables(env.parse(text)) - VARIABLES[path.name]
        template = env.from_string(text)
    except jinja2.TemplateSyntaxError as error:
        raise PromptError(f"{path}:{error.lineno}: {error.message}") from error
    if unknown:
        name = min(unknown)
        line = next((i for i, row in enumerate(text.splitlines(), 1) if name in row), 1)
        allowed = ", ".join(sorted(VARIABLES[path.name])) or "none"
        raise PromptError(f"{path}:{line}: unknown variable {name!r}", hint=f"this file may use: {allowed}")
    return template


def _identity(files: Mapping[str, str]) -> str:
    """Tagged hash over canonical JSON of the files and of every response schema, built with sample bounds."""
    slot = extraction.Slot(("S1",), tuple(Theme), 9, 9, latin=False)
    schemas = [
        extraction.items_model(slot, list(Kind), fewest=0, most=1),
        extraction.each_model([slot], list(Kind)),
        extraction.pair_model(zh_chars=9, en_chars=9, future=True),
        extraction.english_model(en_chars=9),
        extraction.names_model(longest=9),
        extraction.measures_model(["1"], longest=9),
        extraction.summary_model([extraction.Group(("1",), 9, 9, latin=False)]),
    ]
    content = {"files": files, "schemas": [schema.model_json_schema() for schema in schemas]}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
