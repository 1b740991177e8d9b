"""Owns the answers that `compare` keeps: one cassette for each report and server, whatever set asked.

A request is known by all that was asked (model, messages, schema, sampling), so sets that ask the same share its
answer, and after a change of one file only what it changes is asked. Nothing in the cache grows old: it is safe to
delete at any time.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govbrief.base.settings import Settings
from govbrief.model.cassettes import path_of, read_cassettes, request_key
from govbrief.model.connect import Source, plain_source
from govbrief.model.reach import without_secrets
from govbrief.model.weights import cache_folder

if TYPE_CHECKING:
    import httpx2


class Cache:
    """Answers of one server."""

    def __init__(self, settings: Settings) -> None:
        """Where the answers of the server in `settings` lie; nothing is read yet."""
        place = "embedded" if settings.embedded else without_secrets(settings.base_url or "default")
        self._folder = cache_folder() / "answers" / re.sub(r"[^\w.-]+", "-", place).strip("-")
        self._settings = settings
        self._entries: dict[Path, dict[str, Any]] = {}
        self.sent: Counter[str] = Counter()
        """Requests that no cache answered, by report."""

    def path(self, report: str) -> Path:
        """The cassette of one report; reports of one name share it."""
        return self._folder / f"{Path(report).stem or 'stdin'}.yaml"

    def live(self, report: str) -> "httpx2.AsyncBaseTransport":
        """Asks what the cache does not hold, and keeps it."""
        from govbrief.model.transports import RecordTransport  # noqa: PLC0415 - the model stack

        path = self.path(report)
        known = read_cassettes(path) if path.is_file() else None
        entries = self._entries.setdefault(path, {})
        return RecordTransport(path, known, entries, keep=True, sent=partial(self.sent.update, (report,)))

    def offline(self, prompt_set: str) -> Source:
        """A source that answers from the cache alone, without a server; a request that is not kept is a ReplayError."""
        # answers of several models lie there: the one that is meant is named
        named = replace(self._settings, model=self._settings.model_name)
        return replace(plain_source(named, prompt_set), replay=self.path)

    def known(self, report: str) -> Callable[[Mapping[str, Any]], bytes | None]:
        """What answers a request about one report, by its body, without a server."""
        path = self.path(report)
        answers = read_cassettes(path) if path.is_file() else {}
        place = path_of(next(iter(answers), ""))

        def answer(body: Mapping[str, Any]) -> bytes | None:
            entry = answers.get(request_key("POST", place, json.dumps(body)))
            return str(entry["response"]["body"]["string"]).encode() if entry else None

        return answer
