"""Owns one tiny structured question to a server: what a brief would meet there, before one is made."""

import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, Field

from govbrief.base.settings import Settings
from govbrief.model.ask import Ask
from govbrief.model.connect import open_source
from govbrief.model.forms import TOKEN_LIMITS, RequestForm

TOKENS = 300
"""Room for the answer; thinking comes on top."""


class ProbeAnswer(BaseModel):
    """One sentence in English, and where it comes from."""

    sentences: tuple[str, ...] = Field(description="ids of the sentences it rests on")
    en: str = Field(description="the sentence in English")


class Probe(NamedTuple):
    """What the question met."""

    answer: ProbeAnswer
    form: RequestForm
    """How it was put when it was answered."""
    refusals: int
    """Requests refused on the way there."""
    seconds: float
    """Of everything, refusals included."""


async def probe(settings: Settings) -> Probe:
    """Ask the server of the settings one question, as a brief would.

    Raises:
        ModelError: there is no usable answer; says why.
        UsageError: the settings do not name a server and a model.
    """
    ask = Ask(
        where="doctor",
        system="You translate sentences of Chinese government reports into English.",
        user="[S1] 全年办结行政复议案件12件。\n\nTranslate S1.",
        answer=ProbeAnswer,
        max_tokens=TOKENS,
        enums={"sentences": ("S1",)},
    )
    with open_source(settings, "") as source:
        async with source.asker("doctor") as asker:
            started = time.perf_counter()
            answer = await asker.ask(ask)
            seconds = time.perf_counter() - started
        return Probe(answer, source.lessons.form, source.lessons.refusals, seconds)


def as_row(form: RequestForm) -> Mapping[str, Any]:
    """The fields of a profile that say the same as a form, without those that every server takes."""
    row: dict[str, Any] = {"rung": str(form.rung)}
    if form.token_limit != TOKEN_LIMITS[0]:
        row["token_limit"] = form.token_limit
    if form.left_out:
        row["left_out"] = sorted(form.left_out)
    if form.fixed:
        row["fixed"] = dict(form.fixed)
    if form.thinking_tokens:
        row["reasoning"] = True
    if not form.system_role:
        row["system_role"] = False
    if form.context_tokens:
        row["context_tokens"] = form.context_tokens
    return row
