"""Owns the options that several commands have."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """Languages of a view."""

    BOTH = "both"
    ZH = "zh"
    EN = "en"


class Engine(StrEnum):
    """What spreads the work."""

    LOCAL = "local"
    RAY = "ray"


JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
JsonlFlag = Annotated[bool, typer.Option("--jsonl", help="Filter: one JSON object a line, in and out.")]
UrlFlag = Annotated[bool, typer.Option("--allow-url", help="Let SOURCE be a web address.")]
ForceFlag = Annotated[
    bool, typer.Option("--force", help="Go on with a text that is no Chinese government report.")
]
Endpoint = Annotated[
    str | None, typer.Option("--base-url", help="Server with an OpenAI-compatible chat API.")
]
ModelName = Annotated[str | None, typer.Option("--model", help="Model to ask for (GOVBRIEF_MODEL).")]
ModelFile = Annotated[Path | None, typer.Option("--model-file", help="Another GGUF for the embedded model.")]
Concurrency = Annotated[
    str | None,
    typer.Option(help="Requests at once, at most; fewer where the server wants fewer.  [default: auto]"),
]
Timeout = Annotated[float | None, typer.Option(help="Seconds for one request.  [default: 300]")]
GlossaryFile = Annotated[Path | None, typer.Option(help="Your own terms, added to the built-in ones.")]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on stderr.")]


def known_sets(begun: str) -> list[str]:
    """Prompt sets whose name begins so, for the shell's completion."""
    from govbrief.sets.prompt_files import set_names

    return [name for name in set_names() if name.startswith(begun)]


def known_formats(begun: str) -> list[str]:
    """Formats that complete the last of a list such as `md,ht`."""
    from govbrief.cli.briefformats import FORMATS
    from govbrief.views.export import TABLE_FORMATS

    first, comma, last = begun.rpartition(",")
    return [f"{first}{comma}{name}" for name in (*FORMATS, *TABLE_FORMATS) if name.startswith(last)]
