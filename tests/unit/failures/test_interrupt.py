"""Ctrl-C, and a server that dies: what is done is saved, the rest is named, nothing is left running."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tests.support.bad_server as double
from tests.support.bad_server import ctrl_c, saying
from tests.unit.failures.conftest import (
    ENFORCEMENT,
    FUNCTIONS,
    ONE_PASS,
    PLANS,
    SHORTCOMINGS,
    failed_parts,
    read_brief,
    written_in,
)

ROOT = Path(double.__file__).parents[2]
INTERRUPTED = "interrupted before it was done"


def test_interrupted_between_sections(summarize, serve, report, tmp_path):
    """Sections that are done are in the brief, and the others are named; exit 5."""
    done = summarize(serve(ctrl_c(2)), "--out", tmp_path / "out")
    brief = read_brief(tmp_path / "out")
    assert done.code == 5
    assert [item["section"] for item in brief["items"]] == [FUNCTIONS, ENFORCEMENT]
    assert {f["section"] for f in brief["failures"] if f["reason"].startswith(INTERRUPTED)} == {
        SHORTCOMINGS,
        PLANS,
        "left out",
        "summary",
    }
    assert done.err.startswith(f"govbrief: {report}: ")
    assert (tmp_path / "out" / "report.md").is_file()


def test_interrupted_while_items_wait_for_a_second_try(summarize, serve, tmp_path):
    """Items that were to be sent back are kept as they are, with their findings."""
    manner = ctrl_c(1, saying("The office closed 999 cases.", "The office will close 999 cases."))
    assert summarize(serve(manner), "--out", tmp_path / "out").code == 5
    brief = read_brief(tmp_path / "out")
    [item] = brief["items"]
    assert "999" in item["en"]
    assert {finding["verdict"] for finding in item["findings"]} & {"NOT_FOUND", "REFUTED"}
    assert set(failed_parts(brief)) == {ENFORCEMENT, SHORTCOMINGS, PLANS, "left out", "summary"}


def test_interrupted_before_an_item_has_its_english(summarize, serve, tmp_path):
    """An item in one language is none: where each clause is translated on its own, its section is named."""
    options = ("--prompts", "embedded", "--out", tmp_path / "out")
    assert summarize(serve(ctrl_c(4)), *options).code == 5
    brief = read_brief(tmp_path / "out")
    assert all(item["en"] for item in brief["items"])
    assert [item["section"] for item in brief["items"]] == [SHORTCOMINGS, PLANS]
    parts = {f["section"] for f in brief["failures"] if f["reason"].startswith(INTERRUPTED)}
    assert parts == {"head", "figures"}


def test_interrupted_while_the_summary_is_written(summarize, serve, tmp_path):
    """All items are kept."""
    assert summarize(serve(ctrl_c(4)), "--out", tmp_path / "out").code == 5
    brief = read_brief(tmp_path / "out")
    assert len(brief["items"]) == 4
    assert failed_parts(brief) == ["summary"]


def test_interrupted_before_anything_is_done(summarize, serve, tmp_path):
    """An older brief is not replaced by an empty one."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_text("older", encoding="utf-8")
    done = summarize(serve(ctrl_c(0)), "--out", out)
    assert done.code == 5
    assert done.err == (
        "govbrief: interrupted before the first item of a report; of that one nothing is written\n"
        "  有报告在得到首个条目之前被中断，未写出摘要\n"
    )
    assert [path.read_text(encoding="utf-8") for path in written_in(out)] == ["older"]


def test_interrupted_in_the_second_of_two_reports(summarize, serve, report, tmp_path):
    """The first brief is whole, the second holds what was done of it."""
    other = tmp_path / "second.txt"
    # an equal text would be answered from the ledger
    other.write_text(report.read_text(encoding="utf-8").replace("2023年", "2024年"), encoding="utf-8")
    done = summarize(serve(ctrl_c(9)), "--out", tmp_path / "out", sources=(report, other))
    assert done.code == 5
    whole, part = read_brief(tmp_path / "out"), read_brief(tmp_path / "out", "second")
    assert len(whole["items"]) + len(part["items"]) == 8
    assert failed_parts(part)


@pytest.fixture
def embedded(tmp_path, monkeypatch):
    """The arguments and the log of a run with an embedded model whose server misbehaves."""

    def make(manners: str) -> tuple[list[str], Path]:
        program, log, model = tmp_path / "llama-server", tmp_path / "log", tmp_path / "m.gguf"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{double.__file__}" "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        model.write_bytes(b"GGUF")
        monkeypatch.setenv("GOVBRIEF_LLAMA_SERVER", str(program))
        monkeypatch.setenv("BAD_SERVER", manners)
        monkeypatch.setenv("BAD_SERVER_LOG", str(log))
        monkeypatch.setenv(
            "PYTHONPATH", os.pathsep.join(str(ROOT / part) for part in ("", "pipeline", "schemas"))
        )
        options = ["--out", str(tmp_path / "out"), "--prompts", str(ONE_PASS), "--quiet"]
        return ["--model-file", str(model), *options], log

    return make


def is_gone(pid: int) -> bool:
    """Whether the process ends within a minute; a zombie has ended."""
    for _ in range(1200):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def test_ctrl_c_stops_the_embedded_server(embedded, report, tmp_path):
    """A real process, a real signal: the brief is saved, exit 5, and the server is gone."""
    arguments, log = embedded("hangs 2")
    command = [sys.executable, "-m", "govbrief", "summarize", str(report), *arguments]
    with subprocess.Popen(  # noqa: S603 - a fixed command
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as run:
        try:
            while run.poll() is None and (
                not log.exists() or log.read_text(encoding="utf-8").count("asked") < 3
            ):
                time.sleep(0.02)
            run.send_signal(signal.SIGINT)
            _, told = run.communicate(timeout=120)
        finally:
            run.kill()
    assert run.returncode == 5
    assert "Traceback" not in told
    assert len(read_brief(tmp_path / "out")["items"]) == 2
    assert is_gone(int(log.read_text(encoding="utf-8").split()[0]))


def test_embedded_server_that_dies(govbrief, embedded, report, tmp_path):
    """Its last words are the reason; the request that it died of is not sent to nobody four times more."""
    arguments, log = embedded("dies 2")
    done = govbrief("summarize", report, *arguments)
    assert done.code == 5
    brief = read_brief(tmp_path / "out")
    assert len(brief["items"]) == 2
    reason = "the embedded model's server died: llama-server ended with status 9"
    assert brief["failures"][0]["section"] == SHORTCOMINGS
    assert brief["failures"][0]["reason"].startswith(f"{report} items 3: {reason}")
    assert "ggml: out of memory" in brief["failures"][0]["reason"]
    assert f"items 4: not asked, because {reason}" in brief["failures"][1]["reason"]
    assert log.read_text(encoding="utf-8").count("asked") == 3


def test_embedded_server_that_dies_at_once(govbrief, embedded, report, tmp_path):
    """Nothing could be done: exit 4 with the fix."""
    arguments, _ = embedded("dies 0")
    done = govbrief("summarize", report, *arguments)
    assert done.code == 4
    assert done.err == (
        f"govbrief: {report} items 1: the embedded model's server died: llama-server ended with status 9\n"
        "    ggml: out of memory\n"
        "  run govbrief doctor; a smaller --model-file needs less memory\n"
        f"  {report} items 1：内置模型的服务进程已退出：llama-server ended with status 9\n"
        "    ggml: out of memory。请运行 govbrief doctor；较小的 --model-file 占用内存更少\n"
    )
    assert not written_in(tmp_path / "out")
