"""Owns prompt files to a rendered, hashed PromptSet; must not know the client.

A set is a folder: `set.toml` (purpose, sampling, limits) and one file per message; what it does not have comes from
the set it extends. Templates are Jinja with strict variables in a sandbox; report text is only ever a value, never a
template. The id hashes every message and setting together with the response schemas, so two briefs with one id were
asked the same way.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2
import jinja2.meta
import jinja2.nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from govbrief.errors import PromptError
from govbrief.sets.prompt_files import Limits, SetFiles, Settings, read_set
from govbrief_schemas import extraction
from govbrief_schemas.item import Kind, Theme
from govbrief_schemas.patterns import Slot

VARIABLES: Mapping[str, frozenset[str]] = {
    "system.md": frozenset({"examples"}),
    "chunk.md": frozenset({"path", "sentences", "cite", "kinds", "most", "terms"}),
    "again.md": frozenset({"sentences", "zh", "en", "complaints", "kind", "terms"}),
    "translate.md": frozenset({"zh", "en", "complaints", "kind", "terms"}),
    "names.md": frozenset({"title", "issuer", "terms", "complaints"}),
    "summary.md": frozenset({"items", "terms"}),
    "measures.md": frozenset({"measures", "terms"}),
}
"""The files of a set and the variables each may use."""
ECHO_CHARS = 12
"""A shorter line of a message is words that any item may hold."""


@dataclass(frozen=True, slots=True)
class PromptSet:
    """A validated set of prompts."""

    name: str
    id: str
    """`sha256:` and the hash of messages, settings and response schemas."""
    settings: Settings
    files: Mapping[str, Path]
    """Where each message comes from."""
    texts: Mapping[str, str]
    templates: Mapping[str, jinja2.Template]

    @property
    def about(self) -> str:
        """What the set is for, in a sentence."""
        return self.settings.about

    @property
    def limits(self) -> Limits:
        """Bounds of requests and answers."""
        return self.settings.limits

    @property
    def each(self) -> bool:
        """Whether every sentence chosen for a brief becomes one item."""
        return self.settings.each

    @property
    def locked(self) -> bool:
        """Whether the model sees placeholders instead of numbers."""
        return self.settings.numbers == "locked"

    @property
    def languages(self) -> tuple[str, ...]:
        """What the answer for a chunk holds of zh and en."""
        return self.settings.writes

    def render(self, file: str, **values: object) -> str:
        """The message of `file` with `values` filled in.

        Raises:
            PromptError: a variable is missing.
        """
        if file == "system.md":
            values = {"examples": self.settings.examples}
        try:
            return self.templates[file].render(**values).strip()
        except jinja2.TemplateError as error:
            raise PromptError(
                f"{self.files[file]}: {error}", hint="see the variables in docs/prompts.md"
            ) from error

    @property
    def echoes(self) -> tuple[str, ...]:
        """Lines of the messages, and examples, that must not come back as an item."""
        told = [text for e in self.settings.examples for text in (e.source, e.zh, e.en)]
        lines = [line for text in self.texts.values() for line in text.splitlines()]
        bare = (line.strip(" -*#\t0123456789.") for line in [*told, *lines])
        return tuple(dict.fromkeys(line for line in bare if len(line) >= ECHO_CHARS))


def load_prompts(name_or_path: str) -> PromptSet:
    """The set of that name, or in that folder.

    Raises:
        PromptError: no such set, a missing file, an unknown variable or setting, an example that fails its own
            check; names file and line.
    """
    found = read_set(name_or_path, tuple(VARIABLES))
    env = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return PromptSet(
        name=found.folder.resolve().name,
        id=_identity(found),
        settings=found.settings,
        files=found.files,
        texts=found.texts,
        templates={name: _template(env, found.files[name], text) for name, text in found.texts.items()},
    )


def _template(env: jinja2.Environment, path: Path, text: str) -> jinja2.Template:
    try:
        tree = env.parse(text)
        unknown = jinja2.meta.find_undeclared_variables(tree) - VARIABLES[path.name]
        template = env.from_string(text)
    except jinja2.TemplateSyntaxError as error:
        raise PromptError(f"{path}:{error.lineno}: {error.message}") from error
    if unknown:
        name = min(unknown)
        line = next(node.lineno for node in tree.find_all(jinja2.nodes.Name) if node.name == name)
        allowed = ", ".join(sorted(VARIABLES[path.name])) or "none"
        raise PromptError(f"{path}:{line}: unknown variable {name!r}", hint=f"this file may use: {allowed}")
    return template


def _identity(found: SetFiles) -> str:
    """Tagged hash over canonical JSON of messages, settings and every response schema, built with sample bounds."""
    settings = found.settings.model_dump(mode="json", exclude={"about"})
    free = Slot(("S1",), tuple(Theme), 9, 9, latin=False)
    slots = [free, free._replace(numbers=("n1",))]
    wordings = (extraction.pair_model, extraction.english_model)
    schemas = [
        *(extraction.items_model(slot, list(Kind), fewest=0, most=1) for slot in slots),
        *(extraction.each_model([slot], list(Kind)) for slot in slots),
        *(model(slot, kind, sentences=2) for model in wordings for slot in slots for kind in Kind),
        extraction.names_model(longest=9),
        extraction.measures_model([extraction.Term("1", 9), extraction.Term("2", 9, "Number of ")]),
        extraction.summary_model([extraction.Group(("1",), 9, 9, latin=False)]),
    ]
    content = {
        "messages": dict(found.texts),
        "settings": settings,
        "schemas": [schema.model_json_schema() for schema in schemas],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
