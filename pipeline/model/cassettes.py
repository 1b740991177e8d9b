"""Owns recorded HTTP answers: reading, matching and writing cassettes, in the file format of vcrpy.

A request is matched on method, path and body (JSON compared as values), so a changed prompt never replays an
old answer. The transports here plug into the model client of one report: nothing global is patched, so
reports can be recorded and replayed concurrently, and each report has a cassette of its own.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import httpx2
import yaml

from pipeline.errors import InputError, ReplayError
from pipeline.files import write_atomically
from pipeline.views.plain import clean

VOLATILE = frozenset({"id", "created", "timings", "system_fingerprint", "__verbose"})
"""Keys of an answer that differ on every run and that nothing reads."""
KEPT_HEADERS = frozenset({"content-type"})
RECORDED = frozenset({200, 400, 422})
"""Answers, and refusals that the same request always meets; an outage is not worth repeating."""

NAMED_CHARS = 60
"""Of a recorded request, to name it by in a message."""


class _Dumper(yaml.SafeDumper):
    """Writes multi-line strings as blocks, so that a person can read a cassette."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _readable(body: str | bytes) -> str:
    """JSON bodies on several lines with Chinese as Chinese; anything else as it is."""
    try:
        value = json.loads(body)
    except ValueError:
        return body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    if isinstance(value, dict):
        value = {k: v for k, v in value.items() if k not in VOLATILE}
    return json.dumps(value, ensure_ascii=False, indent=1)


def request_key(method: str, path: str, body: str | bytes) -> str:
    """What two requests must share for one to replay the other's answer."""
    try:
        body = json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True)
    except ValueError:
        body = body.decode("utf-8", "replace") if isinstance(body, bytes) else body
    return f"{method} {path}\n{body}"


def _parts_of(key: str) -> tuple[str, str, str]:
    """Method, path and body of a request, back from its key."""
    first, _, body = key.partition("\n")
    method, _, path = first.partition(" ")
    return method, path, body


def cassette_path(folder: Path, prompt_set: str, source: str) -> Path:
    """Where the answers for one report lie: `folder/<set>/<report>.yaml`."""
    return folder / prompt_set / f"{Path(source).stem or 'stdin'}.yaml"


def find_cassettes(folder: Path, prompt_set: str, source: str) -> Path:
    """The report's own cassette when there is one, else the folder as a whole."""
    own = cassette_path(folder, prompt_set, source)
    return own if own.is_file() else folder


def _path_of(uri: str) -> str:
    return httpx2.URL(uri).path


def read_cassettes(folder: Path) -> dict[str, dict[str, Any]]:
    """Recorded responses by request key, from one cassette or from every `*.yaml` in a folder and below.

    Raises:
        InputError: the folder does not exist, holds no cassette, or a cassette cannot be read.
    """
    paths = [folder] if folder.is_file() else sorted(folder.rglob("*.yaml"))
    if not paths:
        raise InputError(
            f"{folder}: no cassettes (*.yaml) here",
            hint="record some first: govbrief summarize ... --record DIR",
        )
    found: dict[str, dict[str, Any]] = {}
    for path in paths:
        try:
            with path.open(encoding="utf-8") as stream:
                data = yaml.load(stream, Loader=_Loader)  # noqa: S506 - a safe loader, C or Python
            for entry in data["interactions"]:
                asked = entry["request"]
                key = request_key(asked["method"], _path_of(asked["uri"]), asked["body"] or "")
                found[key] = _checked(entry["response"])
        except (OSError, ValueError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}: not a readable cassette ({type(error).__name__}: {error})",
                hint="record it again: make record",
            ) from error
    return found


def _checked(response: dict[str, Any]) -> dict[str, Any]:
    """The response as it is, when it holds what a replay needs."""
    int(response["status"]["code"]), response["body"]["string"].encode("utf-8")
    return response


def _user_text(key: str) -> str:
    """The part of a request that tells it from its neighbours: the messages after the system prompt."""
    try:
        messages = json.loads(key.split("\n", 1)[1])["messages"]
        return "\n".join(m["content"] for m in messages if m["role"] != "system")
    except (ValueError, KeyError, IndexError, TypeError):
        return key


def _difference(key: str, known: Iterable[str]) -> str:
    """The nearest recorded request and the first place where it differs, for the message of a miss."""
    asked = _user_text(key)
    best, score, number = "", -1.0, 0
    for place, other in enumerate(known, 1):
        text = _user_text(other)
        ratio = SequenceMatcher(None, asked, text, autojunk=False).quick_ratio()
        if ratio > score:
            best, score, number = other, ratio, place
    if not best:
        return "no request is recorded at all"
    pairs = zip(key, best, strict=False)
    at = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(key), len(best)))
    asked_here, recorded_here = key[max(0, at - 20) : at + 30], best[max(0, at - 20) : at + 30]
    shown = f"asked {_shown(asked_here)}, recorded {_shown(recorded_here)}"
    named = f"request {number} there, “{clean(_user_text(best)[:NAMED_CHARS])}…”"
    return f"the nearest is {min(score, 0.999):.1%} alike: {named}; {shown}"


def _shown(piece: str) -> str:
    """A piece of a request for a message, on one line."""
    return f"“…{clean(piece)}…”"


def _recorded(response: Mapping[str, Any], request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(
        response["status"]["code"],
        headers={"content-type": "application/json"},
        content=response["body"]["string"].encode("utf-8"),
        request=request,
    )


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers from cassettes and never from the network.

    Raises:
        ReplayError: no cassette answers this request; names the nearest one.
    """

    def __init__(self, place: Path, prompt_set: str) -> None:
        """Read the cassette or the folder of cassettes `place`; `prompt_set` is named in a miss."""
        self._answers = read_cassettes(place)
        self._place = place
        self._prompt_set = prompt_set

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer to `request`."""
        key = request_key(request.method, request.url.path, request.content)
        response = self._answers.get(key)
        if response is None:
            raise ReplayError(
                f"{self._place} holds no answer to this request of prompt set {self._prompt_set!r}: "
                f"{_difference(key, self._answers)}",
                hint="the prompt set, the text or the model changed since the recording: record again with "
                "--record, or choose the set that was recorded with --prompts",
            )
        return _recorded(response, request)


def _asked(method: str, path: str, body: str | bytes) -> dict[str, Any]:
    """A request as a cassette holds it."""
    return {
        "method": method,
        # the port is another one on every run, and nothing matches on it
        "uri": f"http://model.invalid{path}",
        "headers": {"content-type": ["application/json"]},
        "body": _readable(body),
    }


class RecordTransport(httpx2.AsyncBaseTransport):
    """Passes requests on and writes down what came back, into one cassette.

    A request that `known` answers is not sent again, and its answer moves on into the new cassette. When a
    request fails or is interrupted, nothing that was recorded before is lost: the next run asks for the rest.
    """

    def __init__(
        self,
        path: Path,
        known: Mapping[str, dict[str, Any]] | None = None,
        entries: dict[str, Any] | None = None,
        *,
        keep: bool = False,
        sent: Callable[[], None] = lambda: None,
    ) -> None:
        """Record into `path`; transports with the same `entries` write one cassette together.

        With `keep`, answers that are not asked for this time stay in it. `sent` is called before each request that
        no recording answers.
        """
        self._inner = httpx2.AsyncHTTPTransport()
        self._path = path
        self._known = known or {}
        self._entries: dict[str, Any] = {} if entries is None else entries
        self._unanswered: set[str] = set()
        self._keep = keep
        self._sent = sent
        self._new = False

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer, else the server's own, kept for the cassette unless it is an outage."""
        key = request_key(request.method, request.url.path, request.content)
        asked = _asked(request.method, request.url.path, request.content)
        if key in self._known:
            self._entries[key] = {"request": asked, "response": self._known[key]}
            return _recorded(self._known[key], request)
        self._unanswered.add(key)
        self._sent()
        response = await self._inner.handle_async_request(request)
        body = await response.aread()
        if response.status_code in RECORDED:
            self._unanswered.discard(key)
            self._new = True
            self._entries[key] = {
                "request": asked,
                "response": {
                    "status": {"code": response.status_code, "message": response.reason_phrase},
                    "headers": {k: [v] for k, v in response.headers.items() if k.lower() in KEPT_HEADERS},
                    "body": {"string": _readable(body)},
                },
            }
        return httpx2.Response(
            response.status_code,
            headers=[(k, v) for k, v in response.headers.raw if k.lower() != b"content-encoding"],
            content=body,
            request=request,
        )

    async def aclose(self) -> None:
        """Close the connection and write the cassette, sorted by request so that two can be compared."""
        await self._inner.aclose()
        if not self._entries or (self._keep and not self._new):
            return
        whole = not self._unanswered and not self._keep
        entries = self._entries if whole else self._entries | self._left_over()
        cassette = {"interactions": [entries[k] for k in sorted(entries)], "version": 1}
        text = yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
        write_atomically(self._path, text)

    def _left_over(self) -> dict[str, Any]:
        """What was recorded before and not asked for again."""
        before = read_cassettes(self._path) if self._path.is_file() else {}
        left = {k: r for k, r in (before | dict(self._known)).items() if k not in self._entries}
        return {
            key: {"request": _asked(*_parts_of(key)), "response": response} for key, response in left.items()
        }
