"""Owns what is known of a model and its server before the first request; must not know a word of a prompt.

The rows are data: `data/profiles.toml`, before it the user's own. What no row knows, `learning.py` finds out.
"""

import fnmatch
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from govbrief.base.datafiles import DATA
from govbrief.base.errors import UsageError
from govbrief.base.settings import Settings, config_folder
from govbrief.model.forms import FIRST_THINKING_TOKENS, RequestForm, Rung

OPENAI_HOST = "api.openai.com"
"""Where requests go when a key and no address is given."""
EMBEDDED_HOST = "embedded"
"""What stands for a host where the model runs inside this process's own server."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a model and its server can be held to."""

    rung: Rung | None = None
    """The request form that the server follows; None where only its answers will tell."""
    context_tokens: int | None = None
    """Tokens that the model reads and writes together, at most; None where only its answers will tell."""
    max_output_tokens: int | None = None
    """Tokens that it writes, at most, thinking included; None where that is not known."""
    chunk_chars: int = 2400
    """Characters of the source in one request."""
    requests_at_once: int = 8
    """Where the search for the best number of requests under way ends."""
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    reasoning: bool = False
    """True where the model thinks before it answers, and needs room for that."""
    token_limit: str = "max_tokens"  # noqa: S105 - the name of an option
    left_out: tuple[str, ...] = ()
    """Options that are refused."""
    fixed: Mapping[str, Any] = field(default_factory=dict)
    """Options that must have one value."""
    quota_is_spent: bool = False
    """True where a used-up quota is an empty account; elsewhere the same words may mean a limit by the minute."""
    system_role: bool = True
    """False where what the system says has to stand before the first question."""
    prompt_set: str = "default"
    """The prompt set where the user names none."""

    @property
    def form(self) -> RequestForm:
        """How the first request is put; where nothing is known, as most servers take it."""
        return RequestForm(
            self.rung or Rung.STRICT,
            self.token_limit,
            FIRST_THINKING_TOKENS if self.reasoning else 0,
            self.max_output_tokens,
            frozenset(self.left_out),
            dict(self.fixed),
            self.context_tokens,
            self.system_role,
        )


def profile_for(settings: Settings) -> Profile:
    """What is known of the model and the server that the settings name.

    Raises:
        UsageError: the user's own profiles cannot be read.
    """
    host = EMBEDDED_HOST if settings.embedded else _host(settings.base_url)
    return profile_of(settings.model_name, host)


def profile_of(model: str, host: str) -> Profile:
    """What is known of a model at a host; of all rows that fit the first that has a field decides it."""
    values: dict[str, Any] = {}
    for row in (*_user_rows(), *_rows(DATA / "profiles.toml")):
        if _fits(row.get("host"), host) and (
            _fits(row.get("model"), model) or _fits(row.get("model"), _bare(model))
        ):
            values = {k: v for k, v in row.items() if k not in {"host", "model"}} | values
    if "rung" in values:
        values["rung"] = Rung(values["rung"])
    return Profile(**values)


def _fits(patterns: list[str] | None, name: str) -> bool:
    return patterns is None or any(fnmatch.fnmatchcase(name.lower(), pattern.lower()) for pattern in patterns)


def _bare(model: str) -> str:
    """`deepseek-ai/DeepSeek-V3` -> `DeepSeek-V3`: many servers put the maker in front."""
    return model.rpartition("/")[2]


def _host(base_url: str | None) -> str:
    try:
        return (urlsplit(base_url).hostname if base_url else OPENAI_HOST) or ""
    except ValueError:
        return ""


def _user_rows() -> tuple[dict[str, Any], ...]:
    path = config_folder(os.environ) / "profiles.toml"
    return _rows(path) if path.is_file() else ()


def _rows(path: Path) -> tuple[dict[str, Any], ...]:
    """The rows of one file."""
    try:
        rows = tuple(
            _checked(row) for row in tomllib.loads(path.read_text(encoding="utf-8")).get("profile", [])
        )
    except (OSError, ValueError, AttributeError) as error:
        reason = f"{path}: not a readable list of profiles ({error})"
        raise UsageError(reason, hint="docs/models.md shows one") from error
    return rows


def _checked(row: dict[str, Any]) -> dict[str, Any]:
    """The row as it is, when it holds nothing unknown."""
    known = {f.name for f in fields(Profile)} | {"host", "model"}
    if unknown := sorted(row.keys() - known):
        raise ValueError(f"unknown field {unknown[0]!r}")
    Rung(row.get("rung", Rung.TEXT))
    return row
