"""Owns a prompt set's files and settings, with what it takes from the set it extends; must not know templates."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field, SerializeAsAny, ValidationError

from govbrief.base.errors import PromptError
from govbrief.sets.method_form import Limits, MethodForm, ToldAgain

_HOME = Path(__file__).resolve().parents[1]
FOLDER = _HOME / "prompts" if (_HOME / "prompts").is_dir() else _HOME.parents[1] / "prompts"
"""The sets that come with govbrief: inside the installed package, at the top of a checkout."""
SETTINGS = "set.toml"


class SetSettings(ToldAgain):
    """What `set.toml` says, after what it extends."""

    about: str = ""
    method: str
    """Name of the method that the set holds the words of."""
    temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    seed: int = 0
    limits: SerializeAsAny[Limits]
    examples: tuple[SerializeAsAny[ToldAgain], ...] = ()


class SetFiles(NamedTuple):
    """A set as it is read, before templates are compiled."""

    folder: Path
    form: MethodForm
    files: Mapping[str, Path]
    """Where each message comes from: this set's folder or that of a set it extends."""
    texts: Mapping[str, str]
    settings: SetSettings
    bases: tuple[Path, ...]
    """Folders of the sets that it extends, nearest first."""
    origins: Mapping[str, Path]
    """Which `set.toml` says each setting (`seed`, `limits.items`); one that none says has its default."""


def set_names() -> tuple[str, ...]:
    """Names of the sets that come with govbrief."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{SETTINGS}")))


def read_set(name_or_path: str, forms: Mapping[str, MethodForm]) -> SetFiles:
    """The files of the set of that name, or in that folder; `forms` says what each method needs.

    Raises:
        PromptError: no such set, a missing file, an unknown setting, an example that fails its own check, a set
            that extends itself; names file and line.
    """
    chain = _chain(find_set(name_or_path))
    values, origins = _merged(chain)
    form = _form(chain[0] / SETTINGS, values, origins, forms)
    files = {name: _first(chain, name) for name in form.files}
    settings = _settings(chain[0] / SETTINGS, values, origins, form)
    _check_examples(origins.get("examples", chain[0] / SETTINGS), settings.examples, form)
    texts = {name: _read(path) for name, path in files.items()}
    return SetFiles(chain[0], form, files, texts, settings, tuple(chain[1:]), origins)


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
    while base := _toml(path := chain[-1] / SETTINGS).get("extends"):
        where = f"{path}:{_line(path, ['extends'])}: extends {base!r}"
        beside = chain[-1].parent / str(base)
        try:
            above = beside if (beside / SETTINGS).is_file() else find_set(str(base))
        except PromptError as error:
            raise PromptError(f"{where}: {error}", hint=error.hint) from error
        if any(above.resolve() == known.resolve() for known in chain):
            raise PromptError(f"{where}, which is this set or extends it", hint="extend another set, or none")
        chain.append(above)
    return chain


def _merged(chain: Sequence[Path]) -> tuple[dict[str, Any], dict[str, Path]]:
    """The settings of all sets, the nearest last word on each, and which file has it; limits one by one."""
    values: dict[str, Any] = {}
    origins: dict[str, Path] = {}
    for folder in reversed(chain):
        path = folder / SETTINGS
        for name, value in _toml(path).items():
            before = values.get(name)
            if name == "limits" and isinstance(value, dict) and isinstance(before, dict | None):
                values[name] = (before or {}) | value
                origins |= {f"{name}.{limit}": path for limit in value}
            elif name != "extends":
                values[name] = value
                origins[name] = path
    return values, origins


def _first(chain: Sequence[Path], name: str) -> Path:
    return next((folder / name for folder in chain if (folder / name).is_file()), chain[0] / name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise PromptError(
            f"{path}: cannot be read ({reason})",
            hint="a prompt set needs every file, in UTF-8, of its own or from the set that it extends",
        ) from error


def _toml(path: Path) -> dict[str, Any]:
    text = _read(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise PromptError(f"{path}:{line}: {error}", hint="see https://toml.io for the format") from error


def _form(
    own: Path, values: Mapping[str, Any], origins: Mapping[str, Path], forms: Mapping[str, MethodForm]
) -> MethodForm:
    """The form of the method that the set names."""
    name = values.get("method")
    if isinstance(name, str) and name in forms:
        return forms[name]
    path = origins.get("method", own)
    raise PromptError(
        f"{path}:{_line(path, ['method'])}: method: "
        + ("not named" if name is None else f"no method {name!r}"),
        hint=f"methods: {', '.join(sorted(forms))}",
    )


def _settings(
    own: Path, values: Mapping[str, Any], origins: Mapping[str, Path], form: MethodForm
) -> SetSettings:
    """The settings checked; `own` is the file that lacks what is missing."""

    class Whole(SetSettings):
        """The settings of one method."""

        limits: form.limits  # type: ignore[name-defined]  # a class that the method gives
        examples: tuple[form.example, ...] = ()  # type: ignore[name-defined]  # likewise

    try:
        whole = Whole.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        where = first["loc"]
        name = ".".join(map(str, where))
        path = next((origins[key] for key in (name, str(where[0])) if key in origins), own)
        missing = first["type"] == "missing"
        seen = "" if missing else f" (seen: {first['input']!r})"
        raise PromptError(
            f"{path}:{_line(path, where[:-1] if missing else where)}: {name}: {first['msg']}{seen}",
            hint="docs/prompts.md lists the settings",
        ) from error
    return SetSettings.model_construct(**{name: getattr(whole, name) for name in SetSettings.model_fields})


def _check_examples(path: Path, examples: Sequence[ToldAgain], form: MethodForm) -> None:
    """Every example must pass the check that its imitations will be put to."""
    for number, example in enumerate(examples, 1):
        if wrong := form.fault(example):
            line = _line(path, ["examples", number - 1])
            raise PromptError(
                f"{path}:{line}: example {number} fails its own check: {wrong}",
                hint="the model imitates examples; make source, zh and en of this one agree",
            )


def _line(path: Path, where: Sequence[str | int]) -> int:
    """Line of a setting, e.g. `limits`, `items` or `examples`, 1, `zh`; of what it stands in when it is not found."""
    text = _read(path)
    at = 0
    for step, after in zip(where, [*where[1:], None], strict=False):
        name = re.escape(str(step))
        matches = list(re.finditer(rf"^[ \t]*(\[+{name}\]|(\w+\.)?{name}[ \t]*=)", text[at:], re.MULTILINE))
        number = after if isinstance(after, int) else 0
        if matches:
            at += matches[min(number, len(matches) - 1)].start()
    return text.count("\n", 0, at) + 1
