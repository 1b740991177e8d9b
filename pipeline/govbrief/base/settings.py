"""Owns reading flags, environment and the configuration file, once at start; the first that speaks wins."""

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from govbrief.base.errors import UsageError
from govbrief.base.prices import FREE, Price, list_price, parse_prices

EMBEDDED_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
"""Name under which the embedded model is asked and reported."""
OR_AUTO: Mapping[str, str] = {"concurrency": ", or auto"}
KEYS = frozenset({
    "api_key",
    "base_url",
    "model",
    "model_file",
    "prompts",
    "prices",
    "concurrency",
    "timeout_s",
})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the model is and how it is asked."""

    api_key: str | None = None
    base_url: str | None = None
    model: str | None = None
    model_file: Path | None = None
    """Another GGUF for the embedded model."""
    prompts: str | None = None
    """Name or folder of the prompt set; None: the one that fits the model."""
    concurrency: int | None = None
    """Requests under way at once, at most; None is what the model's profile says."""
    timeout_s: float = 300.0
    """Seconds that one request may take."""
    prices: Mapping[str, Price] = field(default_factory=dict)
    """What the user says that models cost."""

    @property
    def price(self) -> Price | None:
        """What the model's tokens cost; None where nobody knows."""
        if self.embedded:
            return FREE
        return self.prices.get(self.model_name) or list_price(self.model_name, self.base_url)

    @property
    def embedded(self) -> bool:
        """True when the model runs on this machine: no key and no address given, or a weights file."""
        return self.model_file is not None or (self.base_url is None and self.api_key is None)

    @property
    def prompt_set(self) -> str:
        """Name or folder of the prompt set that asks the model."""
        return self.prompts or ("embedded" if self.embedded else "default")

    @property
    def model_name(self) -> str:
        """The name that the server is asked for and the brief reports."""
        if self.model:
            return self.model
        if self.model_file:
            return self.model_file.stem
        return EMBEDDED_MODEL


def config_folder(environ: Mapping[str, str]) -> Path:
    """Where a user's own files are looked for."""
    base = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "govbrief"


def config_path(environ: Mapping[str, str]) -> Path:
    """Where the configuration file is looked for."""
    return config_folder(environ) / "config.toml"


def _from_file(path: Path) -> dict[str, object]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageError(
            f"{path}: not a readable configuration file ({error})", hint="mend it or remove it"
        ) from error
    unknown = sorted(set(values) - KEYS)
    if unknown:
        raise UsageError(f"{path}: unknown setting {unknown[0]!r}", hint=f"known: {', '.join(sorted(KEYS))}")
    return values


def _positive(values: Mapping[str, object], key: str, convert: type[int] | type[float]) -> float | None:
    raw = values.get(key)
    if raw is None:
        return None
    try:
        number = convert(str(raw))
    except ValueError:
        number = convert(0)
    if not 0 < number < math.inf:
        raise UsageError(f"{key} is {raw!r}", hint="give a number above 0" + OR_AUTO.get(key, ""))
    return number


def read_settings(flags: Mapping[str, object], environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from `flags` (None means not given), the environment and the configuration file.

    Raises:
        UsageError: the configuration file cannot be read, or a value is out of range.
    """
    env = os.environ if environ is None else environ
    values = _from_file(config_path(env))
    named = {"api_key": "OPENAI_API_KEY", "base_url": "OPENAI_BASE_URL", "model": "GOVBRIEF_MODEL"}
    values |= {key: env[name] for key, name in named.items() if env.get(name)}
    values |= {key: value for key, value in flags.items() if value is not None}
    values = {k: v for k, v in values.items() if (k, v) != ("concurrency", "auto")}
    concurrency = _positive(values, "concurrency", int)
    model_file = values.get("model_file")

    def text(key: str) -> str | None:
        value = values.get(key)
        # copying brings blanks and line ends along
        return None if value is None else str(value).strip() or None

    return Settings(
        api_key=text("api_key"),
        base_url=text("base_url"),
        model=text("model"),
        model_file=Path(str(model_file)) if model_file else None,
        prompts=text("prompts"),
        concurrency=None if concurrency is None else int(concurrency),
        timeout_s=_positive(values, "timeout_s", float) or 300.0,
        prices=parse_prices(values.get("prices", {}), f"{config_path(env)}: prices"),
    )
