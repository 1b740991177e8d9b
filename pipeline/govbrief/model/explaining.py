"""Owns what a user is told when a request failed for good: what, at which address, and what to do next."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import NamedTuple

from pydantic import ValidationError

from govbrief.model.faults import OF_THE_SERVER, Cause, Fault

ADDRESS_HINT = "check --model and --base-url (it usually ends in /v1)"
MISFIT_HINT = "govbrief doctor says what this model can follow; another --model may answer"
FILTER_HINT = "the text itself is refused: another provider or a model of your own may take it"
LONG_HINT = "lower chunk_chars in the prompt set's set.toml, or use a model with a longer context"
REFUSED_HINT = "the server's own words say why; another --model may accept it"
FORBIDDEN_REPORTS = 3
"""Reports in a row after which 403 is about the key and not about their texts."""
LATER_HINT = "wait and run again, or lower --concurrency"


class Asked(NamedTuple):
    """What was asked for, as far as a message names it."""

    place: str
    """Address of the server."""
    model: str
    timeout_s: float
    tries: int


class Explained(NamedTuple):
    """A fault in words."""

    reason: str
    hint: str
    fatal: bool
    """True when every further request would fail the same way."""


_PLAIN = {
    Cause.UNREACHABLE: (
        "{place} cannot be reached, tried {times} ({text})",
        "check --base-url and that the server runs: govbrief doctor",
    ),
    Cause.DROPPED: ("{place} broke the connection, tried {times} ({text})", LATER_HINT),
    Cause.TIMEOUT: (
        "{place} did not answer within {timeout_s:g} s, tried {times}",
        "check the server's load, or raise --timeout",
    ),
    Cause.SERVER: ("{place} answered {status}, tried {times} ({text})", LATER_HINT),
    Cause.BUSY: ("{place} is too busy or limits requests, tried {times}{said}", LATER_HINT),
    Cause.QUOTA: (
        "{place}: the account has nothing left, or its limit is not by the minute{said}",
        "top it up, use another key, or run again later",
    ),
    Cause.BLANK: ("{place} answered without a word, tried {times}", "another --model may answer"),
    Cause.AMISS: ("{place} did not answer what was asked, tried {times}: {text}", MISFIT_HINT),
    Cause.STRANGE: (
        "{place} gave something else than a chat completion, tried {times}: {text}",
        ADDRESS_HINT,
    ),
    Cause.CUT: (
        "the answer was cut at {text} tokens, again and again",
        "raise max_tokens in the prompt set's set.toml, or lower chunk_chars",
    ),
    Cause.THOUGHT: (
        "the model thought until it was cut at {text} tokens, and did not come to an answer",
        "raise max_tokens in the prompt set's set.toml, or turn the model's thinking off",
    ),
    Cause.MISFIT: ("{place} did not answer in the form that was asked for, twice: {text}", MISFIT_HINT),
    Cause.FILTERED: ("{place} refused this text for what it says (content filter){said}", FILTER_HINT),
    Cause.TOO_LONG: ("{place} refused the request{said}", LONG_HINT),
    Cause.REFUSED: ("{place} refused the request{said}", REFUSED_HINT),
    Cause.FAR: ("{place} asks to wait {wait:.0f} s{said}", "run again after that time"),
    Cause.SPENT: ("{place}: the account has nothing left{said}", "top it up, or use another key"),
    Cause.GONE: (
        "the embedded model's server died: {text}",
        "run govbrief doctor; a smaller --model-file needs less memory",
    ),
    Cause.MODEL: ("{place} does not know model {model!r} or this path{said}", ADDRESS_HINT),
}


def explain(fault: Fault, asked: Asked) -> Explained:
    """What failed at which address, the fix, and whether to go on."""
    status = fault.status or 0
    # an answer without a body leaves no words but its status
    told = ": ".join(part for part in (str(status) if status else "", fault.text) if part)
    fields = {
        "said": f" ({told})" if told else "",
        "text": fault.text,
        "times": times(asked.tries),
        "status": status,
        "wait": fault.retry_after_s or 0.0,
        **asked._asdict(),
    }
    if fault.cause is Cause.KEY:
        # what comes with a 401 often quotes the key, in part or whole
        reason = "{place} refused the key (401)" if status == 401 else "{place} refused access{said}"  # noqa: PLR2004
        hint = "set OPENAI_API_KEY to a valid key, or unset it to use the embedded model"
    else:
        reason, hint = _PLAIN[fault.cause]
    return Explained(reason.format(**fields).replace(" ()", ""), hint, fault.fatal)


def misfit_words(error: ValidationError) -> str:
    """What an answer lacks, as a reader would say it.

    `{"items": [{"zh": "好"}]}` without an English text -> `items 1 en is missing`
    """
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    kind = first["type"]
    if kind == "json_invalid":
        return "it is no JSON, or breaks off"
    place = " ".join(str(part + 1) if isinstance(part, int) else str(part) for part in first["loc"])
    words = next((said for start, said in _MISFITS if kind.startswith(start)), "does not fit")
    return f"{place or 'the answer'} {words}"


_MISFITS = (
    ("missing", "is missing"),
    ("extra", "was not asked for"),
    ("literal", "is none of the values allowed"),
    ("enum", "is none of the values allowed"),
    ("string_too_short", "is too short"),
    ("string_too_long", "is too long"),
    ("string_pattern", "is not worded as it should be"),
    ("string", "is not text"),
    ("too_short", "has too few entries"),
    ("too_long", "has too many entries"),
    ("list", "is no list"),
    ("tuple", "is no list"),
    ("int", "is no whole number"),
    ("decimal", "is no number"),
    ("float", "is no number"),
    ("bool", "is neither true nor false"),
    ("model", "is no object"),
    ("dict", "is no object"),
)
"""Beginnings of pydantic's names for what is wrong, and the words for a user."""


def times(number: int) -> str:
    """`once`, `twice`, `5 times`."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


@dataclass(slots=True)
class Breaker:
    """Shared by the askers of a run: once all further requests are vain, none is sent."""

    patience: int = 3
    """Requests that may end with an error of the server in a row, each after all its tries."""
    last: Explained | None = None
    """Why no further request is sent; None while they are."""
    _in_a_row: int = 0
    _whose: set[object] = field(default_factory=set)
    """Who asked those that failed in a row."""
    _served: bool = False
    """Whether the server ever did its work."""

    def answered(self) -> None:
        """The server does its work, if only by refusing one text."""
        self._in_a_row = 0
        self._whose.clear()
        self._served = True

    def failed(self, fault: Fault, explained: Explained, who: object = None) -> Explained:
        """One more request, of the report that `who` stands for, failed for good; the same, and whether all will."""
        if fault.cause not in OF_THE_SERVER and not explained.fatal:
            self.answered()
            return explained
        self._in_a_row += 1
        self._whose.add(who)
        if self._is_certain(fault, fatal=explained.fatal):
            self.last = explained
        return explained._replace(fatal=self.last is not None)

    def _is_certain(self, fault: Fault, *, fatal: bool) -> bool:
        """Whether the failures in a row say that all others are vain.

        What refuses one report's text by its looks, such as a firewall before the server, says 403 or shows another
        page for each of its parts: that is no news of the other reports, whose own requests decide.
        """
        if not fatal:
            return self._in_a_row >= self.patience
        if not self._served or fault.cause is Cause.GONE:
            return True
        if fault.cause is Cause.UNREACHABLE:
            return self._in_a_row >= 2  # noqa: PLR2004 - one may be a hiccup
        return len(self._whose) >= (FORBIDDEN_REPORTS if fault.status == HTTPStatus.FORBIDDEN else 2)
