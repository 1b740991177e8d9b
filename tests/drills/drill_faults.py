"""One request of one report fails in each of 22 ways: the other reports lose nothing, and the loss has a name."""

import asyncio
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest import mock

from govbrief.api import asummarize_all
from govbrief.base.errors import PipelineError
from govbrief.base.settings import Settings
from govbrief.read.load import load_report
from govbrief_schemas.brief import Brief
from tests.drills.report import Row, none_of
from tests.support.bad_server import (
    DROP,
    HANG,
    BadServer,
    Manner,
    Reply,
    completion,
    good,
    refusal,
)

TEXT = """\
{place}司法局2023年法治政府建设年度报告

一、主要做法和成效
（一）依法全面履行政府职能
{place}司法局持续推进行政审批制度改革，群众办事更加方便。
（二）规范行政执法
{place}司法局组织开展行政执法人员培训，执法行为更加规范。

二、存在的问题和不足
部分单位法治意识不强，依法行政能力有待提高。

三、下一步工作打算
{place}司法局将继续加强行政执法监督，推进严格规范公正文明执法。
"""
PLACES = ("青桐市", "白榆市", "丹枫县")
STRUCK = "白榆市司法局组织开展行政执法人员培训"
"""A sentence of one section of one report: the request that shows it is the one that fails."""
SECTION = "（二）规范行政执法"
ONE_PASS = Path(__file__).parents[1] / "support" / "prompts" / "one-pass"
"""A set that asks for each section on its own."""
_ERROR = json.dumps({"error": {"code": 502, "message": "Provider returned error"}}).encode()

FAULTS: Mapping[str, Reply] = {
    "429, come back in 90 s": refusal(429, "slow down", Retry_After="90"),
    "429, come back in an hour": refusal(429, "slow down", Retry_After="3600"),
    "429 without a word": refusal(429),
    "429, quota": refusal(429, "You exceeded your current quota"),
    "connection dropped before the answer": DROP,
    "connection dropped within the answer": Reply(body=b'{"choices": [', cut_at=5),
    "no answer": HANG,
    "an answer that trickles": Reply(body=b" " * 4000, trickle_s=0.01),
    "500": refusal(500, "internal"),
    "502 with a page": Reply(502, b"<html>Bad Gateway</html>", {"Content-Type": "text/html"}),
    "503": refusal(503, "overloaded"),
    "401": refusal(401, "invalid api key"),
    "402": refusal(402, "insufficient balance"),
    "403": refusal(403, "forbidden"),
    "404": refusal(404, "no such model"),
    "400, filtered": refusal(400, "blocked by content management policy"),
    "400, too long": refusal(400, "maximum context length is 10 tokens"),
    "200 with an error": Reply(body=_ERROR, headers={"Content-Type": "application/json"}),
    "200 without a word": completion(""),
    "200 that is no JSON": Reply(body=b"<html>login</html>"),
    "an answer in no form": completion("I cannot do that."),
    "an answer without end": completion('{"items": [', finish="length"),
}


FIREWALL = ("401", "402", "403", "404", "400, filtered", "an answer in no form")
"""What a report may be answered as a whole."""


def run() -> list[Row]:
    """Rows over all ways of failing."""
    dragged: list[str] = []
    unnamed: list[str] = []
    false: list[str] = []
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder}):
        for name, reply in FAULTS.items():
            briefs = _batch(Path(folder), reply)
            others = [brief for place, brief in briefs.items() if place != PLACES[1]]
            dragged += [f"{name}: {_loss(brief)}" for brief in others if _loss(brief)]
            struck = briefs[PLACES[1]]
            told = struck.failures if isinstance(struck, Brief) else ()
            if [failure.section for failure in told] != [SECTION]:
                unnamed.append(f"{name}: {_loss(struck)}")
            false += [f"{name}: {failure.reason}" for failure in told if "interrupted" in failure.reason]
    ways = len(FAULTS)
    return [
        none_of("one request fails for good: parts that other reports lost", dragged, 2 * ways),
        none_of("its section named once, and no other part", unnamed, ways),
        none_of("parts called interrupted though nobody did", false, ways),
        *_whole_report(),
        *_passing(),
    ]


def _whole_report() -> list[Row]:
    """Every request about one report is refused, as by a firewall that dislikes its text."""
    lost: list[str] = []
    for name in FIREWALL:
        with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder}):
            briefs = _batch(Path(folder), FAULTS[name], struck=PLACES[1])
            lost += [f"{name}: {_loss(briefs[p])}" for p in (PLACES[0], PLACES[2]) if _loss(briefs[p])]
    return [
        none_of("all requests of one report fail: parts that other reports lost", lost, 2 * len(FIREWALL))
    ]


def _passing() -> list[Row]:
    """What fails for a while costs nothing."""
    lost: list[str] = []
    for name in (
        "429, come back in 90 s",
        "429 without a word",
        "500",
        "connection dropped before the answer",
    ):
        with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {"GOVBRIEF_CACHE": folder}):
            reply = FAULTS[name]
            lost += [
                f"{name}: {loss}"
                for b in _batch(Path(folder), reply, once=True).values()
                if (loss := _loss(b))
            ]
    return [none_of("one request fails once: parts lost", lost, 4)]


def _loss(brief: Brief | PipelineError) -> str:
    if isinstance(brief, PipelineError):
        return f"no brief: {brief}"
    return "; ".join(f"{failure.section}: {failure.reason}" for failure in brief.failures)


def _batch(
    folder: Path, reply: Reply, *, once: bool = False, struck: str = STRUCK
) -> dict[str, Brief | PipelineError]:
    """The three reports before a server that answers one request so, always or once."""
    reports = []
    for place in PLACES:
        path = folder / f"{place}.txt"
        path.write_text(TEXT.format(place=place), encoding="utf-8")
        reports.append(load_report(str(path)))
    with BadServer(_striking(reply, struck, once=once)) as server, ExitStack() as quick:
        # waits as long as they are told would make the drill one of hours: they keep their order and lose their length
        quick.enter_context(mock.patch("govbrief.model.tries.backoff_s", return_value=0.0))
        quick.enter_context(mock.patch("govbrief.model.tries.PROBE_S", 0.02))
        read = mock.patch("govbrief.model.faults.told_wait", _hurried)
        quick.enter_context(read)
        settings = Settings(
            base_url=server.url, model="m", concurrency=2, timeout_s=1.0, prompts=str(ONE_PASS)
        )
        told = asyncio.run(asummarize_all(reports, settings=settings))
    return dict(zip(PLACES, told, strict=True))


def _striking(reply: Reply, shown: str, *, once: bool) -> Manner:
    """A server that gives this reply to requests that show a text, complaints about their answers included."""
    struck: list[int] = []

    def manner(n: int, body: dict[str, Any]) -> Reply:
        if not any(shown in message["content"] for message in body["messages"]) or (once and struck):
            return good(n, body)
        struck.append(n)
        return reply

    return manner


def _hurried(headers: Mapping[str, str], _: str = "") -> float | None:
    """A wait of 90 s as one of 0.09 s; one of an hour stays what it is."""
    told = float(headers.get("retry-after", "-1"))
    return None if told < 0 else told / 1000 if told < 600 else told
