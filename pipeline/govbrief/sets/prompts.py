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
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from govbrief.base.errors import PromptError
from govbrief.sets.method_form import Limits, MethodForm
from govbrief.sets.prompt_files import SetFiles, SetSettings, read_set

ECHO_CHARS = 12
"""A shorter line of a message is words that any item may hold."""


@dataclass(frozen=True, slots=True)
class PromptSet:
    """A validated set of prompts."""

    name: str
    id: str
    """`sha256:` and the hash of messages, settings and response schemas."""
    form: MethodForm
    settings: SetSettings
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
        """Bounds that every method has."""
        return self.settings.limits

    @property
    def method(self) -> str:
        """Name of the method that the set holds the words of."""
        return self.settings.method

    def render(self, file: str, **values: object) -> str:
        """The message of `file` with `values` filled in.

        Raises:
            PromptError: a variable is missing.
        """
        try:
            return self.templates[file].render(**values).strip()
        except _BROKEN as error:
            raise PromptError(
                f"{self.files[file]}: {str(error) or type(error).__name__}",
                hint="see the variables in docs/prompts.md",
            ) from error

    @property
    def echoes(self) -> tuple[str, ...]:
        """Lines of the messages, and examples, that must not come back as an item."""
        told = [text for example in self.settings.examples for text in self.form.spoken(example)]
        lines = [line for text in self.texts.values() for line in text.splitlines()]
        bare = (line.strip(" -*#\t0123456789.") for line in [*told, *lines])
        return tuple(dict.fromkeys(line for line in bare if len(line) >= ECHO_CHARS))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Where messages are rendered: nothing of Python is reached from it, and no operator makes a giant."""

    intercepted_binops = frozenset({"*", "**"})
    _MOST = 10_000

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        """The result, where it is of ordinary size.

        Raises:
            SecurityError: a text would be repeated, or a number raised, beyond all bounds.
        """
        sizes = (side for side in (left, right) if isinstance(side, int) and abs(side) > self._MOST)
        if next(sizes, None) is not None and (operator == "**" or not self._are_numbers(left, right)):
            raise jinja2.exceptions.SecurityError(f"{operator} with so large a number")
        value: object = super().call_binop(context, operator, left, right)
        return value

    @staticmethod
    def _are_numbers(left: object, right: object) -> bool:
        return isinstance(left, (int, float)) and isinstance(right, (int, float))


_BROKEN = (
    jinja2.TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a message may raise that somebody wrote: it divides by nothing, counts without end, calls itself."""


def load_prompts(name_or_path: str, forms: Mapping[str, MethodForm]) -> PromptSet:
    """The set of that name, or in that folder; `forms` says what each method needs.

    Raises:
        PromptError: no such set, a missing file, an unknown variable or setting, an example that fails its own
            check; names file and line.
    """
    found = read_set(name_or_path, forms)
    env = _Sandbox(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return PromptSet(
        name=found.folder.resolve().name,
        id=_identity(found),
        form=found.form,
        settings=found.settings,
        files=found.files,
        texts=found.texts,
        templates={
            name: _template(env, found.files[name], text, found.form.files[name])
            for name, text in found.texts.items()
        },
    )


def _template(env: jinja2.Environment, path: Path, text: str, variables: frozenset[str]) -> jinja2.Template:
    try:
        tree = env.parse(text)
        unknown = jinja2.meta.find_undeclared_variables(tree) - variables
        template = env.from_string(text)
    except jinja2.TemplateSyntaxError as error:
        raise PromptError(f"{path}:{error.lineno}: {error.message}") from error
    if unknown:
        name = min(unknown)
        line = next(node.lineno for node in tree.find_all(jinja2.nodes.Name) if node.name == name)
        allowed = ", ".join(sorted(variables)) or "none"
        raise PromptError(f"{path}:{line}: unknown variable {name!r}", hint=f"this file may use: {allowed}")
    return template


def _identity(found: SetFiles) -> str:
    """Tagged hash over canonical JSON of messages, settings and the classes of all answers."""
    settings = found.settings.model_dump(mode="json", exclude={"about"})
    content = {
        "messages": dict(found.texts),
        "settings": settings,
        "schemas": [answer.model_json_schema() for answer in found.form.answers],
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()
