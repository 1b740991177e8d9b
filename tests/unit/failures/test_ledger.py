"""An answer that was paid for is kept at once, and what is finished is not made again."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govbrief.model.ledger import FILE, Kept, Ledger
from tests.support import bad_server as double
from tests.support.bad_server import good, refusal, where
from tests.unit.failures.conftest import ENFORCEMENT, ONE_PASS, read_brief

ROOT = Path(double.__file__).parents[2]


def test_same_command_again_asks_nothing(summarize, serve, tmp_path):
    """A finished brief is not made again, and the exit code is the same."""
    server = serve()
    first = summarize(server, "--out", tmp_path / "out")
    asked = len(server.requests)
    written = (tmp_path / "out" / "report.json").read_bytes()
    again = summarize(server, "--out", tmp_path / "out")
    assert (again.code, len(server.requests)) == (first.code, asked)
    assert (tmp_path / "out" / "report.json").read_bytes() == written


@pytest.mark.parametrize("change", ["file", "again", "strict"])
def test_what_changed_is_made_again_from_kept_answers(summarize, serve, tmp_path, change):
    """An edited brief, `--again` and another option make the brief again; its answers are paid for already."""
    server = serve()
    summarize(server, "--out", tmp_path / "out")
    asked = len(server.requests)
    path = tmp_path / "out" / "report.json"
    if change == "file":
        path.write_text("{}", encoding="utf-8")
    before = path.stat().st_mtime_ns
    options = {"again": ("--again",), "strict": ("--strict",)}.get(change, ())
    summarize(server, "--out", tmp_path / "out", *options)
    assert path.stat().st_mtime_ns > before
    assert read_brief(tmp_path / "out")["items"]
    assert len(server.requests) == asked


def test_open_brief_pays_only_what_is_missing(summarize, serve, tmp_path):
    """After a lost section the next run asks for it, and for what rests on it, and for nothing else."""
    manner = [where(ENFORCEMENT, refusal(400, "Content Exists Risk"))]

    def changing(number, body):
        return manner[0](number, body)

    server = serve(changing)
    assert summarize(server, "--out", tmp_path / "out").code == 5
    lost = len(server.requests)
    manner[0] = good
    assert summarize(server, "--out", tmp_path / "out").code == 0
    asked = [body["messages"][-1]["content"] for _, _, body in server.requests[lost:]]
    [section] = [text for text in asked if text.startswith("Report:")]
    assert ENFORCEMENT in section
    assert read_brief(tmp_path / "out")["failures"] == []


def test_damaged_row_is_asked_again(summarize, serve, tmp_path):
    """An answer whose checksum does not fit counts as none."""
    server = serve()
    summarize(server, "--out", tmp_path / "out")
    asked = len(server.requests)
    with sqlite3.connect(tmp_path / "out" / FILE) as db:
        db.execute("update answers set body = 'x' where key = (select min(key) from answers)")
    summarize(server, "--out", tmp_path / "out", "--again")
    assert len(server.requests) == asked + 1


def test_no_key_enters_the_ledger(summarize, serve, tmp_path, monkeypatch):
    """Neither the key nor a header is kept."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-0123456789")
    summarize(serve(), "--out", tmp_path / "out")
    for path in (tmp_path / "out").glob(f"{FILE}*"):
        assert b"very-secret" not in path.read_bytes()
        assert b"session=secret" not in path.read_bytes()


def test_kill_loses_no_answer(serve, report, tmp_path):
    """Killed without a word in the middle of a run, the program pays at most once more for what was under way."""
    server = serve()
    command = [sys.executable, "-m", "govbrief", "summarize", str(report), "--base-url", server.url]
    command += ["--model", "m", "--prompts", str(ONE_PASS), "--out", str(tmp_path / "out"), "--quiet"]
    command += ["--concurrency", "1"]
    running = subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    while len(server.requests) < 3 and running.poll() is None:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.wait()
    paid = len(server.requests)
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)  # noqa: S603
    assert done.returncode in {0, 1}, done.stderr
    bodies = [json.dumps(body, sort_keys=True) for _, _, body in server.requests]
    twice = len(bodies) - len(set(bodies))
    assert paid >= 3
    assert twice <= 1


def test_two_ledgers_on_one_file_do_no_harm(tmp_path):
    """What one writes the other reads, and neither waits for ever."""
    one, other = Ledger(tmp_path / FILE), Ledger(tmp_path / FILE)
    for n in range(20):
        (one, other)[n % 2].keep(f"k{n}", b"answer", Kept("m", n, 0.1, 1, 2))
    assert all(one.answer(f"k{n}") == other.answer(f"k{n}") == b"answer" for n in range(20))
    assert [total.answers for total in one.totals()] == [20]
    one.close()
    other.close()
