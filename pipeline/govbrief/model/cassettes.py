"""Owns cassettes, recorded HTTP answers in the file format of vcrpy: how one is found, read, matched and written.

A request is matched on method, path and body (JSON compared as values), so a changed prompt never replays an
old answer.
"""

import json
import re
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import yaml

from govbrief.base.errors import InputError
from govbrief.base.files import write_atomically

VOLATILE = frozenset({"id", "created", "model", "timings", "system_fingerprint", "__verbose"})
"""Keys of an answer that differ on every run or machine and that nothing reads."""


class TapedAnswer(NamedTuple):
    """What came back over HTTP."""

    code: int
    reason: str
    content_type: str | None
    body: str | bytes


class _Dumper(yaml.SafeDumper):
    """Writes multi-line strings as blocks, so that a person can read a cassette."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _readable(body: str | bytes, without: Container[str] = ()) -> str:
    """JSON bodies on several lines with Chinese as Chinese, some keys left out; anything else as it is."""
    try:
        value = json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in without}
    return json.dumps(value, ensure_ascii=False, indent=1)


def request_key(method: str, path: str, body: str | bytes) -> str:
    """What two requests must share for one to replay the other's answer."""
    try:
        body = json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True)
    except ValueError:
        body = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    return f"{method} {path}\n{body}"


def path_of(key: str) -> str:
    """The path of a request, back from its key."""
    return key.partition("\n")[0].partition(" ")[2]


def cassette_path(folder: Path, prompt_set: str, source: str) -> Path:
    """Where the answers for one report lie: `folder/<set>/<report>.yaml`."""
    return folder / prompt_set / f"{Path(source).stem or 'stdin'}.yaml"


def find_cassettes(folder: Path, prompt_set: str, source: str) -> Path:
    """The report's own cassette when there is one, else those of the prompt set, else the folder as a whole."""
    own = cassette_path(folder, prompt_set, source)
    return next((place for place in (own, own.parent) if place.exists()), folder)


def no_cassettes(folder: Path) -> InputError:
    """What is said of a folder that holds none."""
    return InputError(
        f"{folder}: no cassettes (*.yaml) here", hint="record some first: govbrief summarize ... --record DIR"
    )


def read_cassettes(folder: Path) -> dict[str, dict[str, Any]]:
    """Interactions by request key, from one cassette or from every `*.yaml` in a folder and below.

    Each has a `request` (method, uri, headers, body) and a `response` (status, headers, body).

    Raises:
        InputError: the folder does not exist, holds no cassette, or a cassette cannot be read.
    """
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.yaml"))
    if not paths:
        raise no_cassettes(folder)
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
            if _is_deep(text):
                raise ValueError(f"brackets more than {_DEEPEST} deep")  # noqa: TRY301 - told as the others are
            data = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, C or Python
            for entry in data["interactions"]:
                asked = entry["request"]
                key = request_key(asked["method"], urlsplit(asked["uri"]).path, asked["body"] or "")
                found[key] = _checked(entry)
        except (OSError, ValueError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}: not a readable cassette ({type(error).__name__}: {error})",
                hint="record it again: make record",
            ) from error
    return found


_BRACKETS = re.compile(r"[\[{]{10}")
_DEEPEST = 500
"""No recording comes near; the parser in C falls down a few thousand deep, and takes the process with it."""


def _is_deep(text: str) -> bool:
    """Whether brackets stand in brackets by the hundred at the beginning of a line of YAML."""
    for line in text.splitlines():
        if _BRACKETS.match(line.lstrip("-?: ")) and len(line) - len(line.lstrip("[{ ")) > _DEEPEST:
            return True
    return False


def _checked(entry: dict[str, Any]) -> dict[str, Any]:
    """The interaction as it is, when it holds what a replay needs."""
    answer = entry["response"]
    int(answer["status"]["code"]), answer["body"]["string"].encode("utf-8")
    return entry


def interaction(method: str, path: str, body: str | bytes, answer: TapedAnswer) -> dict[str, Any]:
    """A request and its answer as a cassette holds them."""
    return {
        "request": {
            "method": method,
            # the port is another one on every run, and nothing matches on it
            "uri": f"http://model.invalid{path}",
            "headers": {"content-type": ["application/json"]},
            "body": _readable(body),
        },
        "response": {
            "status": {"code": answer.code, "message": answer.reason},
            "headers": {"content-type": [answer.content_type]} if answer.content_type else {},
            "body": {"string": _readable(answer.body)},
        },
    }


def write_cassette(path: Path, interactions: Mapping[str, Mapping[str, Any]]) -> None:
    """Write interactions by request key, sorted by it so that two cassettes can be compared."""
    kept = [_kept(interactions[key]) for key in sorted(interactions)]
    cassette = {"interactions": kept, "version": 1}
    text = yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    write_atomically(path, text)


def _kept(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The interaction without what is another on every run, in a recording of an older version too."""
    answer = entry["response"]
    body = _readable(answer["body"]["string"], VOLATILE)
    return {**entry, "response": {**answer, "body": {"string": body}}}
