"""What a user sees when the way to the model fails: cause, place, fix, and the number of tries."""

import email.utils
import re
import time
from types import SimpleNamespace

import pytest

from govbrief.model.faults import Cause
from govbrief.model.faultwords import KEY_REFUSED, WORDS
from tests.support.bad_server import (
    DROP,
    HANG,
    Reply,
    always,
    first,
    free_port,
    good,
    refusal,
    where,
)
from tests.unit.failures.conftest import ENFORCEMENT, failed_parts, read_brief, written_in

KEY_HINT = "set OPENAI_API_KEY to a valid key, or unset it to use the embedded model"
LATER_HINT = "wait and run again, or lower --concurrency"
ADDRESS_HINT, FILTER_HINT, REFUSED_HINT = (
    WORDS[cause].hint.en for cause in (Cause.MODEL, Cause.FILTERED, Cause.REFUSED)
)


def test_sound_run_ends_with_0(summarize, serve, tmp_path):
    """With a server that answers, the brief is whole and nothing is left to review."""
    server = serve()
    assert summarize(server, "--out", tmp_path / "out")[0:3:2] == (0, "")
    brief = read_brief(tmp_path / "out")
    assert [item["kind"] for item in brief["items"]] == ["achievement", "achievement", "shortcoming", "plan"]
    assert brief["failures"] == []
    assert brief["provenance"]["calls"] == len(server.requests)
    assert brief["provenance"]["retries"] == 0


REFUSALS = {
    "401": (refusal(401, "bad sk-secret"), "refused the key (401)", KEY_HINT, 1),
    "403": (refusal(403, "not in your country"), "refused access (403: not in your country)", KEY_HINT, 1),
    "404": (
        refusal(404, "no model m"),
        "does not know model 'm' or this path (404: no model m)",
        ADDRESS_HINT,
        1,
    ),
    "402": (
        refusal(402, "Insufficient Balance"),
        ": the account has nothing left (402: Insufficient Balance)",
        "top it up, or use another key",
        1,
    ),
    "quota": (
        refusal(429, "You exceeded your current quota"),
        ": the account has nothing left, or its limit is not by the minute (429: You exceeded your current quota)",
        "top it up, use another key, or run again later",
        9 + 1 + 1,
    ),
    "long wait": (
        refusal(429, "come back later", Retry_After="3600"),
        "asks to wait 3600 s (429: come back later)",
        "run again after that time",
        1,
    ),
    "no schemas": (
        refusal(400, "response_format is not supported"),
        "refused the request (400: response_format is not supported)",
        REFUSED_HINT,
        3 + 4,
    ),
    "redirect": (
        Reply(307, headers={"Location": "/v2"}),
        "does not know model 'm' or this path (307)",
        ADDRESS_HINT,
        1,
    ),
    "no method": (
        refusal(405, "GET only"),
        "does not know model 'm' or this path (405: GET only)",
        ADDRESS_HINT,
        1,
    ),
    "too long": (
        refusal(400, "maximum context length is 512"),
        "refused the request (400: maximum context length is 512)",
        "lower chunk_chars in the prompt set's set.toml, or use a model with a longer context",
        5,
    ),
    "not allowed": (
        refusal(400, "inappropriate content"),
        "refused this text for what it says (content filter) (400: inappropriate content)",
        FILTER_HINT,
        5,
    ),
    "429": (
        refusal(429, "slow down"),
        "is too busy or limits requests, tried 10 times (429: slow down)",
        LATER_HINT,
        10 + 1 + 1,
    ),
    "429 and wait": (
        refusal(429, "slow down", Retry_After="0"),
        "is too busy or limits requests, tried 10 times (429: slow down)",
        LATER_HINT,
        10 + 1 + 1,
    ),
    "500": (refusal(500, "boom"), "answered 500, tried 5 times (boom)", LATER_HINT, 15),
    "503": (
        Reply(503, b"<html>\x1b[31mbusy"),
        "answered 503, tried 5 times (<html>[31mbusy)",
        LATER_HINT,
        15,
    ),
}


@pytest.mark.parametrize("words", [*WORDS.values(), KEY_REFUSED], ids=[*(c.name for c in WORDS), "key"])
def test_every_fault_is_told_in_both_languages(words):
    """The Chinese names what the English names, and is Chinese."""
    for zh, en in ((words.reason.zh, words.reason.en), (words.hint.zh, words.hint.en)):
        assert re.search("[\u4e00-\u9fff]{2}", zh)
        assert not re.search("[\u4e00-\u9fff]", en)
        named = [re.sub("times", "number", name) for name in re.findall(r"{\w+|--[a-z-]+|[a-z_]+\.toml", en)]
        assert sorted(named) == sorted(re.findall(r"{\w+|--[a-z-]+|[a-z_]+\.toml", zh))


def test_every_fault_has_words():
    """A cause without words would end a run with a traceback."""
    assert set(WORDS) == set(Cause)


@pytest.mark.parametrize(("reply", "reason", "hint", "requests"), REFUSALS.values(), ids=REFUSALS)
def test_refusal_is_told_with_its_fix(  # noqa: PLR0913, PLR0917 - the columns of the table
    summarize, serve, report, monkeypatch, tmp_path, reply, reason, hint, requests
):
    """Nothing could be done: exit 4, one message, no output; what cannot pass is not tried again.

    What fails three times in a row because of the server, each time after all tries, is not asked for the remaining
    sections; what is refused of one section says nothing of the next.
    """
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    server = serve(always(reply))
    place = f"{report} items 1: {server.url}"
    done = summarize(server, "--out", tmp_path / "out")
    english = f"govbrief: {place}{'' if reason.startswith(':') else ' '}{reason}\n  {hint}\n"
    assert done.err.startswith(english)
    [chinese] = done.err.removeprefix(english).splitlines()
    assert chinese.startswith(f"  {report} items 1：{server.url}")
    assert chinese.count("。") == 1, "what failed, and what to do"
    assert (done.code, done.out, written_in(tmp_path / "out")) == (4, "", [])
    assert len(server.requests) == requests


def test_unreachable_server(summarize, report):
    """Nothing listens there: tried five times, then told with the address."""
    port = free_port()
    done = summarize(f"http://127.0.0.1:{port}/v1")
    assert done.code == 4
    assert done.err == (
        f"govbrief: {report} items 1: http://127.0.0.1:{port}/v1 cannot be reached, "
        "tried 5 times (Connection refused)\n"
        "  check --base-url and that the server runs: govbrief doctor\n"
        f"  {report} items 1：无法连接 http://127.0.0.1:{port}/v1，已尝试5次（Connection refused）。"
        "请检查 --base-url 以及服务器是否在运行：govbrief doctor\n"
    )


def test_hanging_server(summarize, serve, report):
    """A server that never answers is waited for twice for each of three sections, then given up."""
    server = serve(always(HANG))
    done = summarize(server, "--timeout", "0.1")
    assert done.code == 4
    assert done.err == (
        f"govbrief: {report} items 1: {server.url} did not answer within 0.1 s, tried twice\n"
        "  check the server's load, or raise --timeout\n"
        f"  {report} items 1：{server.url} 在0.1秒内没有应答，已尝试2次。请检查服务器负载，或调高 --timeout\n"
    )


def test_trickling_answer_counts_as_hanging(summarize, serve, report):
    """An answer that comes a byte at a time, for ever, does not outwit the time-out."""
    headers = {"Content-Type": "application/json"}
    server = serve(always(Reply(body=b" " * 100_000, headers=headers, trickle_s=0.05)))
    done = summarize(server, "--timeout", "0.1")
    assert done.code == 4
    assert f"{report} items 1: {server.url} did not answer within 0.1 s, tried twice" in done.err


@pytest.mark.parametrize(
    "reply",
    [
        refusal(500),
        refusal(503, Retry_After="0"),
        refusal(429),
        refusal(429, Retry_After="0"),
        refusal(429, Retry_After=email.utils.formatdate(time.time() - 60, usegmt=True)),
        DROP,
        Reply(body=b"{" * 100, cut_at=50),
    ],
    ids=["500", "503", "429", "429-seconds", "429-date", "dropped", "broken-off"],
)
def test_what_passes_is_tried_again(summarize, serve, tmp_path, reply):
    """Trouble on the way that passes costs retries and nothing else."""
    server = serve(first(reply, reply))
    assert summarize(server, "--out", tmp_path / "out").code == 0
    assert read_brief(tmp_path / "out")["provenance"]["retries"] == 2
    assert server.requests[0][2] == server.requests[2][2]


def test_retry_after_is_waited_for(summarize, serve):
    """The server says when to come back, and govbrief does not come earlier."""
    server = serve(first(refusal(429, Retry_After="1")))
    assert summarize(server).code == 0
    assert server.times[1] - server.times[0] >= 1.0


def test_failed_section_is_named_in_the_brief(summarize, serve, report, tmp_path):
    """Part of the work failed: exit 5, the rest is saved, and every format names what is missing and why."""
    server = serve(where("培训", refusal(500, "boom")))
    done = summarize(server, "--out", tmp_path / "out")
    reason = f"{report} items 2: {server.url} answered 500, tried 5 times (boom)"
    assert done.code == 5
    reason_zh = f"{report} items 2：{server.url} 返回500，已尝试5次（boom）"
    assert done.err == (
        f"govbrief: {report}: 1 part of the work failed: {ENFORCEMENT}\n"
        f"  the first: {reason}; run again for these\n"
        f"  {report}：1处未完成：{ENFORCEMENT}。首个原因：{reason_zh}；再次运行即可补做\n"
    )
    brief = read_brief(tmp_path / "out")
    assert brief["failures"] == [{"section": ENFORCEMENT, "reason": reason, "reason_zh": reason_zh}]
    assert len(brief["items"]) == 3
    page = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert ENFORCEMENT in page
    assert "answered 500, tried 5 times" in page
    assert "返回500，已尝试5次" in page
    assert "1 part of the work failed" in page


def test_failed_head_is_named_in_the_brief(summarize, serve, tmp_path):
    """Items survive a head that fails, and the shortcoming is told in its own words."""
    server = serve(where("Write the head", refusal(500)))
    assert summarize(server, "--out", tmp_path / "out").code == 5
    brief = read_brief(tmp_path / "out")
    assert failed_parts(brief) == ["summary"]
    assert len(brief["items"]) == 4
    [told] = [item["zh"] for item in brief["items"] if item["kind"] == "shortcoming"]
    assert [sentence["zh"] for sentence in brief["summary"]["sentences"]] == [told]


def test_server_that_breaks_every_connection_mid_run(summarize, serve, tmp_path):
    """What was answered is saved; the rest is named, each as what it was: one broken connection condemns no other."""
    server = serve(first(good, good, then=always(DROP)))
    assert summarize(server, "--out", tmp_path / "out").code == 5
    brief = read_brief(tmp_path / "out")
    assert len(brief["items"]) == 2
    assert len(server.requests) == 2 + 3 * 4
    reasons = [failure["reason"] for failure in brief["failures"]]
    assert f"items 3: {server.url} broke the connection, tried 4 times" in reasons[0]
    assert f"items 4: {server.url} broke the connection, tried 4 times" in reasons[1]


def test_own_machine_is_reached_without_a_proxy(summarize, serve, monkeypatch):
    """A proxy of the environment is not asked for this machine's own address."""
    for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    assert summarize(serve()).code == 0


@pytest.mark.parametrize("out", [False, True], ids=["shown", "kept in a ledger"])
def test_a_proxy_of_the_environment_is_asked(summarize, serve, monkeypatch, tmp_path, out):
    """An address elsewhere is reached by way of the proxy, also where answers are kept."""
    proxy = serve()
    monkeypatch.setenv("HTTP_PROXY", proxy.url.removesuffix("/v1"))
    monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1"))
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("no_proxy", "")
    elsewhere = SimpleNamespace(url="http://model.invalid/v1")
    done = summarize(elsewhere, *(("--out", tmp_path / "out") if out else ()))
    assert done.code == 0, done.err
    assert proxy.requests


def test_key_is_not_shown(summarize, serve, monkeypatch):
    """A server that quotes the key does not make govbrief show it."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    server = serve(lambda _, __: refusal(500, "header was Bearer sk-secret"))
    done = summarize(server)
    assert server.requests[0][1]["authorization"] == "Bearer sk-secret"
    assert "Bearer ***" in done.err
    assert "sk-secret" not in done.err + done.out
