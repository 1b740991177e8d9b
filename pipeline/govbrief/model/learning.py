"""Owns what a server's refusals teach about the form of requests, for one run and for the next.

`next_form` reads one refusal and is pure; `Lessons` remembers, shared by all reports of a run, so that a run pays for
learning once. While nothing is known for sure requests go one at a time: eight at once would be refused eight times.
"""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from govbrief.base.errors import OutputError
from govbrief.base.files import write_atomically
from govbrief.model.faults import Cause, Fault, refusal_pattern
from govbrief.model.forms import (
    FIRST_THINKING_TOKENS,
    LEAST_ROOM,
    TOKEN_LIMITS,
    RequestForm,
    Rung,
    about_prompt,
)

LADDER = (Rung.GRAMMAR, Rung.STRICT, Rung.JSON_OBJECT, Rung.TEXT)
FORGET_S = 30 * 24 * 3600.0
"""Providers learn too: what was found out a month ago is found out again."""
MOST_THINKING_TOKENS = 32768
"""A model that thinks longer than this over one section does not end."""
_OTHER = dict(zip(TOKEN_LIMITS, TOKEN_LIMITS[::-1], strict=True))
_MUST_BE = re.compile(
    r"(?:parameter\W+)?['\"`]?(?:\w+\.)*(\w+)['\"`]? must be (?:set to )?(true|false)\b", re.IGNORECASE
)
_LEARNABLE = frozenset({400, 404, 415, 422, 500, 501, 503})
_CONTEXT = re.compile(r"(?:context[ _](?:length|window|size)|token limit)\D{0,40}?(\d{4,7})\b", re.IGNORECASE)
_TEXT = re.compile(
    r"(\d+) (?:input tokens|(?:tokens )?(?:in|from) the (?:messages|prompt|input))|resulted in (\d+) tokens",
    re.IGNORECASE,
)
STREAMED = {"stream": True, "stream_options": {"include_usage": True}}
"""What a server is sent that answers only bit by bit; without the second it does not say what the answer took."""
_FEWEST_TOKENS = 256
"""A bound below this is not the one on the answer."""


def next_form(form: RequestForm, fault: Fault, sent: Mapping[str, Any], *, sure: bool) -> RequestForm | None:
    """The form to try after a refusal; None where the refusal is about something else.

    `sure` says that the form was good for another request: then a refusal that explains nothing is not about the form.

        "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead." -> the other name
        "parameter.enable_thinking must be set to false" -> that value, always
        "This response_format type is unavailable now" -> one rung lower
        "System role not supported" -> what the system says stands before the first question
        "maximum context length is 8192 tokens" -> no more room for the answer than that leaves
    """
    if fault.cause is Cause.THOUGHT:
        room = max(FIRST_THINKING_TOKENS, form.thinking_tokens * 4)
        return replace(form, thinking_tokens=room, most_tokens=None) if room <= MOST_THINKING_TOKENS else None
    if fault.cause is Cause.TOO_LONG:
        return _shorter(form, fault.text, sent)
    if fault.cause is not Cause.REFUSED or fault.status not in _LEARNABLE:
        return None
    if changed := _with_other_options(form, fault.text, sent):
        return changed
    if refusal_pattern("form").search(fault.text) or not sure:
        lower = LADDER[LADDER.index(form.rung) + 1 :]
        return replace(form, rung=lower[0]) if lower else None
    return None


def _with_other_options(form: RequestForm, said: str, sent: Mapping[str, Any]) -> RequestForm | None:
    """The form with the value, the role, the way of answering or the options that a refusal asks for."""
    if found := _MUST_BE.search(said):
        name, value = found[1], found[2].lower() == "true"
        if form.fixed.get(name) != value and name not in form.left_out:
            return replace(form, fixed={**form.fixed, name: value})
    if form.system_role and refusal_pattern("system_role").search(said):
        return replace(form, system_role=False)
    if not form.fixed.get("stream") and refusal_pattern("stream").search(said):
        return replace(form, fixed={**form.fixed, **STREAMED})
    return _without_option(form, said, sent)


def _without_option(form: RequestForm, said: str, sent: Mapping[str, Any]) -> RequestForm | None:
    """The form without the option that a refusal names, under its other name, or with a smaller value."""
    if not refusal_pattern("option").search(said):
        return None
    fixed = {"model", "messages", "response_format"}
    named = [name for name in sent if name not in fixed and re.search(rf"\b{name}\b", said)]
    if _names_limit(said) and form.token_limit in sent:
        return _other_limit(form, said, sent[form.token_limit])
    if not named:
        return None
    rest = {k: v for k, v in form.fixed.items() if k not in named}
    return replace(form, left_out=form.left_out | {*named}, fixed=rest)


def _names_limit(said: str) -> bool:
    """Whether the bound on the answer is named; some servers call it by its other name than was sent."""
    return any(re.search(rf"\b{name}\b", said) for name in TOKEN_LIMITS)


def _shorter(form: RequestForm, said: str, sent: Mapping[str, Any]) -> RequestForm | None:
    """The form that leaves less room for the answer, where that is what was too long; None where the text itself is.

    Room is asked for, not used: a server of 8,192 tokens that takes 5,000 of text refuses 6,000 for the answer.
    """
    asked = sent.get(form.token_limit, 0)
    found = _CONTEXT.search(said)
    if found is None:
        named = _names_limit(said) and refusal_pattern("option").search(said)
        bounded = _other_limit(form, said, asked) if named else None
        return bounded if bounded and bounded.most_tokens != form.most_tokens else None
    context, text = int(found[1]), _TEXT.search(said)
    taken = about_prompt(sent["messages"])
    left = context - max(taken, int(text[1] or text[2]) if text else 0)
    if asked <= LEAST_ROOM or (text and left < LEAST_ROOM):
        return None
    if left >= asked or (form.context_tokens or context + 1) <= context:
        # the guess at what the text takes was too low
        left = asked // 2
    return replace(form, context_tokens=taken + max(LEAST_ROOM, left))


def _other_limit(form: RequestForm, said: str, asked: int) -> RequestForm | None:
    """The token limit as the server takes it: a smaller number where it names one, else its other name."""
    # what stands in brackets at the end are codes
    numbers = [int(n) for n in re.findall(r"\d+", re.sub(r"\([^()]*\)$", "", said))]
    smaller = [n for n in numbers if _FEWEST_TOKENS <= n < asked]
    if smaller:
        return replace(form, most_tokens=max(smaller))
    return replace(form, token_limit=_OTHER[form.token_limit])


@dataclass(slots=True)
class Lessons:
    """The form of requests to one server, as far as a run knows it."""

    form: RequestForm
    known: bool = False
    """Whether the form is more than a guess: from a profile, a recording, or an answer."""
    memory: "Memory | None" = None
    """Where lessons are kept for the next run; None where they are not."""
    refusals: int = 0
    """Requests spent on learning in this run."""
    _by_answer: dict[str, RequestForm] = field(default_factory=dict)
    """Lower forms for answers whose schema was refused, by the name of their class."""
    _sure: set[str] = field(default_factory=set)
    """Answers that came in the form that holds for them."""
    _learning: asyncio.Lock = field(default_factory=asyncio.Lock)
    _kept: RequestForm | None = None

    def form_for(self, answer: str) -> RequestForm:
        """How a request for this answer is put now."""
        return self._by_answer.get(answer, self.form)

    @asynccontextmanager
    async def in_turn(self, answer: str) -> AsyncIterator[None]:
        """Alone while the form is a guess; together with all others once it is not."""
        if not self._is_sure(answer):
            async with self._learning:
                # who waited may find it learned, and then goes together with all others
                if not self._is_sure(answer):
                    yield
                    return
        yield

    def _is_sure(self, answer: str) -> bool:
        return self.known or answer in self._sure

    def learn(self, answer: str, form: RequestForm, fault: Fault, sent: Mapping[str, Any]) -> bool:
        """Whether the request is worth sending again, because the form is another now."""
        if fault.cause not in {Cause.REFUSED, Cause.THOUGHT, Cause.TOO_LONG}:
            return False
        if self.form_for(answer) != form:
            return True  # another request was refused before and has learned already
        found = next_form(form, fault, sent, sure=bool(self._sure))
        if found is None:
            return False
        self.refusals += 1
        if (
            found.rung is not form.rung
            and refusal_pattern("schema").search(fault.text)
            and self._sure - {answer}
        ):
            self._by_answer[answer] = found
        else:
            self.form = found
            self._by_answer.clear()
        return True

    def answered(self, answer: str) -> None:
        """An answer came in the form that is current."""
        self._sure.add(answer)
        self.known = True
        if self.memory and self._kept != self.form:
            self._kept = self.form
            self.memory.keep(self.form)


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier runs learned about one model at one address, in the user's cache."""

    path: Path
    name: str
    """Address and model."""

    def recall(self) -> RequestForm | None:
        """The form that worked last, unless that is long ago; None when nothing is known or readable."""
        row = self._rows().get(self.name, {})
        try:
            if time.time() - row["seen"] > FORGET_S:
                return None
            form = row["form"]
            return RequestForm(**{
                **form,
                "rung": Rung(form["rung"]),
                "left_out": frozenset(form["left_out"]),
            })
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, form: RequestForm) -> None:
        """Remember the form; a cache that cannot be written is none."""
        row = {"seen": int(time.time()), "form": {**asdict(form), "left_out": sorted(form.left_out)}}
        with suppress(OSError, OutputError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(
                self.path, json.dumps(self._rows() | {self.name: row}, ensure_ascii=False, indent=1)
            )

    def _rows(self) -> dict[str, Any]:
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return rows if isinstance(rows, dict) else {}
