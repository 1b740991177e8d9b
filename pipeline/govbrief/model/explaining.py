"""Owns what a user is told when a request failed for good: what, at which address, and what to do next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import NamedTuple

from pydantic import ValidationError

from govbrief.base.errors import ModelError
from govbrief.model.faults import OF_THE_SERVER, Cause, Fault
from govbrief.model.faultwords import KEY_REFUSED, WORDS
from govbrief_schemas.bilingual import Bilingual

FORBIDDEN_REPORTS = 3
"""Reports in a row after which 403 is about the key and not about their texts."""


class Asked(NamedTuple):
    """What was asked for, as far as a message names it."""

    place: str
    """Address of the server."""
    model: str
    timeout_s: float
    tries: int


class Explained(NamedTuple):
    """A fault in words."""

    reason: Bilingual
    hint: Bilingual
    fatal: bool
    """True when every further request would fail the same way."""

    def error(self, where: str, *, unsent: bool = False) -> ModelError:
        """The error of a request for `where`; of one that was not sent, because all would fail."""
        because = (
            Bilingual(zh="未发送，因为", en="not asked, because ") if unsent else Bilingual(zh="", en="")
        )
        return ModelError(
            f"{where}: {because.en}{self.reason.en}",
            hint=self.hint.en,
            zh=f"{where}：{because.zh}{self.reason.zh}",
            hint_zh=self.hint.zh,
            fatal=unsent or self.fatal,
        )


def explain(fault: Fault, asked: Asked) -> Explained:
    """What failed at which address, the fix, and whether to go on."""
    status = fault.status or 0
    # an answer without a body leaves no words but its status
    told = ": ".join(part for part in (str(status) if status else "", fault.text) if part)
    fields = {
        "said": f" ({told})" if told else "",
        "text": fault.text,
        "times": times(asked.tries),
        "number": asked.tries,
        "status": status,
        "wait": fault.retry_after_s or 0.0,
        **asked._asdict(),
    }
    words = WORDS[fault.cause]
    if fault.cause is Cause.KEY and status == HTTPStatus.UNAUTHORIZED:
        # what comes with it often quotes the key, in part or whole
        words = KEY_REFUSED
    reason = Bilingual(zh=_filled(words.reason.zh, fields), en=_filled(words.reason.en, fields))
    return Explained(reason, words.hint, fault.fatal)


def _filled(template: str, fields: Mapping[str, object]) -> str:
    return template.format(**fields).replace(" ()", "")


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
