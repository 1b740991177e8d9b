"""Any provider: each row of docs/models.md, emulated over a real socket, gives a whole brief."""

import re

import pytest

from tests.support.bad_server import always, refusal
from tests.support.odd_servers import ODD, NoSystemRole, OutOfTurn, QwenStreaming, SmallContext
from tests.support.providers import (
    WHOLE,
    DeepSeek,
    DeepSeekReasoner,
    Filtering,
    Gemini,
    Kimi,
    Mistral,
    OpenAI,
    OpenAIReasoning,
    Qwen,
)
from tests.unit.failures.conftest import ONE_PASS, failed_parts, read_brief

MOST_LESSONS = 12
"""Requests that a run may spend on learning what a server takes."""
TOPICS = (
    "执法监督", "行政复议", "法律服务", "人民调解", "普法宣传", "信访工作", "行政审批", "社区矫正", "队伍建设",
    "科技应用",
)  # fmt: skip
AUTO = ("--concurrency", "auto")


def write_report(report, sections):
    """A report of so many sections, of which the sixth is about petitions."""
    told = [
        f"（{number}）推进{topic}\n市司法局持续推进{topic}，群众办事更加方便。"
        for number, topic in list(zip("一二三四五六七八九十", TOPICS, strict=True))[:sections]
    ]
    lacking = "二、存在的问题和不足\n部分单位法治意识不强，依法行政能力有待提高。"
    plans = "三、下一步工作打算\n市司法局将继续加强行政执法监督，推进严格规范公正文明执法。"
    head = "某市司法局2023年法治政府建设年度报告\n\n一、主要做法和成效"
    report.write_text("\n".join([head, *told, lacking, plans]), encoding="utf-8")


@pytest.mark.parametrize("provider", [*WHOLE, *ODD], ids=lambda provider: provider.__name__)
def test_brief_is_whole(summarize, serve, report, tmp_path, provider):
    """Whatever a server refuses or wraps its answers in, all sections are told, after few lessons."""
    write_report(report, 4)
    manner = provider()
    done = summarize(serve(manner), "--out", tmp_path / "out", *AUTO)
    assert (done.code, done.err) in {(0, ""), (1, "")}
    brief = read_brief(tmp_path / "out")
    assert (len(brief["items"]), failed_parts(brief)) == (6, [])
    assert manner.refused <= MOST_LESSONS


def test_overtaken_requests_go_on(summarize, serve, report, tmp_path, monkeypatch):
    """Where a few are answered a minute, one that is refused again and again waits for its turn and is not lost."""
    # without any wait all would be refused while one is answered
    monkeypatch.setattr("govbrief.model.tries.backoff_s", lambda _: 0.05)
    write_report(report, 10)
    done = summarize(serve(OutOfTurn()), "--out", tmp_path / "out", *AUTO)
    assert (done.code, done.err) in {(0, ""), (1, "")}
    assert failed_parts(read_brief(tmp_path / "out")) == []


def test_azures_older_address(summarize, serve):
    """An address with a query keeps it behind the path; whoever copies the whole path is understood too."""
    server = serve(OpenAI())
    root = server.url.removesuffix("/v1")
    for tail, query in (
        ("/openai/deployments/d?api-version=2024-10-21", "?api-version=2024-10-21"),
        ("/v1", ""),
    ):
        path, mark, said = tail.partition("?")
        for url in (f"{root}{tail}", f"{root}{path}/chat/completions{mark}{said}"):
            server.url = url
            assert summarize(server).code in {0, 1}
            assert server.requests[-1][0] == f"{path}/chat/completions{query}"


@pytest.mark.parametrize(
    "provider",
    [DeepSeek, Gemini, Kimi, OpenAIReasoning, Qwen, NoSystemRole, QwenStreaming, SmallContext],
    ids=lambda p: p.__name__,
)
def test_lessons_are_kept(summarize, serve, provider):
    """What one run learned the next one knows: nothing is refused again."""
    manner = provider()
    server = serve(manner)
    assert summarize(server, *AUTO).code in {0, 1}
    assert manner.refused
    manner.refused = 0
    assert summarize(server, *AUTO).code in {0, 1}
    assert manner.refused == 0


def test_refused_section_is_named(summarize, serve, report, tmp_path):
    """A text that a provider does not like costs its own section, which is named with the reason, and nothing else."""
    write_report(report, 10)
    done = summarize(serve(Filtering()), "--out", tmp_path / "out", *AUTO)
    brief = read_brief(tmp_path / "out")
    assert done.code == 5
    assert len(brief["items"]) == 11
    [failure] = brief["failures"]
    assert "信访" in failure["section"]
    assert "refused this text for what it says (content filter)" in failure["reason"]


@pytest.mark.parametrize(
    ("provider", "detail", "fix"),
    [
        (OpenAI, "as strict (strict JSON schema)", ""),
        (
            DeepSeek,
            "as json_object (JSON mode, the schema in the message), after 1 refused",
            'rung = "json_object"',
        ),
        (
            DeepSeekReasoner,
            "as text (plain text, the schema in the message), after 2 refused",
            'rung = "text"',
        ),
        (Mistral, "as strict (strict JSON schema), after 1 refused", 'left_out = ["seed"]'),
        (Qwen, "after 2 refused", 'fixed = {"enable_thinking": false}'),
        (NoSystemRole, "as strict (strict JSON schema), after 1 refused", "system_role = false"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_doctor_says_which_form_works(govbrief, serve, provider, detail, fix):
    """One tiny question shows what a server takes, how long that took, and what there is to set."""
    done = govbrief("doctor", "--base-url", serve(provider()).url, "--model", "m")
    [line] = [line for line in done.out.splitlines() if "question 试问" in line]
    assert done.code == 0
    assert line.startswith("ok ")
    assert detail in line
    assert fix in done.out


def test_doctor_tells_a_wrong_key(govbrief, serve):
    """A server that answers but refuses the question is no server for a brief: exit 4."""
    server = serve(always(refusal(401, "Incorrect API key")))
    done = govbrief("doctor", "--base-url", server.url, "--model", "m")
    assert done.code == 4
    assert f"fault  question 试问: doctor: {server.url} refused the key (401)" in done.out


@pytest.mark.parametrize(
    "provider",
    [DeepSeek, Kimi, OpenAIReasoning, Qwen, NoSystemRole, QwenStreaming, SmallContext],
    ids=lambda p: p.__name__,
)
def test_recording_replays_without_a_flag(summarize, govbrief, serve, tmp_path, provider):
    """A replay takes the model's name and the form of requests from the recording, whatever recorded it."""
    tapes, out = tmp_path / "tapes", tmp_path / "out"
    options = ("--prompts", ONE_PASS, "--quiet")
    recorded = summarize(serve(provider()), *AUTO, "--record", tapes, "--out", out)
    assert recorded.code in {0, 1}
    again = govbrief(
        "summarize", tmp_path / "report.txt", *options, "--replay", tapes, "--out", tmp_path / "again"
    )
    assert again.code == recorded.code
    first, second = read_brief(out), read_brief(tmp_path / "again")
    assert second["items"] == first["items"]
    assert second["provenance"]["model"] == "m"
    [tape] = tapes.rglob("*.yaml")
    text = tape.read_text(encoding="utf-8")
    assert not re.search(rf"authorization|cookie|{tmp_path.name}|127\.0\.0\.1", text, re.IGNORECASE)
