"""`summarize --engine ray`: the same briefs from the workers of a cluster."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import pytest
from docx import Document

from govbrief import load
from govbrief.base.errors import UsageError
from govbrief.base.settings import Settings
from govbrief.batch import raydata
from govbrief.cli import cluster
from govbrief.cli.job import Job, recipe_of
from tests.support.bad_server import HANG, BadServer, completion
from tests.support.filling import fitting
from tests.unit.failures.conftest import REPORT

ROOT = Path(cluster.__file__).parents[3]
needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="ray is not installed")
SEED = "seeds/shenyang-justice-2023.txt"


def command(out, *options):
    asked = ("--out", out, "--quiet", *options)
    return [sys.executable, "-m", "govbrief", "summarize", *map(str, asked)]


def summarize(out, *options, **where):
    return subprocess.run(command(out, *options), capture_output=True, text=True, check=False, **where)  # noqa: S603 - our own


def states(out):
    told = json.loads((out / "run.json").read_text(encoding="utf-8"))
    return {run["report"]: (run["state"], run["usd"]) for run in told["reports"]}


def brief(path):
    made = json.loads(path.read_text(encoding="utf-8"))
    del made["provenance"]
    return made


@needs_ray
def test_ray_makes_the_same_briefs(tmp_path):
    """A folder in, the briefs of the plain engine and a table out, and what became of each."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    with BadServer() as server:
        asked = (folder, "--base-url", server.url, "--model", "m", "--format", "md,json,parquet")
        plain = summarize(tmp_path / "plain", *asked)
        spread = summarize(tmp_path / "ray", *asked, "--engine", "ray", "--workers", "1")
    assert (plain.returncode, spread.returncode) == (5, 5), spread.stderr
    assert "empty.txt is empty" in spread.stderr
    one, other = (brief(tmp_path / engine / "report.json") for engine in ("plain", "ray"))
    assert one == other
    for name in ("report.md", "figures.parquet"):
        assert (tmp_path / "ray" / name).read_bytes() == (tmp_path / "plain" / name).read_bytes()
    assert [state for state, _ in states(tmp_path / "ray").values()] == ["failed", "done"]


@needs_ray
def test_relative_paths_mean_the_same_to_workers(tmp_path):
    """Terms, styles, sources, results: each is found from the folder where the command was typed."""
    (tmp_path / "in.txt").write_text(REPORT, encoding="utf-8")
    terms = '[[term]]\nzh = "行政审批"\nen = "approval by the book"\n'
    (tmp_path / "terms.toml").write_text(terms, encoding="utf-8")
    Document().save(str(tmp_path / "styles.docx"))
    paths = [ROOT / "pipeline", ROOT / "schemas"]
    where = {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}}
    with BadServer() as server:
        options = ("in.txt", "--base-url", server.url, "--model", "m", "--format", "docx", "--workers", "1")
        options += ("--glossary", "terms.toml", "--template", "styles.docx", "--engine", "ray")
        done = summarize("out", *options, **where)
        asked = [json.dumps(body, ensure_ascii=False) for _, _, body in server.requests]
    assert (done.returncode in {0, 1}, "Traceback" in done.stderr) == (True, False), done.stderr
    assert (tmp_path / "out" / "in.docx").is_file()
    assert any("approval by the book" in body for body in asked)
    assert states(tmp_path / "out") == {"in.txt": ("done", None)}


def test_a_worker_reads_a_page_where_pages_are_allowed(monkeypatch, tmp_path):
    """An address is no file of the folder where the command was typed."""
    asked = []
    report = load(SEED)

    def reads(place, *, allow_url, force):
        asked.append((place, allow_url, force))
        return report

    monkeypatch.setattr(cluster, "load_report", reads)
    job = Job(("https://example.org/a",), Settings(), out=tmp_path, allow_url=True)
    work = cluster.ClusterJob(job, ("json",), recipe_of(job, "sha256:0", ("json",)), tmp_path)
    assert work._read("https://example.org/a").source == "https://example.org/a"
    assert work._read("a.txt").source == "a.txt"
    assert asked == [("https://example.org/a", True, False), (str(tmp_path / "a.txt"), True, False)]


@needs_ray
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_cluster_tells_what_is_done(tmp_path, number):
    """The first report is there, run.json and the table say so, and the other is named; exit 5."""
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    (folder / "one.txt").write_text(REPORT, encoding="utf-8")
    (folder / "two.txt").write_text(REPORT.replace("培训", "考试"), encoding="utf-8")
    pressed = threading.Event()

    def second_hangs(_, body):
        if "考试" not in json.dumps(body, ensure_ascii=False):
            return completion(json.dumps(fitting(body), ensure_ascii=False))
        pressed.set()
        return HANG

    with BadServer(second_hangs) as server:
        options = ("--base-url", server.url, "--model", "m", "--format", "json,parquet", "--concurrency", "4")
        run = subprocess.Popen(  # noqa: S603 - our own
            command(out, folder, *options, "--engine", "ray", "--workers", "1"),
            stderr=subprocess.PIPE,
            text=True,
        )
        assert pressed.wait(60)
        last = time.monotonic() + 30
        while not (out / "one.json").is_file() and time.monotonic() < last:
            time.sleep(0.05)
        run.send_signal(number)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 5, told
    assert "Traceback" not in told
    assert [state for state, _ in states(out).values()] == ["done", "interrupted"]
    assert (out / "figures.parquet").is_file()
    assert not (out / "two.json").exists()


def test_missing_ray_is_told_with_its_fix(monkeypatch):
    """Without the extra there is one line on how to get it, and no traceback."""
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError) as told:
        raydata.require_ray()
    assert told.value.hint == "pip install 'govbrief[ray]'"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--record", "x"), "cannot record"),
        (("-",), "into a folder"),
        pytest.param(("--replay", "nowhere"), "no such folder of cassettes", marks=needs_ray),
        pytest.param(("--glossary", SEED, "--replay", "cassettes"), "not TOML", marks=needs_ray),
        (("--ray-address", "auto", "--engine", "local"), "for --engine ray"),
    ],
)
def test_what_a_cluster_cannot_do_is_refused(tmp_path, options, said):
    """Before any work, with the exit code that it has on one machine."""
    refused = summarize(tmp_path / "out", SEED, "--engine", "ray", *options)
    code = 3 if "nowhere" in options else 2
    assert (refused.returncode, said in refused.stderr) == (code, True), refused.stderr
