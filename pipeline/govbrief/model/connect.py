"""Owns where answers come from: a recording, a server, or the embedded model started for a run."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govbrief.base.errors import InputError, ModelError, UsageError
from govbrief.base.settings import Settings
from govbrief.model import weights
from govbrief.model.ask import Asker
from govbrief.model.cassettes import cassette_path, find_cassettes, no_cassettes, read_cassettes
from govbrief.model.explaining import Breaker
from govbrief.model.forms import RequestForm
from govbrief.model.learning import Lessons, Memory
from govbrief.model.ledger import Keeper
from govbrief.model.limits import FIRST_AT_ONCE, Limiter, Pace
from govbrief.model.profile import OPENAI_HOST, Profile, profile_for, profile_of
from govbrief.model.purse import Purse
from govbrief.model.reach import without_secrets
from govbrief.model.recall import Recall, nothing_recorded, recorded_forms, recorded_model
from govbrief.model.server import LocalServer

if TYPE_CHECKING:
    import httpx2

    from govbrief.model.live import LiveWays

GONE_S = 1.0
"""Seconds that a dying server gets to be gone before a broken connection is called something else."""
DEFAULT_URL = f"https://{OPENAI_HOST}/v1"
"""Where requests go when no address is given."""
REPLAY_URL = "http://replay.invalid/v1"
"""Never reached: a replayed request does not leave the process."""
PATIENCE = 3
"""Requests that may end with an error of the server in a row before the rest is not asked; more when more are under way
at once."""
NEVER = 10**9
"""Failures in a row after which the rest is not asked where nobody is asked."""
MEMORY = "servers.json"
"""File in the user's cache that holds what was learned of servers."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the answers of a run come from; nothing is contacted before the first request.

    One for all reports of a run: what one learns of the server, and the pace that it allows, hold for all.
    """

    settings: Settings
    prompt_set: str
    profile: Profile
    limiter: Pace
    breaker: Breaker
    lessons: Lessons
    replay: Callable[[str], Path] | None = None
    """The cassettes that answer for one report: they alone, unless the run is recorded."""
    record: Path | None = None
    server: LocalServer | None = None
    purse: Purse = field(default_factory=Purse)
    """What the run spends, and may spend."""
    live: "LiveWays | None" = None
    """The ways to the server; None where it is not asked."""
    transport: Callable[[str], "httpx2.AsyncBaseTransport"] | None = None
    """Makes the way to the answers about one report, in place of the ones made here."""
    askers: Callable[[str], Asker] | None = None
    """Makes what answers for one report, in place of all that is made here."""
    _recorded: dict[Path, dict[str, Any]] = field(default_factory=dict)
    """What was recorded so far, by cassette: two reports of one name share a cassette."""

    @property
    def replays(self) -> bool:
        """Whether nothing but a recording answers."""
        return self.replay is not None and self.record is None

    def profile_of(self, model: str) -> Profile:
        """What the model behind an asker can be held to: in a replay the recorded one, whatever is set up here."""
        return profile_of(model, "") if self.replays else self.profile

    def asker(self, report: str) -> Asker:
        """What answers for one report, with that report's cassette when the run is recorded or replayed."""
        name = self.settings.model_name
        if self.askers:
            return self.askers(report)
        if self.transport:
            return self._client(name, self.lessons, self.transport(report))
        place = self.replay(report) if self.replay else None
        if place and place.is_dir() and not self.record and not any(place.rglob("*.yaml")):
            # the recording of a report that asked nothing is an empty folder
            return nothing_recorded(name, no_cassettes(place))
        answers = read_cassettes(place) if place else {}
        if self.record:
            return self._client(name, self.lessons, self._recording(report, answers))
        if place:
            # the user's own word counts, and is a loud miss where another model was recorded
            name = self.settings.model or recorded_model(answers) or name
            forms = recorded_forms(answers) or (self.profile.form,)
            return Recall(answers, name, forms, partial(self._replaying, name, answers, place))
        assert self.live is not None  # noqa: S101 - what neither replays nor is dry was opened
        return self._client(name, self.lessons, self.live.way(report))

    def _recording(self, report: str, answers: Mapping[str, dict[str, Any]]) -> "httpx2.AsyncBaseTransport":
        from govbrief.model.transports import RecordTransport  # noqa: PLC0415

        path = cassette_path(self.record or Path(), self.prompt_set, report)
        inner = self.live.metered(report) if self.live else None
        return RecordTransport(path, answers, self._recorded.setdefault(path, {}), inner=inner)

    def _replaying(
        self, model: str, answers: Mapping[str, dict[str, Any]], place: Path, form: RequestForm
    ) -> Asker:
        from govbrief.model.transports import ReplayTransport  # noqa: PLC0415

        transport = ReplayTransport(answers, place, self.prompt_set)
        return self._client(model, Lessons(form, known=True), transport)

    def _client(self, model: str, lessons: Lessons, transport: "httpx2.AsyncBaseTransport") -> Asker:
        # a replay does without the model stack, which takes a second to load
        from govbrief.model.client import Client  # noqa: PLC0415
        from govbrief.model.tries import ServerAsker, Shared  # noqa: PLC0415

        settings, address = self.settings, self._base_url()
        shared = Shared(
            limiter=self.limiter,
            lessons=lessons,
            breaker=self.breaker,
            place=shown_address(address),
            timeout_s=settings.timeout_s,
            quota_is_spent=self.profile.quota_is_spent,
            died=partial(self.server.died, GONE_S) if self.server else lambda: None,
        )
        key = self.server.api_key if self.server else settings.api_key
        return ServerAsker(Client(address, key, settings.timeout_s, transport), model, shared)

    def _base_url(self) -> str | None:
        if self.server:
            return self.server.base_url
        return REPLAY_URL if self.replays or self.settings.embedded else self.settings.base_url


@contextmanager
def open_source(  # noqa: PLR0913 - the kinds of source, each named at the call
    settings: Settings,
    prompt_set: str,
    *,
    replay: Path | None = None,
    record: Path | None = None,
    transport: Callable[[str], "httpx2.AsyncBaseTransport"] | None = None,
    ledger: Keeper | None = None,
    purse: Purse | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[Source]:
    """The source of answers for one run; the embedded model's server runs inside the `with` block.

    With both `replay` and `record`, what is recorded is not asked again, and the rest is asked and recorded.
    `transport` makes the way to the server for one report, in place of the plain one; `ledger` keeps what comes
    back that way, and answers what it holds; `purse` counts what is paid for, and bounds it.

    Raises:
        InputError: the folder to replay from does not exist.
        ModelError: the embedded model is not installed or does not start.
        UsageError: a provider is given and no model.
    """
    if replay is not None and not replay.exists():
        raise InputError(f"{replay}: no such folder of cassettes", hint="record one with --record DIR")
    replays = replay is not None and record is None
    source = plain_source(settings, prompt_set) if replays else _live_source(settings, prompt_set)
    answers = partial(find_cassettes, replay, prompt_set) if replay else None
    if record is not None:
        with suppress(OSError):  # told where an answer is written
            record.mkdir(parents=True, exist_ok=True)  # there, though nothing may have to be asked
    source = replace(source, replay=answers, record=record, transport=transport, purse=purse or Purse())
    if not replays:
        from govbrief.model.live import LiveWays  # noqa: PLC0415 - the model stack

        source = replace(source, live=LiveWays(source.purse, ledger, ledger_address(settings)))
    if replays or not settings.embedded:
        yield source
        return
    path = settings.model_file or weights.find()
    if path is None:
        raise ModelError(
            "no key, no --base-url, and the embedded model is not installed",
            hint="run `govbrief model fetch` (1.1 GB, once), or set OPENAI_API_KEY or --base-url",
            zh="没有密钥和 --base-url，内置模型也未安装",
            hint_zh="请运行 `govbrief model fetch`（1.1 GB，仅一次），或设置 OPENAI_API_KEY 或 --base-url",
            fatal=True,
        )
    with LocalServer(path, progress) as server:
        yield replace(source, server=server)


def ledger_address(settings: Settings) -> str:
    """What a ledger calls the server; the embedded one has another port on every run."""
    if settings.embedded:
        return f"embedded {settings.model_name}"
    return without_secrets(settings.base_url or DEFAULT_URL).rstrip("/")


def dry_source(settings: Settings, prompt_set: str) -> Source:
    """The source of a run that asks nobody, with requests as the server is known to take them.

    Raises:
        UsageError: no request could be made of these settings.
    """
    if not settings.embedded:
        _require_usable(settings)
    return plain_source(settings, prompt_set)


def plain_source(settings: Settings, prompt_set: str) -> Source:
    """A source that asks no server: there is nothing to spare and nothing to learn."""
    profile = profile_for(settings)
    memory = _memory(settings)
    form = (memory.recall() if memory else None) or profile.form
    limiter = Limiter(settings.concurrency or profile.requests_at_once)
    return Source(settings, prompt_set, profile, limiter, Breaker(NEVER), Lessons(form, known=True))


def _live_source(settings: Settings, prompt_set: str) -> Source:
    """The source of a run that asks a server, with what earlier runs learned of it."""
    if not settings.embedded:
        _require_usable(settings)
    source = plain_source(settings, prompt_set)
    profile, most, memory = source.profile, source.limiter.most, _memory(settings)
    known = profile.rung is not None or (memory is not None and memory.recall() is not None)
    return replace(
        source,
        limiter=limiter_of(settings),
        breaker=Breaker(max(PATIENCE, most + 1)),
        lessons=Lessons(source.lessons.form, known, memory),
    )


def shown_address(address: str | None) -> str:
    """A server's address as messages show it."""
    return without_secrets(address) if address else "the provider's default address"


def limiter_of(settings: Settings) -> Limiter:
    """How fast the server may be asked, as far as it is known before the first answer."""
    profile = profile_for(settings)
    most = settings.concurrency or profile.requests_at_once
    first = settings.concurrency or FIRST_AT_ONCE
    return Limiter(most, profile.requests_per_minute, profile.tokens_per_minute, first)


def _memory(settings: Settings) -> Memory | None:
    """Where what is learned of the server is kept; None for the embedded model, of which all is known."""
    if settings.embedded:
        return None
    address = without_secrets(settings.base_url or "")
    return Memory(weights.cache_folder() / MEMORY, f"{address} {settings.model}")


def _require_usable(settings: Settings) -> None:
    """Refuse what no request can be made of, before one is tried; the key's text never reaches a message."""
    if settings.model is None:
        raise UsageError(
            "a key or --base-url is given, but no model", hint="name it with --model or GOVBRIEF_MODEL"
        )
    if not all("!" <= char <= "~" for char in settings.api_key or ""):
        raise UsageError(
            "the key holds a blank or a character that no key has", hint="set OPENAI_API_KEY again"
        )
    address = settings.base_url or "https://default"
    scheme, _, rest = address.partition("://")
    if scheme not in {"http", "https"} or not rest or " " in address or not address.isprintable():
        raise UsageError(
            f"{address.rpartition('@')[2]!r} is no address of a server",
            hint="give a whole one, e.g. --base-url http://127.0.0.1:8080/v1",
        )
