"""Files are written whole or not at all; a place that cannot be written is found before the model works."""

import errno
import json
import os
import resource
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from selectolax.lexbor import LexborHTMLParser

import tests.support.bad_server as double
from govbrief.base.errors import OutputError
from govbrief.base.files import require_writable, write_atomically
from govbrief.cli.running import tell_batch
from tests.unit.failures.conftest import REPORT, read_brief, written_in

HINT = "free some space or choose another place with --out"
ROOT = Path(double.__file__).parents[2]


@contextmanager
def disk_holds(most: int):
    """As if every file could have `most` bytes only; Python is told of it as of a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_file_is_replaced_whole(tmp_path):
    """A new file takes the place of the old one, readable for others, and leaves nothing beside it."""
    path = tmp_path / "new" / "brief.md"
    write_atomically(path, "旧")
    write_atomically(path, "新\n")
    assert path.read_bytes() == "新\n".encode()
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_full_disk_leaves_the_older_file(tmp_path):
    """What stood there still does, and no part of the new text is left."""
    path = tmp_path / "brief.md"
    path.write_text("older", encoding="utf-8")
    with disk_holds(4096), pytest.raises(OutputError) as caught:
        write_atomically(path, "字" * 5000)
    assert str(caught.value) == f"{path}: cannot be written (File too large)"
    assert caught.value.hint == HINT
    assert path.read_text(encoding="utf-8") == "older"
    assert list(tmp_path.iterdir()) == [path]


def test_name_that_is_no_text_is_written_all_the_same(tmp_path):
    """Bytes of a file name that are no UTF-8 cost a character, not the brief."""
    write_atomically(tmp_path / "brief.md", os.fsdecode(b"\xff.txt"))
    assert (tmp_path / "brief.md").read_text(encoding="utf-8") == "?.txt"


def test_file_where_a_folder_is_needed(tmp_path):
    """The folder is named, not the probe inside it."""
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        require_writable(tmp_path / "out")
    assert str(caught.value) == f"{tmp_path}/out: nothing can be written here (File exists)"


@pytest.mark.parametrize("option", ["--out", "--record"])
def test_place_is_tried_before_the_model(summarize, serve, tmp_path, option):
    """Exit 5 at once: no request is paid for a brief or a recording that cannot be kept."""
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    server = serve()
    done = summarize(server, option, tmp_path / "file" / "out")
    assert done == (
        5,
        "",
        f"govbrief: {tmp_path}/file/out: nothing can be written here (Not a directory)\n  {HINT}\n",
    )
    assert server.requests == []


def test_brief_that_cannot_be_written_does_not_stop_the_next(summarize, serve, report, tmp_path):
    """Exit 5 names the file; the other report's brief is there."""
    other = tmp_path / "other.txt"
    other.write_text(REPORT, encoding="utf-8")
    (tmp_path / "out" / "report.md").mkdir(parents=True)
    done = summarize(serve(), "--out", tmp_path / "out", sources=(report, other))
    assert done.code == 5
    assert done.err == f"govbrief: {tmp_path}/out/report.md: cannot be written (Is a directory)\n  {HINT}\n"
    assert len(read_brief(tmp_path / "out", "other")["items"]) == 4


def test_running_again_gives_the_same_files(summarize, serve, tmp_path):
    """A second run replaces what the first one wrote, and adds nothing."""
    server = serve()
    texts = []
    for _ in range(2):
        assert summarize(server, "--out", tmp_path / "out", "--format", "json").code == 0
        assert [path.name for path in written_in(tmp_path / "out")] == ["report.json"]
        texts.append(read_brief(tmp_path / "out"))
    assert texts[0]["items"] == texts[1]["items"]


def test_one_file_is_written_where_it_is_named(summarize, serve, tmp_path):
    """`--out x.json` writes this file; a folder that happens to end like one is a folder."""
    assert summarize(serve(), "--out", tmp_path / "x.json").code == 0
    assert len(read_brief(tmp_path, "x")["items"]) == 4
    (tmp_path / "y.json").mkdir()
    assert summarize(serve(), "--out", tmp_path / "y.json", "--format", "md").code == 0
    assert [path.name for path in written_in(tmp_path / "y.json")] == ["report.md"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_behind_standard_output(serve, report):
    """A redirection into a full disk is an error with exit 5, not a traceback."""
    command = [sys.executable, "-m", "govbrief", "summarize", str(report), "--format", "json", "--quiet"]
    server = serve()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [*command, "--base-url", server.url, "--model", "m"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 5
    assert done.stderr == (
        "govbrief: standard output: cannot be written (No space left on device)\n"
        "  free some space, or write files with --out\n"
    )


def test_tables_hold_all_reports(summarize, serve, tmp_path):
    """With csv among the formats, the folder has one file a table beside the briefs."""
    done = summarize(serve(), "--out", tmp_path / "out", "--format", "json,csv")
    assert done.code in {0, 1}
    names = {path.name for path in written_in(tmp_path / "out")}
    assert {"figures.csv", "items.csv", "indicators.csv"} <= names
    assert len(names) == 4


def test_every_format_is_written(summarize, serve, tmp_path):
    """Beside each other, each under its own suffix; the page holds the whole source."""
    done = summarize(serve(), "--out", tmp_path / "out", "--format", "md,json,html,docx")
    assert done.code == 0
    assert sorted(p.suffix for p in written_in(tmp_path / "out")) == [".docx", ".html", ".json", ".md"]
    page = LexborHTMLParser((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    seen = page.css_first("#source .text").text(separator="")
    assert "".join(seen.split()) == "".join(REPORT.split())
    assert docx.Document(str(tmp_path / "out" / "report.docx")).comments is not None


def test_evidence_is_printed_where_it_is_asked_for(summarize, serve):
    """On the terminal and in Markdown, the source's own sentences stand below each line only with --evidence."""
    server = serve()
    sentence = read_evidence(summarize(server, "--format", "json").out)
    for options in ((), ("--format", "md")):
        assert f"{sentence} (" not in summarize(server, *options).out
        assert f"{sentence} (" in summarize(server, *options, "--evidence").out


def read_evidence(text):
    """The first sentence that the first item rests on."""
    return json.loads(text)["items"][0]["evidence"][0]["text"]


def test_template_is_tried_before_the_model(summarize, serve, tmp_path):
    """Exit 3 at once: no request is paid for a document that cannot be made."""
    server = serve()
    done = summarize(server, "--out", tmp_path / "x.docx", "--template", tmp_path / "none.docx")
    assert done.code == 3
    assert "none.docx: cannot be used as a template (no such file)" in done.err
    assert server.requests == []


def test_results_of_a_run_are_written_whole(tmp_path, monkeypatch):
    """A disk that is full in the middle of run.json leaves the one before it, and nothing half-written."""

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "run.json").write_text("before", encoding="utf-8")
    monkeypatch.setattr(os, "fsync", full)
    job = SimpleNamespace(
        out=tmp_path, quiet=True, replay=None, record=None, settings=SimpleNamespace(model_name="m")
    )
    with pytest.raises(OutputError):
        tell_batch(job, (), SimpleNamespace(name="default", id="0"), datetime.now(UTC), {})
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("run.json", "before")]
