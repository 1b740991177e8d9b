"""Standard streams in whatever state, signals that end a process, names that a disk or a terminal dislikes."""
# ruff: noqa: S603  (runs govbrief itself)

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govbrief.base.files import file_names
from tests.support.bad_server import HANG, ctrl_c, first, good
from tests.unit.failures.conftest import (
    ONE_PASS,
    PLANS,
    REPORT,
    SHORTCOMINGS,
    failed_parts,
    read_brief,
    written_in,
)

GOVBRIEF = (sys.executable, "-m", "govbrief")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
SPEAKER = "\x1b[31mred\x9b2K\u202e"


def shell(command, report, **environment):
    """What a shell's command came to; `$G` is govbrief, `$R` the report."""
    values = {"G": " ".join(GOVBRIEF), "R": str(report), **environment}
    return subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        env={**ENVIRONMENT, **values},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "command", ["outline $R", "outline --json $R", "numbers $R", "check $R $R", "summarize $R"]
)
@pytest.mark.parametrize("streams", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_stream_is_no_traceback(report, command, streams):
    """The exit code says what happened, as with open ones."""
    done = shell(f"$G {command} {streams}", report, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert b"Traceback" not in done.stderr + done.stdout
    assert done.returncode in {0, 1, 2, 4}


def test_closed_input_is_an_empty_report(report):
    """Exit 3 with a clear line."""
    done = shell("$G outline - <&-", report)
    assert (done.returncode, done.stderr[:22]) == (3, b"govbrief: - is empty\n ")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gb18030"])
def test_any_encoding_of_the_output(report, encoding):
    """What it cannot say is escaped, and JSON stays JSON."""
    told = shell("$G outline --json $R", report, PYTHONIOENCODING=encoding)
    assert json.loads(told.stdout.decode(encoding))["report"]["title"].startswith("某市司法局")
    assert shell("$G outline $R", report, PYTHONIOENCODING=encoding).returncode == 0


def test_control_characters_of_a_name_stay_out_of_messages(govbrief, tmp_path):
    """A file's name, found or not, moves no cursor and turns no text."""
    for path in (tmp_path / f"{SPEAKER}.txt", tmp_path / f"{SPEAKER}.bin"):
        if path.suffix == ".bin":
            path.write_bytes(b"PK\x03\x04")
        done = govbrief("outline", path)
        assert done.code == 3
        assert not set("\x1b\x9b\u202e") & set(done.err + done.out)


def test_control_characters_reach_json_as_escapes(govbrief, tmp_path):
    """C1 controls, overrides and hidden characters are written as escapes, and read back the same."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT.replace("（一）", "（一）\x9b31m\u202e"), encoding="utf-8")
    done = govbrief("outline", "--json", path)
    assert done.code == 0
    assert not set("\x9b\u202e") & set(done.out)
    json.loads(done.out)


def test_names_that_no_disk_takes_are_shortened(summarize, serve, tmp_path):
    """82 Chinese characters, and bytes that are no UTF-8, are names of reports; both briefs are written."""
    names = [("市" * 80 + ".txt").encode(), b"\xff\xfe\x1b[31m.txt"]
    for name in names:
        (Path(os.fsdecode(os.fsencode(tmp_path))) / os.fsdecode(name)).write_text(REPORT, encoding="utf-8")
    sources = tuple(tmp_path / os.fsdecode(name) for name in names)
    done = summarize(serve(), "--out", tmp_path / "out", sources=sources)
    assert done.code in {0, 1}
    assert len([path for path in written_in(tmp_path / "out") if path.suffix == ".md"]) == 2


def test_equal_beginnings_keep_their_files():
    """Names that are one when shortened are told apart."""
    long = "市" * 90
    names = file_names([f"a/{long}甲.txt", f"a/{long}乙.txt"])
    assert len(set(names.values())) == 2
    assert all(len(name.encode()) < 240 for name in names.values())


def test_nothing_is_asked_for_a_name_that_cannot_be_written(summarize, serve, tmp_path):
    """A file for `--out` whose name the disk refuses ends the run before the first request."""
    server = serve()
    done = summarize(server, "--out", tmp_path / f"{'市' * 90}.md")
    assert done.code == 5
    assert "under this name" in done.err
    assert server.requests == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signal_that_ends_a_process_saves_what_is_done(report, serve, tmp_path, number):
    """As Ctrl-C does: two sections are in the brief, the others are named."""
    server = serve(first(good, good, then=lambda *_: HANG))
    options = ("--base-url", server.url, "--model", "m", "--concurrency", "1", "--prompts", str(ONE_PASS))
    command = [*GOVBRIEF, "summarize", str(report), *options, "--out", str(tmp_path / "out")]
    # tests that run under nohup hand on that SIGHUP is ignored, and then the program leaves it so
    before = signal.signal(number, signal.SIG_DFL)
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    signal.signal(number, before)
    while len(server.requests) < 3 and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 5, errors
    brief = read_brief(tmp_path / "out")
    assert len(brief["items"]) == 2
    lost = failed_parts(brief)
    assert {SHORTCOMINGS, PLANS} < set(lost)
    assert len(lost) == len(set(lost))


def test_record_that_was_cut_off_is_kept_and_continued(summarize, serve, tmp_path):
    """Of the next run the server is asked only what it did not answer before."""
    whole = serve()
    summarize(whole)
    cut, rest, folder = serve(ctrl_c(2)), serve(), tmp_path / "cassettes"
    assert summarize(cut, "--record", folder).code == 5
    assert summarize(rest, "--replay", folder, "--record", folder).code in {0, 1}
    assert len(rest.requests) == len(whole.requests) - 2
