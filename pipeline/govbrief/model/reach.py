"""Owns the question whether a server of the OpenAI kind answers at an address; sends one short request.

Addresses are shown without user name, password and query, where people put secrets too.
"""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

TIMEOUT_S: Final = 5.0
MOST_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Reach:
    """What came back."""

    status: int
    """HTTP status; 0 when nothing answered."""
    models: frozenset[str] = frozenset()
    """Names of the models that the server lists; empty when it lists none."""
    problem: str = ""
    """Why nothing answered."""


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Takes a redirect for an answer like any other, so that the key goes nowhere else."""

    def redirect_request(self, *_: Any, **__: Any) -> None:  # noqa: ANN401 - whatever is asked, the answer is no
        """Go nowhere."""


def without_secrets(url: str) -> str:
    """The address as it may be shown."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "the address"
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def api_root(url: str) -> tuple[str, dict[str, str]]:
    """The address that paths of the API are added to, and what its query says to every request.

    People copy whole addresses: `https://h/v1/chat/completions` -> `https://h/v1`. Azure's older ones end in a query:
    `https://h/openai/deployments/d?api-version=2024-10-21` -> the address and `{"api-version": "2024-10-21"}`.
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return urlunsplit((parts.scheme, parts.netloc, path, "", "")), dict(parse_qsl(parts.query))


def ask_for_models(base_url: str, key: str | None) -> Reach:
    """Ask `BASE_URL/models`, with the key as a brief would send it."""
    try:
        root, query = api_root(base_url)
        parts = urlsplit(root)
        if parts.scheme not in {"http", "https"}:
            return Reach(0, problem="the address does not start with http:// or https://")
        host, path = parts.netloc.rpartition("@")[2], parts.path + "/models"
        request = urllib.request.Request(urlunsplit((parts.scheme, host, path, urlencode(query), "")))  # noqa: S310 - http(s)
        if key:
            request.add_header("Authorization", f"Bearer {key}")
        with urllib.request.build_opener(_StayHere).open(request, timeout=TIMEOUT_S) as answer:
            return Reach(answer.status, _names(answer.read(MOST_BYTES)))
    except urllib.error.HTTPError as error:
        with error:
            return Reach(error.code)
    except (OSError, ValueError, http.client.HTTPException) as exc:
        return Reach(0, problem=_reason(exc))


def _reason(exc: Exception) -> str:
    """What went wrong, without the address that some messages repeat."""
    inner = exc.reason if isinstance(exc, urllib.error.URLError) else exc
    if isinstance(inner, TimeoutError):
        return f"no answer in {TIMEOUT_S:.0f} s"
    if isinstance(inner, ValueError):
        return "the address or the key holds characters that no request can carry"
    return getattr(inner, "strerror", None) or str(inner) or type(inner).__name__


def _names(body: bytes) -> frozenset[str]:
    try:
        return frozenset(str(row["id"]) for row in json.loads(body)["data"])
    except (ValueError, KeyError, TypeError):
        return frozenset()
